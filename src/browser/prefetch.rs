//! Loads a page when the reader is about to ask for it: the pointer rests on a link, or it has focus or touch.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{Document, Event};

use super::dom;
use super::links::{self, Target};
use super::reader::Reader;

/// How long the pointer has to rest on a link, in milliseconds; passing over one is no wish to open it.
const REST: u32 = 65;

/// Listens for signs of a wish, unless the reader asked to save data.
pub(super) fn listen(document: &Document, reader: &Rc<Reader>) {
    if saves_data() {
        return;
    }
    let resting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    for (name, delay) in [("pointerover", REST), ("focusin", 0), ("touchstart", 0)] {
        let (reader, resting) = (reader.clone(), resting.clone());
        let listener = EventListener::new(document, name, move |event: &Event| {
            let Some(target) = links::internal_link(&reader.site().base, event) else {
                resting.replace(None);
                return;
            };
            resting.replace(Some(after(delay, reader.clone(), target)));
        });
        listener.forget();
    }
}

fn after(delay: u32, reader: Rc<Reader>, target: Target) -> Timeout {
    Timeout::new(delay, move || reader.prefetch(target.permalink))
}

/// The Save-Data preference, where the browser has one.
fn saves_data() -> bool {
    let connection =
        dom::window().and_then(|window| js_sys::Reflect::get(window.navigator().as_ref(), &"connection".into()).ok());
    let saves = connection.and_then(|connection| js_sys::Reflect::get(&connection, &"saveData".into()).ok());
    saves.is_some_and(|saves| saves.is_truthy())
}
