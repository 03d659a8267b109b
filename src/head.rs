//! What a page says of itself to browsers, search engines and cards.
//!
//! The press prints these tags into each page's `<head>`; the app swaps them after each navigation. Both call
//! [`tags`], so they cannot disagree.

use crate::bundle::Metadata;
use crate::date::Timestamp;
use crate::html::escape;
use crate::page::{Document, List, Page};
use crate::permalink::Permalink;
use crate::route::{FeedFormat, ListKind, Route};
use crate::site::{Site, SocialPictures};
use crate::words::{Word, filled};

mod structured_data;

use structured_data::{Facts, structured_data};

/// How wide the pictures are that the press draws, in pixels.
pub const PICTURE_WIDTH: &str = "1200";

/// How high they are.
pub const PICTURE_HEIGHT: &str = "630";

/// The attribute that tells the tags of one page from those of the site.
pub const PAGE_TAG: &str = "data-page";

/// The page's title: `Heading · Site`, or the site's own title on the home page.
pub fn title(site: &Site, page: &Page) -> String {
    match page {
        Page::List(list) if list.kind == ListKind::Home && list.page == 1 => site.title.clone(),
        Page::List(list) if 1 < list.page => {
            [&page.heading(&site.words), " · ", &place(site, list), " · ", &site.title].concat()
        }
        _ => feed_title(site, &page.heading(&site.words)),
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
/// address; the page of saved posts is nobody's but the reader's.
pub fn tags(site: &Site, page: &Page) -> String {
    let mut tags = String::new();
    let description = &description(site, page);
    push_meta(&mut tags, "name=\"description", description);
    if matches!(page, Page::NotFound(_) | Page::Saved) {
        push_meta(&mut tags, "name=\"robots", "noindex");
    }
    let Some(permalink) = page.permalink().filter(|_| !matches!(page, Page::NotFound(_))) else { return tags };
    let address = &site.absolute(permalink.as_str());
    let (title, language) = (&page.heading(&site.words), language(site, page));
    push(&mut tags, "link rel=\"canonical\" href=\"", address);
    if let Page::Document(document) = page {
        push_document_tags(&mut tags, site, document);
    }
    let image = &image(site, page, &permalink);
    for (name, value) in [
        ("site_name", &site.title),
        ("title", title),
        ("description", description),
        ("url", address),
        ("type", &og_type(page).to_owned()),
        ("locale", &language.replace('-', "_")),
        ("image", &image.address),
        ("image:alt", &image.alt),
        ("image:width", &image.width.to_owned()),
        ("image:height", &image.height.to_owned()),
    ] {
        push_meta(&mut tags, &["property=\"og:", name].concat(), value);
    }
    let card = if image.address.is_empty() { "summary" } else { "summary_large_image" };
    push_meta(&mut tags, "name=\"twitter:card", card);
    push_feeds(&mut tags, site, &ListKind::Home, &site.title);
    if let Page::List(List { kind: kind @ ListKind::Term(..), name, .. }) = page {
        push_feeds(&mut tags, site, kind, &feed_title(site, name));
    }
    let facts = Facts { address, title, description, language, image: &image.address };
    let data = structured_data(site, page, &facts);
    tags.push_str(&["<script type=\"application/ld+json\" ", PAGE_TAG, ">", &data, "</script>\n"].concat());
    tags
}

/// What the feed of a list is called, other than that of the site.
pub fn feed_title(site: &Site, name: &str) -> String {
    [name, " · ", &site.title].concat()
}

fn push_feeds(tags: &mut String, site: &Site, list: &ListKind, title: &str) {
    for format in FeedFormat::ALL {
        let Some(feed) = list.feed(format) else { continue };
        let start =
            ["link rel=\"alternate\" type=\"", format.media_type(), "\" title=\"", &escape(title), "\" href=\""]
                .concat();
        push(tags, &start, &site.base.join(&feed));
    }
}

fn push_document_tags(tags: &mut String, site: &Site, document: &Document) {
    let metadata = &document.metadata;
    let authors = metadata.authors.join(", ");
    push_meta(tags, "name=\"author", if authors.is_empty() { &site.author } else { &authors });
    let time = |time: &Option<Timestamp>| time.as_ref().map_or(String::new(), |time| time.as_str().to_owned());
    push_meta(tags, "property=\"article:published_time", &time(&metadata.date));
    push_meta(tags, "property=\"article:modified_time", &time(&metadata.last_modified_at));
    for tag in &metadata.tags {
        push_meta(tags, "property=\"article:tag", tag);
    }
    let twin = site.base.join(&Route::data_file(&metadata.permalink));
    push(tags, "link rel=\"alternate\" type=\"text/markdown\" href=\"", &twin);
    if metadata.translations.is_empty() {
        return;
    }
    let own = if metadata.lang.is_empty() { &site.lang } else { &metadata.lang };
    let others = metadata.translation_langs.iter().zip(metadata.translations.iter().map(|page| &page.permalink));
    for (lang, permalink) in [(own, &metadata.permalink)].into_iter().chain(others) {
        let address = site.absolute(permalink.as_str());
        push(tags, &["link rel=\"alternate\" hreflang=\"", lang, "\" href=\""].concat(), &address);
        if *lang == site.lang {
            push(tags, "link rel=\"alternate\" hreflang=\"x-default\" href=\"", &address);
        }
    }
}

/// The picture that stands for a page elsewhere. What is not known is empty.
#[derive(Default)]
struct Image {
    address: String,
    alt: String,
    width: &'static str,
    height: &'static str,
}

/// The one that the author chose, else the one that the press has drawn beside the page; lists have that of the site.
fn image(site: &Site, page: &Page, permalink: &Permalink) -> Image {
    let mut drawn = Permalink::home();
    if let Page::Document(Document { metadata, .. }) = page {
        if let Some(address) = own_image(site, metadata) {
            let alt = metadata.cover.as_ref().map(|cover| cover.alt.clone()).unwrap_or_default();
            return Image { address, alt, ..Image::default() };
        }
        drawn = permalink.clone();
    }
    if site.social_pictures == SocialPictures::None {
        return Image::default();
    }
    let address = site.absolute(&drawn.twin_file("png"));
    Image { address, alt: page.heading(&site.words), width: PICTURE_WIDTH, height: PICTURE_HEIGHT }
}

/// The address of the picture that its author chose to stand for a document: the one for cards, else that above the text.
pub fn own_image(site: &Site, metadata: &Metadata) -> Option<String> {
    let image = &metadata.image;
    if image.is_empty() {
        let cover = &metadata.cover.as_ref()?.address;
        let is_path = cover.starts_with('/');
        return Some(if is_path {
            [&site.url, site.base.join_encoded(cover).as_str()].concat()
        } else {
            cover.clone()
        });
    }
    Some(if image.starts_with('/') { site.absolute(image) } else { image.clone() })
}

fn description(site: &Site, page: &Page) -> String {
    match page {
        Page::Document(document) => document.metadata.description.clone(),
        Page::List(list) if list.kind == ListKind::Home => site.description.clone(),
        Page::List(list) => {
            let count = site.words.fill(Word::PostCount, "{posts}", &list.total.to_string());
            [&page.heading(&site.words), " · ", &count].concat()
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
        push(tags, &["meta ", name, "\" content=\""].concat(), content);
    }
}

/// An element of the page: its beginning up to the last attribute's quote, and that attribute's value.
fn push(tags: &mut String, start: &str, value: &str) {
    tags.push_str(&["<", start, &escape(value), "\" ", PAGE_TAG, ">\n"].concat());
}
