//! The files of pairs: words that stand beside each other. A thousand posts have a million of them, so those of documents
//! that have not changed are taken from the files of the last run.

use std::borrow::Cow;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::counts::Counted;
use super::kept::{Key, key_of};
use super::pack::Packer;
use super::pair_cache::{KnownPairs, PairCache, PairsOfDocument};
use super::vocabulary::Vocabulary;
use crate::search::bytes::Damaged;
use crate::search::file_name::FileName;
use crate::search::pairs::{self, LEAST_FREQUENCY, directory_bits, pair_hash, shard_of, word_hash};

/// So many entries are in a file, on the average; an entry takes about three bytes.
const PER_FILE: u32 = 750;
/// A part of a post has about so many.
const PAIRS_PER_PART: usize = 600;

/// A pair, by its hash or by what is kept of it, and a part that has it.
type Entry = (u32, u32);
/// A file and what is in it.
type File<'a> = (FileName, Cow<'a, [u8]>);

/// Writes all pairs; returns the directories and how many bits of a hash tell its file.
pub(super) fn files(
    counted: &[Counted<'_>],
    keys: &[Key],
    vocabulary: &Vocabulary<'_>,
    packer: &Packer,
    cache: &PairCache,
) -> (Vec<FileName>, u32) {
    let sources = sources(counted, keys, vocabulary);
    let kept = cache.read();
    let known = KnownPairs::read(&kept).unwrap_or_default();
    let made = make(&sources, &known, packer).or_else(|| make(&sources, &KnownPairs::default(), packer));
    let Made { documents, files, bits } = made.unwrap_or_default();
    if documents != known.documents {
        cache.keep(&documents, &files);
    }
    let names: Vec<FileName> = files.iter().map(|(name, _)| *name).collect();
    let directories =
        names.chunks(1 << directory_bits(bits)).map(|names| packer.add(&pairs::directory_to_bytes(names)));
    (directories.collect(), bits)
}

/// All that the pairs of a document depend on.
struct Source<'a> {
    counted: &'a Counted<'a>,
    /// The number of its first part in the blog.
    first: u32,
    /// Those of its words that have pairs.
    hashes: Vec<Option<u32>>,
    key: Key,
}

#[derive(Default)]
struct Made<'a> {
    documents: Vec<PairsOfDocument>,
    /// In the order of hashes.
    files: Vec<File<'a>>,
    bits: u32,
}

fn sources<'a>(counted: &'a [Counted<'a>], keys: &[Key], vocabulary: &Vocabulary<'_>) -> Vec<Source<'a>> {
    let firsts = counted.iter().scan(0, |next, counted| {
        let first = *next;
        *next += super::as_u32(counted.pairs.len());
        Some(first)
    });
    let firsts: Vec<u32> = firsts.collect();
    let words = vocabulary.words.iter().zip(vocabulary.frequencies());
    let hashes: Vec<Option<u32>> =
        words.map(|((word, _), frequency)| (LEAST_FREQUENCY <= frequency).then(|| word_hash(word))).collect();
    let documents = counted.par_iter().zip(keys).zip(firsts).enumerate();
    let sources = documents.map(|(place, ((counted, key), first))| {
        let words = vocabulary.of_document(place).iter();
        let hashes: Vec<Option<u32>> = words.map(|word| hashes.get(*word as usize).copied().flatten()).collect();
        let has_pairs: Vec<u8> = hashes.iter().map(|hash| u8::from(hash.is_some())).collect();
        let hasher = Sha256::new().chain_update(key).chain_update(first.to_le_bytes()).chain_update(has_pairs);
        Source { counted, first, hashes, key: key_of(hasher) }
    });
    sources.collect()
}

impl Source<'_> {
    fn entries(&self) -> Vec<Entry> {
        let hash_of = |word: u32| self.hashes.get(word as usize).copied().flatten();
        let mut entries = Vec::with_capacity(PAIRS_PER_PART * self.counted.pairs.len());
        for (unit, pairs) in (self.first..).zip(&self.counted.pairs) {
            let hashes = pairs.iter().filter_map(|(one, other)| Some(pair_hash(hash_of(one)?, hash_of(other)?)));
            entries.extend(hashes.map(|hash| (hash, unit)));
        }
        entries
    }
}

/// Makes the files. Nothing if what is known is of no use for that, as when it is of fewer files.
fn make<'a>(sources: &[Source<'_>], known: &KnownPairs<'a>, packer: &Packer) -> Option<Made<'a>> {
    let of_documents = sources.par_iter().enumerate().map(|(place, source)| {
        match known.documents.get(place).filter(|document| document.key == source.key) {
            Some(document) => (*document, None),
            None => {
                let entries = source.entries();
                (PairsOfDocument { key: source.key, count: super::as_u32(entries.len()) }, Some(entries))
            }
        }
    });
    // Those that have not changed have no entries here: theirs are in the files of the last run.
    let (documents, fresh): (Vec<PairsOfDocument>, Vec<Option<Vec<Entry>>>) = of_documents.unzip();
    let count: u32 = documents.iter().map(|document| document.count).sum();
    let bits = count.div_ceil(PER_FILE).max(1).next_power_of_two().trailing_zeros();
    let files = if count == 0 { 0 } else { 1 << bits };
    if !known.files.is_empty() && known.files.len() != files {
        return None;
    }
    let stays = fresh.iter().zip(sources);
    let stays: Vec<bool> =
        stays.flat_map(|(fresh, source)| std::iter::repeat_n(fresh.is_none(), source.counted.pairs.len())).collect();
    let fresh: Vec<Vec<Entry>> = fresh.into_iter().flatten().collect();
    let dealt = deal(&fresh, files, bits).into_par_iter().enumerate();
    let files = dealt.map(|(place, entries)| file(known.files.get(place), entries, &stays, packer));
    Some(Made { documents, files: files.collect::<Result<_, Damaged>>().ok()?, bits })
}

/// Entries by their files, which are sorted faster than all of them together.
fn deal(entries: &[Vec<Entry>], files: usize, bits: u32) -> Vec<Vec<Entry>> {
    let count: usize = entries.iter().map(Vec::len).sum();
    let mut dealt: Vec<Vec<Entry>> = (0..files).map(|_| Vec::with_capacity(2 * count.div_ceil(files))).collect();
    for (hash, unit) in entries.iter().flatten() {
        let of_file = dealt.get_mut(shard_of(*hash, bits) as usize);
        of_file.into_iter().for_each(|entries| entries.push((pairs::kept(*hash, bits), *unit)));
    }
    dealt
}

/// Makes a file of new entries and of those of the last run whose parts stay.
fn file<'a>(
    known: Option<&(FileName, &'a [u8])>,
    mut entries: Vec<Entry>,
    stays: &[bool],
    packer: &Packer,
) -> Result<File<'a>, Damaged> {
    let stays = |unit: u32| stays.get(unit as usize) == Some(&true);
    if let Some((name, bytes)) = known {
        let mut all_stay = true;
        pairs::each(bytes, |_, unit| all_stay &= stays(unit))?;
        if all_stay && entries.is_empty() {
            packer.add_known(*name, bytes);
            return Ok((*name, Cow::Borrowed(bytes)));
        }
        pairs::each(bytes, |hash, unit| entries.extend(stays(unit).then_some((hash, unit))))?;
    }
    entries.sort_unstable();
    entries.dedup();
    let bytes = pairs::to_bytes(&entries);
    Ok((packer.add(&bytes), Cow::Owned(bytes)))
}
