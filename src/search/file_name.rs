//! Names of the index's files: made of what is in them, so that a file of one build is never taken for another's.

use super::bytes::{Damaged, Reader};

/// The name of a file of the index: 40 bits of a hash of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName([u8; 5]);

/// Digits that look different on paper and in file systems that do not tell large letters from small ones.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

impl FileName {
    /// Takes the first bytes of a hash.
    pub fn of_hash(hash: [u8; 5]) -> FileName {
        FileName(hash)
    }

    /// Reads what [`FileName::path`] writes.
    pub fn parse(text: &str) -> Option<FileName> {
        let digits = text.strip_prefix("search/")?.strip_suffix(".idx")?;
        let value = digits.bytes().try_fold(0_u64, |value, digit| {
            let place = DIGITS.iter().position(|known| *known == digit)?;
            Some((value << 5) | u64::try_from(place).ok()?)
        })?;
        let [_, _, _, hash @ ..] = value.to_be_bytes();
        (digits.len() == 8).then_some(FileName(hash))
    }

    /// The file's path below the site's base.
    pub fn path(&self) -> String {
        let value = self.0.iter().fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
        let digits = (0..8).rev().filter_map(|place| DIGITS.get(usize::try_from((value >> (5 * place)) & 31).ok()?));
        let digits: String = digits.map(|digit| char::from(*digit)).collect();
        ["search/", &digits, ".idx"].concat()
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<FileName, Damaged> {
        reader.bytes(5)?.try_into().map(FileName).map_err(|_| Damaged)
    }

    pub(crate) fn put(self, output: &mut Vec<u8>) {
        output.extend_from_slice(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_are_read_as_they_are_written(hash: [u8; 5]) {
            let name = FileName::of_hash(hash);
            prop_assert_eq!(FileName::parse(&name.path()), Some(name));
        }
    }

    #[test]
    fn other_files_are_none_of_the_index() {
        for text in ["", "search/.idx", "search/aaaaaaa.idx", "search/aaaaaaa1.idx", "../aaaaaaaa.idx"] {
            assert_eq!(FileName::parse(text), None, "{text}");
        }
        assert_eq!(FileName::of_hash([0; 5]).path(), "search/aaaaaaaa.idx");
    }
}
