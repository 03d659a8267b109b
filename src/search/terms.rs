//! A stretch of the dictionary: words in the order of their bytes, each with where its postings are.
//!
//! Words of one stem have the same beginning (the *key*) and the same *tag* among those who share that key. The press knows
//! the stems of many languages; the browser learns them here, and needs no stemmer.

use super::bytes::{Damaged, Reader, put_count, put_number, put_text};
use super::file_name::FileName;

/// A word of the blog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Folded.
    pub word: String,
    /// How many bytes of its beginning it has in common with all words of its stem.
    pub key: u32,
    /// Tells stems of one key apart.
    pub tag: u32,
    /// In how many parts of posts it stands.
    pub frequency: u32,
    /// How many bytes its list takes.
    pub length: u32,
    /// The file with its list, as its place in [`Terms::files`].
    pub file: u32,
    /// Where its list begins in that file; computed.
    pub start: u32,
}

/// Words that stand beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Files with postings.
    pub files: Vec<FileName>,
    /// In order.
    pub terms: Vec<Term>,
}

impl Terms {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut output = Vec::new();
        put_count(&mut output, self.files.len());
        for (place, file) in (0..).zip(&self.files) {
            file.put(&mut output);
            put_count(&mut output, self.terms.iter().filter(|term| term.file == place).count());
        }
        put_count(&mut output, self.terms.len());
        let mut last = "";
        for term in &self.terms {
            put_word(&mut output, last, &term.word);
            put_number(&mut output, u32::try_from(term.word.len()).unwrap_or(u32::MAX).saturating_sub(term.key));
            put_number(&mut output, term.tag);
            put_number(&mut output, term.frequency);
            put_number(&mut output, term.length);
            last = &term.word;
        }
        output
    }

    /// Reads the file.
    pub fn read(bytes: &[u8]) -> Result<Terms, Damaged> {
        let mut reader = Reader::new(bytes);
        let mut files = Vec::new();
        let mut file_of_term = Vec::new();
        for place in 0..u32::try_from(reader.count()?).map_err(|_| Damaged)? {
            files.push(FileName::read(&mut reader)?);
            let count = reader.count()?;
            file_of_term.resize(file_of_term.len() + count, place);
        }
        let count = reader.count()?;
        if count != file_of_term.len() {
            return Err(Damaged);
        }
        let mut terms: Vec<Term> = Vec::with_capacity(count);
        for file in file_of_term {
            let last = terms.last();
            let word = read_word(&mut reader, last.map_or("", |term| &term.word))?;
            let start = last.filter(|term| term.file == file).map_or(0, |term| term.start.saturating_add(term.length));
            let key = u32::try_from(word.len()).ok().and_then(|length| length.checked_sub(reader.number().ok()?));
            let key = key.filter(|key| word.is_char_boundary(*key as usize)).ok_or(Damaged)?;
            let (tag, frequency, length) = (reader.number()?, reader.number()?, reader.number()?);
            terms.push(Term { word, key, tag, frequency, length, file, start });
        }
        if reader.is_at_end() { Ok(Terms { files, terms }) } else { Err(Damaged) }
    }

    /// Words that begin with a text.
    pub fn starting_with<'a, 'b>(&'a self, beginning: &'b str) -> impl Iterator<Item = &'a Term> + use<'a, 'b> {
        let from = self.terms.partition_point(|term| term.word.as_str() < beginning);
        self.terms.iter().skip(from).take_while(move |term| term.word.starts_with(beginning))
    }

    /// The word itself.
    pub fn find(&self, word: &str) -> Option<&Term> {
        let place = self.terms.partition_point(|term| term.word.as_str() < word);
        self.terms.get(place).filter(|term| term.word == word)
    }
}

impl Term {
    /// What it has in common with all words of its stem.
    pub fn beginning(&self) -> &str {
        self.word.get(..self.key as usize).unwrap_or(&self.word)
    }

    /// Whether both words have one stem.
    pub fn is_kin_of(&self, other: &Term) -> bool {
        self.key == other.key && self.tag == other.tag && self.beginning() == other.beginning()
    }
}

/// Adds a word as what it adds to the one before.
pub(super) fn put_word(output: &mut Vec<u8>, last: &str, word: &str) {
    let shared = last.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
    let shared = (0..=shared).rev().find(|at| word.is_char_boundary(*at) && last.is_char_boundary(*at)).unwrap_or(0);
    put_count(output, shared);
    put_text(output, word.get(shared..).unwrap_or(word));
}

/// Reads what [`put_word`] writes.
pub(super) fn read_word(reader: &mut Reader<'_>, last: &str) -> Result<String, Damaged> {
    let shared = usize::try_from(reader.number()?).map_err(|_| Damaged)?;
    let shared = last.get(..shared).ok_or(Damaged)?;
    Ok([shared, reader.text()?].concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(words: &[&str]) -> Terms {
        let mut terms = Terms { files: vec![FileName::of_hash([7; 5])], terms: Vec::new() };
        for (at, word) in (0..).zip(words) {
            let key = u32::try_from(word.chars().next().map_or(0, char::len_utf8)).unwrap();
            let term = Term { word: (*word).to_owned(), key, tag: 0, frequency: 1, length: 3, file: 0, start: 3 * at };
            terms.terms.push(term);
        }
        terms
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let terms = terms(&["heron", "herons", "nest", "の本"]);
        assert_eq!(Terms::read(&terms.to_bytes()).as_ref(), Ok(&terms));
        let found: Vec<&str> = terms.starting_with("her").map(|term| term.word.as_str()).collect();
        assert_eq!(found, ["heron", "herons"]);
        assert!(terms.find("hero").is_none() && terms.find("nest").is_some());
        assert!(terms.terms[0].is_kin_of(&terms.terms[1]) && !terms.terms[0].is_kin_of(&terms.terms[2]));
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(words in proptest::collection::btree_set("[aé東]{1,5}", 0..30)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let terms = terms(&words);
            prop_assert_eq!(Terms::read(&terms.to_bytes()), Ok(terms));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = Terms::read(&bytes);
        }
    }
}
