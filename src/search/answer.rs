//! What was found, as it goes to the search box.

use serde::Serialize;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// As typed.
    pub query: String,
    /// Which posts come first.
    pub order: Order,
    /// How many hits are passed over.
    pub from: u32,
    /// How many hits are wanted.
    pub count: u32,
}

/// Which posts come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The most fitting.
    Relevance,
    /// The newest.
    Date,
}

/// An answer, whole or without facets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// How many posts and pages were found.
    pub total: u32,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// Where else the words are, for narrowing down; nothing as long as files lack.
    pub facets: Option<Facets>,
    /// A query that is likely meant instead.
    pub meant: Option<String>,
    /// Whether no post has all words as they are typed.
    pub close: bool,
    /// What to mark on the pages of hits.
    pub words: Vec<MarkedWord>,
    /// Files with which the answer would be whole.
    pub pending: Vec<String>,
    /// What could not be had.
    pub failed: Option<Failure>,
}

/// A file that could not be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// Which.
    pub file: String,
}

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It is not what the press has written.
    Damaged,
    /// The host does not answer.
    Offline,
    /// The host answers that it cannot.
    Status,
}

impl Reason {
    /// Its name in an answer.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Damaged => "damaged",
            Reason::Offline => "offline",
            Reason::Status => "status",
        }
    }
}

/// A post or a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Below the base.
    pub path: String,
    /// Pieces; every second one is to be marked.
    pub title: Vec<String>,
    /// In words.
    pub day: String,
    /// BCP 47 tag, if not the site's.
    pub lang: String,
    /// Where the words are, best first.
    pub sections: Vec<HitSection>,
}

/// A section of a hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HitSection {
    /// Pieces; every second one is to be marked.
    pub heading: Vec<String>,
    /// The heading's id.
    pub anchor: String,
    /// Pieces; every second one is to be marked.
    pub excerpt: Vec<String>,
}

/// Terms of the posts found, each with its name, its filter and how many of them have it; most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Categories.
    pub category: Vec<Facet>,
    /// Tags.
    pub tag: Vec<Facet>,
    /// Authors.
    pub author: Vec<Facet>,
    /// Years, newest first.
    pub year: Vec<Facet>,
}

/// A name, what stands for it in a query, and the number of posts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Facet(pub String, pub String, pub u32);

/// A word to mark on a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MarkedWord {
    /// Folded.
    pub word: String,
    /// Whether all words are meant that begin with it.
    #[serde(rename = "isPrefix")]
    pub is_prefix: bool,
}
