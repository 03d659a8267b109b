//! An article's tree, cleaned before it comes into the page.
//!
//! The policy is the renderer's own ([`crate::markdown::allowed`], [`crate::markdown::attribute`]); the press applies the
//! same one in `press/sanitize.rs`. The tree that was looked at is the one that readers see: it is never written as text
//! again.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::markdown::allowed;
use crate::markdown::attribute::{Surroundings, allowed_value};

/// Takes out of an element's inside what may not be in an article.
pub(super) fn sanitize(root: &Element, around: Surroundings<'_>) {
    let Some(Ok(range)) = root.owner_document().map(|document| document.create_range()) else { return };
    each(root, &allowed::dropped_with_inside().collect::<Vec<_>>().join(","), |element| remove(element, &range));
    each(root, &format!(":not({})", allowed::kept_elements().replace(' ', ",")), |element| unwrap(element, &range));
    each(root, "*", |element| {
        if element.has_attributes() {
            sanitize_attributes(element, around);
        }
    });
    each(root, "input", |element| {
        for (name, value) in allowed::INPUT_ATTRIBUTES {
            let _ = element.set_attribute(name, value);
        }
        // WebKit writes what a field held into the box that it becomes.
        let _ = element.remove_attribute("value");
    });
    remove_comments(root);
}

fn sanitize_attributes(element: &Element, around: Surroundings<'_>) {
    let element_name = element.local_name();
    for name in element.get_attribute_names() {
        let Some(name) = name.as_string() else { continue };
        let value = element.get_attribute(&name).unwrap_or_default();
        match allowed_value(&element_name, &name, &value, around) {
            None => drop(element.remove_attribute(&name)),
            Some(allowed) if *allowed != *value => drop(element.set_attribute(&name, &allowed)),
            Some(_) => {}
        }
    }
}

/// The element goes, its inside stays. As below, nothing is asked of the element itself: it may be a form, whose fields
/// take the places of its own members.
fn unwrap(element: &Element, range: &Range) {
    let _ = range.select_node_contents(element);
    let inside = range.extract_contents();
    remove(element, range);
    if let Ok(inside) = inside {
        let _ = range.insert_node(&inside);
    }
}

/// The element goes with its inside. The range then is where it was.
fn remove(element: &Element, range: &Range) {
    let _ = range.select_node(element);
    let _ = range.delete_contents();
}

fn remove_comments(root: &Element) {
    // Some browsers make instructions of what others take for comments.
    const COMMENTS_AND_INSTRUCTIONS: u32 = 0x80 | 0x40;
    let walker = root
        .owner_document()
        .map(|document| document.create_tree_walker_with_what_to_show(root, COMMENTS_AND_INSTRUCTIONS));
    let Some(Ok(walker)) = walker else { return };
    let mut last: Option<Node> = None;
    while let Ok(Some(comment)) = walker.next_node() {
        // The walker has left the one before.
        detach(last.replace(comment));
    }
    detach(last);
}

fn detach(node: Option<Node>) {
    if let Some((parent, node)) = node.and_then(|node| Some((node.parent_node()?, node))) {
        let _ = parent.remove_child(&node);
    }
}

fn each(root: &Element, selector: &str, mut visit: impl FnMut(&Element)) {
    let Ok(found) = root.query_selector_all(selector) else { return };
    for position in 0..found.length() {
        if let Some(element) = found.item(position).and_then(|node| node.dyn_into::<Element>().ok()) {
            visit(&element);
        }
    }
}
