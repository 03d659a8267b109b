//! Footnotes shown beside their marks, as long as the mouse or the focus is there.
//!
//! Who cannot see the box misses nothing: the mark is a link to the note. The box is a copy of the note outside of the
//! article, hidden from screen readers and from the Tab key. The mouse may go into it; Escape closes it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

use super::{dom, scroll};

/// How long the box waits for the mouse to come back, in milliseconds: enough for the way from the mark to the box.
const PATIENCE: u32 = 300;

/// Pixels between a mark and its box.
const DISTANCE: i32 = 6;

#[derive(Default)]
struct Notes {
    shown: RefCell<Option<Shown>>,
    leaving: RefCell<Option<Timeout>>,
}

struct Shown {
    mark: Element,
    note: Element,
}

/// Listens for as long as the page lives.
pub(super) fn listen(document: &Document) {
    let notes = Rc::new(Notes::default());
    for event in ["mouseover", "focusin", "keydown", "click"] {
        let notes = notes.clone();
        EventListener::new(document, event, move |event| {
            notes.hear(event);
        })
        .forget();
    }
}

impl Notes {
    fn hear(self: &Rc<Notes>, event: &Event) -> Option<()> {
        let kind = event.type_();
        if kind == "keydown" {
            if event.dyn_ref::<KeyboardEvent>()?.key() == "Escape" {
                self.hide();
            }
            return Some(());
        }
        if kind == "click" {
            self.hide();
            return Some(());
        }
        let target: Element = event.target()?.dyn_into().ok()?;
        let mark = target.closest("a.footnote").ok()?;
        let is_here = match self.shown.borrow().as_ref() {
            Some(shown) => shown.note.contains(Some(&target)) || mark.as_ref() == Some(&shown.mark),
            None if mark.is_none() => return None,
            None => false,
        };
        if is_here {
            self.leaving.take();
        } else if let Some(mark) = mark {
            self.hide();
            self.show(mark);
        } else if self.leaving.borrow().is_none() {
            let notes = self.clone();
            self.leaving.replace(Some(Timeout::new(PATIENCE, move || notes.hide())));
        }
        Some(())
    }

    fn show(&self, mark: Element) -> Option<()> {
        let id = mark.get_attribute("href")?;
        let id = js_sys::decode_uri_component(id.strip_prefix('#')?).ok()?.as_string()?;
        let note: HtmlElement = dom::by_id(&id)?.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        note.set_class_name("prose note-popover");
        note.remove_attribute("id").ok()?;
        note.set_attribute("aria-hidden", "true").ok()?;
        let inside = note.query_selector_all("[id], a").ok()?;
        for position in 0..inside.length() {
            let Some(element) = inside.item(position).and_then(|node| node.dyn_into::<Element>().ok()) else {
                continue;
            };
            let _ = element.remove_attribute("id");
            let _ = element.set_attribute("tabindex", "-1");
        }
        let place = mark.get_bounding_client_rect();
        let document = dom::document()?;
        let scrolled = i32::try_from(scroll::position()?).ok()?;
        let is_low = document.document_element()?.client_height() < 2 * place.top() as i32;
        let y = if is_low { place.top() as i32 - DISTANCE } else { place.bottom() as i32 + DISTANCE };
        if is_low {
            note.set_attribute("data-side", "above").ok()?;
        }
        let x = (place.left() + place.right()) as i32 / 2;
        for (name, value) in [("--x", x), ("--y", y + scrolled)] {
            note.style().set_property(name, &(value.to_string() + "px")).ok()?;
        }
        document.body()?.append_child(&note).ok()?;
        self.shown.replace(Some(Shown { mark, note: note.into() }));
        Some(())
    }

    fn hide(&self) {
        self.leaving.take();
        if let Some(shown) = self.shown.take() {
            shown.note.remove();
        }
    }
}
