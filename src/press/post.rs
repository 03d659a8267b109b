//! A post: what its file says, with nothing left open.

use std::borrow::Cow;

use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::press::config::Config;
use crate::press::dates::WrittenDate;
use crate::press::decode::decode;
use crate::press::defaults::{ScopeKind, ScopedFile, values_for};
use crate::press::diagnostic::{self, Diagnostic, Position};
use crate::press::front_matter;
use crate::press::line_map::LineMap;
use crate::press::source::{Markup, SourceFile, SourceKind};
use crate::press::yaml::{Entry, Node, Value};

mod day;
mod reader;
pub mod title;

use reader::Reader;

/// A post, a draft or a standalone page. Empty text means that none is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its file, as shown to the author.
    pub source: String,
    /// Where its file would be in a site of Jekyll's: `_posts/x.md`.
    pub path_in_site: String,
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
    /// What Jekyll calls its URL, decoded: as the permalink, but with `index.html` at the end if it is written so.
    pub url: String,
    /// What Jekyll calls its id, decoded: the same in feeds for as long as its address stays.
    pub id: String,
    /// Who wrote it, if not the site's author. Names, each once.
    pub authors: Vec<String>,
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
    /// The picture above the text: a URL or a site path. Empty if there is to be none.
    pub cover: String,
    /// What it shows, for those who cannot see it. May be empty.
    pub cover_alt: String,
    /// Whether it stands before all others.
    pub is_pinned: bool,
    /// The name of the posts that it belongs together with. May be empty.
    pub series: String,
    /// What posts of one text in several languages have in common. May be empty.
    pub translation_key: String,
    /// Whether the sitemap names it.
    pub is_in_sitemap: bool,
    /// Whether readers may write comments, where the site has any.
    pub has_comments: bool,
    /// Whether readers are to see it.
    pub visibility: Visibility,
    /// Where its excerpt ends; empty if it has none.
    pub excerpt_separator: String,
    /// The line of the file in which such a text of the author's own begins.
    pub excerpt_end: Option<u32>,
    /// Whether templates in its text are evaluated.
    pub liquid: Liquid,
    /// Further addresses that lead to it, as written.
    pub redirect_from: Vec<String>,
    /// Where readers are sent instead, as written.
    pub redirect_to: Option<String>,
    /// All of its front matter, with the site's defaults, as written: what `{{ page }}` holds.
    pub values: Vec<Entry>,
    /// What follows the front matter.
    pub text: String,
    /// The line of the file in which the text begins, from 1.
    pub text_line: u32,
    /// Where the lines of the text come from, once it is lowered.
    pub lines: LineMap,
    /// What a table of contents above the text is called, if one is wanted.
    pub contents: Option<String>,
    /// An id for each heading, once the text is lowered.
    pub heading_ids: Vec<String>,
}

impl Post {
    /// The line of the file that a line of the text comes from, both from 1.
    pub fn file_line(&self, line_of_text: u32) -> u32 {
        self.lines.origin(line_of_text).saturating_add(self.text_line.saturating_sub(1))
    }
}

impl Post {
    /// Where its front matter says a text; the beginning of the file if it does not, as for the site's defaults.
    pub fn place_in_front_matter(&self, text: &str) -> Position {
        let places = self.values.iter().filter_map(|entry| place_of(&entry.value, text));
        places.filter(|place| *place != Position::NOWHERE).min().unwrap_or(Position::START)
    }
}

fn place_of(node: &Node, wanted: &str) -> Option<Position> {
    match &node.value {
        Value::Text(text, _) => (text.trim() == wanted).then_some(node.position),
        Value::List(items) => items.iter().find_map(|item| place_of(item, wanted)),
        Value::Map(entries) => entries.iter().find_map(|entry| place_of(&entry.value, wanted)),
        Value::Null => None,
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

/// Whether templates in a text are evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Liquid {
    /// They are.
    Evaluated,
    /// They stay as they are written: `render_with_liquid: false`.
    AsWritten,
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
    let kind_of_scope = match kind {
        PostKind::Post => ScopeKind::Posts,
        PostKind::Draft => ScopeKind::Drafts,
        PostKind::Page => ScopeKind::Pages,
    };
    let path = path_in_site(&source.path, kind);
    let defaults = values_for(&config.defaults, ScopedFile { path: &path, kind: kind_of_scope });
    let (document, front_matter_problems) = front_matter::read(&file, defaults);
    problems.extend(front_matter_problems);
    let mut reader = Reader { source, kind, config, zone: config.clock(), now, problems };
    let post = reader.post(markup, document);
    let diagnostics = reader.problems.into_iter();
    let mut diagnostics: Vec<Diagnostic> =
        diagnostics.map(|(position, problem)| Diagnostic::new(&source.shown, position, problem)).collect();
    diagnostic::sort(&mut diagnostics);
    (post, diagnostics)
}

/// Where the file would be in a site of Jekyll's, in which all posts are in a folder of that name.
fn path_in_site(path: &str, kind: PostKind) -> Cow<'_, str> {
    let is_special = path.split('/').any(|folder| matches!(folder, "_posts" | "_drafts"));
    match kind {
        PostKind::Post if !is_special => Cow::Owned(format!("_posts/{path}")),
        PostKind::Page => Cow::Borrowed(path.strip_prefix("_pages/").unwrap_or(path)),
        PostKind::Post | PostKind::Draft => Cow::Borrowed(path),
    }
}

#[cfg(test)]
mod tests;
