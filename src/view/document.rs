//! A post or a standalone page.

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{heading, item, remark, term_link, time, title_link};
use super::raw::raw;
use crate::bundle::Metadata;
use crate::direction::is_right_to_left;
use crate::page::{Article, Document, PageLink};
use crate::route::TermKind;
use crate::site::Site;

/// The page of a document. The key makes Yew build a new one instead of bending the old.
pub(super) fn document(site: &Site, document: &Document) -> Html {
    let metadata = &document.metadata;
    let lang = (!metadata.lang.is_empty()).then(|| metadata.lang.clone());
    let dir = lang.as_ref().and_then(|lang| other_direction(lang, &site.lang));
    html! {
        <article class="document" key={metadata.permalink.as_str()} {lang} {dir}>
            <header>
                { heading(&metadata.title) }
                <p class="byline">{ for byline(site, metadata) }</p>
            </header>
            <div class="prose">{ article(&document.article) }</div>
            <footer>
                <ul class="tags" aria-label="Tags">{ for tags(site, metadata) }</ul>
                <nav class="neighbors" aria-label="Posts before and after">
                    { neighbor(site, "Previous post", &metadata.previous) }
                    { neighbor(site, "Next post", &metadata.next) }
                </nav>
            </footer>
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

/// The direction of a language, if it is not that of the page.
fn other_direction(lang: &str, of_page: &str) -> Option<&'static str> {
    let directions = (is_right_to_left(lang), is_right_to_left(of_page));
    (directions.0 != directions.1).then_some(if directions.0 { "rtl" } else { "ltr" })
}

/// Date, author, reading time, last change, categories; a standalone page has none of them.
fn byline(site: &Site, metadata: &Metadata) -> Vec<Html> {
    let mut parts = Vec::new();
    let Some(date) = &metadata.date else { return parts };
    parts.push(time(date));
    if !metadata.author.is_empty() {
        parts.push(remark(metadata.author.clone()));
    }
    parts.push(remark(format!("{} min read", metadata.minutes)));
    if let Some(updated) = metadata.last_modified_at.as_ref().filter(|updated| updated.day() != date.day()) {
        parts.push(remark(format!("updated {}", updated.day().in_words())));
    }
    let categories = metadata.categories.iter().zip(&metadata.category_slugs);
    parts.extend(categories.map(|(name, slug)| term_link(site, TermKind::Category, name, slug)));
    parts
}

fn tags(site: &Site, metadata: &Metadata) -> Vec<Html> {
    let tags = metadata.tags.iter().zip(&metadata.tag_slugs);
    tags.map(|(name, slug)| item(slug, term_link(site, TermKind::Tag, name, slug))).collect()
}

fn neighbor(site: &Site, label: &'static str, page: &Option<PageLink>) -> Html {
    let inside = page.as_ref().map(|page| html! { <><span>{ label }</span>{ title_link(site, page) }</> });
    html! { <div>{ inside }</div> }
}
