//! For one word, the parts of posts that have it.

use super::bytes::{Damaged, Reader, put_count, put_number};

/// A part of a post that has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The number of the part in the blog.
    pub unit: u32,
    /// How much it is about the word, 1 to [`super::weights::MOST_IMPACT`].
    pub impact: u8,
}

/// Adds a list that is in the order of its units.
pub fn put(postings: &[Posting], output: &mut Vec<u8>) {
    put_count(output, postings.len());
    let mut last = 0;
    for posting in postings {
        put_number(output, posting.unit.saturating_sub(last));
        last = posting.unit;
    }
    output.extend(postings.iter().map(|posting| posting.impact));
}

/// Reads a list. `units` is how many there are.
pub(super) fn read(bytes: &[u8], units: u32) -> Result<Vec<Posting>, Damaged> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut postings = Vec::with_capacity(count);
    let mut unit = 0_u32;
    for _ in 0..count {
        unit = unit.checked_add(reader.number()?).filter(|unit| *unit < units).ok_or(Damaged)?;
        postings.push(Posting { unit, impact: 0 });
    }
    for (posting, impact) in postings.iter_mut().zip(reader.bytes(count)?) {
        posting.impact = *impact;
    }
    Ok(postings)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(entries in proptest::collection::btree_map(0_u32..5000, 1_u8..64, 0..50)) {
            let postings: Vec<Posting> = entries.into_iter().map(|(unit, impact)| Posting { unit, impact }).collect();
            let mut bytes = Vec::new();
            put(&postings, &mut bytes);
            prop_assert_eq!(read(&bytes, 5000), Ok(postings));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = read(&bytes, 100);
        }
    }
}
