//! Takes over the page that is on screen.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;
use yew::Renderer;

use super::history::Entry;
use super::links::{self, Target};
use super::reader::{Reader, Visit};
use super::scroll::{self, Restorer};
use super::{dom, focus, json, prefetch};
use crate::page::{Article, Document, Nearest, NotFound, PAYLOAD_ID, Page, Payload, ROOT_ID, StoredPage};
use crate::route::Route;
use crate::site::Site;
use crate::view::app::App;
use crate::view::mark::PRERENDER_MARK;

/// Takes the page over. If anything is not as expected, it stays the static page it is: readable, with links
/// that work.
pub fn boot() {
    if take_over().is_none() {
        web_sys::console::warn_1(&"Lectern could not take over this page; it stays a static one.".into());
    }
}

fn take_over() -> Option<()> {
    let root = dom::by_id(ROOT_ID)?;
    // Any other element may have the script's id: authors give them freely.
    let payload = dom::document()?.query_selector(&format!("script#{PAYLOAD_ID}")).ok()??;
    let payload: Payload = json::read(&payload.text_content()?)?;
    let words = json::words()?;
    let site = Rc::new(Site { words, ..payload.site });
    let here = Target::of_location(&site.base)?;
    let is_our_markup = root.get_attribute("data-mark").as_deref() == Some(&PRERENDER_MARK.to_string());
    let article = if is_our_markup { Article::Standing } else { Article::Placed };
    let page = page_on_screen(payload.page, article);
    let shows_this_path =
        page.permalink().is_none_or(|path| Route::data_file(&path) == Route::data_file(&here.permalink));

    let is_missing = matches!(page, Page::NotFound(_));
    let reader = Reader::new(site, page);
    let renderer = Renderer::<App>::with_root_and_props(root, reader.props());
    reader.attach(if is_our_markup { renderer.hydrate() } else { renderer.render() });
    scroll::set_restorer(Restorer::App);
    restore_position(&here);
    listen(&reader);
    // For styles and tests: the app is here.
    let _ = dom::document()?.document_element()?.set_attribute("data-app", "ready");
    if is_missing {
        reader.find_nearest(here.permalink);
    } else if !shows_this_path {
        // A host that answers every path with the home page: the path still says what was meant.
        reader.visit(Visit { target: here, entry: Entry::Replace, is_sent_on: false });
    }
    Some(())
}

/// The page's data; its article stands in the document.
fn page_on_screen(stored: StoredPage, article: Article) -> Page {
    match stored {
        StoredPage::Document(metadata) => Page::Document(Document { metadata: Rc::new(metadata), article }),
        StoredPage::List(list) => Page::List(list),
        StoredPage::Terms(terms) => Page::Terms(terms),
        StoredPage::Saved => Page::Saved,
        StoredPage::NotFound => Page::NotFound(NotFound { path: None, nearest: Nearest::Unknown }),
    }
}

/// The browser puts a page it loads back in place by itself, but not an entry that the app made.
fn restore_position(here: &Target) {
    let saved = scroll::saved(&super::history::current_key());
    match saved {
        Some(saved) if 0 < saved && scroll::position() == Some(0) => scroll::go_to(saved),
        None if !here.fragment.is_empty() && scroll::position() == Some(0) => {
            focus::land_on_fragment(&here.fragment);
        }
        _ => {}
    }
}

/// The listeners live as long as the page.
fn listen(reader: &Rc<Reader>) -> Option<()> {
    let (window, document) = (dom::window()?, dom::document()?);
    let follower = reader.clone();
    let follow = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        let Some(target) = links::followed_link(&follower.site().base, event) else { return };
        let is_same_page = follower.current().as_ref() == Some(&target.permalink);
        if is_same_page && !target.fragment.is_empty() {
            // The browser scrolls by itself and makes the entry.
            return follower.save_position();
        }
        event.prevent_default();
        let entry = if is_same_page { Entry::Replace } else { Entry::Push };
        follower.visit(Visit { target, entry, is_sent_on: false });
    };
    EventListener::new_with_options(&document, "click", EventListenerOptions::enable_prevent_default(), follow)
        .forget();

    let traveler = reader.clone();
    EventListener::new(&window, "popstate", move |_| {
        let Some(target) = Target::of_location(&traveler.site().base) else { return };
        // A link within the page comes this way, too: then the browser has scrolled already, and the place was
        // noted at the click.
        if super::history::has_key() {
            traveler.save_position();
        }
        let is_same_page = traveler.current().as_ref() == Some(&target.permalink);
        if !is_same_page {
            return traveler.visit(Visit { target, entry: Entry::Visited, is_sent_on: false });
        }
        traveler.adopt_entry();
        if let Some(saved) = scroll::saved(&super::history::current_key()) {
            scroll::go_to(saved);
        }
    })
    .forget();

    let leaver = reader.clone();
    EventListener::new(&window, "pagehide", move |_| {
        leaver.save_position();
        scroll::set_restorer(Restorer::Browser);
    })
    .forget();
    EventListener::new(&window, "pageshow", |_| scroll::set_restorer(Restorer::App)).forget();
    prefetch::listen(&document, reader);
    Some(())
}
