//! Titles by year: the archive and a single year.

use yew::prelude::*;

use super::pagination::pagination;
use super::parts::{count, heading, item, link, time, title_link};
use crate::page::{Entry, List};
use crate::route::{ListKind, Route};
use crate::site::Site;

/// The page of an archive.
pub(super) fn archive(site: &Site, list: &List) -> Html {
    let years = list.posts.chunk_by(|left, right| left.date.day().year == right.date.day().year);
    let links = list.years.iter().map(|(year, posts)| {
        let content = html! { <>{ year_link(site, *year) }{ " " }{ count(*posts) }</> };
        item(&year.to_string(), content)
    });
    html! {
        <div class="archive" key={list.permalink_of(list.page).as_str()}>
            { heading(&list.heading()) }
            <ul class="years">{ for links }</ul>
            <div>{ for years.map(|posts| year(site, list, posts)) }</div>
            { pagination(site, list) }
        </div>
    }
}

/// The posts of one year; in the archive under a heading that leads to the year.
fn year(site: &Site, list: &List, posts: &[Entry]) -> Html {
    let year = posts.first().map_or(0, |post| post.date.day().year);
    let heading = (list.kind == ListKind::Archive).then(|| html! { <h2>{ year_link(site, year) }</h2> });
    html! {
        <section key={year.to_string()}>
            { heading }
            <ol class="titles">{ for posts.iter().map(|post| title(site, post)) }</ol>
        </section>
    }
}

fn title(site: &Site, entry: &Entry) -> Html {
    item(entry.link.permalink.as_str(), html! { <>{ time(&entry.date) }{ title_link(site, &entry.link) }</> })
}

fn year_link(site: &Site, year: u32) -> Html {
    link(site, &Route::List(ListKind::Year(year), 1).permalink(), &year.to_string())
}
