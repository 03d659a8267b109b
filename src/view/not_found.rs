//! No page has this path.

use yew::prelude::*;

use super::parts::{heading, item, link, title_link};
use crate::page::{Nearest, NotFound};
use crate::permalink::Permalink;
use crate::route::{ListKind, Route};
use crate::site::Site;

/// The page of a missing page: what was asked for, what is near, where to go on.
pub(super) fn not_found(site: &Site, missing: &NotFound) -> Html {
    let asked = missing.path.as_ref().map_or("at this address", Permalink::as_str);
    let pages = match &missing.nearest {
        Nearest::Unknown => &[],
        Nearest::Known(pages) => pages.as_slice(),
    };
    let question = if pages.is_empty() { "" } else { "Did you mean one of these?" };
    let items = pages.iter().map(|page| item(page.permalink.as_str(), title_link(site, page)));
    html! {
        <div class="not-found" key="not-found">
            { heading("Page not found") }
            <p>
                { "There is no page " }<strong>{ asked }</strong>
                { " on this site. It may have been moved, or the link may be mistyped." }
            </p>
            <p>{ question }</p>
            <ul class="nearest">{ for items }</ul>
            <p>
                { "All posts are in the " }
                { link(site, &Route::List(ListKind::Archive, 1).permalink(), "archive") }
                { "; the newest are on the " }
                { link(site, &Permalink::home(), "home page") }{ "." }
            </p>
        </div>
    }
}
