//! All documents of a blog, in order, with what depends on the others: neighbors, lists, terms.

use std::collections::{BTreeMap, HashMap};

use super::claims::Claims;
use super::diagnostic::Diagnostic;
pub use super::hidden::{Hidden, Shown};
use super::post::{Post, PostKind, Visibility};
use crate::page::PageLink;
use crate::permalink::Permalink;
use crate::route::{ListKind, Route, TermKind};
use crate::slug::term_slug;
use crate::words::{Word, Words};

/// The documents that are shown.
pub struct Blog {
    /// Newest first, as Jekyll orders them: by instant, then by path.
    pub posts: Vec<Post>,
    /// Standalone pages, by path.
    pub pages: Vec<Post>,
    /// How many documents are hidden: drafts, future and unpublished ones.
    pub hidden: u32,
}

/// A category, tag, series or author: its name as first written, and the positions of its posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As the newest post writes it.
    pub name: String,
    /// Positions in [`Blog::posts`], newest first; of a series, oldest first.
    pub posts: Vec<usize>,
}

impl Blog {
    /// Takes the documents that are to be shown and gives each an address of its own.
    pub fn new(documents: Vec<Post>, hidden: Hidden, claims: &mut Claims) -> (Blog, Vec<Diagnostic>) {
        let all = documents.len();
        let shown: Vec<Post> = documents.into_iter().filter(|post| is_shown(post, hidden)).collect();
        let hidden = u32::try_from(all - shown.len()).unwrap_or(u32::MAX);
        let mut diagnostics = Vec::new();
        let (mut pages, mut posts): (Vec<Post>, Vec<Post>) =
            shown.into_iter().partition(|post| post.kind == PostKind::Page);
        pages.sort_by(|left, right| left.source.cmp(&right.source));
        posts.sort_by(|left, right| order(left).cmp(&order(right)));
        for document in pages.iter_mut().chain(posts.iter_mut()) {
            let (permalink, diagnostic) = claims.document(&document.permalink, &document.source);
            document.permalink = permalink;
            diagnostics.extend(diagnostic);
        }
        posts.reverse();
        (Blog { posts, pages, hidden }, diagnostics)
    }

    /// The posts before and after the one at a position, in time.
    pub fn neighbors(&self, position: usize) -> (Option<PageLink>, Option<PageLink>) {
        let link = |position: usize| self.posts.get(position).map(page_link);
        (link(position + 1), position.checked_sub(1).and_then(link))
    }

    /// All terms of a kind by slug.
    pub fn terms(&self, kind: TermKind) -> BTreeMap<String, Term> {
        let mut terms: BTreeMap<String, Term> = BTreeMap::new();
        for (position, post) in self.posts.iter().enumerate() {
            let names = match kind {
                TermKind::Category => post.categories.as_slice(),
                TermKind::Tag => post.tags.as_slice(),
                TermKind::Series => std::slice::from_ref(&post.series),
                TermKind::Author => post.authors.as_slice(),
            };
            for name in names.iter().filter(|name| !name.is_empty()) {
                let term =
                    terms.entry(term_slug(name)).or_insert_with(|| Term { name: name.clone(), posts: Vec::new() });
                if term.posts.last() != Some(&position) {
                    term.posts.push(position);
                }
            }
        }
        if kind == TermKind::Series {
            // It is read from its beginning.
            terms.values_mut().for_each(|term| term.posts.reverse());
        }
        terms
    }

    /// The positions of posts that stay above all others, and those of the others, both newest first.
    pub fn pinned(&self) -> (Vec<usize>, Vec<usize>) {
        let is_pinned = |position: &usize| self.posts.get(*position).is_some_and(|post| post.is_pinned);
        (0..self.posts.len()).partition(is_pinned)
    }

    /// What the header of every page links: the archive, the kinds of terms that posts have, the standalone pages.
    pub fn navigation(&self, words: &Words) -> Vec<PageLink> {
        let list = |title: &str, route: Route| PageLink { title: title.to_owned(), permalink: route.permalink() };
        let mut links = vec![list(words.get(Word::Archive), Route::List(ListKind::Archive, 1))];
        let mut link_if = |is_used: bool, kind: TermKind| {
            if is_used {
                links.push(list(words.get(kind.word()), Route::Terms(kind)));
            }
        };
        link_if(self.posts.iter().any(|post| !post.categories.is_empty()), TermKind::Category);
        link_if(self.posts.iter().any(|post| !post.tags.is_empty()), TermKind::Tag);
        link_if(self.posts.iter().any(|post| !post.series.is_empty()), TermKind::Series);
        // A blog of one author has nothing to choose from.
        let mut authors = self.posts.iter().flat_map(|post| &post.authors);
        let first = authors.next();
        link_if(authors.any(|author| Some(author) != first), TermKind::Author);
        links.extend(self.pages.iter().map(page_link));
        links
    }

    /// The posts of each year, newest year first.
    pub fn years(&self) -> Vec<(u32, Vec<usize>)> {
        let mut years: HashMap<u32, Vec<usize>> = HashMap::new();
        for (position, post) in self.posts.iter().enumerate() {
            if let Some(written) = &post.written {
                years.entry(written.timestamp.day().year).or_default().push(position);
            }
        }
        let mut years: Vec<(u32, Vec<usize>)> = years.into_iter().collect();
        years.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
        years
    }

    /// All documents: posts first, then pages.
    pub fn documents(&self) -> impl Iterator<Item = &Post> {
        self.posts.iter().chain(&self.pages)
    }

    /// Every document's title and address.
    pub fn links(&self) -> impl Iterator<Item = PageLink> + '_ {
        self.documents().map(page_link)
    }

    /// Where each document's source ends up.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, &Permalink)> + '_ {
        self.documents().map(|post| (post.source.as_str(), &post.permalink))
    }
}

/// A document's title and address.
pub fn page_link(post: &Post) -> PageLink {
    PageLink { title: post.title.clone(), permalink: post.permalink.clone() }
}

fn order(post: &Post) -> (Option<jiff::Timestamp>, &str) {
    (post.written.as_ref().map(|written| written.instant), &post.source)
}

fn is_shown(post: &Post, hidden: Hidden) -> bool {
    match post.visibility {
        Visibility::Shown => true,
        Visibility::Draft => hidden.drafts == Shown::Yes,
        Visibility::Future => hidden.future == Shown::Yes,
        Visibility::Unpublished => hidden.unpublished == Shown::Yes,
    }
}
