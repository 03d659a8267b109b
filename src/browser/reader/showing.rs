//! Putting a page on screen: address, head, article by parts, position.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::AttrValue;

use super::{Arrival, Reader, Visit};
use crate::browser::history::{self, Entry};
use crate::browser::store::Loaded;
use crate::browser::{article, document_head, focus, scroll, transition};
use crate::page::{Nearest, NotFound, Page};
use crate::view::app::Status;

impl Reader {
    /// Shows a page, as a movement where the reader's browser has such. Only the newest wish counts.
    pub(super) fn show(self: &Rc<Reader>, visit: Visit, next: Rc<Loaded>) {
        self.loading.replace(None);
        if Rc::ptr_eq(&self.shown.borrow().page, &next.page) {
            return self.put(visit, next);
        }
        let (reader, wish) = (self.clone(), self.wish.get());
        transition::change(move || {
            if wish == reader.wish.get() {
                reader.put(visit, next);
            }
        });
    }

    fn put(self: &Rc<Reader>, visit: Visit, next: Rc<Loaded>) {
        if visit.entry != Entry::Visited {
            self.save_position();
        }
        // The address first: relative pictures of the new page resolve against it.
        self.key.replace(history::enter(visit.entry, &visit.target.url));
        let position = (visit.entry == Entry::Visited).then(|| scroll::saved(&self.key.borrow())).flatten();
        self.arrival.replace(Some(Arrival { fragment: visit.target.fragment, position }));
        document_head::show(&self.site(), &next.page);
        let is_same = Rc::ptr_eq(&self.shown.borrow().page, &next.page);
        if !is_same {
            self.leave(next.clone());
        }
        // Before the update, which has what is shown for itself.
        let heading = AttrValue::from(next.page.heading(&self.site().words));
        self.update(|shown| {
            shown.status = Status::Settled;
            shown.announcement = heading;
            shown.page = next.page.clone();
        });
        if is_same {
            self.receive();
        }
        if let Page::NotFound(NotFound { path: Some(path), nearest: Nearest::Unknown }) = &*next.page {
            self.find_nearest(path.clone());
        }
    }

    /// Notes the nodes of the article that goes away. While one page is being put in, the one before it is still there.
    fn leave(&self, next: Rc<Loaded>) {
        let old = self.current.replace(next);
        let mut leaving = self.leaving.borrow_mut();
        if leaving.is_none() {
            *leaving = Some((old, article::nodes_in_page()));
        }
    }

    /// Called when a new page stands in the document, but for its article.
    pub(super) fn receive(self: &Rc<Reader>) {
        if let Some((old, nodes)) = self.leaving.take() {
            old.article.take_back(&nodes);
        }
        let current = self.current.borrow().clone();
        current.article.place_next();
        if self.arrival.borrow().is_some() {
            focus::focus_heading();
            scroll::go_to(0);
            self.land();
        }
        self.show_more(current);
    }

    /// Shows the next part of a long page as soon as the browser has dealt with the last one, and so on.
    pub(super) fn show_more(self: &Rc<Reader>, shown: Rc<Loaded>) {
        if shown.article.is_whole() {
            return;
        }
        let reader = self.clone();
        let next = move || {
            let is_shown = Rc::ptr_eq(&*reader.current.borrow(), &shown);
            if is_shown && shown.article.place_next() {
                reader.land();
                reader.show_more(shown);
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
        if !is_there && !self.current.borrow().article.is_whole() {
            self.arrival.replace(Some(arrival));
        }
    }
}
