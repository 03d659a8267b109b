//! A post or a standalone page.

use yew::prelude::*;

use super::raw::raw;
use super::time::time;
use crate::bundle::Metadata;
use crate::page::{Document, PageLink};
use crate::route::{Route, TermKind};
use crate::site::Site;

/// The page of a document. The key makes Yew build a new one instead of bending the old.
pub(super) fn document(site: &Site, document: &Document) -> Html {
    let metadata = &document.metadata;
    let lang = (!metadata.lang.is_empty()).then(|| metadata.lang.clone());
    html! {
        <article class="document" key={metadata.permalink.as_str()} {lang}>
            <header>
                <h1>{ &metadata.title }</h1>
                <div class="byline">{ byline(site, metadata) }</div>
            </header>
            <div class="prose">{ raw(&document.article) }</div>
            <footer>
                <div class="tags">{ tags(site, metadata) }</div>
                <div class="neighbors">{ neighbors(site, metadata) }</div>
            </footer>
        </article>
    }
}

fn byline(site: &Site, metadata: &Metadata) -> Html {
    let Some(date) = &metadata.date else { return html! {} };
    let author = if metadata.author.is_empty() { None } else { Some(metadata.author.clone()) };
    let categories = metadata.categories.iter().zip(&metadata.category_slugs);
    let updated = metadata.last_modified_at.as_ref().filter(|updated| updated.day() != date.day());
    html! {
        <p>
            { time(date) }
            if let Some(author) = author { <span class="author">{ author }</span> }
            <span>{ format!("{} min read", metadata.minutes) }</span>
            if let Some(updated) = updated { <span>{ "updated " }{ time(updated) }</span> }
            { for categories.map(|(name, slug)| term_link(site, TermKind::Category, name, slug)) }
        </p>
    }
}

fn tags(site: &Site, metadata: &Metadata) -> Html {
    if metadata.tags.is_empty() {
        return html! {};
    }
    let items = metadata.tags.iter().zip(&metadata.tag_slugs).map(|(name, slug)| {
        html! { <li key={slug.as_str()}>{ term_link(site, TermKind::Tag, name, slug) }</li> }
    });
    html! { <ul aria-label="Tags">{ for items }</ul> }
}

/// A link to the posts of a category or tag.
pub(super) fn term_link(site: &Site, kind: TermKind, name: &str, slug: &str) -> Html {
    html! {
        <a key={slug} href={site.base.href(&Route::term(kind, slug).permalink())}>{ name }</a>
    }
}

fn neighbors(site: &Site, metadata: &Metadata) -> Html {
    if metadata.previous.is_none() && metadata.next.is_none() {
        return html! {};
    }
    let neighbor = |rel: &'static str, label: &'static str, link: &Option<PageLink>| {
        link.as_ref().map(|link| {
            html! {
                <a {rel} href={site.base.href(&link.permalink)}>
                    <span>{ label }</span>{ &link.title }
                </a>
            }
        })
    };
    html! {
        <nav aria-label="Posts before and after">
            <div>{ neighbor("prev", "Previous post", &metadata.previous) }</div>
            <div>{ neighbor("next", "Next post", &metadata.next) }</div>
        </nav>
    }
}
