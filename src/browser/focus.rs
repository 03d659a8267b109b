//! Puts the reader where a navigation leads: at a section, or at the new page's heading.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions};

use super::dom;

/// Scrolls to the element that a fragment (without `#`) names and focuses it. Whether there is one.
pub(super) fn land_on_fragment(fragment: &str) -> bool {
    let decoded = js_sys::decode_uri_component(fragment).ok().and_then(|decoded| decoded.as_string());
    let target = dom::by_id(fragment).or_else(|| dom::by_id(&decoded?));
    let Some(target) = target else { return false };
    // At once, even where the style shows scrolling as a movement: the reader was not on this page before.
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    target.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(target) = target.dyn_into() {
        focus(&target);
    }
    true
}

/// Focuses the page's heading without scrolling, so that the keyboard and the screen reader go on from there.
pub(super) fn focus_heading() {
    if let Some(heading) = dom::html_element("main h1") {
        focus(&heading);
    }
}

fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && element.get_attribute("tabindex").is_none() {
        // An element that is not focusable by itself becomes so, but not a stop of the Tab key.
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
