//! The words of the blog in order, with their stems, and the files of words and postings.

use rayon::prelude::*;

use super::pack::Packer;
use super::stems::{Stem, stems};
use super::vocabulary::Vocabulary;
use crate::search::endings::{self, reversed};
use crate::search::postings;
use crate::search::root::Stretch;
use crate::search::terms::{Term, Terms};
use crate::search::tokens::is_pair;

/// The words of the blog, in order.
pub(super) struct Dictionary<'a> {
    vocabulary: &'a Vocabulary<'a>,
    words: Vec<&'a str>,
    /// For each word its number in the vocabulary.
    numbers: Vec<usize>,
    stems: Vec<Stem>,
    /// What words add to the beginnings of their stems.
    pub(super) suffixes: Vec<String>,
}

/// About so many bytes of words are in a file.
const BYTES_OF_WORDS: usize = 800;
/// So many bytes of postings are in a file, if there is more than one list in it.
const BYTES_OF_POSTINGS: usize = 1_600;
/// Shorter words may hold no mistakes.
const SHORTEST_MISTAKEN: usize = 4;

impl<'a> Dictionary<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary<'a>) -> Dictionary<'a> {
        let mut words: Vec<(&str, &str, usize)> = Vec::with_capacity(vocabulary.words.len());
        words.extend((0..).zip(&vocabulary.words).map(|(number, (word, language))| (*word, *language, number)));
        words.par_sort_unstable();
        let (stems, suffixes) = stems(&words.iter().map(|(word, language, _)| (*word, *language)).collect::<Vec<_>>());
        let (words, numbers) = words.into_iter().map(|(word, _, number)| (word, number)).unzip();
        Dictionary { vocabulary, words, numbers, stems, suffixes }
    }

    /// Writes words and postings.
    pub(super) fn term_files(&self, packer: &Packer) -> Vec<Stretch> {
        let mut stretches: Vec<std::ops::Range<usize>> = Vec::new();
        let (mut start, mut bytes) = (0, 0);
        for (place, word) in self.words.iter().enumerate() {
            bytes += word.len().div_ceil(2) + 5;
            if BYTES_OF_WORDS < bytes {
                stretches.push(start..place + 1);
                (start, bytes) = (place + 1, 0);
            }
        }
        if start < self.words.len() {
            stretches.push(start..self.words.len());
        }
        let written = stretches.into_par_iter().map(|range| {
            let first = self.words.get(range.start).copied().unwrap_or_default().to_owned();
            Stretch { first, file: packer.add(&self.terms(range, packer).to_bytes()) }
        });
        written.collect()
    }

    fn terms(&self, range: std::ops::Range<usize>, packer: &Packer) -> Terms {
        let mut terms = Terms::default();
        let mut lists: Vec<u8> = Vec::new();
        for place in range {
            let (Some(word), Some(number), Some(stem)) =
                (self.words.get(place), self.numbers.get(place), self.stems.get(place))
            else {
                continue;
            };
            let postings = self.vocabulary.postings(*number);
            let mut list = Vec::new();
            postings::put(postings, &mut list);
            if !lists.is_empty() && BYTES_OF_POSTINGS < lists.len() + list.len() {
                terms.files.push(packer.add(&lists));
                lists.clear();
            }
            terms.terms.push(Term {
                word: (*word).to_owned(),
                key: stem.key,
                tag: stem.tag,
                frequency: super::as_u32(postings.len()),
                length: super::as_u32(list.len()),
                file: super::as_u32(terms.files.len()),
                start: super::as_u32(lists.len()),
            });
            lists.extend(list);
        }
        if !lists.is_empty() {
            terms.files.push(packer.add(&lists));
        }
        terms
    }

    /// Writes the words in the order of their ends.
    pub(super) fn ending_files(&self, packer: &Packer) -> Vec<Stretch> {
        let can_be_mistaken = |word: &&&str| {
            let shortest = if is_pair(word) { 2 } else { SHORTEST_MISTAKEN };
            shortest <= word.chars().count() && word.chars().all(char::is_alphabetic)
        };
        let mut words: Vec<String> = self.words.iter().filter(can_be_mistaken).map(|word| reversed(word)).collect();
        words.par_sort_unstable();
        let per_file = BYTES_OF_WORDS / 5;
        let written = words.par_chunks(per_file).map(|words| Stretch {
            first: words.first().cloned().unwrap_or_default(),
            file: packer.add(&endings::to_bytes(words)),
        });
        written.collect()
    }
}
