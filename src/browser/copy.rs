//! A button at each block of code that copies it. Only the app puts it there: without scripts it would do nothing.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::dom;
use super::reader::Reader;
use crate::page::ROOT_ID;

/// What the button says.
const OFFER: &str = "Copy";

/// After this long the button says again what it does, in milliseconds.
const WHILE: u32 = 2_000;

/// Puts buttons at all code on the page, now and whenever some comes, and does what they say.
pub(super) fn offer(reader: &Rc<Reader>) -> Option<()> {
    let root = dom::by_id(ROOT_ID)?;
    add_buttons();
    let on_change = Closure::<dyn Fn()>::new(add_buttons);
    let observer = MutationObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    on_change.forget();
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer.observe_with_options(&root, &options).ok()?;
    let reader = reader.clone();
    EventListener::new(&root, "click", move |event| {
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(button) = button.filter(|button| button.class_name() == "copy") {
            spawn_local(copy(button, reader.clone()));
        }
    })
    .forget();
    Some(())
}

fn add_buttons() {
    let Some(document) = dom::document() else { return };
    let Ok(figures) = document.query_selector_all("figure.code:not(:has(> .copy))") else { return };
    for position in 0..figures.length() {
        let (Some(figure), Ok(button)) = (figures.get(position), document.create_element("button")) else { return };
        button.set_class_name("copy");
        button.set_text_content(Some(OFFER));
        let _ = figure.append_child(&button);
    }
}

async fn copy(button: Element, reader: Rc<Reader>) {
    let code = button.parent_element().and_then(|figure| figure.query_selector("code").ok()?);
    let Some(code) = code else { return };
    let text = code.text_content().unwrap_or_default();
    // The line end before the closing fence is not the author's, and a terminal would run the last line at once.
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let (shown, told) = match write(text).await {
        Some(()) => ("Copied", "The code is copied."),
        None => {
            // Pages without encryption may not use the clipboard, but the reader may.
            let selection = dom::window().and_then(|window| window.get_selection().ok()?);
            let _ = selection.map(|selection| selection.select_all_children(&code));
            ("Press Ctrl+C", "The code is selected. Press Control C, or Command C on a Mac, to copy it.")
        }
    };
    button.set_text_content(Some(shown));
    reader.announce(told);
    Timeout::new(WHILE, move || {
        button.set_text_content(Some(OFFER));
        // The same words are only told again if there was something else between.
        reader.announce("");
    })
    .forget();
}

/// Puts a text on the clipboard; `None` if the browser does not want that.
async fn write(text: &str) -> Option<()> {
    let clipboard = dom::window()?.navigator().clipboard();
    if JsValue::from(&clipboard).is_undefined() {
        return None;
    }
    JsFuture::from(clipboard.write_text(text)).await.ok().map(drop)
}
