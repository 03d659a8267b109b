//! What a text gets so that it reads well, beyond what Jekyll makes of it: signs for codes, the language's own quotes,
//! callouts, links by name. All of it is done here, once, on the text; the renderer only meets plain Markdown and
//! elements of HTML.
//!
//! Each part finds its places with the renderer's own parser, so that code, addresses and tags stay what they are.

use super::attempt::attempt;
use super::config::{Config, EmojiCodes, MarkdownDialect};
use super::diagnostic::{Diagnostic, LinkProblem, Position, Problem};
use super::edits::{self, Edit};
use super::post::Post;
use crate::bundle::Markup;
use crate::markdown::{headings, targets};

mod abbreviations;
mod callouts;
mod contents;
mod emoji;
mod footnote_marks;
mod footnotes;
mod literal;
mod maths;
mod notices;
mod post_names;
pub mod quotes;
mod raw_elements;
mod raw_html;
mod runs;
mod scripts;
mod text_like_html;
mod wikilinks;

pub use contents::{LABEL as CONTENTS_LABEL, contents};
pub use post_names::PostNames;
use quotes::Language;

/// How the texts of a site are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What they are written in.
    pub dialect: MarkdownDialect,
    /// What becomes of `:smile:`.
    pub emoji: EmojiCodes,
    /// The language of posts that name none.
    pub lang: String,
    /// What links may name.
    pub names: PostNames,
}

impl Reading {
    /// For a site with some posts.
    pub fn new<'a>(config: &Config, posts: impl Iterator<Item = &'a Post> + Clone) -> Reading {
        // Without a link by name, nobody asks for names.
        let is_asked = posts.clone().any(|post| post.text.contains("[["));
        let names = if is_asked { PostNames::of(posts) } else { PostNames::default() };
        Reading { dialect: config.markdown, emoji: config.emoji, lang: config.lang.clone(), names }
    }

    /// The quotes of a post's language; `None` if they are English ones.
    pub fn quotes(&self, post: &Post) -> Option<Language> {
        quotes::language(if post.lang.is_empty() { &self.lang } else { &post.lang })
    }

    /// What must be done before kramdown reads the text: its own rules would take some of it apart.
    pub fn before(&self, post: &mut Post) -> Vec<Diagnostic> {
        if post.markup == Markup::Html || !post.text.contains("[[") {
            return Vec::new();
        }
        let Some((edits, unknown)) = attempt(|| {
            let runs = runs::runs(&post.text, post.markup);
            wikilinks::edits(&post.text, &runs, &self.names)
        }) else {
            return Vec::new();
        };
        let problem = |unknown: wikilinks::Unknown| {
            let problem = LinkProblem::UnknownPost { target: unknown.target, nearest: unknown.nearest };
            diagnostic(post, unknown.place, Problem::Link(problem))
        };
        let diagnostics = unknown.into_iter().map(problem).collect();
        edits::apply(post, edits);
        diagnostics
    }

    /// Everything else, on a text that the renderer knows. Ids of headings stay right.
    pub fn after(&self, post: &mut Post) -> Vec<Diagnostic> {
        let before = (post.text.clone(), post.lines.clone());
        let is_done = attempt(|| {
            self.elements(post);
            self.signs(post);
            if post.markup == Markup::Markdown {
                edits::apply(post, callouts::edits(&post.text));
                let _ = targets(&post.text, post.markup);
            }
        });
        let is_whole = || headings(&post.text).len() == post.heading_ids.len();
        let is_right = is_done.is_some() && (post.markup == Markup::Html || post.text == before.0 || is_whole());
        if !is_right {
            (post.text, post.lines) = before;
        }
        self.footnotes(post)
    }

    /// Raw HTML.
    fn elements(&self, post: &mut Post) {
        if !post.text.contains('<') {
            return;
        }
        if post.markup == Markup::Markdown && footnote_marks::may_occur(&post.text) {
            edits::apply(post, footnote_marks::edits(&post.text, &raw_html::chunks(&post.text, post.markup)));
        }
        let chunks = raw_html::chunks(&post.text, post.markup);
        let placed = raw_elements::placed(&chunks);
        let mut edits = text_like_html::edits(&post.text, &chunks);
        edits.extend(notices::edits(&post.text, &placed));
        edits.extend(raw_elements::edits(&post.text, &placed));
        edits::apply(post, edits);
    }

    /// Signs within lines.
    fn signs(&self, post: &mut Post) {
        let text = post.text.as_str();
        let has_emoji = self.emoji == EmojiCodes::Shown && emoji::may_occur(text);
        let is_common = self.dialect == MarkdownDialect::CommonMark && post.markup == Markup::Markdown;
        let has_scripts = is_common && text.contains(['^', '~']);
        let has_abbreviations = is_common && text.contains("*[");
        if has_emoji || has_scripts || has_abbreviations {
            let runs = runs::runs(text, post.markup);
            let mut edits = Vec::new();
            if has_emoji {
                edits.extend(emoji::edits(text, &runs));
            }
            if has_abbreviations {
                edits.extend(abbreviations::edits(text, &runs));
            }
            if has_scripts {
                edits.extend(scripts::edits(text, &runs, &maths::maths(text, &runs)));
            }
            edits::apply(post, edits);
        }
        if let Some(language) = self.quotes(post)
            && post.markup == Markup::Markdown
            && quotes::may_occur(&post.text)
        {
            edits::apply(post, quotes::edits(&post.text, &language));
        }
    }

    fn footnotes(&self, post: &Post) -> Vec<Diagnostic> {
        if post.markup == Markup::Html || !post.text.contains("[^") {
            return Vec::new();
        }
        let problems = attempt(|| {
            let mut problems = footnotes::problems(&post.text);
            if self.dialect == MarkdownDialect::CommonMark {
                problems.extend(footnotes::unknown(&post.text, &runs::runs(&post.text, post.markup)));
            }
            problems
        });
        let problems = problems.unwrap_or_default().into_iter();
        problems.map(|(place, problem)| diagnostic(post, place, Problem::Markdown(problem))).collect()
    }
}

/// A text with edits made to it.
fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    edits::edited(text, &edits)
}

fn diagnostic(post: &Post, place: usize, problem: Problem) -> Diagnostic {
    let Position { line, column } = Position::of(&post.text, place);
    Diagnostic::new(&post.source, Position { line: post.file_line(line), column }, problem)
}

#[cfg(test)]
mod tests;
