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

use super::document::{Document, Maths};
use super::reference::Entries;
use super::tree::Element;

pub use code::formula as formula_in_line;

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

/// Writes blocks of a document.
pub struct Writer<'a> {
    document: &'a Document,
    entries: Entries<'a>,
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
    /// For a document and its headings.
    pub(super) fn new(document: &'a Document, entries: Entries<'a>) -> Writer<'a> {
        Writer { document, entries, style: Style::Markdown, list_depth: 0 }
    }

    /// Whether maths is to become formulas of the renderer.
    fn shows_formulas(&self) -> bool {
        self.document.options.maths != Maths::AsInJekyll
    }

    /// Some blocks as Markdown, with blank lines between them and no line feed at the end.
    pub fn markdown(&mut self, blocks: &[&Element], style: Style) -> String {
        self.style = style;
        match style {
            Style::HtmlBlocks => self.html_blocks(blocks.iter().copied()),
            Style::Markdown | Style::HtmlSpans => self.sequence(blocks.iter().copied(), Spacing::Loose),
        }
    }

    /// A footnote as Markdown, if there is one of that name.
    pub fn footnote(&mut self, name: &str, style: Style) -> Option<String> {
        self.style = style;
        let note = self.document.definitions.footnotes.get(name)?;
        let inside = self.blocks(&note.children, Spacing::Loose);
        Some(format!("[^{name}]: {}", lines::indent_further(&inside, 4)))
    }
}
