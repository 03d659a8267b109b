//! Brings a page: its data over the network, its article rendered.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

use super::article::{self, Article};
use super::fetch_error::FetchError;
use super::store::Loaded;
use super::{dom, json};
use crate::bundle::{Bundle, BundleError};
use crate::markdown;
use crate::markdown::attribute::Surroundings;
use crate::page::{self, Document, Nearest, NotFound, Page, StoredPage};
use crate::permalink::Permalink;
use crate::route::Route;
use crate::site::Site;

/// After this long without a whole answer a load counts as failed, in milliseconds.
const PATIENCE: u32 = 30_000;

/// How long rendering may hold up the page at a stretch, in milliseconds: well under the 50 of a long task.
const STRETCH: f64 = 12.0;

/// Which copy of the data will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Freshness {
    /// Also one the browser kept.
    Cached,
    /// Only a new one: the kept one may be what failed.
    New,
}

/// The page at a path.
pub(super) async fn load_page(
    site: Rc<Site>,
    permalink: Permalink,
    freshness: Freshness,
    controller: Option<AbortController>,
) -> Result<Loaded, FetchError> {
    let url = site.base.join(&Route::data_file(&permalink));
    let text = load_text(url, freshness, controller).await?;
    match Route::of(&permalink) {
        Route::Document(_) => {
            let bundle = Bundle::parse(&text, json::read).map_err(|error| bundle_error(&text, error))?;
            if !bundle.metadata.redirect_to.is_empty() {
                return Err(FetchError::Moved(bundle.metadata.redirect_to));
            }
            drop(text);
            let article = render(&bundle, &site).await;
            let document = Document { metadata: Rc::new(bundle.metadata), article: page::Article::Placed };
            Ok(Loaded { page: Rc::new(Page::Document(document)), article })
        }
        Route::List(..) | Route::Terms(_) | Route::Saved => stored_page(&text).map(Loaded::of_page),
    }
}

/// Text at a URL of this site. Boxed, since several wait for one.
pub(super) fn load_text(
    url: String,
    freshness: Freshness,
    controller: Option<AbortController>,
) -> Pin<Box<dyn Future<Output = Result<String, FetchError>>>> {
    Box::pin(async move {
        let options = RequestInit::new();
        if freshness == Freshness::New {
            options.set_cache(RequestCache::Reload);
        }
        let timer = controller.clone().map(|controller| {
            options.set_signal(Some(&controller.signal()));
            Timeout::new(PATIENCE, move || controller.abort())
        });
        let answer = load_bytes(&url, &options).await;
        drop(timer);
        let is_aborted = controller.is_some_and(|controller| controller.signal().aborted());
        let bytes = answer.map_err(|error| if is_aborted { FetchError::TimedOut } else { error })?;
        String::from_utf8(bytes).map_err(|_| FetchError::NotUtf8)
    })
}

async fn load_bytes(url: &str, options: &RequestInit) -> Result<Vec<u8>, FetchError> {
    let window = dom::window().ok_or(FetchError::Unreachable)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(url, options)).await;
    let unreachable = || if window.navigator().on_line() { FetchError::Unreachable } else { FetchError::Offline };
    let response: Response = answer.map_err(|_| unreachable())?.dyn_into().map_err(|_| FetchError::Unreachable)?;
    match response.status() {
        404 | 410 => return Err(FetchError::Missing),
        status if !response.ok() => return Err(FetchError::Status(status)),
        _ => {}
    }
    // The head of the answer is here, so a failure now is a body that ends early.
    let body = response.array_buffer().map_err(|_| FetchError::CutShort)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchError::CutShort)?;
    let body: ArrayBuffer = body.dyn_into().map_err(|_| FetchError::CutShort)?;
    Ok(Uint8Array::new(&body).to_vec())
}

/// Renders and cleans a piece at a time, and lets the browser paint and answer between.
async fn render(bundle: &Bundle, site: &Site) -> Article {
    let Some(mut article) = article::Builder::new() else { return Article::default() };
    let around = Surroundings { base: &site.base, links: &bundle.annotations.links };
    let mut start = dom::now();
    for piece in markdown::pieces(bundle, &site.base, &site.words) {
        article.add(&piece, around);
        if STRETCH < dom::now() - start {
            breathe().await;
            start = dom::now();
        }
    }
    article.finish()
}

/// Lets the browser do what it has waiting.
fn breathe() -> impl Future<Output = ()> {
    let timer: Cell<Option<Timeout>> = Cell::new(None);
    let is_over = Rc::new(Cell::new(false));
    poll_fn(move |context| {
        if is_over.get() {
            return Poll::Ready(());
        }
        let (is_over, waker) = (is_over.clone(), context.waker().clone());
        timer.set(Some(Timeout::new(0, move || {
            is_over.set(true);
            waker.wake();
        })));
        Poll::Pending
    })
}

fn stored_page(text: &str) -> Result<Page, FetchError> {
    let stored: StoredPage = json::read(text).ok_or_else(|| match text.trim_ascii_end() {
        _ if is_web_page(text) => FetchError::AnyPage,
        text if text.ends_with('}') => FetchError::Malformed,
        _ => FetchError::CutShort,
    })?;
    Ok(match stored {
        StoredPage::List(list) => Page::List(list),
        StoredPage::Terms(terms) => Page::Terms(terms),
        StoredPage::Saved => Page::Saved,
        StoredPage::NotFound => Page::NotFound(NotFound { path: None, nearest: Nearest::Unknown }),
        StoredPage::Document(_) => return Err(FetchError::Malformed),
    })
}

fn bundle_error(text: &str, error: BundleError) -> FetchError {
    match error {
        BundleError::NotABundle if is_web_page(text) => FetchError::AnyPage,
        BundleError::NotABundle if text.starts_with("---\n{") || text.is_empty() => FetchError::CutShort,
        BundleError::NotABundle => FetchError::Malformed,
        BundleError::Metadata => FetchError::Malformed,
        BundleError::Length { expected, received } if received < expected => FetchError::CutShort,
        BundleError::Length { .. } => FetchError::Malformed,
    }
}

/// Hosts of single-page apps answer every unknown path with a web page and status 200.
fn is_web_page(text: &str) -> bool {
    text.trim_ascii_start().starts_with('<')
}
