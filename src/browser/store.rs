//! Pages kept in memory, so that going back is instant.

use std::rc::Rc;

use crate::page::Page;
use crate::permalink::Permalink;

/// How many pages are kept. Enough for any way back that a reader remembers.
const CAPACITY: usize = 32;

/// How many bytes of articles are kept, whatever their number, the newest aside.
const ARTICLE_BYTES: usize = 8_000_000;

/// The pages used last, the most recent at the end.
#[derive(Default)]
pub(super) struct Store {
    pages: Vec<(Permalink, Rc<Page>)>,
}

impl Store {
    /// A page, if it is kept; it then counts as used.
    pub(super) fn get(&mut self, permalink: &Permalink) -> Option<Rc<Page>> {
        let position = self.pages.iter().position(|(known, _)| known == permalink)?;
        self.pages[position..].rotate_left(1);
        self.pages.last().map(|(_, page)| page.clone())
    }

    /// Keeps a page and lets go of what was not used for longest.
    pub(super) fn put(&mut self, permalink: Permalink, page: Rc<Page>) {
        self.pages.retain(|(known, _)| *known != permalink);
        self.pages.push((permalink, page));
        let mut bytes: usize = self.pages.iter().map(|(_, page)| article_bytes(page)).sum();
        while CAPACITY < self.pages.len() || (ARTICLE_BYTES < bytes && 1 < self.pages.len()) {
            bytes -= article_bytes(&self.pages.remove(0).1);
        }
    }
}

fn article_bytes(page: &Page) -> usize {
    match page {
        Page::Document(document) => document.article.iter().map(|part| part.len()).sum(),
        _ => 0,
    }
}
