//! The files of pairs: words that stand beside each other.

use rayon::prelude::*;

use super::counts::Counted;
use super::pack::Packer;
use super::vocabulary::Vocabulary;
use crate::search::file_name::FileName;
use crate::search::pairs::{self, LEAST_FREQUENCY, PER_DIRECTORY, pair_hash, shard_of, word_hash};

/// So many entries are in a file, on the average; an entry takes about three bytes.
const PER_FILE: usize = 750;
/// A part of a post has about so many.
const PAIRS_PER_PART: usize = 600;

/// Writes all pairs; returns the directories and how many bits of a hash tell its file.
pub(super) fn files(counted: &[Counted<'_>], vocabulary: &Vocabulary<'_>, packer: &Packer) -> (Vec<FileName>, u32) {
    let entries = entries(counted, vocabulary);
    let count: usize = entries.iter().map(Vec::len).sum();
    if count == 0 {
        return (Vec::new(), 0);
    }
    let bits = count.div_ceil(PER_FILE).next_power_of_two().trailing_zeros();
    // Dealt out first, since many short lists are sorted faster than a long one.
    let mut shards: Vec<Vec<(u32, u32)>> = (0..1 << bits).map(|_| Vec::with_capacity(PER_FILE)).collect();
    for (hash, unit) in entries.into_iter().flatten() {
        let shard = shards.get_mut(shard_of(hash, bits) as usize);
        shard.into_iter().for_each(|shard| shard.push((pairs::kept(hash, bits), unit)));
    }
    let names: Vec<FileName> = shards
        .into_par_iter()
        .map(|mut shard| {
            shard.sort_unstable();
            shard.dedup();
            packer.add(&pairs::to_bytes(&shard))
        })
        .collect();
    let per_directory = usize::try_from(PER_DIRECTORY).unwrap_or(usize::MAX);
    let directories = names.chunks(per_directory).map(|names| packer.add(&pairs::directory_to_bytes(names)));
    (directories.collect(), bits)
}

/// Of each document the hashes of pairs, each with a part that has it.
fn entries(counted: &[Counted<'_>], vocabulary: &Vocabulary<'_>) -> Vec<Vec<(u32, u32)>> {
    let mut first_units = Vec::with_capacity(counted.len());
    let mut units = 0;
    for document in counted {
        first_units.push(units);
        units += super::as_u32(document.pairs.len());
    }
    let of_documents = counted.par_iter().enumerate().zip(first_units).map(|((place, document), first)| {
        let words = document.words.iter().zip(vocabulary.frequencies(place));
        let hashes: Vec<Option<u32>> =
            words.map(|(word, frequency)| (LEAST_FREQUENCY <= frequency).then(|| word_hash(word))).collect();
        let hash_of = |word: u32| hashes.get(word as usize).copied().flatten();
        let mut entries = Vec::with_capacity(PAIRS_PER_PART * document.pairs.len());
        for (unit, pairs) in (first..).zip(&document.pairs) {
            let hashes = pairs.iter().filter_map(|(one, other)| Some(pair_hash(hash_of(one)?, hash_of(other)?)));
            entries.extend(hashes.map(|hash| (hash, unit)));
        }
        entries
    });
    of_documents.collect()
}
