//! A post or a standalone page.

use std::rc::Rc;

use yew::prelude::*;

use super::contents::contents;
use super::cover::cover;
use super::endings::endings;
use super::parts::{heading, minutes, remark, term_links, time, tool};
use super::raw::raw;
use super::trail::trail;
use crate::bundle::Metadata;
use crate::direction::is_right_to_left;
use crate::page::{Article, Document, Page, PageLink};
use crate::route::TermKind;
use crate::site::Site;
use crate::words::Word;

/// The page of a document. The key makes Yew build a new one instead of bending the old.
pub(super) fn document(site: &Site, page: &Page, document: &Document) -> Html {
    let metadata = &document.metadata;
    let lang = (!metadata.lang.is_empty()).then(|| metadata.lang.clone());
    let dir = lang.as_ref().and_then(|lang| other_direction(lang, &site.lang));
    html! {
        <article class="document" key={metadata.permalink.as_str()}>
            { trail(site, page) }
            <header lang={lang.clone()} {dir}>
                { heading(&metadata.title) }
            </header>
            <div class="byline">{ for byline(site, metadata) }</div>
            { translations(site, metadata) }
            { cover(site, metadata) }
            { contents(site, metadata) }
            <div class="prose" {lang} {dir}>{ article(&document.article) }</div>
            { endings(site, metadata) }
        </article>
    }
}

fn article(article: &Article) -> Html {
    match article {
        Article::Html(html) => raw(html),
        Article::Standing => raw(&Rc::from("")),
        Article::Placed => html! {},
    }
}

/// The way to the same text in other languages.
fn translations(site: &Site, metadata: &Metadata) -> Option<Html> {
    let others = &metadata.translations;
    let link = |(page, lang): (&PageLink, &String)| {
        let address = site.base.href(&page.permalink);
        html! { <a href={address} lang={lang.clone()} hreflang={lang.clone()}>{ &page.title }</a> }
    };
    (!others.is_empty()).then(|| {
        html! { <p class="translations">{ site.words.get(Word::InOtherLanguages) }{ for others.iter().zip(&metadata.translation_langs).map(link) }</p> }
    })
}

/// The direction of a language, if it is not that of the page.
fn other_direction(lang: &str, of_page: &str) -> Option<&'static str> {
    let directions = (is_right_to_left(lang), is_right_to_left(of_page));
    (directions.0 != directions.1).then_some(if directions.0 { "rtl" } else { "ltr" })
}

/// Date, authors, reading time, last change, and what can be done with the post; a standalone page has none of them.
fn byline(site: &Site, metadata: &Metadata) -> Vec<Html> {
    let mut parts = Vec::new();
    let Some(date) = &metadata.date else { return parts };
    parts.push(time(date, &metadata.day));
    parts.extend(term_links(site, TermKind::Author, metadata));
    parts.push(minutes(site, metadata.minutes));
    if !metadata.day_of_change.is_empty() {
        parts.push(remark(&site.words.fill(Word::Updated, "{day}", &metadata.day_of_change)));
    }
    let tools = html! { <>{ tool(site, "save", Word::Save) }{ tool(site, "share", Word::Share) }</> };
    parts.push(html! { <span class="tools">{ tools }</span> });
    parts
}
