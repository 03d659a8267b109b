//! All words of the blog with their postings, and the files of both.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::counts::Counted;
use super::document::Document;
use super::pack::Packer;
use super::stems::{Stem, stems};
use crate::search::endings::{self, reversed};
use crate::search::postings::{self, Posting};
use crate::search::root::Stretch;
use crate::search::terms::{Term, Terms};
use crate::search::tokens::is_pair;

/// The words of the blog, in order.
pub(super) struct Dictionary<'a> {
    words: Vec<&'a str>,
    postings: Vec<Vec<Posting>>,
    stems: Vec<Stem>,
    /// What words add to the beginnings of their stems.
    pub(super) suffixes: Vec<String>,
    /// For each document, the places of its words in the dictionary.
    places: Vec<Vec<u32>>,
}

/// About so many bytes of words are in a file.
const BYTES_OF_WORDS: usize = 1_200;
/// So many bytes of postings are in a file, if there is more than one list in it.
const BYTES_OF_POSTINGS: usize = 2_000;
/// Shorter words may hold no mistakes.
const SHORTEST_MISTAKEN: usize = 4;

impl<'a> Dictionary<'a> {
    pub(super) fn new(counted: &'a [Counted], documents: &'a [Document]) -> Dictionary<'a> {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut words: Vec<(&str, &str)> = Vec::new();
        let mut places: Vec<Vec<u32>> = Vec::with_capacity(counted.len());
        let mut lists: Vec<Vec<Posting>> = Vec::new();
        let mut unit = 0;
        for (counted, document) in counted.iter().zip(documents) {
            let mut number = |word: &'a str| {
                *numbers.entry(word).or_insert_with(|| {
                    words.push((word, document.language.as_str()));
                    super::as_u32(words.len() - 1)
                })
            };
            let own: Vec<u32> = counted.words.iter().map(&mut number).collect();
            let facets: Vec<u32> = counted.facets.iter().map(|facet| number(facet)).collect();
            lists.resize(words.len(), Vec::new());
            let mut add = |number: u32, impact: u8, unit: u32| {
                lists.get_mut(number as usize).into_iter().for_each(|list| list.push(Posting { unit, impact }));
            };
            facets.into_iter().for_each(|facet| add(facet, 1, unit));
            for impacts in &counted.impacts {
                for (word, impact) in impacts {
                    own.get(*word as usize).into_iter().for_each(|number| add(*number, *impact, unit));
                }
                unit += 1;
            }
            places.push(own);
        }
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.par_sort_unstable_by_key(|place| words.get(*place).map(|(word, _)| *word));
        let mut rank = vec![0_u32; words.len()];
        for (place, number) in (0..).zip(&order) {
            rank.get_mut(*number).into_iter().for_each(|rank| *rank = place);
        }
        places
            .par_iter_mut()
            .flatten()
            .for_each(|place| *place = rank.get(*place as usize).copied().unwrap_or_default());
        let sorted: Vec<(&str, &str)> = order.iter().filter_map(|number| words.get(*number).copied()).collect();
        let (stems, suffixes) = stems(&sorted);
        Dictionary {
            words: sorted.into_iter().map(|(word, _)| word).collect(),
            postings: order.iter().filter_map(|number| lists.get_mut(*number).map(std::mem::take)).collect(),
            stems,
            suffixes,
            places,
        }
    }

    /// For each word of a document, in the document's own order, how many parts have it.
    pub(super) fn frequencies(&self, document: usize) -> impl Iterator<Item = u32> + '_ {
        let places = self.places.get(document).into_iter().flatten();
        places.map(|place| self.postings.get(*place as usize).map_or(0, |list| super::as_u32(list.len())))
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
            let (Some(word), Some(postings), Some(stem)) =
                (self.words.get(place), self.postings.get(place), self.stems.get(place))
            else {
                continue;
            };
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
