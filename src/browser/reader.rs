//! What is on screen, and the way to the next page.
//!
//! A page is shown whole or not at all: the old one stays readable while the next loads, and only the newest
//! wish counts. Nothing here panics; where the browser refuses something, the page stays a page of links.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::{AppHandle, Callback};

use super::fetch::Freshness;
use super::history::{self, Entry};
use super::links::Target;
use super::store::{Loaded, Store};
use super::{article, names, scroll};
use crate::page::{self, Document, Nearest, NotFound, Page};
use crate::permalink::Permalink;
use crate::site::Site;
use crate::view::app::{Action, App, AppProps};

mod loading;
mod showing;

/// The app's only state.
pub(super) struct Reader {
    handle: RefCell<Option<AppHandle<App>>>,
    shown: RefCell<AppProps>,
    /// The page shown, as it is kept.
    current: RefCell<Rc<Loaded>>,
    /// The page that is being replaced, and the nodes of its article.
    leaving: RefCell<Option<(Rc<Loaded>, Array)>>,
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
    /// Whether another address has led to this one.
    pub(super) is_sent_on: bool,
}

struct Arrival {
    fragment: String,
    position: Option<u32>,
}

impl Reader {
    /// A reader of the page on screen. It shows nothing before [`Reader::attach`].
    pub(super) fn new(site: Rc<Site>, page: Page) -> Rc<Reader> {
        let current = Loaded::of_page(kept(&page));
        if !stands(&page) {
            current.article.take_back(&article::nodes_in_page());
        }
        Rc::new_cyclic(|reader: &std::rc::Weak<Reader>| {
            let weak = reader.clone();
            let on_action = Callback::from(move |action| {
                let Some(reader) = weak.upgrade() else { return };
                match action {
                    Action::Turned => spawn_local(async move { reader.receive() }),
                    Action::Retry => reader.retry(),
                    Action::Dismiss => reader.dismiss(),
                }
            });
            let shown = AppProps { on_action, ..AppProps::of_page(site, Rc::new(page)) };
            Reader {
                handle: RefCell::default(),
                shown: RefCell::new(shown),
                current: RefCell::new(Rc::new(current)),
                leaving: RefCell::default(),
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
        let current = self.current.borrow().clone();
        if let Some(permalink) = current.page.permalink() {
            self.store.borrow_mut().put(permalink, current.clone());
        }
        if !stands(&self.shown.borrow().page) {
            self.show_more(current);
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

    fn update(&self, change: impl FnOnce(&mut AppProps)) {
        change(&mut self.shown.borrow_mut());
        let props = self.props();
        if let Some(handle) = self.handle.borrow_mut().as_mut() {
            handle.update(props);
        }
    }
}

/// Whether the page's article is in the document already, for Yew to adopt.
fn stands(page: &Page) -> bool {
    matches!(page, Page::Document(Document { article: page::Article::Standing, .. }))
}

/// The page as it is shown once the reader comes back to it.
fn kept(page: &Page) -> Page {
    match page {
        Page::Document(document) => {
            Page::Document(Document { metadata: document.metadata.clone(), article: page::Article::Placed })
        }
        other => other.clone(),
    }
}
