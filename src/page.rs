//! What a page shows: the data beside each HTML file, written by the press and read by the app.

use std::rc::Rc;

use crate::bundle::Metadata;
use crate::data::{Data, IsEmpty, Source, data};
use crate::permalink::Permalink;
use crate::route::{ListKind, Route, TermKind};
use crate::site::Site;
use crate::words::{Word, Words};

mod list;

pub use list::{Entry, List, Month, Term, TermCount, Terms};

/// A page, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// A post or a standalone page.
    Document(Document),
    /// A list of posts.
    List(List),
    /// All categories or tags.
    Terms(Terms),
    /// The posts that the reader has saved, which only the browser knows.
    Saved,
    /// No page has this path.
    NotFound(NotFound),
}

/// A page as stored in its HTML file. A document's article is not in it: it stands in the page already.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Debug, PartialEq, serde::Serialize)]
pub enum StoredPage {
    /// A document's metadata.
    Document(Metadata),
    /// A list, whole.
    List(List),
    /// Terms, whole.
    Terms(Terms),
    /// The page of saved posts.
    Saved,
    /// The page that a host shows for every unknown path.
    NotFound,
}

/// The id of the element the app lives in.
pub const ROOT_ID: &str = "lectern";

/// The id of the script element that carries the page's data.
pub const PAYLOAD_ID: &str = "lectern-page";

data! {
    /// What each HTML file carries for the app.
    #[derive(Debug, PartialEq)]
    pub struct Payload {
        /// The same in every page.
        pub site: Site,
        /// This page.
        pub page: StoredPage,
    }
}

/// A post or a standalone page.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// All but the article.
    pub metadata: Rc<Metadata>,
    /// The article.
    pub article: Article,
}

/// How an article comes into its place in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Article {
    /// As HTML, cleaned: in the press.
    Html(Rc<str>),
    /// It stands there already, and is taken over as it is: on the page that a reader opens first.
    Standing,
    /// Node by node, once the page around it is there: on all pages after that.
    Placed,
}

/// A missing page.
#[derive(Clone, Debug, PartialEq)]
pub struct NotFound {
    /// The path that was asked for; `None` in the file that a host shows for any path.
    pub path: Option<Permalink>,
    /// Existing pages with names like it.
    pub nearest: Nearest,
}

/// How far the look for near names has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Nearest {
    /// Nothing to show yet.
    Unknown,
    /// Best first; may be empty.
    Known(Vec<PageLink>),
}

data! {
    /// A page and its title.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PageLink {
        /// Plain text.
        pub title: String,
        /// Where it is.
        pub permalink: Permalink,
    }
}

impl Page {
    /// The page's own path; `None` for the host's 404 file.
    pub fn permalink(&self) -> Option<Permalink> {
        match self {
            Page::Document(document) => Some(document.metadata.permalink.clone()),
            Page::List(list) => Some(list.permalink_of(list.page)),
            Page::Terms(terms) => Some(Route::Terms(terms.kind).permalink()),
            Page::Saved => Some(Route::Saved.permalink()),
            Page::NotFound(missing) => missing.path.clone(),
        }
    }

    /// The page's heading, and the front part of its title.
    pub fn heading(&self, words: &Words) -> String {
        match self {
            Page::Document(document) => document.metadata.title.clone(),
            Page::List(list) => list.heading(words),
            Page::Terms(terms) => words.get(terms.kind.word()).to_owned(),
            Page::Saved => words.get(Word::SavedPosts).to_owned(),
            Page::NotFound(_) => words.get(Word::NotFound).to_owned(),
        }
    }

    /// The pages above this one, from the home page on; none for the home page and what is directly below it.
    pub fn trail(&self, words: &Words) -> Vec<PageLink> {
        let above = match self {
            Page::Document(document) => {
                let metadata = &document.metadata;
                let categories = metadata.categories.iter().zip(&metadata.category_slugs);
                categories.map(|(name, slug)| term_page(TermKind::Category, name, slug)).collect()
            }
            Page::List(List { kind: ListKind::Year(_), .. }) => {
                vec![page_link(words.get(Word::Archive), Route::List(ListKind::Archive, 1))]
            }
            Page::List(List { kind: ListKind::Term(kind, _), .. }) => {
                vec![page_link(words.get(kind.word()), Route::Terms(*kind))]
            }
            _ => return Vec::new(),
        };
        let home = page_link(words.get(Word::Home), Route::List(ListKind::Home, 1));
        std::iter::once(home).chain(above).collect()
    }
}

impl Data for StoredPage {
    fn read<S: Source>(source: &S) -> StoredPage {
        let (name, content) = source.variant();
        match name.as_str() {
            "Document" => StoredPage::Document(Metadata::read(&content)),
            "List" => StoredPage::List(List::read(&content)),
            "Terms" => StoredPage::Terms(Terms::read(&content)),
            "Saved" => StoredPage::Saved,
            "NotFound" => StoredPage::NotFound,
            _ => {
                source.mismatch();
                StoredPage::NotFound
            }
        }
    }
}

/// The page of a term.
fn term_page(kind: TermKind, name: &str, slug: &str) -> PageLink {
    page_link(name, Route::term(kind, slug))
}

fn page_link(title: &str, route: Route) -> PageLink {
    PageLink { title: title.to_owned(), permalink: route.permalink() }
}

impl IsEmpty for StoredPage {}
impl IsEmpty for PageLink {}
