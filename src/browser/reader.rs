//! What is on screen, and the way to the next page.
//!
//! A page is shown whole or not at all: the old one stays readable while the next loads, and only the newest
//! wish counts. Nothing here panics; where the browser refuses something, the page stays a page of links.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::{AppHandle, AttrValue, Callback};

use super::fetch::{Freshness, load_page, load_text};
use super::fetch_error::FetchError;
use super::history::{self, Entry};
use super::links::Target;
use super::store::Store;
use super::{document_head, dom, focus, names, scroll};
use crate::page::{Nearest, NotFound, Page};
use crate::permalink::Permalink;
use crate::site::Site;
use crate::view::app::{Action, App, AppProps, Status};

/// After this long a load is shown as such, in milliseconds.
const MOMENT: u32 = 200;

/// The app's only state.
pub(super) struct Reader {
    handle: RefCell<Option<AppHandle<App>>>,
    shown: RefCell<AppProps>,
    /// The history entry now shown.
    key: RefCell<String>,
    /// Counts wishes; an answer to an older one is dropped.
    wish: Cell<u32>,
    loading: RefCell<Option<(Option<AbortController>, Timeout)>>,
    failed: RefCell<Option<Visit>>,
    /// How to receive the page that is being put into the document.
    arrival: RefCell<Option<Arrival>>,
    store: RefCell<Store>,
    prefetching: RefCell<Vec<Permalink>>,
}

/// A wish for a page.
#[derive(Clone)]
pub(super) struct Visit {
    /// Where to.
    pub(super) target: Target,
    /// What becomes of the history.
    pub(super) entry: Entry,
}

struct Arrival {
    fragment: String,
    position: Option<u32>,
}

impl Reader {
    /// A reader of the page on screen. It shows nothing before [`Reader::attach`].
    pub(super) fn new(site: Rc<Site>, page: Rc<Page>) -> Rc<Reader> {
        Rc::new_cyclic(|reader: &std::rc::Weak<Reader>| {
            let weak = reader.clone();
            let on_action = Callback::from(move |action| {
                let Some(reader) = weak.upgrade() else { return };
                match action {
                    Action::Shown => reader.receive(),
                    Action::Retry => reader.retry(),
                    Action::Dismiss => reader.dismiss(),
                }
            });
            let shown = AppProps { on_action, ..AppProps::of_page(site, page) };
            Reader {
                handle: RefCell::default(),
                shown: RefCell::new(shown),
                key: RefCell::new(history::current_key()),
                wish: Cell::new(0),
                loading: RefCell::default(),
                failed: RefCell::default(),
                arrival: RefCell::default(),
                store: RefCell::default(),
                prefetching: RefCell::default(),
            }
        })
    }

    /// What to mount.
    pub(super) fn props(&self) -> AppProps {
        self.shown.borrow().clone()
    }

    /// Gives the reader the mounted app.
    pub(super) fn attach(self: &Rc<Reader>, handle: AppHandle<App>) {
        self.handle.replace(Some(handle));
        let page = self.shown.borrow().page.clone();
        if let Some(permalink) = page.permalink() {
            self.store.borrow_mut().put(permalink, page);
        }
    }

    /// The site's own data.
    pub(super) fn site(&self) -> Rc<Site> {
        self.shown.borrow().site.clone()
    }

    /// The path of the page shown.
    pub(super) fn current(&self) -> Option<Permalink> {
        self.shown.borrow().page.permalink()
    }

    /// Notes the scroll position, before the page changes or goes away.
    pub(super) fn save_position(&self) {
        scroll::save(&self.key.borrow());
    }

    /// The reader moved within the page or through the history; the entry shown is another one now.
    pub(super) fn adopt_entry(&self) {
        self.key.replace(history::current_key());
    }

    /// Shows the page of a visit, now if it is at hand, else when it has come.
    pub(super) fn visit(self: &Rc<Reader>, visit: Visit) {
        self.load(visit, Freshness::Cached);
    }

    /// Brings a page that may be asked for next. Failures are for the real visit to tell.
    pub(super) fn prefetch(self: &Rc<Reader>, permalink: Permalink) {
        let is_at_hand = self.store.borrow_mut().get(&permalink).is_some();
        if !is_at_hand && !self.prefetching.borrow().contains(&permalink) {
            self.prefetching.borrow_mut().push(permalink.clone());
            self.bring(permalink, Freshness::Cached, None);
        }
    }

    /// Looks for pages with names like the missing one that is shown.
    pub(super) fn find_nearest(self: &Rc<Reader>, missing: Permalink) {
        let reader = self.clone();
        let wish = self.wish.get();
        spawn_local(async move {
            let nearest = names::nearest_pages(&reader.site(), &missing).await;
            if wish == reader.wish.get() {
                let page = NotFound { path: Some(missing), nearest: Nearest::Known(nearest) };
                reader.update(|shown| shown.page = Rc::new(Page::NotFound(page)));
            }
        });
    }

    fn load(self: &Rc<Reader>, visit: Visit, freshness: Freshness) {
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
    fn bring(
        self: &Rc<Reader>,
        permalink: Permalink,
        freshness: Freshness,
        purpose: Option<(Visit, u32, Option<AbortController>)>,
    ) {
        let reader = self.clone();
        spawn_local(async move {
            let controller = purpose.as_ref().and_then(|(_, _, controller)| controller.clone());
            let answer = load_page(reader.site().base.clone(), permalink.clone(), freshness, controller).await;
            let answer = answer.map(|page| {
                let page = Rc::new(page);
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
                Err(FetchError::AnyPage) => reader.show_missing(visit),
                Err(FetchError::Missing) => reader.open_missing(visit, wish).await,
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

    fn show(self: &Rc<Reader>, visit: Visit, page: Rc<Page>) {
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

    /// No data for this path. Some other file of the host may be there all the same: then that is opened.
    async fn open_missing(self: &Rc<Reader>, visit: Visit, wish: u32) {
        let exists = load_text(visit.target.url.clone(), Freshness::Cached, None).await.is_ok();
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
        let missing = NotFound { path: Some(path.clone()), nearest: Nearest::Unknown };
        self.show(visit, Rc::new(Page::NotFound(missing)));
        self.find_nearest(path);
    }

    fn fail(self: &Rc<Reader>, visit: Visit, error: &FetchError) {
        self.loading.replace(None);
        let target = AttrValue::from(visit.target.url.clone());
        let reason = AttrValue::from(error.message());
        self.failed.replace(Some(visit));
        self.update(|shown| shown.status = Status::Failed { target, reason });
    }

    fn retry(self: &Rc<Reader>) {
        let visit = self.failed.borrow_mut().take();
        if let Some(visit) = visit {
            self.update(|shown| shown.status = Status::Settled);
            self.load(visit, Freshness::New);
        }
    }

    fn dismiss(self: &Rc<Reader>) {
        self.failed.replace(None);
        self.update(|shown| shown.status = Status::Settled);
    }

    /// Called when a new page stands in the document.
    fn receive(self: &Rc<Reader>) {
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

    fn update(&self, change: impl FnOnce(&mut AppProps)) {
        change(&mut self.shown.borrow_mut());
        let props = self.props();
        if let Some(handle) = self.handle.borrow_mut().as_mut() {
            handle.update(props);
        }
    }
}
