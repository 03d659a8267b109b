//! A post in a feed.

use std::collections::HashSet;

use atom_syndication::{Category, Content, Entry, FixedDateTime, Link, Person, Text};

use super::address::{PageAddress, id};
use super::content::content;
use crate::bundle::Metadata;
use crate::date::Timestamp;
use crate::site::Site;

/// The entry of a post. `path_id` is the path that its id is made of, and `article` its finished article; a post that has
/// moved elsewhere has none.
pub fn entry(site: &Site, metadata: &Metadata, path_id: &str, article: Option<&str>) -> Entry {
    let empty = Entry::default();
    let lang = Some(&metadata.lang).filter(|lang| !lang.is_empty());
    let text = |text: &String| Text { lang: lang.cloned(), ..Text::plain(text.clone()) };
    let published = metadata.date.as_ref().and_then(moment);
    let updated = metadata.last_modified_at.as_ref().and_then(moment).or(published);
    let address = PageAddress::new(site, &metadata.permalink);
    let mut terms: Vec<&String> = metadata.categories.iter().chain(&metadata.tags).collect();
    let mut seen = HashSet::new();
    terms.retain(|term| seen.insert(*term));
    Entry {
        title: text(&metadata.title),
        id: id(site, path_id),
        updated: updated.unwrap_or(empty.updated),
        published,
        authors: metadata.authors.iter().map(|name| person(name)).collect(),
        categories: terms.into_iter().map(|term| Category { term: term.clone(), ..Category::default() }).collect(),
        links: vec![Link {
            rel: "alternate".to_owned(),
            href: site.absolute(metadata.permalink.as_str()),
            mime_type: Some("text/html".to_owned()),
            title: Some(metadata.title.clone()),
            ..Link::default()
        }],
        summary: Some(&metadata.description).filter(|summary| !summary.is_empty()).map(text),
        content: article.map(|article| Content {
            value: Some(content(article, &address)),
            content_type: Some("html".to_owned()),
            lang: lang.cloned(),
            ..Content::default()
        }),
        ..empty
    }
}

/// An author, of whom no more is known than the name.
pub(super) fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

/// The instant with its offset; in universal time if the offset is one of a time before there were zones, which has
/// seconds.
fn moment(timestamp: &Timestamp) -> Option<FixedDateTime> {
    let universal = || timestamp.as_str().parse::<jiff::Timestamp>().ok()?.to_string().parse().ok();
    timestamp.as_str().parse().ok().or_else(universal)
}
