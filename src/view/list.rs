//! Posts with their excerpts: home, a category, a tag.

use yew::prelude::*;

use super::pagination::pagination;
use super::parts::{heading, item, remark, term_link, time, title_link};
use crate::page::{Entry, List};
use crate::route::{ListKind, TermKind};
use crate::site::Site;

/// The page of a list.
pub(super) fn list(site: &Site, list: &List) -> Html {
    let is_front = list.kind == ListKind::Home && list.page == 1;
    let lead = if is_front { site.description.as_str() } else { "" };
    html! {
        <div class="list" key={list.permalink_of(list.page).as_str()}>
            <p class="lead">{ lead }</p>
            { heading(&list.heading()) }
            <ol class="entries">{ for list.posts.iter().map(|post| entry(site, post)) }</ol>
            { empty(list) }
            { pagination(site, list) }
        </div>
    }
}

fn entry(site: &Site, entry: &Entry) -> Html {
    let categories = entry.categories.iter();
    let mut byline = vec![time(&entry.date), remark(format!("{} min read", entry.minutes))];
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

fn empty(list: &List) -> Html {
    let advice = if list.posts.is_empty() {
        "No posts yet. Put a Markdown file into the posts folder, named like 2024-09-15-hello.md."
    } else {
        ""
    };
    html! { <p class="empty">{ advice }</p> }
}
