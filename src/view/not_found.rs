//! No page has this path.

use yew::prelude::*;

use crate::page::{Nearest, NotFound, PageLink};
use crate::permalink::Permalink;
use crate::route::{ListKind, Route};
use crate::site::Site;

/// The page of a missing page: what was asked for, what is near, where to go on.
pub(super) fn not_found(site: &Site, missing: &NotFound) -> Html {
    let asked = missing.path.as_ref().map(|path| html! { <code>{ path.as_str() }</code> });
    html! {
        <div class="not-found" key="not-found">
            <h1>{ "Page not found" }</h1>
            <p>
                { "There is no page " }{ asked.unwrap_or_else(|| html! { "at this address" }) }
                { " on this site. It may have been moved, or the link may be mistyped." }
            </p>
            <div class="nearest">{ nearest(site, &missing.nearest) }</div>
            <p>
                { "All posts are in the " }
                <a href={site.base.href(&Route::List(ListKind::Archive, 1).permalink())}>{ "archive" }</a>
                { "; the newest are on the " }
                <a href={site.base.href(&Permalink::home())}>{ "home page" }</a>{ "." }
            </p>
        </div>
    }
}

fn nearest(site: &Site, nearest: &Nearest) -> Html {
    let Nearest::Known(pages) = nearest else { return html! {} };
    if pages.is_empty() {
        return html! {};
    }
    let item = |page: &PageLink| {
        html! {
            <li key={page.permalink.as_str()}><a href={site.base.href(&page.permalink)}>{ &page.title }</a></li>
        }
    };
    html! {
        <>
            <h2>{ "Did you mean" }</h2>
            <ul>{ for pages.iter().map(item) }</ul>
        </>
    }
}
