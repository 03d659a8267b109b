//! The index that readers search by: see [`crate::search`] for its files.
//!
//! Words are cut by the very code that cuts queries. Nothing here is random or depends on the machine: the same posts give
//! the same files, and a changed post changes only those that its words are in.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::search::file_name::FileName;
use crate::search::places::{self, Place};
use crate::search::root::{PLACES_PER_FILE, Root};

mod article;
mod cache;
mod count_cache;
mod counts;
mod dictionary;
mod document;
mod kept;
mod neighbors;
mod pack;
mod pair_cache;
mod pair_list;
mod split;
mod stems;
mod vocabulary;
mod word_list;
mod worker;
mod write;

pub use article::sections;
pub use cache::IndexCache;
pub use document::{Block, Document, Section};
pub use pack::Effort;
pub use worker::{WorkerFiles, write_worker};
pub use write::{document, write_index};

use count_cache::key;
use counts::{Counted, count};
use dictionary::Dictionary;
use kept::Key;
use pack::Packer;
use split::split;
use vocabulary::Vocabulary;

/// The files of an index.
#[derive(Debug)]
pub struct Index {
    /// The one that leads to all others.
    pub root: FileName,
    /// All of them, packed, each once.
    pub files: Vec<(FileName, Vec<u8>)>,
}

/// Makes the index of documents: posts, newest first, then pages. What the cache knows is not counted again.
pub fn index(documents: &[Document], effort: Effort, cache: &IndexCache) -> Index {
    let packer = Packer::new(effort);
    let read = documents.par_iter().map(|document| {
        let parts = split(document);
        let key = key(document);
        let counted = cache.counts.get(&key).unwrap_or_else(|| count(&parts, document));
        let files = parts.iter().map(|part| packer.add(&part.unit.to_bytes()));
        let places: Vec<Place> = files.map(|file| Place { file, day: document.day_number }).collect();
        (key, (counted, places))
    });
    let (keys, read): (Vec<Key>, Vec<_>) = read.unzip();
    let (counted, places): (Vec<Counted<'_>>, Vec<Vec<Place>>) = read.into_iter().unzip();
    // Much of this takes one processor at a time, so it goes side by side.
    let (vocabulary, ()) = rayon::join(|| Vocabulary::new(&counted, documents), || cache.counts.keep(&keys, &counted));
    let ((pairs, pair_bits), (terms, endings, suffixes)) = rayon::join(
        || neighbors::files(&counted, &keys, &vocabulary, &packer, &cache.pairs),
        || {
            let dictionary = Dictionary::new(&vocabulary);
            (dictionary.term_files(&packer), dictionary.ending_files(&packer), dictionary.suffixes)
        },
    );
    let long = (0..).zip(&places).filter(|(_, parts)| 1 < parts.len());
    let per_file = usize::try_from(PLACES_PER_FILE).unwrap_or(usize::MAX);
    let root = Root {
        documents: as_u32(documents.len()),
        posts: as_u32(documents.iter().filter(|document| document.day_number != 0).count()),
        long: long.map(|(document, parts)| (document, as_u32(parts.len()))).collect(),
        months: months(documents),
        terms,
        endings,
        places: places.concat().chunks(per_file).map(|places| packer.add(&places::to_bytes(places))).collect(),
        pairs,
        pair_bits,
        suffixes,
    };
    let root = packer.add(&root.to_bytes());
    Index { root, files: packer.into_files() }
}

/// Months with their numbers of posts, newest first.
fn months(documents: &[Document]) -> Vec<(u32, u32)> {
    let mut months: BTreeMap<u32, u32> = BTreeMap::new();
    for document in documents.iter().filter(|document| document.day_number != 0) {
        *months.entry(document.day_number / 32).or_default() += 1;
    }
    months.into_iter().rev().collect()
}

fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
