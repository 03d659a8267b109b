//! All words of the blog, numbered as they come, with the parts of posts that have them.

use rustc_hash::FxHashMap;

use super::counts::Counted;
use super::document::Document;
use crate::search::postings::Posting;

/// The words of the blog, by their numbers.
pub(super) struct Vocabulary<'a> {
    /// Each with the language of the first document that has it.
    pub(super) words: Vec<(&'a str, &'a str)>,
    postings: Vec<Posting>,
    /// Where the postings of each word begin, and at last where those of the last one end.
    starts: Vec<usize>,
    /// For each document the numbers of its words, and then of its categories, tags and authors.
    of_documents: Vec<Vec<u32>>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(counted: &'a [Counted<'a>], documents: &'a [Document]) -> Vocabulary<'a> {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut words: Vec<(&str, &str)> = Vec::new();
        let mut of_documents: Vec<Vec<u32>> = Vec::with_capacity(counted.len());
        for (counted, document) in counted.iter().zip(documents) {
            let number = |word: &'a str| {
                *numbers.entry(word).or_insert_with(|| {
                    words.push((word, document.language.as_str()));
                    super::as_u32(words.len() - 1)
                })
            };
            of_documents
                .push(counted.words.iter().chain(counted.facets.iter().map(String::as_str)).map(number).collect());
        }
        let starts = starts(counted, &of_documents, words.len());
        let mut next = starts.clone();
        let mut postings = vec![Posting { unit: 0, impact: 0 }; starts.last().copied().unwrap_or_default()];
        each_posting(counted, &of_documents, |word, posting| {
            let Some(next) = next.get_mut(word as usize) else { return };
            postings.get_mut(*next).into_iter().for_each(|place| *place = posting);
            *next += 1;
        });
        Vocabulary { words, postings, starts, of_documents }
    }

    /// The parts of posts that have a word, in their order.
    pub(super) fn postings(&self, word: usize) -> &[Posting] {
        let bounds = self.starts.get(word).zip(self.starts.get(word + 1));
        bounds.and_then(|(start, end)| self.postings.get(*start..*end)).unwrap_or_default()
    }

    /// How many parts have each word.
    pub(super) fn frequencies(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.words.len()).map(|word| super::as_u32(self.postings(word).len()))
    }

    /// The numbers of a document's words, in its own order, and then those of its categories, tags and authors.
    pub(super) fn of_document(&self, document: usize) -> &[u32] {
        self.of_documents.get(document).map_or(&[], Vec::as_slice)
    }
}

/// Where the postings of each word begin if they stand behind each other.
fn starts(counted: &[Counted<'_>], of_documents: &[Vec<u32>], words: usize) -> Vec<usize> {
    let mut starts = vec![0_usize; words + 1];
    each_posting(counted, of_documents, |word, _| {
        starts.get_mut(word as usize + 1).into_iter().for_each(|count| *count += 1);
    });
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

/// Goes over all postings in the order of their parts. Names of categories, tags and authors are of a document's first part.
fn each_posting(counted: &[Counted<'_>], of_documents: &[Vec<u32>], mut take: impl FnMut(u32, Posting)) {
    let mut unit = 0;
    for (counted, own) in counted.iter().zip(of_documents) {
        let facets = own.iter().skip(counted.words.len());
        facets.for_each(|word| take(*word, Posting { unit, impact: 1 }));
        for impacts in &counted.impacts {
            for (word, impact) in impacts {
                own.get(*word as usize).into_iter().for_each(|word| take(*word, Posting { unit, impact: *impact }));
            }
            unit += 1;
        }
    }
}
