//! No page has this path.

use yew::prelude::*;

use super::parts::{heading, item, link, page_links};
use crate::page::{Nearest, NotFound};
use crate::permalink::Permalink;
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::words::Word;

/// The page of a missing page: what was asked for, where to go on, what is near. The last is at the end, since it comes
/// last: nothing on screen moves for it.
pub(super) fn not_found(site: &Site, missing: &NotFound) -> Html {
    let words = &site.words;
    let asked = missing.path.as_ref().map_or("", Permalink::as_str);
    let pages = match &missing.nearest {
        Nearest::Unknown => &[],
        Nearest::Known(pages) => pages.as_slice(),
    };
    let question = if pages.is_empty() { "" } else { words.get(Word::DidYouMean) };
    let archive = link(site, &Route::List(ListKind::Archive, 1).permalink(), words.get(Word::Archive));
    html! {
        <div class="not-found" key="not-found">
            { heading(words.get(Word::NotFound)) }
            <p>{ words.fill(Word::NotFoundAbout, "{path}", words.get(Word::ThisAddress)) }</p>
            <p class="asked"><strong>{ asked }</strong></p>
            <p>{ words.get(Word::GoOn) }</p>
            <ul>
                { item("home", link(site, &Permalink::home(), words.get(Word::Home))) }
                { item("archive", archive) }
            </ul>
            <p>{ question }</p>
            { page_links(site, "nearest", pages) }
        </div>
    }
}
