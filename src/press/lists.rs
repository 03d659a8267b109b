//! The pages that list posts.

use std::num::NonZeroU32;

use super::annotate::Annotated;
use super::blog::Blog;
use super::dates::in_words::DateWords;
use crate::page::{Entry, List, StoredPage};
use crate::route::{ListKind, TermKind};

mod archive;
mod entries;
mod terms;

use archive::Archive;
use entries::Entries;

/// How many titles a page of the archive holds.
const TITLES_PER_PAGE: usize = 200;

/// Every list page of the site, in no particular order.
pub fn lists(blog: &Blog, annotated: &[Annotated], posts_per_page: NonZeroU32, days: &DateWords) -> Vec<StoredPage> {
    let posts_per_page = usize::try_from(posts_per_page.get()).unwrap_or(usize::MAX);
    let entries = Entries { blog, annotated, days };
    let mut pages: Vec<List> = home(&entries, posts_per_page);

    let archive = Archive::of(&entries);
    let title = |position: &usize| entries.title(*position);
    let all: Vec<usize> = (0..blog.posts.len()).collect();
    pages.extend(paginate(&ListKind::Archive, "", &all, TITLES_PER_PAGE, title).map(|list| archive.complete(list)));
    for (year, posts) in &archive.years {
        let list = ListKind::Year(*year);
        pages.extend(paginate(&list, "", posts, TITLES_PER_PAGE, title).map(|list| archive.complete(list)));
    }

    let mut pages: Vec<StoredPage> = pages.into_iter().map(StoredPage::List).collect();
    for kind in TermKind::ALL {
        for (slug, term) in blog.terms(kind) {
            let list = ListKind::Term(kind, slug);
            let full = |position: &usize| entries.full(*position);
            pages.extend(paginate(&list, &term.name, &term.posts, posts_per_page, full).map(StoredPage::List));
        }
        pages.push(StoredPage::Terms(terms::terms(blog, kind)));
    }
    pages.push(StoredPage::Saved);
    pages
}

/// The newest posts; on the first page those above that stay there.
fn home(entries: &Entries<'_>, per_page: usize) -> Vec<List> {
    let full = |position: &usize| entries.full(*position);
    let (pinned, others) = entries.blog.pinned();
    let pinned: Vec<Entry> = pinned.iter().filter_map(full).collect();
    let mut pages: Vec<List> = paginate(&ListKind::Home, "", &others, per_page, full).collect();
    pages.iter_mut().for_each(|page| page.total = count(entries.blog.posts.len()));
    if let Some(first) = pages.first_mut() {
        first.pinned = pinned;
    }
    pages
}

/// At least one page, also of an empty list.
fn paginate<'a>(
    kind: &'a ListKind,
    name: &'a str,
    posts: &'a [usize],
    per_page: usize,
    entry: impl Fn(&usize) -> Option<Entry> + 'a,
) -> impl Iterator<Item = List> + 'a {
    let pages = posts.len().div_ceil(per_page).max(1);
    (0..pages).map(move |page| List {
        kind: kind.clone(),
        name: name.to_owned(),
        posts: posts.iter().skip(page * per_page).take(per_page).filter_map(&entry).collect(),
        page: count(page + 1),
        pages: count(pages),
        total: count(posts.len()),
        pinned: Vec::new(),
        years: Vec::new(),
        months: Vec::new(),
        updated: Vec::new(),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
