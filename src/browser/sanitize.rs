//! An article's tree, cleaned before it comes into the page.
//!
//! The policy is the renderer's own ([`crate::markdown::allowed`], [`crate::markdown::attribute`]); the press applies the
//! same one in `press/sanitize.rs`. The tree that was looked at is the one that readers see: it is never written as text
//! again.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::markdown::allowed;
use crate::markdown::attribute::{Surroundings, allowed_value};

/// Takes out of an element's inside what may not be in an article.
pub(super) fn sanitize(root: &Element, around: Surroundings<'_>) {
    // Fields of a form take the places of its own members, of those that are called below, too.
    each(root, "form :is([id], [name])", |element| {
        let _ = element.remove_attribute("id");
        let _ = element.remove_attribute("name");
    });
    each(root, &format!(":not({})", allowed::kept_elements().replace(' ', ",")), |element| {
        if allowed::dropped_with_inside().any(|name| name == element.local_name()) {
            element.remove();
        } else {
            unwrap(element);
        }
    });
    each(root, "*", |element| {
        if element.has_attributes() {
            sanitize_attributes(element, around);
        }
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
    if element_name == "input" {
        for (name, value) in allowed::INPUT_ATTRIBUTES {
            let _ = element.set_attribute(name, value);
        }
    }
}

/// The element goes, its inside stays.
fn unwrap(element: &Element) {
    let Some(parent) = element.parent_node() else { return };
    while let Some(child) = element.first_child() {
        if parent.insert_before(&child, Some(element)).is_err() {
            break;
        }
    }
    element.remove();
}

fn remove_comments(root: &Element) {
    const COMMENTS: u32 = 0x80;
    let walker = root.owner_document().map(|document| document.create_tree_walker_with_what_to_show(root, COMMENTS));
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
