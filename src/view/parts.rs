//! Pieces that many pages share. Each is compiled once, which keeps the app small.

use yew::prelude::*;

use crate::date::Timestamp;
use crate::page::PageLink;
use crate::permalink::Permalink;
use crate::route::{Route, TermKind};
use crate::site::Site;

/// A link to a page.
pub(super) fn link(site: &Site, target: &Permalink, text: &str) -> Html {
    html! { <a href={site.base.href(target)}>{ text }</a> }
}

/// A page under its own title.
pub(super) fn title_link(site: &Site, page: &PageLink) -> Html {
    link(site, &page.permalink, &page.title)
}

/// A link to the posts of a category or tag.
pub(super) fn term_link(site: &Site, kind: TermKind, name: &str, slug: &str) -> Html {
    link(site, &Route::term(kind, slug).permalink(), name)
}

/// The author's day in words, with the exact instant in the attribute.
pub(super) fn time(date: &Timestamp) -> Html {
    html! { <time datetime={date.as_str().to_owned()}>{ date.day().in_words() }</time> }
}

/// The page's heading.
pub(super) fn heading(text: &str) -> Html {
    html! { <h1>{ text }</h1> }
}

/// An item of a list, told from its neighbors by the key.
pub(super) fn item(key: &str, content: Html) -> Html {
    html! { <li {key}>{ content }</li> }
}

/// A small remark on one line.
pub(super) fn remark(text: String) -> Html {
    html! { <span>{ text }</span> }
}

/// A number of posts behind a name.
pub(super) fn count(posts: u32) -> Html {
    html! { <span class="count">{ posts }</span> }
}
