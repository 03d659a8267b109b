//! A stretch of the dictionary read backwards: the words in the order of their ends, for mistakes near their beginnings.

use super::bytes::{Damaged, Reader, put_count};
use super::terms::{put_word, read_word};

/// A word with its letters in reverse.
pub fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

/// The file of reversed words, which are in order.
pub fn to_bytes(words: &[String]) -> Vec<u8> {
    let mut output = Vec::new();
    put_count(&mut output, words.len());
    let mut last = "";
    for word in words {
        put_word(&mut output, last, word);
        last = word;
    }
    output
}

/// Reads the file; the words come as they are written.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<String>, Damaged> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut words: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        let word = read_word(&mut reader, words.last().map_or("", String::as_str))?;
        words.push(word);
    }
    words.iter_mut().for_each(|word| *word = reversed(word));
    if reader.is_at_end() { Ok(words) } else { Err(Damaged) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(words in proptest::collection::btree_set("[aé東]{1,5}", 0..30)) {
            let reversed: Vec<String> = words.iter().cloned().collect();
            let expected: Vec<String> = words.iter().map(|word| super::reversed(word)).collect();
            prop_assert_eq!(read(&to_bytes(&reversed)), Ok(expected));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }
    }
}
