//! Which page a path means, from the path alone.

use crate::data::{Data, IsEmpty, Source};
use crate::permalink::Permalink;
use crate::words::Word;

mod feed;

pub use feed::FeedFormat;

/// A route of the site. No table of posts is needed to know one: lists live at fixed shapes of path, and any
/// other path is a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// One page of a list of posts; pages count from 1.
    List(ListKind, u32),
    /// All terms of a kind.
    Terms(TermKind),
    /// The posts that the reader has saved.
    Saved,
    /// A post or a standalone page.
    Document(Permalink),
}

/// Which posts a list holds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub enum ListKind {
    /// The newest, with excerpts.
    Home,
    /// All, by year.
    Archive,
    /// Those of one year.
    Year(u32),
    /// Those of one term, by its slug.
    Term(TermKind, String),
}

/// The ways to sort posts under names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum TermKind {
    /// Few and broad.
    Category,
    /// Many and fine.
    Tag,
    /// Parts of a whole, to be read in the order in which they were written.
    Series,
    /// Who wrote them.
    Author,
}

impl Route {
    /// The route at a path. Total: what has no list's shape is a document.
    pub fn of(permalink: &Permalink) -> Route {
        list_route(permalink).unwrap_or_else(|| Route::Document(permalink.clone()))
    }

    /// The page's data beside its HTML file: Markdown for a document, JSON for a list.
    pub fn data_file(permalink: &Permalink) -> String {
        match Route::of(permalink) {
            Route::Document(_) => permalink.twin_file("md"),
            Route::List(..) | Route::Terms(_) | Route::Saved => permalink.twin_file("json"),
        }
    }

    /// The route's path.
    pub fn permalink(&self) -> Permalink {
        let path = match self {
            Route::Document(permalink) => return permalink.clone(),
            Route::Terms(kind) => format!("/{}/", kind.folder()),
            Route::Saved => "/saved/".to_owned(),
            Route::List(kind, page) => {
                let first = kind.path();
                if *page <= 1 { first } else { format!("{first}page/{page}/") }
            }
        };
        // Slugs hold letters, digits and hyphens, so this always parses.
        Permalink::parse(&path).unwrap_or_else(Permalink::home)
    }

    /// The list of one category or tag, by its slug.
    pub fn term(kind: TermKind, slug: &str) -> Route {
        Route::List(ListKind::Term(kind, slug.to_owned()), 1)
    }
}

impl ListKind {
    /// The path of the list's first page.
    fn path(&self) -> String {
        match self {
            ListKind::Home => "/".to_owned(),
            ListKind::Archive => "/archive/".to_owned(),
            ListKind::Year(year) => format!("/archive/{year}/"),
            ListKind::Term(kind, slug) => format!("/{}/{slug}/", kind.folder()),
        }
    }
}

impl TermKind {
    /// All kinds.
    pub const ALL: [TermKind; 4] = [TermKind::Category, TermKind::Tag, TermKind::Series, TermKind::Author];

    /// The first segment of its paths.
    pub fn folder(self) -> &'static str {
        match self {
            TermKind::Category => "categories",
            TermKind::Tag => "tags",
            TermKind::Series => "series",
            TermKind::Author => "authors",
        }
    }

    /// What all terms of a kind are called.
    pub fn word(self) -> Word {
        match self {
            TermKind::Category => Word::Categories,
            TermKind::Tag => Word::Tags,
            TermKind::Series => Word::AllSeries,
            TermKind::Author => Word::Authors,
        }
    }
}

impl Data for ListKind {
    fn read<S: Source>(source: &S) -> ListKind {
        let (name, content) = source.variant();
        match name.as_str() {
            "Home" => ListKind::Home,
            "Archive" => ListKind::Archive,
            "Year" => ListKind::Year(u32::read(&content)),
            "Term" => {
                let (kind, slug) = Data::read(&content);
                ListKind::Term(kind, slug)
            }
            _ => {
                source.mismatch();
                ListKind::Home
            }
        }
    }
}

impl Data for TermKind {
    fn read<S: Source>(source: &S) -> TermKind {
        match source.variant().0.as_str() {
            "Category" => TermKind::Category,
            "Series" => TermKind::Series,
            "Author" => TermKind::Author,
            _ => TermKind::Tag,
        }
    }
}

impl IsEmpty for ListKind {}
impl IsEmpty for TermKind {}

/// A path before and after its last slash; all of it is after if it has none.
pub(crate) fn split_last(path: &str) -> (&str, &str) {
    match path.bytes().rposition(|byte| byte == b'/') {
        Some(slash) => (&path[..slash], &path[slash + 1..]),
        None => ("", path),
    }
}

fn list_route(permalink: &Permalink) -> Option<Route> {
    let path = permalink.as_str().strip_suffix('/')?;
    // The number of the page, if the path ends in one.
    let (list, number) = split_last(path);
    let (path, page) = match list.strip_suffix("/page").zip(number.parse().ok().filter(|page| 1 < *page)) {
        Some(numbered) => numbered,
        None => (path, 1),
    };
    if path.is_empty() {
        return Some(Route::List(ListKind::Home, page));
    }
    let (folder, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
    if rest.contains('/') {
        return None;
    }
    let terms = match folder {
        "archive" if rest.is_empty() => return Some(Route::List(ListKind::Archive, page)),
        "archive" => return Some(Route::List(ListKind::Year(rest.parse().ok()?), page)),
        "categories" => TermKind::Category,
        "tags" => TermKind::Tag,
        "series" => TermKind::Series,
        "authors" => TermKind::Author,
        "saved" if rest.is_empty() && page == 1 => return Some(Route::Saved),
        _ => return None,
    };
    match (rest, page) {
        ("", 1) => Some(Route::Terms(terms)),
        ("", _) => None,
        (slug, page) => Some(Route::List(ListKind::Term(terms, slug.to_owned()), page)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(path: &str) -> Route {
        Route::of(&Permalink::parse(path).expect(path))
    }

    #[test]
    fn every_list_is_found_at_its_own_path() {
        for kind in [
            ListKind::Home,
            ListKind::Archive,
            ListKind::Year(2024),
            ListKind::Term(TermKind::Category, "thoughts".to_owned()),
            ListKind::Term(TermKind::Tag, "챗봇".to_owned()),
            ListKind::Term(TermKind::Series, "a".to_owned()),
            ListKind::Term(TermKind::Author, "ada".to_owned()),
        ] {
            for page in [1, 2, 30] {
                let written = Route::List(kind.clone(), page);
                assert_eq!(Route::of(&written.permalink()), written);
            }
        }
        assert_eq!(route("/tags/"), Route::Terms(TermKind::Tag));
        assert_eq!(route("/categories/"), Route::Terms(TermKind::Category));
        assert_eq!(route("/saved/"), Route::Saved);
    }

    #[test]
    fn other_paths_are_documents() {
        for path in [
            "/page/1/",
            "/saved/page/2/",
            "/saved/x/",
            "/page/x/",
            "/archive",
            "/archive/2024.html",
            "/archive/2024/01/02/x.html",
            "/tags/a/b/",
        ] {
            assert!(matches!(route(path), Route::Document(_)), "{path}");
        }
    }
}
