//! What a page says of itself to browsers, search engines and cards.
//!
//! The press prints these tags into each page's `<head>`; the app swaps them after each navigation. Both call
//! [`tags`], so they cannot disagree.

use crate::html::escape;
use crate::page::{Document, List, Page};
use crate::route::{ListKind, Route};
use crate::site::Site;
use crate::words::{Word, filled};

/// The attribute that tells the tags of one page from those of the site.
pub const PAGE_TAG: &str = "data-page";

/// The page's title: `Heading · Site`, or the site's own title on the home page.
pub fn title(site: &Site, page: &Page) -> String {
    match page {
        Page::List(list) if list.kind == ListKind::Home && list.page == 1 => site.title.clone(),
        Page::List(list) if 1 < list.page => {
            format!("{} · {} · {}", page.heading(&site.words), place(site, list), site.title)
        }
        _ => format!("{} · {}", page.heading(&site.words), site.title),
    }
}

/// Which page of a list it is, in words.
pub fn place(site: &Site, list: &List) -> String {
    let page = site.words.fill(Word::PageOf, "{page}", &list.page.to_string());
    filled(&page, "{pages}", &list.pages.to_string())
}

/// The language of the page's text.
pub fn language<'a>(site: &'a Site, page: &'a Page) -> &'a str {
    match page {
        Page::Document(document) if !document.metadata.lang.is_empty() => &document.metadata.lang,
        _ => &site.lang,
    }
}

/// The tags of a page's head but the title, as HTML, in a fixed order. A missing page is not to be indexed and has no
/// address.
pub fn tags(site: &Site, page: &Page) -> String {
    let mut tags = String::new();
    let description = description(site, page);
    push_meta(&mut tags, "name=\"description", &description);
    let Some(permalink) = page.permalink().filter(|_| !matches!(page, Page::NotFound(_))) else {
        push_meta(&mut tags, "name=\"robots", "noindex");
        return tags;
    };
    let address = site.absolute(permalink.as_str());
    push(&mut tags, "link rel=\"canonical\" href=\"", &address);
    if let Page::Document(document) = page {
        push_document_tags(&mut tags, site, document);
    }
    push_meta(&mut tags, "property=\"og:site_name", &site.title);
    push_meta(&mut tags, "property=\"og:title", &page.heading(&site.words));
    push_meta(&mut tags, "property=\"og:description", &description);
    push_meta(&mut tags, "property=\"og:url", &address);
    push_meta(&mut tags, "property=\"og:type", og_type(page));
    push_feed(&mut tags, site, &ListKind::Home, &site.title);
    if let Page::List(List { kind: kind @ ListKind::Term(..), name, .. }) = page {
        push_feed(&mut tags, site, kind, &feed_title(site, name));
    }
    tags
}

/// What the feed of a list is called, other than that of the site.
pub fn feed_title(site: &Site, name: &str) -> String {
    format!("{name} · {}", site.title)
}

fn push_feed(tags: &mut String, site: &Site, list: &ListKind, title: &str) {
    if let Some(feed) = list.feed() {
        let start = format!("link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"", escape(title));
        push(tags, &start, &site.base.join(&feed));
    }
}

fn push_document_tags(tags: &mut String, site: &Site, document: &Document) {
    let metadata = &document.metadata;
    let authors = metadata.authors.join(", ");
    push_meta(tags, "name=\"author", if authors.is_empty() { &site.author } else { &authors });
    if let Some(date) = &metadata.date {
        push_meta(tags, "property=\"article:published_time", date.as_str());
    }
    if let Some(date) = &metadata.last_modified_at {
        push_meta(tags, "property=\"article:modified_time", date.as_str());
    }
    let image = &metadata.image;
    let address = if image.starts_with('/') { site.absolute(image) } else { image.clone() };
    push_meta(tags, "property=\"og:image", &address);
    let twin = site.base.join(&Route::data_file(&metadata.permalink));
    push(tags, "link rel=\"alternate\" type=\"text/markdown\" href=\"", &twin);
}

fn description(site: &Site, page: &Page) -> String {
    match page {
        Page::Document(document) => document.metadata.description.clone(),
        Page::List(list) if list.kind == ListKind::Home => site.description.clone(),
        Page::List(list) => {
            let count = site.words.fill(Word::PostCount, "{posts}", &list.total.to_string());
            format!("{} · {count}", page.heading(&site.words))
        }
        Page::Saved => site.words.get(Word::SavedAbout).to_owned(),
        Page::Terms(_) | Page::NotFound(_) => String::new(),
    }
}

fn og_type(page: &Page) -> &'static str {
    match page {
        Page::Document(document) if document.metadata.date.is_some() => "article",
        _ => "website",
    }
}

/// A `meta` element; none if there is nothing to say.
fn push_meta(tags: &mut String, name: &str, content: &str) {
    if !content.is_empty() {
        push(tags, &format!("meta {name}\" content=\""), content);
    }
}

/// An element of the page: its beginning up to the last attribute's quote, and that attribute's value.
fn push(tags: &mut String, start: &str, value: &str) {
    tags.push_str(&format!("<{start}{}\" {PAGE_TAG}>\n", escape(value)));
}
