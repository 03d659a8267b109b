//! HTML as browsers read it.

use scraper::{ElementRef, Html, Node};

use super::Strictness;
use super::canonical::Canonical;
use super::tokens::is_void;

/// Reads a piece of HTML into its canonical form.
pub(super) fn read(html: &str, canonical: &mut Canonical) {
    use ego_tree::iter::Edge;

    let document = Html::parse_fragment(html);
    for edge in document.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => canonical.text(text),
                Node::Comment(comment) => canonical.comment(comment),
                Node::Element(element) if !is_left_out(node, canonical.strictness()) => {
                    canonical.start(element.name(), element.attrs());
                }
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(element) if !is_void(element.name()) && !is_left_out(node, canonical.strictness()) => {
                    canonical.end(element.name());
                }
                _ => {}
            },
        }
    }
}

type NodeRef<'a> = ego_tree::NodeRef<'a, Node>;

/// The root of the fragment, empty paragraphs, and, if that is wanted, paragraphs of items.
fn is_left_out(node: NodeRef<'_>, strictness: Strictness) -> bool {
    let Some(element) = ElementRef::wrap(node) else { return true };
    let value = element.value();
    if value.name() == "html" {
        return true;
    }
    if value.name() != "p" || value.attrs().next().is_some() {
        return false;
    }
    let is_empty = node.children().all(|child| match child.value() {
        Node::Text(text) => text.chars().all(|char| char.is_ascii_whitespace()),
        _ => false,
    });
    let parent = node.parent().and_then(ElementRef::wrap);
    let is_in_item = parent.is_some_and(|parent| matches!(parent.value().name(), "li" | "dd" | "dt"));
    is_empty || strictness == Strictness::Lenient && is_in_item
}
