//! A feed as JSON Feed, version 1.1.

use atom_syndication::FixedDateTime;
use serde::Serialize;

use super::address::id;
use super::entry::Entry;
use crate::permalink::Permalink;
use crate::site::Site;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: Option<&'a str>,
    title: &'a str,
    /// Every item has one, if only an empty one, as that of a post that is on another site now.
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// The feed of a list, with its entries. `page` is that of the list, and `path` the feed's own, decoded.
pub(super) fn of_feed<'a>(
    site: &Site,
    page: &Permalink,
    path: &str,
    title: String,
    entries: impl Iterator<Item = &'a Entry>,
) -> Result<String, serde_json::Error> {
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &title,
        home_page_url: &site.absolute(page.as_str()),
        feed_url: &id(site, path),
        description: &site.description,
        language: &site.lang,
        authors: Some(site.author.as_str())
            .filter(|name| !name.is_empty())
            .map(|name| Author { name })
            .into_iter()
            .collect(),
        items: entries.map(item).collect(),
    };
    serde_json::to_string(&feed)
}

/// The same as the entry of Atom says.
fn item(entry: &Entry) -> Item<'_> {
    let Entry { atom, image } = entry;
    let time = |time: &FixedDateTime| time.to_rfc3339();
    Item {
        id: &atom.id,
        url: atom.links.first().map(|link| link.href.as_str()),
        title: &atom.title.value,
        content_html: atom.content.as_ref().and_then(|content| content.value.as_deref()).unwrap_or_default(),
        summary: atom.summary.as_ref().map(|summary| summary.value.as_str()),
        image: Some(image.as_str()).filter(|image| !image.is_empty()),
        date_published: atom.published.as_ref().map(time),
        date_modified: atom.published.filter(|published| *published != atom.updated).map(|_| time(&atom.updated)),
        authors: atom.authors.iter().map(|person| Author { name: &person.name }).collect(),
        tags: atom.categories.iter().map(|category| category.term.as_str()).collect(),
        language: atom.title.lang.as_deref(),
    }
}
