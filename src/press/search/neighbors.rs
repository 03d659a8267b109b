//! The files of pairs: words that stand beside each other.

use rayon::prelude::*;

use super::counts::Counted;
use super::dictionary::Dictionary;
use super::pack::Packer;
use crate::search::file_name::FileName;
use crate::search::pairs::{self, LEAST_FREQUENCY, PER_DIRECTORY, pair_hash, shard_of, word_hash};

/// So many entries are in a file, on the average; an entry takes about three bytes.
const PER_FILE: usize = 750;

/// Writes all pairs; returns the directories and how many bits of a hash tell its file.
pub(super) fn files(counted: &[Counted], dictionary: &Dictionary<'_>, packer: &Packer) -> (Vec<FileName>, u32) {
    let mut entries = entries(counted, dictionary);
    entries.par_sort_unstable();
    entries.dedup();
    if entries.is_empty() {
        return (Vec::new(), 0);
    }
    let bits = entries.len().div_ceil(PER_FILE).next_power_of_two().trailing_zeros();
    let shards: Vec<u32> = (0..1_u32 << bits).collect();
    let names: Vec<FileName> = shards
        .par_iter()
        .map(|shard| {
            let start = entries.partition_point(|(hash, _)| shard_of(*hash, bits) < *shard);
            let end = entries.partition_point(|(hash, _)| shard_of(*hash, bits) <= *shard);
            let of_shard = entries.get(start..end).unwrap_or_default().iter();
            let mut kept: Vec<(u32, u32)> = of_shard.map(|(hash, unit)| (pairs::kept(*hash, bits), *unit)).collect();
            kept.sort_unstable();
            kept.dedup();
            packer.add(&pairs::to_bytes(&kept))
        })
        .collect();
    let per_directory = usize::try_from(PER_DIRECTORY).unwrap_or(usize::MAX);
    let directories = names.chunks(per_directory).map(|names| packer.add(&pairs::directory_to_bytes(names)));
    (directories.collect(), bits)
}

/// Hashes of pairs, each with a part that has it.
fn entries(counted: &[Counted], dictionary: &Dictionary<'_>) -> Vec<(u32, u32)> {
    let mut first_units = Vec::with_capacity(counted.len());
    let mut units = 0;
    for document in counted {
        first_units.push(units);
        units += super::as_u32(document.pairs.len());
    }
    let of_documents = counted.par_iter().enumerate().zip(first_units).map(|((place, document), first)| {
        let is_frequent: Vec<bool> =
            dictionary.frequencies(place).map(|frequency| LEAST_FREQUENCY <= frequency).collect();
        let is_frequent = |word: u32| is_frequent.get(word as usize) == Some(&true);
        let hashes: Vec<u32> = document.words.iter().map(word_hash).collect();
        let mut entries = Vec::new();
        for (unit, pairs) in (first..).zip(&document.pairs) {
            for (one, other) in pairs.iter().filter(|(one, other)| is_frequent(*one) && is_frequent(*other)) {
                if let (Some(one), Some(other)) = (hashes.get(*one as usize), hashes.get(*other as usize)) {
                    entries.push((pair_hash(*one, *other), unit));
                }
            }
        }
        entries
    });
    of_documents.collect::<Vec<_>>().concat()
}
