//! Pages as HTML text, by the same view that runs in the browser.

use std::rc::Rc;

use futures::executor::block_on;
use yew::LocalServerRenderer;

use crate::direction::is_right_to_left;
use crate::head;
use crate::page::{Article, Document, Nearest, NotFound, Page, Payload, StoredPage};
use crate::site::Site;
use crate::view::app::{App, AppProps};

/// What the template needs of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Of `<html lang>`.
    pub language: String,
    /// An attribute of `<html>` for a site that is written from right to left, else empty.
    pub direction: &'static str,
    /// Of `<title>`.
    pub title: String,
    /// The page's tags in the head.
    pub tags: String,
    /// The inside of the root element.
    pub body: String,
    /// JSON for the app.
    pub payload: String,
}

/// Renders a page; `article` is its HTML if it is a document, and unused otherwise.
pub fn render(site: &Site, stored: StoredPage, article: &str) -> Result<Rendered, serde_json::Error> {
    let payload = Payload { site: site.clone(), page: stored };
    let json = serde_json::to_string(&payload)?;
    let page = in_full(payload.page, article);
    let language = head::language(site, &page).to_owned();
    let (title, tags) = (head::title(site, &page), head::tags(site, &page));
    let direction = if is_right_to_left(&payload.site.lang) { " dir=\"rtl\"" } else { "" };
    Ok(Rendered { language, direction, title, tags, body: body(payload.site, page), payload: json })
}

/// The same as the app makes of what is stored, but for the article, which it takes from the page.
fn in_full(stored: StoredPage, article: &str) -> Page {
    match stored {
        StoredPage::Document(metadata) => {
            Page::Document(Document { metadata: Rc::new(metadata), article: Article::Html(Rc::from(article)) })
        }
        StoredPage::List(list) => Page::List(list),
        StoredPage::Terms(terms) => Page::Terms(terms),
        StoredPage::Saved => Page::Saved,
        StoredPage::NotFound => Page::NotFound(NotFound { path: None, nearest: Nearest::Unknown }),
    }
}

fn body(site: Site, page: Page) -> String {
    let props = AppProps::of_page(Rc::new(site), Rc::new(page));
    // Nothing in the view waits, so this is done at once on this thread.
    block_on(LocalServerRenderer::<App>::with_props(props).render())
}
