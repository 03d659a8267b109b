//! Pages kept in memory, so that going back is instant.

use std::rc::Rc;

use super::article::Article;
use crate::page::Page;
use crate::permalink::Permalink;

/// How many pages are kept. Enough for any way back that a reader remembers.
const CAPACITY: usize = 32;

/// How many bytes of text are kept, whatever their number, the newest aside.
const TEXT_BYTES: usize = 4_000_000;

/// A page that is ready to be shown.
pub(super) struct Loaded {
    /// All but the article of a document.
    pub(super) page: Rc<Page>,
    /// Has no nodes if the page is no document, or while the first page is still shown.
    pub(super) article: Article,
}

/// The pages used last, the most recent at the end.
#[derive(Default)]
pub(super) struct Store {
    pages: Vec<(Permalink, Rc<Loaded>)>,
}

impl Store {
    /// A page, if it is kept; it then counts as used.
    pub(super) fn get(&mut self, permalink: &Permalink) -> Option<Rc<Loaded>> {
        let position = self.pages.iter().position(|(known, _)| known == permalink)?;
        self.pages[position..].rotate_left(1);
        self.pages.last().map(|(_, page)| page.clone())
    }

    /// Keeps a page and lets go of what was not used for longest.
    pub(super) fn put(&mut self, permalink: Permalink, page: Rc<Loaded>) {
        self.pages.retain(|(known, _)| *known != permalink);
        self.pages.push((permalink, page));
        let mut bytes: usize = self.pages.iter().map(|(_, page)| text_bytes(page)).sum();
        while CAPACITY < self.pages.len() || (TEXT_BYTES < bytes && 1 < self.pages.len()) {
            bytes -= text_bytes(&self.pages.remove(0).1);
        }
    }
}

impl Loaded {
    /// A page without an article of its own.
    pub(super) fn of_page(page: Page) -> Loaded {
        Loaded { page: Rc::new(page), article: Article::default() }
    }
}

fn text_bytes(loaded: &Loaded) -> usize {
    match &*loaded.page {
        Page::Document(document) => document.metadata.length as usize,
        _ => 0,
    }
}
