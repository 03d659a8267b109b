//! The browser's own HTML parser, in a document that shows, loads and runs nothing.
//!
//! The only place of the app in which text becomes HTML. Where a page demands trusted types, `src/boot.js` has left the
//! policy by which this text passes; nothing else has one.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::dom;

/// A document of its own for what is not in the page yet.
pub(super) fn document() -> Option<Document> {
    dom::document()?.implementation().ok()?.create_html_document().ok()
}

/// An element of the inert document with the parsed HTML inside.
pub(super) fn parse(document: &Document, html: &str) -> Option<Element> {
    let element = document.create_element("div").ok()?;
    Reflect::set(&element, &JsValue::from_str("innerHTML"), &trusted(html)).ok()?;
    Some(element)
}

/// The text as the page's policy marks it; the text itself where the browser knows no such policies.
fn trusted(html: &str) -> JsValue {
    let html = JsValue::from_str(html);
    let policy = dom::window().and_then(|window| Reflect::get(&window, &JsValue::from_str("lecternPolicy")).ok());
    let Some(policy) = policy.filter(JsValue::is_object) else { return html };
    let create = Reflect::get(&policy, &JsValue::from_str("createHTML")).ok();
    let create = create.and_then(|create| create.dyn_into::<Function>().ok());
    create.and_then(|create| create.call1(&policy, &html).ok()).unwrap_or(html)
}
