//! The browser's globals, as options: an odd browser must not panic the app.

use web_sys::{Document, Element, HtmlElement, Window};

/// The window.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// An element by its id.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The first element that matches, as something that can be focused.
pub(super) fn html_element(selector: &str) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;

    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Milliseconds, for measuring a few of them.
pub(super) fn now() -> f64 {
    js_sys::Date::now()
}
