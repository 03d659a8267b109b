//! The document that the tests run in, and clicks in it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MouseEvent, MouseEventInit, Node};

/// All elements, in order.
pub(crate) fn nodes(root: &Element) -> Vec<Node> {
    let all = root.query_selector_all("*").expect("a selector");
    (0..all.length()).filter_map(|position| all.item(position)).collect()
}

/// The markup without the marks that Yew takes away as it takes over.
pub(crate) fn markup(root: &Element) -> String {
    ["<!--<[]>-->", "<!--</[]>-->", "<!--<#>-->", "<!--</#>-->"]
        .iter()
        .fold(root.inner_html(), |html, mark| html.replace(mark, ""))
}

/// The tree that the browser makes of some HTML.
pub(crate) fn parsed(html: &str) -> Element {
    let element = document().create_element("div").expect("an element");
    element.set_inner_html(html);
    element
}

/// A tree as text: attributes in order of their names, white space at the end left out.
pub(crate) fn canonical(root: &Element) -> String {
    let mut text = String::new();
    write_children(root, &mut text);
    text.trim_end().to_owned()
}

fn write_children(parent: &Node, text: &mut String) {
    let children = parent.child_nodes();
    for child in (0..children.length()).filter_map(|position| children.item(position)) {
        let Some(element) = child.dyn_ref::<Element>() else {
            let kind = if child.node_type() == Node::TEXT_NODE { "" } else { "[no text] " };
            text.push_str(&format!("{kind}{}", child.node_value().unwrap_or_default()));
            continue;
        };
        let mut attributes: Vec<String> =
            element.get_attribute_names().iter().filter_map(|name| name.as_string()).collect();
        attributes.sort();
        text.push_str(&format!("<{}", element.local_name()));
        for name in attributes {
            text.push_str(&format!(" {name}={:?}", element.get_attribute(&name).unwrap_or_default()));
        }
        text.push('>');
        write_children(element, text);
        text.push_str("</>");
    }
}

/// Takes a page and its data away.
pub(crate) fn remove(root: &Element) {
    root.remove();
    data().remove();
}

/// The element with the page's data.
pub(crate) fn data() -> Element {
    document().query_selector("script#lectern-page").ok().flatten().expect("the data")
}

/// The first link of a page that matches.
pub(crate) fn link_in(root: &Element, selector: &str) -> HtmlElement {
    let link = root.query_selector(selector).ok().flatten().expect(selector);
    link.dyn_into().expect("an HTML element")
}

/// The same link with another attribute, beside it.
pub(crate) fn copy_with(link: &HtmlElement, attribute: &str, value: &str) -> HtmlElement {
    let copy: HtmlElement = link.clone_node().expect("a copy").dyn_into().expect("an HTML element");
    copy.set_attribute(attribute, value).expect("an attribute");
    link.parent_node().expect("a parent").append_child(&copy).expect("appended");
    copy
}

/// Whether the app takes a plain click on a link for its own.
pub(crate) fn follows_click(link: &HtmlElement) -> bool {
    follows(link, &click())
}

/// The same with a key held down that means "elsewhere".
pub(crate) fn follows_click_with_ctrl(link: &HtmlElement) -> bool {
    let click = click();
    click.set_ctrl_key(true);
    follows(link, &click)
}

fn click() -> MouseEventInit {
    let click = MouseEventInit::new();
    click.set_bubbles(true);
    click.set_cancelable(true);
    click
}

/// What the app leaves to the browser is stopped here: tests must not leave their page.
fn follows(link: &HtmlElement, click: &MouseEventInit) -> bool {
    let click = MouseEvent::new_with_mouse_event_init_dict("click", click).expect("an event");
    let taken = Rc::new(Cell::new(false));
    let seen = taken.clone();
    let listener = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
        seen.set(event.default_prevented());
        event.prevent_default();
    });
    let listener = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
    window().add_event_listener_with_callback("click", &listener).expect("a listener");
    link.dispatch_event(&click).expect("a click");
    window().remove_event_listener_with_callback("click", &listener).expect("removed");
    taken.get()
}

/// Always there in these tests.
pub(crate) fn window() -> web_sys::Window {
    web_sys::window().expect("a window")
}

/// Always there in these tests.
pub(crate) fn document() -> web_sys::Document {
    window().document().expect("a document")
}

/// Where the tests put their pages.
pub(crate) fn body() -> Element {
    document().query_selector("body").ok().flatten().expect("a body")
}
