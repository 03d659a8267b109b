//! A post: what its file says, with nothing left open.

use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::press::config::Config;
use crate::press::dates::WrittenDate;
use crate::press::decode::decode;
use crate::press::diagnostic::{self, Diagnostic};
use crate::press::front_matter;
use crate::press::line_map::LineMap;
use crate::press::source::{Markup, SourceFile, SourceKind};

mod reader;
pub mod title;

use reader::Reader;

/// A post, a draft or a standalone page. Empty text means that none is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its file, as shown to the author.
    pub source: String,
    /// The language of its text.
    pub markup: Markup,
    /// What it is.
    pub kind: PostKind,
    /// Plain text, never empty.
    pub title: String,
    /// When it was written. Only pages may have none.
    pub written: Option<WrittenDate>,
    /// When it was last changed, if its author says so.
    pub last_modified_at: Option<Timestamp>,
    /// Where it lives.
    pub permalink: Permalink,
    /// Its author, if not the site's.
    pub author: String,
    /// What it is about, on one line.
    pub description: String,
    /// Opening words that its author chose.
    pub excerpt: String,
    /// Names, each once.
    pub categories: Vec<String>,
    /// Names, each once.
    pub tags: Vec<String>,
    /// BCP 47 tag, if not the site's.
    pub lang: String,
    /// A URL or a site path.
    pub image: String,
    /// Whether readers are to see it.
    pub visibility: Visibility,
    /// What follows the front matter.
    pub text: String,
    /// The line of the file in which the text begins, from 1.
    pub text_line: u32,
    /// Where the lines of the text come from, once it is lowered.
    pub lines: LineMap,
    /// An id for each heading of a lowered text.
    pub heading_ids: Vec<String>,
}

impl Post {
    /// The line of the file that a line of the text comes from, both from 1.
    pub fn file_line(&self, line_of_text: u32) -> u32 {
        self.lines.origin(line_of_text).saturating_add(self.text_line.saturating_sub(1))
    }
}

/// What a text is by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostKind {
    /// A post.
    Post,
    /// A post in `_drafts`.
    Draft,
    /// A standalone page.
    Page,
}

/// Whether readers are to see a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// They are.
    Shown,
    /// Not before it is moved out of the drafts.
    Draft,
    /// Not before its date.
    Future,
    /// Not as long as it says `published: false`, draft or not.
    Unpublished,
}

/// Reads a file of the posts folder. `None` for an asset, and for a post that has no date at all. A fault in the file
/// becomes a diagnostic, and costs no more than the value it is in.
pub fn read_post(
    source: &SourceFile,
    bytes: &[u8],
    config: &Config,
    now: jiff::Timestamp,
) -> (Option<Post>, Vec<Diagnostic>) {
    let (kind, markup) = match source.kind {
        SourceKind::Post(markup) => (PostKind::Post, markup),
        SourceKind::Draft(markup) => (PostKind::Draft, markup),
        SourceKind::Page(markup) => (PostKind::Page, markup),
        SourceKind::Asset => return (None, Vec::new()),
    };
    let (file, mut problems) = decode(bytes);
    let (document, front_matter_problems) = front_matter::read(&file);
    problems.extend(front_matter_problems);
    let mut reader = Reader { source, kind, config, zone: config.clock(), now, problems };
    let post = reader.post(markup, document);
    let diagnostics = reader.problems.into_iter();
    let mut diagnostics: Vec<Diagnostic> =
        diagnostics.map(|(position, problem)| Diagnostic::new(&source.shown, position, problem)).collect();
    diagnostic::sort(&mut diagnostics);
    (post, diagnostics)
}

#[cfg(test)]
mod tests;
