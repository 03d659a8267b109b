//! Titles by year and month: the archive and a single year.

use yew::prelude::*;

use super::pagination::pagination;
use super::parts::{count, heading, item, link, titles};
use super::trail::trail;
use crate::page::{Entry, List, Page};
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::words::Word;

/// The page of an archive.
pub(super) fn archive(site: &Site, page: &Page, list: &List) -> Html {
    let years = list.posts.chunk_by(|left, right| left.date.day().year == right.date.day().year);
    let links = list.years.iter().map(|(year, posts)| {
        let content = html! { <>{ year_link(site, *year) }{ " " }{ count(*posts) }</> };
        item(&year.to_string(), content)
    });
    html! {
        <div class="archive" key={list.permalink_of(list.page).as_str()}>
            { trail(site, page) }
            { heading(&list.heading(&site.words)) }
            <ul class="years">{ for links }</ul>
            { updated(site, list) }
            <div>{ for years.map(|posts| year(site, list, posts)) }</div>
            { pagination(site, list) }
        </div>
    }
}

fn updated(site: &Site, list: &List) -> Option<Html> {
    (!list.updated.is_empty()).then(|| {
        html! {
            <section class="updated">
                <h2>{ site.words.get(Word::RecentlyUpdated) }</h2>
                { titles(site, &list.updated) }
            </section>
        }
    })
}

/// The posts of one year; in the archive under a heading that leads to the year.
fn year(site: &Site, list: &List, posts: &[Entry]) -> Html {
    let year = posts.first().map_or(0, |post| post.date.day().year);
    let in_year = list.years.iter().find(|(of_list, _)| *of_list == year).map(|(_, posts)| count(*posts));
    let heading =
        (list.kind == ListKind::Archive).then(|| html! { <h2>{ year_link(site, year) }{ " " }{ in_year }</h2> });
    let months = posts.chunk_by(|left, right| left.date.day().month == right.date.day().month);
    html! {
        <section key={year.to_string()}>
            { heading }
            <div>{ for months.map(|posts| month(site, list, posts)) }</div>
        </section>
    }
}

fn month(site: &Site, list: &List, posts: &[Entry]) -> Html {
    let day = posts.first().map(|post| post.date.day());
    let is_of = |(year, month)| day.is_some_and(|day| (day.year, u32::from(day.month)) == (year, month));
    let month = list.months.iter().find(|month| is_of((month.year, month.month)));
    // In the archive they are below a year; no level of headings is left out.
    let heading = month.map(|month| {
        let words = html! { <>{ &month.name }{ " " }{ count(month.posts) }</> };
        if list.kind == ListKind::Archive {
            html! { <h3>{ words }</h3> }
        } else {
            html! { <h2>{ words }</h2> }
        }
    });
    html! { <section key={month.map_or(0, |month| month.month).to_string()}>{ heading }{ titles(site, posts) }</section> }
}

fn year_link(site: &Site, year: u32) -> Html {
    link(site, &Route::List(ListKind::Year(year), 1).permalink(), &year.to_string())
}
