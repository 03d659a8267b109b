//! Which parts of posts have two words beside each other: for phrases, and to put those first that have the words of a
//! query together. A pair is known by a part of its hash: of a hundred or two that nobody has written, one is taken for
//! another. That is seen only where a part of a post with that other pair has both words, in some thousands of cases.
//!
//! Only pairs of words that are both in many parts are here. For others the texts themselves are looked at, since few
//! of them can have both.

use super::bytes::{Damaged, Reader, put_count, put_number};
use super::file_name::FileName;

/// Words of at least so many parts have pairs in the index.
pub const LEAST_FREQUENCY: u32 = 12;

/// A directory names two to the power of so many files if `bits` of a hash tell a file: a query reads all names of
/// directories and two or three directories, which is least where both are about as long.
pub fn directory_bits(bits: u32) -> u32 {
    (bits.clamp(1, 32) - 1) / 2
}

/// The hash of a word, FNV-1a, of which those of its pairs are made: a word has many neighbors.
pub fn word_hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The hash of a pair of words, from their hashes, mixed so that all bits depend on all letters and on their order.
pub fn pair_hash(first: u32, second: u32) -> u32 {
    let hash = first.wrapping_mul(0x9e37_79b1) ^ second.rotate_left(16);
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x7feb_352d);
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x846c_a68b);
    hash ^ (hash >> 16)
}

/// The file of a hash among two to the power of `bits`.
pub fn shard_of(hash: u32, bits: u32) -> u32 {
    hash.checked_shr(32 - bits.min(32)).unwrap_or(0)
}

/// So many bits of a hash, behind those that tell its file, are kept. More make files larger; fewer let more pairs be
/// taken for others.
const KEPT_BITS: u32 = 16;

/// What is kept of a hash.
pub fn kept(hash: u32, bits: u32) -> u32 {
    hash.checked_shl(bits).unwrap_or(0) >> (32 - KEPT_BITS)
}

/// A file of pairs: what is kept of their hashes, each with a part that has it, in order and each once.
pub fn to_bytes(entries: &[(u32, u32)]) -> Vec<u8> {
    let mut output = Vec::new();
    let mut last_hash = 0;
    for entries in entries.chunk_by(|(one, _), (other, _)| one == other) {
        let mut last = 0;
        for (place, (hash, unit)) in entries.iter().enumerate() {
            if place == 0 {
                put_number(&mut output, hash.saturating_sub(last_hash));
                last_hash = *hash;
            }
            // Most pairs are in one part only, so the number of parts would take more than a sign for each.
            let goes_on = u32::from(place + 1 < entries.len());
            put_number(&mut output, (unit.saturating_sub(last) << 1) | goes_on);
            last = *unit;
        }
    }
    output
}

/// The parts that have a pair, in order.
pub(super) fn find(bytes: &[u8], wanted: u32, bits: u32) -> Result<Vec<u32>, Damaged> {
    let mut units = Vec::new();
    each(bytes, |hash, unit| units.extend((hash == kept(wanted, bits)).then_some(unit)))?;
    Ok(units)
}

/// Goes over the entries of a file, in order.
pub fn each(bytes: &[u8], mut take: impl FnMut(u32, u32)) -> Result<(), Damaged> {
    let mut reader = Reader::new(bytes);
    let mut hash = 0_u32;
    while !reader.is_at_end() {
        hash = hash.checked_add(reader.number()?).ok_or(Damaged)?;
        let mut unit = 0_u32;
        loop {
            let number = reader.number()?;
            unit = unit.checked_add(number >> 1).ok_or(Damaged)?;
            take(hash, unit);
            if number & 1 == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// A directory: the names of the files.
pub fn directory_to_bytes(files: &[FileName]) -> Vec<u8> {
    let mut output = Vec::new();
    put_count(&mut output, files.len());
    files.iter().for_each(|file| file.put(&mut output));
    output
}

/// Reads a directory.
pub(super) fn read_directory(bytes: &[u8]) -> Result<Vec<FileName>, Damaged> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    (0..count).map(|_| FileName::read(&mut reader)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(mut hashes: Vec<(u32, u16)>) {
            hashes.iter_mut().for_each(|(hash, _)| *hash >>= 3);
            let mut entries: Vec<(u32, u32)> =
                hashes.iter().map(|(hash, unit)| (kept(*hash, 3), u32::from(*unit))).collect();
            entries.sort_unstable();
            entries.dedup();
            let bytes = to_bytes(&entries);
            for (hash, unit) in &hashes {
                let found = find(&bytes, *hash, 3).expect("a file as it was written");
                prop_assert!(found.contains(&u32::from(*unit)) && found.is_sorted());
            }
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>, hash: u32) {
            let _ = find(&bytes, hash, 3);
            let _ = read_directory(&bytes);
        }
    }

    #[test]
    fn the_order_of_a_pair_counts() {
        let of = |first, second| pair_hash(word_hash(first), word_hash(second));
        assert_ne!(of("a", "bc"), of("ab", "c"));
        assert_ne!(of("one", "two"), of("two", "one"));
        assert_eq!(shard_of(u32::MAX, 3), 7);
        assert_eq!(shard_of(u32::MAX, 0), 0);
    }
}
