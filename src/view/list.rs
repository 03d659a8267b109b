//! Posts with their excerpts: home, a category, a tag.

use yew::prelude::*;

use super::document::term_link;
use super::pagination::pagination;
use super::time::time;
use crate::page::{Entry, List};
use crate::route::{ListKind, TermKind};
use crate::site::Site;

/// The page of a list.
pub(super) fn list(site: &Site, list: &List) -> Html {
    let is_front = list.kind == ListKind::Home && list.page == 1;
    let lead = is_front.then(|| site.description.clone()).filter(|description| !description.is_empty());
    html! {
        <div class="list" key={list.permalink_of(list.page).as_str()}>
            <div class="lead">
                if let Some(lead) = lead { <p>{ lead }</p> }
            </div>
            <h1>{ list.heading() }</h1>
            <div>{ entries(site, list) }</div>
            { pagination(site, list) }
        </div>
    }
}

fn entries(site: &Site, list: &List) -> Html {
    if list.posts.is_empty() {
        return html! { <p class="empty">{ "No posts yet. Put a Markdown file into the posts folder, named like 2024-09-15-hello.md." }</p> };
    }
    html! { <ol class="entries">{ for list.posts.iter().map(|post| entry(site, post)) }</ol> }
}

fn entry(site: &Site, entry: &Entry) -> Html {
    html! {
        <li key={entry.link.permalink.as_str()}>
            <h2><a href={site.base.href(&entry.link.permalink)}>{ &entry.link.title }</a></h2>
            <div class="byline">
                <p>
                    { time(&entry.date) }
                    <span>{ format!("{} min read", entry.minutes) }</span>
                    { for entry.categories.iter().map(|term| term_link(site, TermKind::Category, &term.name, &term.slug)) }
                </p>
            </div>
            <p class="excerpt">{ &entry.excerpt }</p>
        </li>
    }
}
