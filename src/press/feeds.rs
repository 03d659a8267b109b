//! Feeds: one of the whole site, and one of each category, tag, series and author, each as Atom and as JSON Feed.
//!
//! Which posts they hold is known before anything is rendered ([`Feeds::plan`]), so that each post becomes an entry once,
//! by the way, when its page is written. Ids are those of jekyll-feed: whoever follows a blog that moves to Lectern sees
//! none of its posts a second time.

use std::collections::HashSet;
use std::fmt;

use super::blog::Blog;
use super::claims::Claims;
use super::config::Machines;
use super::git::ChangeDates;
use super::post::Post;
use crate::date::Timestamp;
use crate::head::feed_title;
use crate::route::{FeedFormat, ListKind, Route, TermKind};
use crate::site::Site;

mod address;
mod content;
mod entry;
mod json;
pub mod style;
mod xml;

pub use entry::{Entry, entry};

/// All feeds of a site.
#[derive(Debug, Default)]
pub struct Feeds {
    feeds: Vec<Feed>,
    /// Of each post that some feed holds.
    facts: Vec<Option<EntryFacts>>,
}

/// What feeds alone know of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFacts {
    /// The path that its id is made of, decoded.
    pub id: String,
    /// When it was last changed, if that is known.
    pub changed: Option<Timestamp>,
}

/// The feed of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    list: ListKind,
    files: Vec<FeedFile>,
    /// What the term is called; empty for the whole site.
    name: String,
    /// Positions of posts, newest first.
    posts: Vec<usize>,
}

/// A file of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedFile {
    format: FeedFormat,
    /// From the site's root, decoded.
    path: String,
}

/// Why a feed cannot be written.
#[derive(Debug)]
pub enum FeedError {
    /// As XML.
    Xml(atom_syndication::Error),
    /// As JSON.
    Json(serde_json::Error),
}

impl Feeds {
    /// Decides which feeds there are. A file of the author's own takes the place of a feed.
    pub fn plan(blog: &Blog, machines: &Machines, changes: &ChangeDates, claims: &mut Claims) -> Feeds {
        let most = usize::try_from(machines.feed_entries.get()).unwrap_or(usize::MAX);
        let mut lists = vec![(ListKind::Home, String::new(), (0..blog.posts.len()).collect::<Vec<_>>())];
        for kind in TermKind::ALL {
            let terms = blog.terms(kind).into_iter();
            lists.extend(terms.map(|(slug, term)| (ListKind::Term(kind, slug), term.name, term.posts)));
        }
        let feeds = lists.into_iter().filter_map(|(list, name, mut posts)| {
            let own =
                FeedFormat::ALL.into_iter().filter_map(|format| Some(FeedFile { format, path: list.feed(format)? }));
            let before = machines.feed_paths.iter().filter(|_| list == ListKind::Home);
            let before = before.map(|path| FeedFile { format: FeedFormat::Atom, path: path.clone() });
            let files: Vec<FeedFile> = own.chain(before).filter(|file| claims.generated(file.file())).collect();
            // A series begins with its oldest post, but no feed does.
            posts.sort_unstable();
            posts.truncate(most);
            (!files.is_empty()).then_some(Feed { list, files, name, posts })
        });
        let feeds: Vec<Feed> = feeds.collect();
        let wanted: HashSet<usize> = feeds.iter().flat_map(|feed| feed.posts.iter().copied()).collect();
        let facts = ids(blog).into_iter().zip(&blog.posts).enumerate().map(|(position, (id, post))| {
            wanted.contains(&position).then(|| EntryFacts { id, changed: last_change(post, changes) })
        });
        Feeds { facts: facts.collect(), feeds }
    }

    /// All of them.
    pub fn all(&self) -> &[Feed] {
        &self.feeds
    }

    /// What is known of the post at a position if it is in a feed.
    pub fn facts(&self, position: usize) -> Option<&EntryFacts> {
        self.facts.get(position)?.as_ref()
    }
}

/// When a document was last changed: as it says itself, else as git remembers it if that is later than its date.
pub fn last_change(post: &Post, changes: &ChangeDates) -> Option<Timestamp> {
    post.last_modified_at.clone().or_else(|| {
        let changed = changes.of_file(&post.source)?;
        let is_later = post.written.as_ref().is_none_or(|written| written.instant < changed);
        Timestamp::parse(&changed.to_string()).filter(|_| is_later)
    })
}

/// An id for each post. Jekyll gives the same to two posts whose addresses differ only in the last segment; then the
/// older one keeps it, and the other is known by its address.
fn ids(blog: &Blog) -> Vec<String> {
    let mut taken: HashSet<&str> = HashSet::new();
    let oldest_first = blog.posts.iter().rev();
    let ids = oldest_first.map(|post| if taken.insert(&post.id) { post.id.as_str() } else { post.permalink.as_str() });
    let mut ids: Vec<String> = ids.map(str::to_owned).collect();
    ids.reverse();
    ids
}

impl Feed {
    /// Its files.
    pub fn files(&self) -> &[FeedFile] {
        &self.files
    }

    /// One of its files as text. `entries` are those of all posts, by their positions.
    pub fn text(
        &self,
        file: &FeedFile,
        site: &Site,
        entries: &[Option<Entry>],
        style: &str,
    ) -> Result<String, FeedError> {
        let title = if self.name.is_empty() { site.title.clone() } else { feed_title(site, &self.name) };
        let entries = self.posts.iter().filter_map(|position| entries.get(*position)?.as_ref());
        let page = Route::List(self.list.clone(), 1).permalink();
        match file.format {
            FeedFormat::Atom => xml::of_feed(site, &page, &file.path, title, entries, style).map_err(FeedError::Xml),
            FeedFormat::Json => json::of_feed(site, &page, &file.path, title, entries).map_err(FeedError::Json),
        }
    }
}

impl FeedFile {
    /// Where it is, below the site's root.
    pub fn file(&self) -> &str {
        self.path.trim_start_matches('/')
    }
}

impl fmt::Display for FeedError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FeedError::Xml(error) => error.fmt(formatter),
            FeedError::Json(error) => error.fmt(formatter),
        }
    }
}
