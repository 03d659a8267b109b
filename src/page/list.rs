//! Posts in lists, and the terms they are sorted under.

use super::PageLink;
use crate::data::{IsEmpty, data};
use crate::date::Timestamp;
use crate::permalink::Permalink;
use crate::route::{ListKind, Route, TermKind};
use crate::words::{Word, Words};

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

impl IsEmpty for Term {}
