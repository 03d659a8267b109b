//! What Jekyll shows for a tree, as HTML.
//!
//! By the rules of kramdown's HTML converter with Jekyll's settings, without syntax highlighting. Two forms of it are
//! wanted: [`html`] for those who need the HTML itself, and [`Converter::comparable`] for [`super::lower`], in which
//! only what an author wrote is there, one block at a time.

mod blocks;
mod contents;
mod escape;
mod footnotes;
mod spans;
mod tables;

use std::collections::HashMap;
use std::rc::Rc;

use super::document::{Definitions, Document, Maths};
use super::tree::{Element, FormulaPlace};
use crate::markdown::{FORMULA_IN_HTML, delimited_formula};

pub(super) use blocks::{is_void, without_language};
pub(super) use contents::{Entry, entries, list as contents_list, plain_list as plain_contents_list};
pub(super) use escape::{attribute as escape_attribute, code as escape_code};

/// The whole text as Jekyll puts it out.
pub fn html(document: &Document) -> String {
    let mut converter = Converter::new(document, entries(document), Form::Jekyll);
    converter.children(&document.root.children);
    if !converter.has_footnotes {
        converter.footnotes();
    }
    converter.output
}

/// A formula as HTML that a page may hold before it is drawn, as pandoc and others write it.
pub(super) fn formula(place: FormulaPlace, tex: &str) -> String {
    let on_one_line = tex.replace(['\n', '\r'], " ");
    format!("{FORMULA_IN_HTML}{}</span>", escape::code(&delimited_formula(place, &on_one_line)))
}

/// The headings of a document, found once.
pub(super) type Entries<'a> = Rc<[Entry<'a>]>;

/// For whom the HTML is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Readers: ids of headings, numbers of footnotes, the footnotes themselves.
    Jekyll,
    /// [`super::compare`]: no id that nobody wrote, footnotes by their names, maths in paragraphs.
    Comparable,
    /// The renderer, through Markdown: ids of headings, no marks of footnotes, alignment by attributes that the renderer lets pass.
    Passing,
}

/// Puts out one block after the other.
pub(super) struct Converter<'a> {
    definitions: &'a Definitions,
    form: Form,
    maths: Maths,
    entries: Entries<'a>,
    /// Position of the next heading in `entries`.
    next_entry: usize,
    output: String,
    /// Whether the footnotes stand in it already.
    has_footnotes: bool,
    /// Names of footnotes in the order of their first mention, each with how often it was mentioned.
    mentions: Vec<(String, usize)>,
    /// Names to positions in `mentions`.
    mentioned: HashMap<String, usize>,
}

impl<'a> Converter<'a> {
    fn new(document: &'a Document, entries: Entries<'a>, form: Form) -> Converter<'a> {
        Converter {
            definitions: &document.definitions,
            form,
            maths: document.options.maths,
            entries,
            next_entry: 0,
            output: String::new(),
            has_footnotes: false,
            mentions: Vec::new(),
            mentioned: HashMap::new(),
        }
    }

    /// For comparison with what the renderer makes of a text.
    pub(super) fn comparable(document: &'a Document, entries: Entries<'a>) -> Converter<'a> {
        Converter::new(document, entries, Form::Comparable)
    }

    /// For blocks of HTML within Markdown.
    pub(super) fn passing(document: &'a Document, entries: Entries<'a>) -> Converter<'a> {
        Converter::new(document, entries, Form::Passing)
    }

    /// The HTML of some blocks.
    pub(super) fn blocks(&mut self, blocks: &[&Element]) -> String {
        for block in blocks {
            self.element(block);
        }
        std::mem::take(&mut self.output)
    }

    /// The HTML of the inside of an element.
    pub(super) fn inside(&mut self, element: &Element) -> String {
        self.children(&element.children);
        std::mem::take(&mut self.output)
    }

    fn children(&mut self, children: &[Element]) {
        for child in children {
            self.element(child);
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        self.output.push('<');
        self.output.push_str(name);
        self.attributes(attributes);
        self.output.push('>');
    }

    fn attributes(&mut self, attributes: &[(String, String)]) {
        for (name, value) in attributes {
            if name == "id" && value.trim().is_empty() {
                continue;
            }
            self.output.push_str(&format!(" {name}=\"{}\"", escape::attribute(value)));
        }
    }

    fn end(&mut self, name: &str) {
        self.output.push_str(&format!("</{name}>"));
    }
}
