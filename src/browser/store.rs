//! Pages kept in memory, so that going back is instant.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::page::Page;
use crate::permalink::Permalink;

/// How many pages are kept. Enough for any way back that a reader remembers.
const CAPACITY: usize = 32;

/// How many bytes of articles are kept, whatever their number, the newest aside.
const ARTICLE_BYTES: usize = 8_000_000;

/// The pages used last, the most recent in front.
#[derive(Default)]
pub(super) struct Store {
    pages: VecDeque<(Permalink, Rc<Page>)>,
}

impl Store {
    /// A page, if it is kept; it then counts as used.
    pub(super) fn get(&mut self, permalink: &Permalink) -> Option<Rc<Page>> {
        let position = self.pages.iter().position(|(known, _)| known == permalink)?;
        let entry = self.pages.remove(position)?;
        let page = entry.1.clone();
        self.pages.push_front(entry);
        Some(page)
    }

    /// Keeps a page and lets go of what was not used for longest.
    pub(super) fn put(&mut self, permalink: Permalink, page: Rc<Page>) {
        self.pages.retain(|(known, _)| *known != permalink);
        self.pages.push_front((permalink, page));
        let mut bytes = 0;
        let fits = self.pages.iter().take(CAPACITY).take_while(|(_, page)| {
            bytes += article_bytes(page);
            bytes <= ARTICLE_BYTES
        });
        let kept = fits.count().max(1);
        self.pages.truncate(kept);
    }
}

fn article_bytes(page: &Page) -> usize {
    match page {
        Page::Document(document) => document.article.len(),
        _ => 0,
    }
}
