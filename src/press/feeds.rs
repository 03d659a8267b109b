//! Atom feeds: one of the whole site, and one of each category, tag, series and author.
//!
//! Which posts they hold is known before anything is rendered ([`Feeds::plan`]), so that each post becomes an entry once,
//! by the way, when its page is written. Ids are those of jekyll-feed: whoever follows a blog that moves to Lectern sees
//! none of its posts a second time.

use std::collections::HashSet;

use atom_syndication::Entry;

use super::blog::Blog;
use super::claims::Claims;
use crate::head::feed_title;
use crate::route::{ListKind, TermKind};
use crate::site::Site;

mod address;
mod content;
mod entry;
mod xml;

pub use entry::entry;

/// The newest posts are in a feed, and no more: it is fetched again and again.
const MOST_ENTRIES: usize = 20;

/// All feeds of a site.
#[derive(Debug, Default)]
pub struct Feeds {
    feeds: Vec<Feed>,
    /// Of each post that some feed holds, decoded.
    ids: Vec<Option<String>>,
}

/// The feed of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    list: ListKind,
    /// The path of its file, decoded.
    path: String,
    /// What the term is called; empty for the whole site.
    name: String,
    /// Positions of posts, newest first.
    posts: Vec<usize>,
}

impl Feeds {
    /// Decides which feeds there are. A file of the author's own takes the place of a feed.
    pub fn plan(blog: &Blog, claims: &mut Claims) -> Feeds {
        let mut lists = vec![(ListKind::Home, String::new(), (0..blog.posts.len()).collect::<Vec<_>>())];
        for kind in TermKind::ALL {
            let terms = blog.terms(kind).into_iter();
            lists.extend(terms.map(|(slug, term)| (ListKind::Term(kind, slug), term.name, term.posts)));
        }
        let feeds = lists.into_iter().filter_map(|(list, name, mut posts)| {
            let path = list.feed()?;
            // A series begins with its oldest post, but no feed does.
            posts.sort_unstable();
            posts.truncate(MOST_ENTRIES);
            claims.feed(path.trim_start_matches('/')).then_some(Feed { list, path, name, posts })
        });
        let feeds: Vec<Feed> = feeds.collect();
        let wanted: HashSet<usize> = feeds.iter().flat_map(|feed| feed.posts.iter().copied()).collect();
        let ids = ids(blog).into_iter().enumerate();
        Feeds { ids: ids.map(|(position, id)| wanted.contains(&position).then_some(id)).collect(), feeds }
    }

    /// All of them.
    pub fn all(&self) -> &[Feed] {
        &self.feeds
    }

    /// The id of the post at a position if it is in a feed.
    pub fn id(&self, position: usize) -> Option<&str> {
        self.ids.get(position)?.as_deref()
    }
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
    /// Its file, below the site's root.
    pub fn file(&self) -> &str {
        self.path.trim_start_matches('/')
    }

    /// The feed as XML. `entries` are those of all posts, by their positions.
    pub fn xml(&self, site: &Site, entries: &[Option<Entry>]) -> Result<String, atom_syndication::Error> {
        let title = if self.name.is_empty() { site.title.clone() } else { feed_title(site, &self.name) };
        let entries = self.posts.iter().filter_map(|position| entries.get(*position)?.clone());
        xml::of_feed(site, &self.list, &self.path, title, entries.collect())
    }
}
