//! How a block of code is shown: what the press has found out, so that no browser needs to know a language.
//!
//! Spans and lines are told in runs, each a length and a letter: `2k1_4f` is two bytes of a keyword, one of nothing in
//! particular, four of a function's name. Letters are what they are in the page: names of classes.

use crate::data::data;

data! {
    /// A block of code, apart from its text.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Code {
        /// The language as its author named it: a word for programs.
        pub language: String,
        /// The language as people name it; empty where that says nothing.
        pub label: String,
        /// The name of the file it is from, or another title.
        pub title: String,
        /// The number of its first line; 0 if its lines have no numbers.
        pub first_line: u32,
        /// What its lines are, in runs of lines; those behind the last run are nothing in particular.
        pub lines: String,
        /// What its text is, in runs of bytes that must cover it; empty if that is not known.
        pub spans: String,
    }
}

/// What is nothing in particular, and is shown without an element.
pub const PLAIN: char = '_';

/// A line with a number.
pub const NUMBERED: char = 'l';

/// A line that its author points at.
pub const MARKED: char = 'm';

/// A line that a change brings.
pub const INSERTED: char = 'i';

/// A line that a change takes away.
pub const DELETED: char = 'd';

/// Reads runs: lengths and letters. Whatever is not one ends them.
pub fn runs(text: &str) -> Runs<'_> {
    Runs { bytes: text.bytes() }
}

/// See [`runs`].
pub struct Runs<'a> {
    bytes: std::str::Bytes<'a>,
}

impl Iterator for Runs<'_> {
    type Item = (u32, char);

    fn next(&mut self) -> Option<(u32, char)> {
        let mut length = 0_u32;
        loop {
            match self.bytes.next()? {
                digit @ b'0'..=b'9' => length = length.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?,
                letter @ (b'a'..=b'z' | b'_') => return Some((length, char::from(letter))),
                _ => return None,
            }
        }
    }
}

/// Writes what [`runs`] reads. Neighbors of one letter become one run, and nothing is written if nothing is said.
#[cfg(not(target_arch = "wasm32"))]
pub fn write_runs(runs: impl Iterator<Item = (usize, char)>) -> String {
    let mut written = String::new();
    let mut open = (0, PLAIN);
    let mut says_something = false;
    for (length, letter) in runs.filter(|(length, _)| 0 < *length).chain([(0, '\0')]) {
        if letter == open.1 {
            open.0 += length;
            continue;
        }
        if 0 < open.0 {
            written.push_str(&format!("{}{}", open.0, open.1));
            says_something |= open.1 != PLAIN;
        }
        open = (length, letter);
    }
    if says_something { written } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_read_as_written() {
        let all = [(2, 'k'), (1, PLAIN), (0, 'x'), (3, 'f'), (1, 'f')];
        let written = write_runs(all.into_iter());
        assert_eq!(written, "2k1_4f");
        assert_eq!(runs(&written).collect::<Vec<_>>(), [(2, 'k'), (1, '_'), (4, 'f')]);
        assert_eq!(write_runs([(5, PLAIN), (2, PLAIN)].into_iter()), "");
    }

    #[test]
    fn what_is_no_run_ends_them() {
        for text in ["", "1", "k ", "1K", "99999999999k", "1\"2k", "-1k", "é"] {
            assert!(runs(text).all(|(length, _)| length == 0), "{text}");
        }
        assert_eq!(runs("1k2 3k").collect::<Vec<_>>(), [(1, 'k')]);
    }
}
