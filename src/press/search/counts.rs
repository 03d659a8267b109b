//! How often each part of a document has each word, and which words stand beside each other.

use std::collections::HashMap;

use super::document::{Block, Document};
use super::split::Part;
use crate::search::query::FacetKind;
use crate::search::tokens::{Purpose, each_word};
use crate::search::weights::{FIELDS, Field, impact};

/// The words of a document.
pub(super) struct Counted {
    /// Each word once; other lists name words by their places here.
    pub(super) words: Vec<String>,
    /// For each part its words with their impacts.
    pub(super) impacts: Vec<Vec<(u32, u8)>>,
    /// For each part its words that stand beside each other, each pair once.
    pub(super) pairs: Vec<Vec<(u32, u32)>>,
    /// The document's categories, tags and authors, as the dictionary has them.
    pub(super) facets: Vec<String>,
}

/// Counts the words of a document.
pub(super) fn count(parts: &[Part], document: &Document) -> Counted {
    let mut words = Words::default();
    let mut counted = Counted { words: Vec::new(), impacts: Vec::new(), pairs: Vec::new(), facets: facets(document) };
    for (place, part) in parts.iter().enumerate() {
        let mut counts = Counts::default();
        if place == 0 {
            counts.add(&mut words, Field::Title, &document.title);
            for name in [&document.categories, &document.tags, &document.authors].into_iter().flatten() {
                counts.add(&mut words, Field::Term, name);
            }
        }
        for section in &part.sections {
            counts.add(&mut words, Field::Heading, &section.heading);
            for block in &section.blocks {
                match block {
                    Block::Text(text) => text.lines().for_each(|line| counts.add(&mut words, Field::Text, line)),
                    Block::Code(code) => code.lines().for_each(|line| counts.add(&mut words, Field::Code, line)),
                }
            }
        }
        let (impacts, pairs) = counts.finish();
        counted.impacts.push(impacts);
        counted.pairs.push(pairs);
    }
    counted.words = words.in_order;
    counted
}

/// Words by the numbers of their first occurrences.
#[derive(Default)]
struct Words {
    numbers: HashMap<String, u32>,
    in_order: Vec<String>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = super::as_u32(self.in_order.len());
        self.numbers.insert(word.to_owned(), number);
        self.in_order.push(word.to_owned());
        number
    }
}

#[derive(Default)]
struct Counts {
    of_words: HashMap<u32, [u32; FIELDS]>,
    lengths: [u32; FIELDS],
    pairs: Vec<(u32, u32)>,
}

impl Counts {
    fn add(&mut self, words: &mut Words, field: Field, text: &str) {
        let mut last: Option<u32> = None;
        let place = field as usize;
        each_word(text, Purpose::Index, |word, _| {
            let number = words.number(word);
            let counts = self.of_words.entry(number).or_default();
            counts.get_mut(place).into_iter().for_each(|count| *count += 1);
            self.lengths.get_mut(place).into_iter().for_each(|length| *length += 1);
            self.pairs.extend(last.replace(number).map(|last| (last, number)));
        });
    }

    fn finish(mut self) -> (Vec<(u32, u8)>, Vec<(u32, u32)>) {
        let impacts = self.of_words.iter().map(|(word, counts)| (*word, impact(counts, &self.lengths)));
        let mut impacts: Vec<(u32, u8)> = impacts.collect();
        impacts.sort_unstable();
        self.pairs.sort_unstable();
        self.pairs.dedup();
        (impacts, self.pairs)
    }
}

fn facets(document: &Document) -> Vec<String> {
    let kinds = [
        (FacetKind::Category, &document.categories),
        (FacetKind::Tag, &document.tags),
        (FacetKind::Author, &document.authors),
    ];
    let names = kinds.into_iter().flat_map(|(kind, names)| names.iter().map(move |name| [kind.mark(), name].concat()));
    let mut facets: Vec<String> = names.collect();
    facets.sort();
    facets.dedup();
    facets
}
