//! Frames of other sites, opened where a reader asks for one.
//!
//! The press writes the address of a frame only where the author's settings allow it, and the page's policy knows the
//! same settings.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, MouseEvent};

use super::dom;

thread_local! {
    /// The links that gave their places to frames, and these.
    static OPENED: RefCell<Vec<(Element, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Puts a frame into the place of each link with the address of one, at a plain click.
pub(super) fn listen(document: &Document) {
    EventListener::new_with_options(document, "click", EventListenerOptions::enable_prevent_default(), |event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        let is_plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest(".embed > a[data-frame]").ok().flatten());
        if is_plain && link.and_then(|link| open(&link)).is_some() {
            event.prevent_default();
        }
    })
    .forget();
}

fn open(link: &Element) -> Option<()> {
    let address = link.get_attribute("data-frame")?;
    let title = link.query_selector("span").ok()??.text_content()?;
    let frame = dom::document()?.create_element("iframe").ok()?;
    for (name, value) in [
        ("title", title.as_str()),
        ("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture"),
        // Its own origin is another than the page's, so it gets at nothing here.
        ("sandbox", "allow-popups allow-presentation allow-same-origin allow-scripts"),
        // Services refuse to play for who does not say where.
        ("referrerpolicy", "strict-origin-when-cross-origin"),
        ("src", &address),
    ] {
        frame.set_attribute(name, value).ok()?;
    }
    link.parent_element()?.replace_child(&frame, link).ok()?;
    frame.dyn_ref::<HtmlElement>()?.focus().ok()?;
    OPENED.with_borrow_mut(|opened| opened.push((link.clone(), frame)));
    Some(())
}

/// Puts the links back, before their page goes away: coming back to it must not make it play by itself.
pub(super) fn close_all() {
    for (link, frame) in OPENED.take() {
        let _ = frame.replace_with_with_node_1(&link);
    }
}
