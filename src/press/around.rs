//! What stands around a text: its days in words, its neighbors, its series, posts like it, pages that link to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::backlinks::backlinks;
use super::blog::{Blog, page_link};
use super::dates::in_words::DateWords;
use super::post::Post;
use crate::bundle::SeriesPlace;
use crate::page::PageLink;
use crate::route::TermKind;

/// Further pages that link to a text are counted, not listed.
const MOST_BACKLINKS: usize = 12;

/// What depends on all documents of a site. What a document does not have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The day it was written, in words.
    pub day: String,
    /// The day it was changed, in words, if that was a later one.
    pub day_of_change: String,
    /// The post before it in time.
    pub previous: Option<PageLink>,
    /// The post after it in time.
    pub next: Option<PageLink>,
    /// Its place among the posts of its series.
    pub series: Option<SeriesPlace>,
    /// Posts like it, the most like first.
    pub related: Vec<PageLink>,
    /// The same text in other languages, by their tags.
    pub translations: Vec<(String, PageLink)>,
    /// Pages that link to it, newest first.
    pub linked_from: Vec<PageLink>,
    /// How many more do.
    pub linked_from_more: u32,
}

/// What stands around each document, posts first and then pages. `related` are the positions of like posts for each post;
/// `lang` is the site's language, and
/// `linked` the addresses that each document links, in the same order.
pub fn around(
    blog: &Blog,
    lang: &str,
    days: &DateWords,
    related: &[Vec<usize>],
    linked: &[BTreeSet<String>],
) -> Vec<Around> {
    let documents: Vec<&Post> = blog.documents().collect();
    let places: Vec<&str> = documents.iter().map(|post| post.permalink.as_str()).collect();
    let links = |positions: &[usize]| -> Vec<PageLink> {
        positions.iter().filter_map(|position| documents.get(*position)).map(|post| page_link(post)).collect()
    };
    let mut series = series(blog);
    let mut translations = translations(&documents, lang);
    let documents = documents.iter().zip(backlinks(&places, linked.iter())).enumerate();
    let around = documents.map(|(position, (post, from))| {
        let is_post = position < blog.posts.len();
        let (previous, next) = if is_post { blog.neighbors(position) } else { (None, None) };
        let (shown, more) = from.split_at(from.len().min(MOST_BACKLINKS));
        Around {
            day: post.written.as_ref().map(|written| days.day(written.timestamp.day())).unwrap_or_default(),
            day_of_change: later_change(post).map(|day| days.day(day)).unwrap_or_default(),
            previous,
            next,
            series: series.remove(&position),
            related: related.get(position).map(|related| links(related)).unwrap_or_default(),
            translations: translations.remove(&position).unwrap_or_default(),
            linked_from: links(shown),
            linked_from_more: u32::try_from(more.len()).unwrap_or(u32::MAX),
        }
    });
    around.collect()
}

/// The day of a document's last change, unless that was the day on which it was written, or one before.
fn later_change(post: &Post) -> Option<crate::date::Day> {
    let day = post.last_modified_at.as_ref()?.day();
    let is_later = post.written.as_ref().is_none_or(|written| written.timestamp.day() < day);
    is_later.then_some(day)
}

/// The other languages of each document that has any, by its position. Of two documents in one language the first counts.
fn translations(documents: &[&Post], lang: &str) -> HashMap<usize, Vec<(String, PageLink)>> {
    let mut groups: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (position, post) in documents.iter().enumerate().filter(|(_, post)| !post.translation_key.is_empty()) {
        let lang = if post.lang.is_empty() { lang } else { &post.lang };
        groups.entry(&post.translation_key).or_default().entry(lang).or_insert(position);
    }
    let mut translations = HashMap::new();
    for group in groups.values() {
        for position in group.values() {
            let others = group.iter().filter(|(_, other)| *other != position);
            let others =
                others.filter_map(|(lang, other)| Some(((*lang).to_owned(), page_link(documents.get(*other)?))));
            translations.insert(*position, others.collect());
        }
    }
    translations
}

/// The place of each post that is in a series, by its position.
fn series(blog: &Blog) -> HashMap<usize, SeriesPlace> {
    let mut places = HashMap::new();
    for (slug, term) in blog.terms(TermKind::Series) {
        let link = |part: usize| term.posts.get(part).and_then(|position| blog.posts.get(*position)).map(page_link);
        for (part, position) in term.posts.iter().enumerate() {
            let place = SeriesPlace {
                name: term.name.clone(),
                slug: slug.clone(),
                part: u32::try_from(part + 1).unwrap_or(u32::MAX),
                parts: u32::try_from(term.posts.len()).unwrap_or(u32::MAX),
                previous: part.checked_sub(1).and_then(link),
                next: link(part + 1),
            };
            places.insert(*position, place);
        }
    }
    places
}
