//! An article as nodes: made once, put into the page in parts, and kept when the page goes away.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Node};

use super::sanitize::sanitize;
use super::{dom, inert};
use crate::markdown::attribute::Surroundings;

/// The place of an article in its page.
pub(super) const PLACE: &str = ".prose";

/// See the [module](self).
#[derive(Default)]
pub struct Article {
    parts: RefCell<Vec<Part>>,
    /// How many parts are in the page.
    placed: Cell<usize>,
}

struct Part {
    /// Holds the nodes as long as they are in no page.
    holder: DocumentFragment,
    count: u32,
}

/// Makes an article of pieces of HTML.
pub struct Builder {
    inert: Document,
    part: DocumentFragment,
    parts: Vec<Part>,
    bytes: usize,
}

/// An article longer than this is placed in parts, in bytes of HTML: putting so much into the page takes a browser
/// some 30 milliseconds.
const PART_BYTES: usize = 60_000;

impl Builder {
    /// An article without a piece; `None` in a page without a document.
    pub fn new() -> Option<Builder> {
        let inert = inert::document()?;
        Some(Builder { part: inert.create_document_fragment(), inert, parts: Vec::new(), bytes: 0 })
    }

    /// Adds a piece, cleaned.
    pub fn add(&mut self, html: &str, around: Surroundings<'_>) {
        let Some(element) = inert::parse(&self.inert, html) else { return };
        sanitize(&element, around);
        while let Some(node) = element.first_child() {
            if self.part.append_child(&node).is_err() {
                break;
            }
        }
        self.bytes += html.len();
        if PART_BYTES <= self.bytes {
            self.end_part();
        }
    }

    /// The article of all pieces.
    pub fn finish(mut self) -> Article {
        self.end_part();
        Article { parts: RefCell::new(self.parts), placed: Cell::new(0) }
    }

    fn end_part(&mut self) {
        let holder = std::mem::replace(&mut self.part, self.inert.create_document_fragment());
        let count = holder.child_nodes().length();
        self.parts.push(Part { holder, count });
        self.bytes = 0;
    }
}

impl Article {
    /// Puts the next part into the page. Whether there is one.
    pub fn place_next(&self) -> bool {
        let parts = self.parts.borrow();
        let place = dom::html_element(PLACE);
        let (Some(part), Some(place)) = (parts.get(self.placed.get()), place) else { return false };
        self.placed.set(self.placed.get() + 1);
        place.append_child(&part.holder).is_ok()
    }

    /// Whether all parts are in the page.
    pub(super) fn is_whole(&self) -> bool {
        self.parts.borrow().len() <= self.placed.get()
    }

    /// Takes back the nodes that were in the page, [`nodes_in_page`] before it went away.
    pub(super) fn take_back(&self, nodes: &Array) {
        let mut parts = self.parts.borrow_mut();
        if parts.is_empty() {
            // The article that stood in the first page.
            let Some(inert) = inert::document() else { return };
            parts.push(Part { holder: inert.create_document_fragment(), count: nodes.length() });
            self.placed.set(1);
        }
        let placed = self.placed.replace(0);
        let mut nodes = nodes.iter();
        for (position, part) in parts.iter().take(placed).enumerate() {
            let is_last = position + 1 == placed;
            // The app may have added some since.
            let count = if is_last { usize::MAX } else { part.count as usize };
            let own: Array = nodes.by_ref().take(count).collect();
            move_all(&own, &part.holder);
        }
    }
}

/// The nodes of the article that is in the page.
pub(super) fn nodes_in_page() -> Array {
    dom::html_element(PLACE).map(|place| Array::from(&place.child_nodes())).unwrap_or_default()
}

fn move_all(nodes: &Array, holder: &DocumentFragment) {
    for node in nodes.iter().filter_map(|node| node.dyn_into::<Node>().ok()) {
        let _ = holder.append_child(&node);
    }
}
