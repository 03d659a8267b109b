//! Putting a page on screen: address, head, article by parts, position.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::AttrValue;

use super::{Arrival, Reader, Visit};
use crate::browser::history::{self, Entry};
use crate::browser::{document_head, focus, scroll};
use crate::page::Page;
use crate::view::app::Status;

impl Reader {
    pub(super) fn show(self: &Rc<Reader>, visit: Visit, page: Rc<Page>) {
        self.loading.replace(None);
        if visit.entry != Entry::Visited {
            self.save_position();
        }
        // The address first: relative pictures of the new page resolve against it.
        self.key.replace(history::enter(visit.entry, &visit.target.url));
        let position = (visit.entry == Entry::Visited).then(|| scroll::saved(&self.key.borrow())).flatten();
        self.arrival.replace(Some(Arrival { fragment: visit.target.fragment, position }));
        document_head::show(&self.site(), &page);
        let is_same = Rc::ptr_eq(&self.shown.borrow().page, &page);
        self.update(|shown| {
            shown.status = Status::Settled;
            shown.announcement = AttrValue::from(page.heading());
            shown.page = page.clone();
            shown.parts = 1;
        });
        self.show_more(page);
        if is_same {
            self.receive();
        }
    }

    /// Called when a new page stands in the document.
    pub(super) fn receive(self: &Rc<Reader>) {
        if self.arrival.borrow().is_some() {
            focus::focus_heading();
            scroll::go_to(0);
            self.land();
        }
    }

    /// Shows the next part of a long page as soon as the browser has dealt with the last one, and so on.
    fn show_more(self: &Rc<Reader>, page: Rc<Page>) {
        if page.parts() == 1 {
            return;
        }
        let reader = self.clone();
        let next = move || {
            let is_shown = Rc::ptr_eq(&reader.shown.borrow().page, &page);
            if is_shown {
                reader.land();
                if reader.shown.borrow().parts < page.parts() {
                    reader.update(|shown| shown.parts += 1);
                    reader.show_more(page);
                }
            }
        };
        Timeout::new(0, next).forget();
    }

    /// Goes to where the reader wanted to be on this page, once that part of it is there.
    fn land(&self) {
        let Some(arrival) = self.arrival.take() else { return };
        let is_there = match arrival.position {
            Some(position) => {
                scroll::go_to(position);
                scroll::position() == Some(position)
            }
            None => arrival.fragment.is_empty() || focus::land_on_fragment(&arrival.fragment),
        };
        let shown = self.shown.borrow();
        if !is_there && shown.parts < shown.page.parts() {
            self.arrival.replace(Some(arrival));
        }
    }
}
