//! What is known of a document apart from its text.

use super::{Markup, Picture};
use crate::data::{IsEmpty, data};
use crate::date::Timestamp;
use crate::page::PageLink;
use crate::permalink::Permalink;

data! {
    /// What is known of a document apart from its text. Keys are Jekyll's where Jekyll has one.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Metadata {
        /// Plain text.
        pub title: String,
        /// When it was written; standalone pages have none.
        pub date: Option<Timestamp>,
        /// When it was last changed, if its author says so.
        pub last_modified_at: Option<Timestamp>,
        /// Where it is.
        pub permalink: Permalink,
        /// The day it was written, as readers of the site's language write it.
        pub day: String,
        /// The same of its last change; empty if that was on the same day.
        pub day_of_change: String,
        /// Its authors, if it names any.
        pub authors: Vec<String>,
        /// Plain text for lists and machines: the author's description, else the excerpt.
        pub description: String,
        /// Names, as written.
        pub categories: Vec<String>,
        /// Names, as written.
        pub tags: Vec<String>,
        /// BCP 47 tag, if not the site's language.
        pub lang: String,
        /// Picture for cards: a URL or a site path.
        pub image: String,
        /// The picture above the text, if it has one.
        pub cover: Option<Cover>,
        /// What the text is written in.
        pub markup: Markup,
        /// Reading time, at least 1.
        pub minutes: u32,
        /// The post before it in time.
        pub previous: Option<PageLink>,
        /// The post after it in time.
        pub next: Option<PageLink>,
        /// The paths' segments of the categories, in their order.
        pub category_slugs: Vec<String>,
        /// The same of the tags.
        pub tag_slugs: Vec<String>,
        /// The same of the authors.
        pub author_slugs: Vec<String>,
        /// Its place among the posts of a series.
        pub series: Option<SeriesPlace>,
        /// Its sections, where there are enough of them to choose from.
        pub contents: Vec<Section>,
        /// Posts like it, the most like first.
        pub related: Vec<PageLink>,
        /// The same text in other languages.
        pub translations: Vec<PageLink>,
        /// The BCP 47 tags of these, in their order.
        pub translation_langs: Vec<String>,
        /// Pages that link to it, newest first.
        pub linked_from: Vec<PageLink>,
        /// How many more do.
        pub linked_from_more: u32,
        /// Where its source is below the place that [`crate::site::Site::edit`] names; empty if it cannot be edited there.
        pub source: String,
        /// What its comments are kept under; empty if it has none.
        pub comments: String,
        /// Where to go instead: a path with the base before it, and perhaps a query and a fragment. Empty for pages.
        pub redirect_to: String,
        /// Bytes of the text, so that a transfer cut short is noticed.
        pub length: u32,
    }
}

data! {
    /// The picture above a text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Cover {
        /// A URL, or a site path below the base, percent-encoded.
        pub address: String,
        /// What it shows, for who cannot see it. Empty for mere decoration.
        pub alt: String,
        /// What is known of it: its size is 0 if it is on another site.
        pub picture: Picture,
    }
}

data! {
    /// A post's place in a series, which is read from the oldest post on.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SeriesPlace {
        /// As written.
        pub name: String,
        /// The segment of its path.
        pub slug: String,
        /// From 1.
        pub part: u32,
        /// How many there are.
        pub parts: u32,
        /// The part before.
        pub previous: Option<PageLink>,
        /// The part after.
        pub next: Option<PageLink>,
    }
}

data! {
    /// A section of a text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Section {
        /// 1 for those that divide the text, 2 for those that divide them.
        pub level: u32,
        /// The heading's id.
        pub id: String,
        /// Plain text.
        pub title: String,
    }
}

impl IsEmpty for Cover {}
impl IsEmpty for SeriesPlace {}
