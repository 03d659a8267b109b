//! What a page shows: the data beside each HTML file, written by the press and read by the app.

use std::rc::Rc;

use crate::bundle::Metadata;
use crate::data::{Data, IsEmpty, Source, data};
use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::route::{ListKind, Route, TermKind};
use crate::site::Site;
use crate::words::{Word, Words};

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

data! {
    /// One page of a list of posts.
    #[derive(Clone, Debug, PartialEq)]
    pub struct List {
        /// Which posts.
        pub kind: ListKind,
        /// The name to show of a category or tag; empty for other lists.
        pub name: String,
        /// The posts of this page, in order.
        pub posts: Vec<Entry>,
        /// This page's number, from 1.
        pub page: u32,
        /// How many pages there are, 1 at the least.
        pub pages: u32,
        /// How many posts the whole list has.
        pub total: u32,
        /// Posts that stay above all others; on the first home page only.
        pub pinned: Vec<Entry>,
        /// Years with their numbers of posts, newest first; in the archive only.
        pub years: Vec<(u32, u32)>,
        /// The months that this page has posts of, newest first; in the archive and its years only.
        pub months: Vec<Month>,
        /// Posts that were changed last, with the days of these changes; on the first page of the archive only.
        pub updated: Vec<Entry>,
    }
}

data! {
    /// A post in a list.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Entry {
        /// The post and its title.
        pub link: PageLink,
        /// When it was written.
        pub date: Timestamp,
        /// That day, as readers of the site's language write it.
        pub day: String,
        /// Reading time; 0 where a list does not show it.
        pub minutes: u32,
        /// Plain text, empty where a list does not show it.
        pub excerpt: String,
        /// Categories, where a list shows them.
        pub categories: Vec<Term>,
    }
}

data! {
    /// A month of the archive.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Month {
        /// 0 to 9999.
        pub year: u32,
        /// 1 to 12.
        pub month: u32,
        /// What readers of the site's language call it.
        pub name: String,
        /// How many posts it has in all.
        pub posts: u32,
    }
}

data! {
    /// All terms of a kind, by name.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Terms {
        /// Which.
        pub kind: TermKind,
        /// Those that are no other's part.
        pub terms: Vec<TermCount>,
    }
}

data! {
    /// A term and its posts.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TermCount {
        /// The term.
        pub term: Term,
        /// How many posts it has.
        pub posts: u32,
        /// Categories that posts name behind this one, each with the number of posts that do.
        pub parts: Vec<(Term, u32)>,
    }
}

data! {
    /// A category, a tag, a series or an author.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Term {
        /// As written.
        pub name: String,
        /// The segment of its path.
        pub slug: String,
    }
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

impl List {
    /// What the list is called.
    pub fn heading(&self, words: &Words) -> String {
        let named = |word| words.fill(word, "{name}", &self.name);
        match &self.kind {
            ListKind::Home => words.get(Word::Posts).to_owned(),
            ListKind::Archive => words.get(Word::Archive).to_owned(),
            ListKind::Year(year) => words.fill(Word::PostsOfYear, "{year}", &year.to_string()),
            ListKind::Term(TermKind::Category, _) => named(Word::Category),
            ListKind::Term(TermKind::Tag, _) => named(Word::Tag),
            ListKind::Term(TermKind::Series, _) => named(Word::Series),
            ListKind::Term(TermKind::Author, _) => named(Word::Author),
        }
    }

    /// Where one of its pages is, counted from 1.
    pub fn permalink_of(&self, page: u32) -> Permalink {
        Route::List(self.kind.clone(), page).permalink()
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
impl IsEmpty for Term {}
