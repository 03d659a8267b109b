//! Posts with their excerpts: home, and the posts of a term.

use yew::prelude::*;

use super::pagination::pagination;
use super::parts::{feed_link, heading, item, minutes, remark, term_link, time, title_link};
use super::trail::trail;
use crate::page::{Entry, List, Page};
use crate::route::{ListKind, TermKind};
use crate::site::Site;
use crate::words::Word;

/// The page of a list.
pub(super) fn list(site: &Site, page: &Page, list: &List) -> Html {
    let is_front = list.kind == ListKind::Home && list.page == 1;
    let lead = if is_front { site.description.as_str() } else { "" };
    // Those that stay on top say so, since they are out of their order.
    let pinned = list.pinned.iter().map(|post| entry(site, post, Some(remark(site.words.get(Word::Pinned)))));
    let posts = list.posts.iter().map(|post| entry(site, post, None));
    let is_empty = list.posts.is_empty() && list.pinned.is_empty();
    html! {
        <div class="list" key={list.permalink_of(list.page).as_str()}>
            { trail(site, page) }
            <p class="lead">{ lead }</p>
            { heading(&list.heading(&site.words)) }
            <ol class="entries">{ for pinned.chain(posts) }</ol>
            <p class="empty">{ if is_empty { site.words.get(Word::NoPosts) } else { "" } }</p>
            { pagination(site, list) }
            { own_feed(site, list) }
        </div>
    }
}

/// The feed of a term; the one of all posts is in the footer of every page.
fn own_feed(site: &Site, list: &List) -> Option<Html> {
    if list.kind == ListKind::Home { None } else { feed_link(site, &list.kind) }
}

fn entry(site: &Site, entry: &Entry, why_here: Option<Html>) -> Html {
    let categories = entry.categories.iter();
    let mut byline: Vec<Html> = why_here.into_iter().collect();
    byline.extend([time(&entry.date, &entry.day), minutes(site, entry.minutes)]);
    byline.extend(categories.map(|term| term_link(site, TermKind::Category, &term.name, &term.slug)));
    let content = html! {
        <>
            <h2>{ title_link(site, &entry.link) }</h2>
            <p class="byline">{ for byline }</p>
            <p class="excerpt">{ &entry.excerpt }</p>
        </>
    };
    item(entry.link.permalink.as_str(), content)
}
