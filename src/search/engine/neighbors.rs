//! Words of the query beside each other: in phrases they must be so, elsewhere it is better.

use super::expansion::Candidate;
use super::matching::{Blog, Matches, Sought, Trouble};
use crate::search::bytes::Damaged;
use crate::search::file_name::FileName;
use crate::search::pairs::{self, LEAST_FREQUENCY, directory_bits, pair_hash, shard_of, word_hash};
use crate::search::query::Query;
use crate::search::root::PLACES_PER_FILE;
use crate::search::tokens::{self, Purpose};
use crate::search::unit::Unit;

/// So many texts are looked at to see whether they have a phrase. Only where its words are rare is that needed.
const MOST_TEXTS: usize = 2 * LEAST_FREQUENCY as usize;

/// Which parts have two words beside each other; nothing if the index does not know.
fn together(blog: &Blog<'_>, one: Option<&Candidate>, other: Option<&Candidate>) -> Result<Option<Vec<u32>>, Trouble> {
    let is_frequent = |candidate: &&Candidate| LEAST_FREQUENCY <= candidate.term.frequency;
    let (Some(one), Some(other)) = (one.filter(is_frequent), other.filter(is_frequent)) else { return Ok(None) };
    let hash = pair_hash(word_hash(&one.term.word), word_hash(&other.term.word));
    let Some(file) = file_of(blog, hash)? else { return Ok(None) };
    let bytes = blog.library.pairs(file).ok_or(Trouble::Lacking)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    pairs::find(bytes, hash, blog.root.pair_bits).map(Some).map_err(|Damaged| Trouble::Damaged(file))
}

fn file_of(blog: &Blog<'_>, hash: u32) -> Result<Option<FileName>, Trouble> {
    let shard = shard_of(hash, blog.root.pair_bits);
    let directory_bits = directory_bits(blog.root.pair_bits);
    let Some(directory) = blog.root.pairs.get((shard >> directory_bits) as usize) else { return Ok(None) };
    let directory = blog.library.directory(*directory).ok_or(Trouble::Lacking)?;
    Ok(directory.get((shard & ((1 << directory_bits) - 1)) as usize).copied())
}

/// Puts those first that have neighbors of the query beside each other.
pub(super) fn prefer(blog: &Blog<'_>, sought: &[Sought], matches: &mut Matches) -> Result<(), Trouble> {
    let neighbors = sought.iter().zip(sought.iter().skip(1));
    let found: Vec<_> = neighbors.map(|(one, other)| together(blog, one.likeliest(), other.likeliest())).collect();
    for (units, words) in found.into_iter().zip(sought.windows(2)) {
        let Some(units) = units? else { continue };
        matches.add_together(blog, &units, words.iter().map(|word| word.rarity).sum());
    }
    Ok(())
}

/// The parts that have a phrase, in order. `first` and `last` are the places of its words.
pub(super) fn phrase(
    blog: &Blog<'_>,
    query: &Query,
    sought: &[Sought],
    (first, last): (usize, usize),
) -> Result<Vec<u32>, Trouble> {
    let mut units: Option<Vec<u32>> = None;
    let mut narrow = |list: Vec<u32>| {
        units = Some(match units.take() {
            None => list,
            Some(units) => units.into_iter().filter(|unit| list.binary_search(unit).is_ok()).collect(),
        });
    };
    for word in sought.iter().take(last + 1).skip(first) {
        let Some(exact) = word.exact() else { return Ok(Vec::new()) };
        narrow(blog.postings(exact)?.into_iter().map(|posting| posting.unit).collect());
    }
    let mut is_known = true;
    for words in sought.get(first..=last).unwrap_or_default().windows(2) {
        let [one, other] = words else { continue };
        match together(blog, one.exact(), other.exact())? {
            Some(list) => narrow(list),
            None => is_known = false,
        }
    }
    let units = units.unwrap_or_default();
    if units.len() > MOST_TEXTS || (is_known && last - first == 1) {
        return Ok(units);
    }
    let words: Vec<&str> = query.words.iter().take(last + 1).skip(first).map(|word| word.text.as_str()).collect();
    let texts: Vec<Option<&Unit>> = units.iter().map(|unit| text_of(blog, *unit)).collect();
    if texts.iter().any(Option::is_none) {
        return Err(Trouble::Lacking);
    }
    let has_phrase = |unit: &Option<&Unit>| unit.is_some_and(|unit| texts_of(unit).any(|text| has(text, &words)));
    Ok(units.iter().zip(&texts).filter(|(_, text)| has_phrase(text)).map(|(unit, _)| *unit).collect())
}

/// A part itself; nothing as long as its file or the way to it lacks.
pub(super) fn text_of<'a>(blog: &'a Blog<'_>, unit: u32) -> Option<&'a Unit> {
    const NONE: &Unit = &Unit {
        title: String::new(),
        path: String::new(),
        day: String::new(),
        lang: String::new(),
        sections: Vec::new(),
    };
    let Some(file) = blog.root.places.get((unit / PLACES_PER_FILE) as usize) else { return Some(NONE) };
    let places = blog.library.places(*file)?;
    match places.get((unit % PLACES_PER_FILE) as usize) {
        Some(place) => blog.library.unit(place.file),
        None => Some(NONE),
    }
}

fn texts_of(unit: &Unit) -> impl Iterator<Item = &str> {
    let blocks =
        unit.sections.iter().flat_map(|section| std::iter::once(section.heading.as_str()).chain(section.text.lines()));
    std::iter::once(unit.title.as_str()).chain(blocks)
}

/// Whether a text has the words beside each other.
fn has(text: &str, words: &[&str]) -> bool {
    tokens::words(text, Purpose::Index).windows(words.len().max(1)).any(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_words_beside_each_other() {
        let text = "One heron, two herons. The Élan vital of 東京都庁.";
        assert!(has(text, &["heron", "two"]) && has(text, &["elan", "vital", "of"]) && has(text, &["東京", "京都"]));
        assert!(!has(text, &["heron", "herons"]) && !has(text, &["of", "京都"]));
        assert!(has("a a b", &["a", "b"]));
    }
}
