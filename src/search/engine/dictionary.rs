//! The dictionary of the blog, as far as a query needs it.

use super::library::Library;
use crate::search::file_name::FileName;
use crate::search::order::by_key;
use crate::search::root::Stretch;
use crate::search::terms::{Term, Terms};

/// So many stretches of the dictionary are looked through for each part of a word.
const MOST_STRETCHES: usize = 8;

/// The files of words that begin with a text, and of the word itself.
pub(super) fn stretches(all: &[Stretch], beginning: &str) -> Vec<FileName> {
    let from = all.partition_point(|stretch| stretch.first.as_str() <= beginning).saturating_sub(1);
    let overlaps = |stretch: &&Stretch| stretch.first.as_str() <= beginning || stretch.first.starts_with(beginning);
    all.iter().skip(from).take_while(overlaps).take(MOST_STRETCHES).map(|stretch| stretch.file).collect()
}

/// Stretches of the dictionary, all of which are asked for.
pub(super) fn dictionary(files: Vec<FileName>, library: &Library) -> Option<Vec<&Terms>> {
    let terms: Vec<Option<&Terms>> = files.into_iter().map(|file| library.terms(file)).collect();
    terms.into_iter().collect()
}

/// A word of the dictionary.
pub(super) fn find<'a>(dictionary: &[&'a Terms], word: &str) -> Option<(&'a Terms, &'a Term)> {
    dictionary.iter().find_map(|terms| Some((*terms, terms.find(word)?)))
}

/// Words of the dictionary that begin with a text.
pub(super) fn starting_with<'a>(dictionary: &[&'a Terms], text: &str) -> Vec<(&'a Terms, &'a Term)> {
    dictionary.iter().flat_map(|terms| terms.starting_with(text).map(move |term| (*terms, term))).collect()
}

/// The most frequent ones first.
pub(super) fn most_frequent<'a>(words: Vec<(&'a Terms, &'a Term)>) -> Vec<(&'a Terms, &'a Term)> {
    by_key(words, |(_, term)| u64::from(u32::MAX - term.frequency))
}
