//! How often each part of a document has each word, and which words stand beside each other.

use rustc_hash::FxHashMap;

use super::document::Document;
use super::pair_list::PairList;
use super::split::Part;
use super::word_list::WordList;
use crate::search::bytes::{Damaged, Reader, put_count, put_number, put_text};
use crate::search::query::FacetKind;
use crate::search::tokens::{Purpose, each_word};
use crate::search::weights::{FIELDS, Field, impact};

/// Words, each once, with their impacts.
type Impacts = Vec<(u32, u8)>;

/// The words of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Counted<'a> {
    /// Each word once; other lists name words by their places here.
    pub(super) words: WordList<'a>,
    /// For each part its words with their impacts.
    pub(super) impacts: Vec<Impacts>,
    /// For each part its words that stand beside each other, each pair once.
    pub(super) pairs: Vec<PairList<'a>>,
    /// The document's categories, tags and authors, as the dictionary has them.
    pub(super) facets: Vec<String>,
}

/// Counts the words of a document.
pub(super) fn count(parts: &[Part<'_>], document: &Document) -> Counted<'static> {
    let mut words = Words::default();
    let mut counted =
        Counted { words: WordList::default(), impacts: Vec::new(), pairs: Vec::new(), facets: facets(document) };
    for (place, part) in parts.iter().enumerate() {
        let mut counts = Counts::default();
        if place == 0 {
            counts.add(&mut words, Field::Title, &document.title);
            for name in [&document.categories, &document.tags, &document.authors].into_iter().flatten() {
                counts.add(&mut words, Field::Term, name);
            }
        }
        for section in &part.sections {
            counts.add(&mut words, Field::Heading, section.heading);
            for (field, text) in &section.blocks {
                text.lines().for_each(|line| counts.add(&mut words, *field, line));
            }
        }
        let (impacts, pairs) = counts.finish();
        counted.impacts.push(impacts);
        counted.pairs.push(pairs);
    }
    counted.words = words.in_order;
    counted
}

impl<'a> Counted<'a> {
    /// As it is kept for the next run.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut output = Vec::new();
        self.words.put(&mut output);
        put_count(&mut output, self.impacts.len());
        for (impacts, pairs) in self.impacts.iter().zip(&self.pairs) {
            put_count(&mut output, impacts.len());
            let mut last = 0;
            for (word, impact) in impacts {
                put_number(&mut output, word.saturating_sub(last));
                output.push(*impact);
                last = *word;
            }
            pairs.put(&mut output);
        }
        put_count(&mut output, self.facets.len());
        self.facets.iter().for_each(|facet| put_text(&mut output, facet));
        output
    }

    /// Reads what was kept.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Counted<'a>, Damaged> {
        let mut reader = Reader::new(bytes);
        let words = WordList::read(&mut reader)?;
        let units = reader.count()?;
        let (mut impacts, mut pairs) = (Vec::with_capacity(units), Vec::with_capacity(units));
        for _ in 0..units {
            let count = reader.count()?;
            let mut of_unit = Impacts::with_capacity(count);
            let mut last = 0_u32;
            for _ in 0..count {
                last = last.checked_add(reader.number()?).ok_or(Damaged)?;
                of_unit.push((last, reader.byte()?));
            }
            impacts.push(of_unit);
            pairs.push(PairList::read(&mut reader)?);
        }
        let count = reader.count()?;
        let facets: Result<Vec<String>, Damaged> = (0..count).map(|_| reader.text().map(str::to_owned)).collect();
        let facets = facets?;
        if reader.is_at_end() { Ok(Counted { words, impacts, pairs, facets }) } else { Err(Damaged) }
    }
}

/// Words by the numbers of their first occurrences.
#[derive(Default)]
struct Words {
    numbers: FxHashMap<String, u32>,
    in_order: WordList<'static>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = super::as_u32(self.in_order.len());
        self.numbers.insert(word.to_owned(), number);
        self.in_order.push(word);
        number
    }
}

#[derive(Default)]
struct Counts {
    /// By the numbers of words; zeros for those that are not in this part.
    of_words: Vec<[u32; FIELDS]>,
    /// Words of this part, each once.
    words: Vec<u32>,
    lengths: [u32; FIELDS],
    pairs: Vec<(u32, u32)>,
}

impl Counts {
    fn add(&mut self, words: &mut Words, field: Field, text: &str) {
        let mut last: Option<u32> = None;
        let place = field as usize;
        each_word(text, Purpose::Index, |word, _| {
            let number = words.number(word);
            let at = number as usize;
            if self.of_words.len() <= at {
                self.of_words.resize(at + 1, [0; FIELDS]);
            }
            if let Some(counts) = self.of_words.get_mut(at) {
                if *counts == [0; FIELDS] {
                    self.words.push(number);
                }
                counts.get_mut(place).into_iter().for_each(|count| *count += 1);
            }
            self.lengths.get_mut(place).into_iter().for_each(|length| *length += 1);
            self.pairs.extend(last.replace(number).map(|last| (last, number)));
        });
    }

    /// Words with their impacts, and words beside each other.
    fn finish(mut self) -> (Impacts, PairList<'static>) {
        self.words.sort_unstable();
        let counts = self.words.iter().filter_map(|word| Some((*word, self.of_words.get(*word as usize)?)));
        let impacts = counts.map(|(word, counts)| (word, impact(counts, &self.lengths))).collect();
        self.pairs.sort_unstable();
        self.pairs.dedup();
        (impacts, PairList::new(&self.pairs))
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
