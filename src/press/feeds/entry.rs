//! A post in a feed.

use std::collections::HashSet;

use atom_syndication::{Category, Content, FixedDateTime, Link, Person, Text};

use super::EntryFacts;
use super::address::{PageAddress, id};
use super::content::content;
use crate::bundle::Metadata;
use crate::date::Timestamp;
use crate::head::own_image;
use crate::site::Site;

/// A post may stand in the feeds of all its terms, and each time names them all: further ones would only make much of
/// little.
const MOST_TERMS: usize = 100;

/// A post in feeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// All that Atom knows of.
    pub(super) atom: atom_syndication::Entry,
    /// The address of the picture that its author chose to stand for it. Empty if there is none.
    pub(super) image: String,
}

/// The entry of a post, with its finished article; a post that has moved elsewhere has none.
pub fn entry(site: &Site, metadata: &Metadata, facts: &EntryFacts, article: Option<&str>) -> Entry {
    Entry { atom: atom(site, metadata, facts, article), image: own_image(site, metadata).unwrap_or_default() }
}

fn atom(site: &Site, metadata: &Metadata, facts: &EntryFacts, article: Option<&str>) -> atom_syndication::Entry {
    let empty = atom_syndication::Entry::default();
    let lang = Some(&metadata.lang).filter(|lang| !lang.is_empty());
    let text = |text: &String| Text { lang: lang.cloned(), ..Text::plain(text.clone()) };
    let published = metadata.date.as_ref().and_then(moment);
    let updated = facts.changed.as_ref().and_then(moment).or(published);
    let address = PageAddress::new(site, &metadata.permalink);
    let mut terms: Vec<&String> = metadata.categories.iter().chain(&metadata.tags).collect();
    let mut seen = HashSet::new();
    terms.retain(|term| seen.insert(*term));
    terms.truncate(MOST_TERMS);
    atom_syndication::Entry {
        title: text(&metadata.title),
        id: id(site, &facts.id),
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
