//! A tree as Markdown for the renderer.
//!
//! The Markdown is what a person would write, as far as Markdown can say it; the rest is HTML. Whether the renderer shows
//! it as wanted is for [`super::lower`] to check, so the rules here may trust the common case.

mod blocks;
mod code;
mod emphasis;
mod escape;
mod html;
mod lines;
mod links;
mod lists;
mod spans;
mod tables;

use super::document::Document;
use super::reference::{Entry, entries};
use super::tree::Element;

/// How much of a text is written as HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// As little as possible.
    Markdown,
    /// Emphasis, too: next to letters of some scripts and to punctuation, stars are no emphasis in CommonMark.
    HtmlSpans,
    /// Whole blocks, but for blocks of code.
    HtmlBlocks,
}

/// Some blocks of a document as Markdown, with blank lines between them and no line feed at the end.
pub fn markdown(document: &Document, blocks: &[&Element], style: Style) -> String {
    Writer::new(document, style).top(blocks)
}

/// A footnote of a document as Markdown.
pub fn footnote(document: &Document, name: &str, style: Style) -> Option<String> {
    let note = document.definitions.footnotes.get(name)?;
    let inside = Writer::new(document, style).blocks(&note.children, Spacing::Loose);
    Some(format!("[^{name}]: {}", lines::indent_further(&inside, 4)))
}

/// Writes blocks.
pub(super) struct Writer<'a> {
    document: &'a Document,
    entries: Vec<Entry<'a>>,
    style: Style,
    /// How many lists are around what is written.
    list_depth: usize,
}

/// What stands between blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spacing {
    /// A line end, as in items of tight lists.
    Tight,
    /// A blank line.
    Loose,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, style: Style) -> Writer<'a> {
        Writer { document, entries: entries(document), style, list_depth: 0 }
    }

    fn top(&mut self, blocks: &[&Element]) -> String {
        if self.style == Style::HtmlBlocks {
            return self.html_blocks(blocks.iter().copied());
        }
        self.sequence(blocks.iter().copied(), Spacing::Loose)
    }
}
