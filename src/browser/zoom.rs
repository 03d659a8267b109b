//! Pictures that are shown smaller than they are, enlarged at a click or by the keyboard.
//!
//! Each becomes a button once it is loaded. The browser itself does the rest: a modal dialog keeps the focus, closes with
//! Escape, and gives the focus back.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlImageElement, KeyboardEvent};

use super::dom;

/// Pictures that may become buttons: those in links and buttons have a purpose already.
const PICTURES: &str = ".prose img:not(a *, summary *, button *)";

/// How much larger than shown a picture must be to be worth it: in parts of ten.
const WORTH: u32 = 12;

/// Makes buttons of the pictures that are there, and of all that come.
pub(super) fn listen(document: &Document) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, ..Default::default() };
    EventListener::new_with_options(document, "load", options, |event| {
        if let Some(picture) = picture(event) {
            offer(&picture);
        }
    })
    .forget();
    if let Ok(pictures) = document.query_selector_all(PICTURES) {
        for picture in (0..pictures.length()).filter_map(|position| pictures.item(position)?.dyn_into().ok()) {
            offer(&picture);
        }
    }
    for name in ["click", "keydown"] {
        EventListener::new_with_options(document, name, EventListenerOptions::enable_prevent_default(), |event| {
            let is_wish = event
                .dyn_ref::<KeyboardEvent>()
                .is_none_or(|event| !event.repeat() && matches!(event.key().as_str(), "Enter" | " "));
            let picture = picture(event).filter(|picture| is_wish && picture.has_attribute("aria-haspopup"));
            if picture.and_then(|picture| open(&picture)).is_some() {
                event.prevent_default();
            }
        })
        .forget();
    }
}

fn picture(event: &Event) -> Option<HtmlImageElement> {
    let picture: HtmlImageElement = event.target()?.dyn_into().ok()?;
    picture.matches(PICTURES).ok()?.then_some(picture)
}

/// Makes a picture a button, if it is loaded and there is more of it to be seen.
fn offer(picture: &HtmlImageElement) {
    let shown = u32::try_from(picture.client_width()).unwrap_or_default();
    // What the browser has loaded may be one of the smaller copies.
    let stated = picture.get_attribute("width").and_then(|width| width.parse().ok()).unwrap_or_default();
    let is_larger = picture.has_attribute("srcset") || shown * WORTH < picture.natural_width().max(stated) * 10;
    if shown == 0 || !is_larger {
        return;
    }
    let name = format!("Enlarge picture: {}", picture.alt());
    for (attribute, value) in
        [("role", "button"), ("tabindex", "0"), ("aria-haspopup", "dialog"), ("aria-label", &name)]
    {
        let _ = picture.set_attribute(attribute, value);
    }
}

fn open(picture: &HtmlImageElement) -> Option<()> {
    let document = dom::document()?;
    let element = |name: &str, attributes: &[(&str, &str)]| -> Option<Element> {
        let element = document.create_element(name).ok()?;
        for (attribute, value) in attributes {
            element.set_attribute(attribute, value).ok()?;
        }
        Some(element)
    };
    let alt = picture.alt();
    let dialog: HtmlDialogElement =
        element("dialog", &[("class", "zoom"), ("aria-label", "Picture")])?.dyn_into().ok()?;
    let button = element("button", &[("type", "button"), ("aria-label", "Close")])?;
    button.set_text_content(Some("×"));
    let mut attributes = vec![("alt", alt.as_str())];
    let [width, height, source] =
        ["width", "height", "src"].map(|name| picture.get_attribute(name).unwrap_or_default());
    for (name, value) in [("width", &width), ("height", &height), ("src", &source)] {
        if !value.is_empty() {
            attributes.push((name, value));
        }
    }
    let large = element("img", &attributes)?;
    dialog.append_child(&button).ok()?;
    dialog.append_child(&large).ok()?;
    document.body()?.append_child(&dialog).ok()?;
    let closing = dialog.clone();
    EventListener::new(&dialog, "click", move |_| closing.close()).forget();
    let closed = dialog.clone();
    EventListener::new(&dialog, "close", move |_| closed.remove()).forget();
    dialog.show_modal().ok()
}
