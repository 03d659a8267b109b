//! The pages that list posts.

use std::num::NonZeroU32;

use super::annotate::Annotated;
use super::blog::{Blog, page_link};
use crate::page::{Entry, List, StoredPage, Term, TermCount, Terms};
use crate::route::{ListKind, TermKind};
use crate::slug::term_slug;

/// How many titles a page of the archive holds.
const TITLES_PER_PAGE: usize = 200;

/// Every list page of the site, in no particular order.
pub fn lists(blog: &Blog, annotated: &[Annotated], posts_per_page: NonZeroU32) -> Vec<StoredPage> {
    let posts_per_page = usize::try_from(posts_per_page.get()).unwrap_or(usize::MAX);
    let all: Vec<usize> = (0..blog.posts.len()).collect();
    let full = |position: &usize| full_entry(blog, annotated, *position);
    let title = |position: &usize| title_entry(blog, *position);
    let mut pages = Vec::new();
    pages.extend(paginate(&ListKind::Home, "", &all, posts_per_page, full));

    let years = blog.years();
    let counts: Vec<(u32, u32)> = years.iter().map(|(year, posts)| (*year, count(posts.len()))).collect();
    pages.extend(
        paginate(&ListKind::Archive, "", &all, TITLES_PER_PAGE, title)
            .map(|list| List { years: counts.clone(), ..list }),
    );
    for (year, posts) in &years {
        pages.extend(paginate(&ListKind::Year(*year), "", posts, TITLES_PER_PAGE, title));
    }

    let mut pages: Vec<StoredPage> = pages.into_iter().map(StoredPage::List).collect();
    for kind in TermKind::ALL {
        let terms = blog.terms(kind);
        for (slug, term) in &terms {
            let list = ListKind::Term(kind, slug.clone());
            pages.extend(paginate(&list, &term.name, &term.posts, posts_per_page, full).map(StoredPage::List));
        }
        let counted = terms.into_iter().map(|(slug, term)| TermCount {
            term: Term { name: term.name, slug },
            posts: count(term.posts.len()),
            parts: Vec::new(),
        });
        let mut counted: Vec<TermCount> = counted.collect();
        counted.sort_by_key(|counted| counted.term.name.to_lowercase());
        pages.push(StoredPage::Terms(Terms { kind, terms: counted }));
    }
    pages.push(StoredPage::Saved);
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

fn full_entry(blog: &Blog, annotated: &[Annotated], position: usize) -> Option<Entry> {
    let (post, notes) = (blog.posts.get(position)?, annotated.get(position)?);
    let entry = title_entry(blog, position)?;
    let excerpt = notes.excerpt.clone();
    let term = |name: &String| Term { name: name.clone(), slug: term_slug(name) };
    let categories = post.categories.iter().map(term).collect();
    Some(Entry { minutes: notes.minutes, excerpt, categories, ..entry })
}

fn title_entry(blog: &Blog, position: usize) -> Option<Entry> {
    let post = blog.posts.get(position)?;
    Some(Entry {
        link: page_link(post),
        date: post.written.as_ref()?.timestamp.clone(),
        day: post.written.as_ref()?.timestamp.day().in_words(),
        minutes: 0,
        excerpt: String::new(),
        categories: Vec::new(),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
