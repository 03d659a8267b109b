//! All terms of a kind, and which categories are parts of others.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::count;
use crate::page::{Term, TermCount, Terms};
use crate::press::blog::{self, Blog};
use crate::route::TermKind;
use crate::slug::term_slug;

/// The page of a kind's terms, by name. As in Jekyll's addresses, the first category of a post is what it is filed under,
/// and those behind it are parts of that; a category that is the first of some post is no other's part.
pub(super) fn terms(blog: &Blog, kind: TermKind) -> Terms {
    let terms = blog.terms(kind);
    let parts = if kind == TermKind::Category { parts(blog) } else { HashMap::new() };
    let inside: BTreeSet<&String> = parts.values().flat_map(BTreeMap::keys).collect();
    let counted = terms.iter().filter(|(slug, _)| !inside.contains(slug)).map(|(slug, found)| TermCount {
        term: term(slug, found),
        posts: count(found.posts.len()),
        parts: parts.get(slug).map(|parts| listed(parts, &terms)).unwrap_or_default(),
    });
    let mut counted: Vec<TermCount> = counted.collect();
    counted.sort_by_key(|counted| counted.term.name.to_lowercase());
    Terms { kind, terms: counted }
}

/// For each category that posts name first, those behind it that no post names first, with the number of its posts.
fn parts(blog: &Blog) -> HashMap<String, BTreeMap<String, u32>> {
    let lists: Vec<Vec<String>> =
        blog.posts.iter().map(|post| post.categories.iter().map(|name| term_slug(name)).collect()).collect();
    let first: BTreeSet<&String> = lists.iter().filter_map(|list| list.first()).collect();
    let mut parts: HashMap<String, BTreeMap<String, u32>> = HashMap::new();
    for (top, behind) in lists.iter().filter_map(|list| list.split_first()) {
        let behind: BTreeSet<&String> = behind.iter().filter(|slug| !first.contains(slug)).collect();
        for slug in behind {
            *parts.entry(top.clone()).or_default().entry(slug.clone()).or_default() += 1;
        }
    }
    parts
}

fn listed(parts: &BTreeMap<String, u32>, terms: &BTreeMap<String, blog::Term>) -> Vec<(Term, u32)> {
    let named = parts.iter().filter_map(|(slug, posts)| Some((term(slug, terms.get(slug)?), *posts)));
    let mut named: Vec<(Term, u32)> = named.collect();
    named.sort_by_key(|(term, _)| term.name.to_lowercase());
    named
}

fn term(slug: &str, found: &blog::Term) -> Term {
    Term { name: found.name.clone(), slug: slug.to_owned() }
}
