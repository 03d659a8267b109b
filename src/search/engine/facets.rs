//! What the posts found have in common, with numbers.

use super::expansion::Candidate;
use super::filters::terms_of;
use super::matching::{Blog, Trouble};
use crate::search::answer::{Facet, Facets};
use crate::search::order::by_key;
use crate::search::query::FacetKind;

/// So many terms of a kind are counted, the most frequent ones of the blog.
const MOST_COUNTED: usize = 60;
/// So many of them are told.
const MOST_TOLD: usize = 12;

/// Counts terms and years of documents.
pub(super) fn facets(blog: &Blog<'_>, found: &[u32]) -> Result<Facets, Trouble> {
    let mut is_found = vec![false; blog.root.documents as usize];
    for document in found {
        is_found.get_mut(*document as usize).into_iter().for_each(|is_found| *is_found = true);
    }
    let terms: Vec<Result<Vec<Candidate>, Trouble>> = FacetKind::ALL.map(|kind| frequent(blog, kind)).into();
    let terms: Vec<Vec<Candidate>> = terms.into_iter().collect::<Result<_, _>>()?;
    blog.ask_for_postings(terms.iter().flatten())?;
    let mut facets = Facets { year: years(blog, &is_found), ..Facets::default() };
    for (kind, terms) in FacetKind::ALL.into_iter().zip(&terms) {
        let counted = count(blog, kind, terms, &is_found)?;
        match kind {
            FacetKind::Category => facets.category = counted,
            FacetKind::Tag => facets.tag = counted,
            FacetKind::Author => facets.author = counted,
        }
    }
    Ok(facets)
}

fn frequent(blog: &Blog<'_>, kind: FacetKind) -> Result<Vec<Candidate>, Trouble> {
    let mut terms = by_key(terms_of(blog, kind)?, |term| u64::from(u32::MAX - term.term.frequency));
    terms.truncate(MOST_COUNTED);
    Ok(terms)
}

fn count(blog: &Blog<'_>, kind: FacetKind, terms: &[Candidate], is_found: &[bool]) -> Result<Vec<Facet>, Trouble> {
    let mut facets = Vec::new();
    for term in terms {
        let postings = blog.postings(term)?;
        let posts = blog.documents_of(&postings).filter(|document| is_found.get(*document as usize) == Some(&true));
        let posts = u32::try_from(posts.count()).unwrap_or(u32::MAX);
        if 0 < posts {
            let name = term.term.word.get(kind.mark().len()..).unwrap_or_default();
            facets.push(Facet(name.to_owned(), filter(kind.name(), name), posts));
        }
    }
    facets = by_key(facets, |Facet(_, _, posts)| u64::from(u32::MAX - posts));
    facets.truncate(MOST_TOLD);
    Ok(facets)
}

/// What stands for a term in a query.
fn filter(kind: &str, name: &str) -> String {
    let name = name.replace('"', " ");
    let mark = if name.contains(char::is_whitespace) { "\"" } else { "" };
    [kind, ":", mark, &name, mark].concat()
}

/// Newest first, as posts are.
fn years(blog: &Blog<'_>, is_found: &[bool]) -> Vec<Facet> {
    let mut years: Vec<(u32, u32)> = Vec::new();
    let mut is_found = is_found.iter();
    for (month, posts) in &blog.root.months {
        let found = is_found.by_ref().take(*posts as usize).filter(|is_found| **is_found).count();
        let (year, found) = (month / 12, u32::try_from(found).unwrap_or(u32::MAX));
        match years.last_mut() {
            Some((last, count)) if *last == year => *count += found,
            _ => years.push((year, found)),
        }
    }
    let years = years.into_iter().filter(|(_, found)| 0 < *found);
    years.map(|(year, found)| Facet(digits(year), ["year:", &digits(year)].concat(), found)).collect()
}

fn digits(number: u32) -> String {
    let more = number / 10;
    let mut digits = if more == 0 { String::new() } else { digits(more) };
    digits.extend(char::from_digit(number % 10, 10));
    digits
}
