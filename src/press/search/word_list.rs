//! Words in one piece of memory: a document has hundreds, and a blog has thousands of documents.

use std::borrow::Cow;

use crate::search::bytes::{Damaged, Reader, put_count, put_text};

/// Words by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordList<'a> {
    text: Cow<'a, str>,
    /// Where each word ends.
    ends: Vec<usize>,
}

impl<'a> WordList<'a> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn push(&mut self, word: &str) {
        self.text.to_mut().push_str(word);
        self.ends.push(self.text.len());
    }

    /// The word with a number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.text.get(*start..*self.ends.get(number)?)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..super::as_u32(self.len())).filter_map(|number| self.get(number))
    }

    pub(super) fn put(&self, output: &mut Vec<u8>) {
        put_text(output, &self.text);
        put_count(output, self.len());
        let mut last = 0;
        for end in &self.ends {
            put_count(output, end - last);
            last = *end;
        }
    }

    pub(super) fn read(reader: &mut Reader<'a>) -> Result<WordList<'a>, Damaged> {
        let text = Cow::Borrowed(reader.text()?);
        let count = reader.count()?;
        let mut ends = Vec::with_capacity(count);
        let mut end = 0_usize;
        for _ in 0..count {
            end += usize::try_from(reader.number()?).map_err(|_| Damaged)?;
            if !text.is_char_boundary(end) {
                return Err(Damaged);
            }
            ends.push(end);
        }
        Ok(WordList { text, ends })
    }
}
