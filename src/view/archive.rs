//! Titles by year: the archive and a single year.

use yew::prelude::*;

use super::pagination::pagination;
use super::time::time;
use crate::page::{Entry, List};
use crate::route::{ListKind, Route};
use crate::site::Site;

/// The page of an archive.
pub(super) fn archive(site: &Site, list: &List) -> Html {
    let years = list.posts.chunk_by(|left, right| left.date.day().year == right.date.day().year);
    html! {
        <div class="archive" key={list.permalink_of(list.page).as_str()}>
            <h1>{ list.heading() }</h1>
            <div class="years">{ year_links(site, list) }</div>
            <div>{ for years.map(|posts| year(site, list, posts)) }</div>
            { pagination(site, list) }
        </div>
    }
}

fn year_links(site: &Site, list: &List) -> Html {
    if list.years.len() < 2 {
        return html! {};
    }
    let items = list.years.iter().map(|(year, count)| {
        let target = Route::List(ListKind::Year(*year), 1).permalink();
        html! {
            <li key={*year as u64}>
                <a href={site.base.href(&target)}>{ *year }</a>{ " " }<span class="count">{ *count }</span>
            </li>
        }
    });
    html! { <nav aria-label="Years"><ul>{ for items }</ul></nav> }
}

/// The posts of one year; in the archive under a heading that leads to the year.
fn year(site: &Site, list: &List, posts: &[Entry]) -> Html {
    let Some(first) = posts.first() else { return html! {} };
    let year = first.date.day().year;
    let target = Route::List(ListKind::Year(year), 1).permalink();
    html! {
        <section key={year as u64}>
            if list.kind == ListKind::Archive {
                <h2><a href={site.base.href(&target)}>{ year }</a></h2>
            }
            <ol class="titles">{ for posts.iter().map(|post| title(site, post)) }</ol>
        </section>
    }
}

fn title(site: &Site, entry: &Entry) -> Html {
    html! {
        <li key={entry.link.permalink.as_str()}>
            { time(&entry.date) }
            <a href={site.base.href(&entry.link.permalink)}>{ &entry.link.title }</a>
        </li>
    }
}
