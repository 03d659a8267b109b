//! Which documents a query lets in at all.

use super::expansion::{Candidate, Closeness};
use super::matching::{Blog, Trouble};
use crate::search::query::{FacetKind, Filter};
use crate::search::root::PLACES_PER_FILE;
use crate::search::terms::Terms;
use crate::search::tokens::{Purpose, words};
use crate::search::weights;

/// All terms of a kind, as candidates whose words are their names.
pub(super) fn terms_of(blog: &Blog<'_>, kind: FacetKind) -> Result<Vec<Candidate>, Trouble> {
    let mark = kind.mark();
    let files = blog.root.terms.iter().enumerate().filter(|(at, stretch)| {
        let next = blog.root.terms.get(at + 1);
        let begins_before = stretch.first.as_str() < mark || stretch.first.starts_with(mark);
        begins_before && next.is_none_or(|next| mark <= next.first.as_str())
    });
    let dictionary: Vec<Option<&Terms>> = files.map(|(_, stretch)| blog.library.terms(stretch.file)).collect();
    let mut found = Vec::new();
    for terms in dictionary {
        let terms = terms.ok_or(Trouble::Lacking)?;
        found.extend(terms.starting_with(mark).filter_map(|term| {
            let file = *terms.files.get(term.file as usize)?;
            Some(Candidate { term: term.clone(), file, closeness: Closeness::Exact, weight: weights::EXACT })
        }));
    }
    Ok(found)
}

/// For each document whether it passes.
pub(super) fn passing(blog: &Blog<'_>, filters: &[Filter]) -> Result<Vec<bool>, Trouble> {
    let mut passing = vec![true; blog.root.documents as usize];
    for filter in filters {
        match filter {
            Filter::Term(kind, name) => {
                let mut has_term = vec![false; passing.len()];
                let named = |candidate: &Candidate| is_named(candidate.term.word.get(kind.mark().len()..), name);
                let terms: Vec<Candidate> = terms_of(blog, *kind)?.into_iter().filter(named).collect();
                blog.ask_for_postings(terms.iter())?;
                for term in &terms {
                    for document in blog.documents_of(&blog.postings(term)?) {
                        has_term.get_mut(document as usize).into_iter().for_each(|has| *has = true);
                    }
                }
                passing.iter_mut().zip(has_term).for_each(|(passes, has)| *passes &= has);
            }
            Filter::From(day) => keep(&mut passing, 0..posts_from(blog, *day)?),
            Filter::Before(day) => keep(&mut passing, posts_from(blog, *day)?..blog.root.posts),
        }
    }
    Ok(passing)
}

/// The same name, whatever its case, marks and signs.
fn is_named(name: Option<&str>, wanted: &str) -> bool {
    name.is_some_and(|name| name == wanted || words(name, Purpose::Index) == words(wanted, Purpose::Index))
}

fn keep(passing: &mut [bool], range: std::ops::Range<u32>) {
    for (document, passes) in (0..).zip(passing) {
        *passes &= range.contains(&document);
    }
}

/// How many posts are of a day or later ones. They are the first ones.
fn posts_from(blog: &Blog<'_>, day: u32) -> Result<u32, Trouble> {
    let month = day / 32;
    let mut count = 0;
    for (of_posts, posts) in &blog.root.months {
        if *of_posts > month {
            count += posts;
        } else if *of_posts == month && !day.is_multiple_of(32) {
            return posts_of_month_from(blog, count..count + posts, day);
        } else if *of_posts == month {
            return Ok(count + posts);
        }
    }
    Ok(count)
}

/// Within one month, the days of its posts must be looked at.
fn posts_of_month_from(blog: &Blog<'_>, posts: std::ops::Range<u32>, day: u32) -> Result<u32, Trouble> {
    let mut count = posts.start;
    for (unit, document) in (0_u32..).zip(&blog.documents).filter(|(_, document)| posts.contains(document)) {
        let Some(file) = blog.root.places.get((unit / PLACES_PER_FILE) as usize) else { continue };
        let places = blog.library.places(*file).ok_or(Trouble::Lacking)?;
        let place = places.get((unit % PLACES_PER_FILE) as usize);
        if place.is_some_and(|place| day <= place.day) {
            count = document + 1;
        }
    }
    Ok(count)
}
