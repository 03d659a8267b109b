//! Bringing pages, and what becomes of a visit whose page does not come.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::AttrValue;

use super::{Reader, Visit};
use crate::browser::dom;
use crate::browser::fetch::{Freshness, load_page, load_text};
use crate::browser::fetch_error::FetchError;
use crate::browser::store::Loaded;
use crate::page::{Nearest, NotFound, Page};
use crate::permalink::Permalink;
use crate::view::app::Status;

/// After this long a load is shown as such, in milliseconds.
const MOMENT: u32 = 200;

/// What tells a redirect of the press from the page that a host has for every path.
const LEADS_ON: &str = "http-equiv=\"refresh\"";

impl Reader {
    pub(super) fn load(self: &Rc<Reader>, visit: Visit, freshness: Freshness) {
        self.give_up();
        if freshness == Freshness::Cached {
            let at_hand = self.store.borrow_mut().get(&visit.target.permalink);
            if let Some(page) = at_hand {
                return self.show(visit, page);
            }
        }
        let reader = self.clone();
        let show_progress = Timeout::new(MOMENT, move || reader.update(|shown| shown.status = Status::Loading));
        let controller = AbortController::new().ok();
        self.loading.replace(Some((controller.clone(), show_progress)));
        self.bring(visit.target.permalink.clone(), freshness, Some((visit, self.wish.get(), controller)));
    }

    /// Brings a page into the store, and if it is for a visit that nothing newer has replaced, shows it.
    pub(super) fn bring(
        self: &Rc<Reader>,
        permalink: Permalink,
        freshness: Freshness,
        purpose: Option<(Visit, u32, Option<AbortController>)>,
    ) {
        let reader = self.clone();
        spawn_local(async move {
            let controller = purpose.as_ref().and_then(|(_, _, controller)| controller.clone());
            let answer = load_page(reader.site(), permalink.clone(), freshness, controller).await;
            let answer = answer.map(|loaded| {
                let page = Rc::new(loaded);
                reader.store.borrow_mut().put(permalink.clone(), page.clone());
                page
            });
            let Some((visit, wish, _)) = purpose else {
                return reader.prefetching.borrow_mut().retain(|other| *other != permalink);
            };
            if wish != reader.wish.get() {
                return;
            }
            match answer {
                Ok(page) => reader.show(visit, page),
                Err(FetchError::Moved(address)) => reader.follow(visit, &address),
                Err(FetchError::AnyPage) => reader.open_missing(visit, wish, LEADS_ON).await,
                Err(FetchError::Missing) => reader.open_missing(visit, wish, "").await,
                Err(error) => reader.fail(visit, &error),
            }
        });
    }

    /// Forgets what was on the way: only the newest wish counts.
    fn give_up(&self) {
        self.wish.set(self.wish.get().wrapping_add(1));
        self.failed.replace(None);
        if let Some((Some(controller), _)) = self.loading.take() {
            controller.abort();
        }
    }

    /// The page is elsewhere on this site. Who is sent on by the page reached, too, has the browser see to it: it knows
    /// when enough is enough.
    fn follow(self: &Rc<Reader>, visit: Visit, address: &str) {
        let moved = visit.target.moved(&self.site().base, address).filter(|_| !visit.is_sent_on);
        match (moved, dom::window()) {
            (Some(target), _) => self.visit(Visit { target, is_sent_on: true, ..visit }),
            (None, Some(window)) => drop(window.location().assign(&visit.target.url)),
            (None, None) => {}
        }
    }

    /// No data for this path. Some other file of the host may be there all the same: then that is opened, if the proof is
    /// in it.
    async fn open_missing(self: &Rc<Reader>, visit: Visit, wish: u32, proof: &str) {
        let answer = load_text(visit.target.url.clone(), Freshness::Cached, None).await;
        let exists = answer.is_ok_and(|text| text.contains(proof));
        if wish != self.wish.get() {
            return;
        }
        match dom::window().filter(|_| exists) {
            Some(window) => drop(window.location().assign(&visit.target.url)),
            None => self.show_missing(visit),
        }
    }

    fn show_missing(self: &Rc<Reader>, visit: Visit) {
        let path = visit.target.permalink.clone();
        let missing = NotFound { path: Some(path), nearest: Nearest::Unknown };
        self.show(visit, Rc::new(Loaded::of_page(Page::NotFound(missing))));
    }

    fn fail(self: &Rc<Reader>, visit: Visit, error: &FetchError) {
        self.loading.replace(None);
        let target = AttrValue::from(visit.target.url.clone());
        let reason = AttrValue::from(error.message(&self.site().words));
        self.failed.replace(Some(visit));
        self.update(|shown| shown.status = Status::Failed { target, reason });
    }

    pub(super) fn retry(self: &Rc<Reader>) {
        let visit = self.failed.borrow_mut().take();
        if let Some(visit) = visit {
            self.update(|shown| shown.status = Status::Settled);
            self.load(visit, Freshness::New);
        }
    }

    pub(super) fn dismiss(self: &Rc<Reader>) {
        self.failed.replace(None);
        self.update(|shown| shown.status = Status::Settled);
    }
}
