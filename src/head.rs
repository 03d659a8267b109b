//! What a page says of itself to browsers, search engines and cards.
//!
//! The press prints these tags into each page's `<head>`; the app swaps them after each navigation. Both call
//! [`tags`], so they cannot disagree.

use crate::page::{Document, Page};
use crate::route::{ListKind, Route};
use crate::site::Site;

/// An element of the head that belongs to one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// `meta` or `link`.
    pub name: &'static str,
    /// Names and values, not escaped.
    pub attributes: Vec<(&'static str, String)>,
}

/// The page's title: `Heading · Site`, or the site's own title on the home page.
pub fn title(site: &Site, page: &Page) -> String {
    match page {
        Page::List(list) if list.kind == ListKind::Home && list.page == 1 => site.title.clone(),
        Page::List(list) if 1 < list.page => format!("{}, page {} · {}", page.heading(), list.page, site.title),
        _ => format!("{} · {}", page.heading(), site.title),
    }
}

/// The language of the page's text.
pub fn language<'a>(site: &'a Site, page: &'a Page) -> &'a str {
    match page {
        Page::Document(document) if !document.metadata.lang.is_empty() => &document.metadata.lang,
        _ => &site.lang,
    }
}

/// Everything but the title, in a fixed order. A missing page is not to be indexed and has no address.
pub fn tags(site: &Site, page: &Page) -> Vec<Tag> {
    let mut tags = Vec::new();
    let description = description(site, page);
    if !description.is_empty() {
        tags.push(meta("name", "description", description.clone()));
    }
    let Some(permalink) = page.permalink().filter(|_| !matches!(page, Page::NotFound(_))) else {
        tags.push(meta("name", "robots", "noindex".to_owned()));
        return tags;
    };
    let address = site.absolute(permalink.as_str());
    tags.push(link("canonical", address.clone()));
    if let Page::Document(document) = page {
        push_document_tags(&mut tags, site, document);
    }
    tags.push(meta("property", "og:site_name", site.title.clone()));
    tags.push(meta("property", "og:title", page.heading()));
    if !description.is_empty() {
        tags.push(meta("property", "og:description", description));
    }
    tags.push(meta("property", "og:url", address));
    tags.push(meta("property", "og:type", og_type(page).to_owned()));
    tags
}

fn push_document_tags(tags: &mut Vec<Tag>, site: &Site, document: &Document) {
    let metadata = &document.metadata;
    let author = if metadata.author.is_empty() { &site.author } else { &metadata.author };
    if !author.is_empty() {
        tags.push(meta("name", "author", author.clone()));
    }
    if let Some(date) = &metadata.date {
        tags.push(meta("property", "article:published_time", date.as_str().to_owned()));
    }
    if let Some(date) = &metadata.last_modified_at {
        tags.push(meta("property", "article:modified_time", date.as_str().to_owned()));
    }
    if !metadata.image.is_empty() {
        let image = &metadata.image;
        let address = if image.starts_with('/') { site.absolute(image) } else { image.clone() };
        tags.push(meta("property", "og:image", address));
    }
    let twin = Route::data_file(&metadata.permalink);
    tags.push(Tag {
        name: "link",
        attributes: vec![
            ("rel", "alternate".to_owned()),
            ("type", "text/markdown".to_owned()),
            ("href", site.base.join(&twin)),
        ],
    });
}

fn description(site: &Site, page: &Page) -> String {
    match page {
        Page::Document(document) => document.metadata.description.clone(),
        Page::List(list) if list.kind == ListKind::Home => site.description.clone(),
        Page::List(list) => format!("{} · {} posts", page.heading(), list.total),
        Page::Terms(_) | Page::NotFound(_) => String::new(),
    }
}

fn og_type(page: &Page) -> &'static str {
    match page {
        Page::Document(document) if document.metadata.date.is_some() => "article",
        _ => "website",
    }
}

fn meta(key: &'static str, name: &str, content: String) -> Tag {
    Tag { name: "meta", attributes: vec![(key, name.to_owned()), ("content", content)] }
}

fn link(rel: &str, href: String) -> Tag {
    Tag { name: "link", attributes: vec![("rel", rel.to_owned()), ("href", href)] }
}
