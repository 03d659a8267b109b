//! The root of the index: what every query needs. It grows with the number of files, not with the text.

use super::bytes::{Damaged, Reader, put_count, put_number, put_text};
use super::file_name::FileName;
use super::terms::{put_word, read_word};

/// Changes with every change of a format.
const VERSION: u32 = 3;

/// A file of [`super::places`] tells of so many parts.
pub const PLACES_PER_FILE: u32 = 16;

/// Where everything else is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// Posts, newest first, then pages.
    pub documents: u32,
    /// Those of them that are posts.
    pub posts: u32,
    /// Documents of more than one part, with their numbers of parts.
    pub long: Vec<(u32, u32)>,
    /// Months with their numbers of posts, newest first. A month is twelve times the year and 0 to 11.
    pub months: Vec<(u32, u32)>,
    /// The dictionary's stretches.
    pub terms: Vec<Stretch>,
    /// The dictionary's stretches, read backwards.
    pub endings: Vec<Stretch>,
    /// Where the parts of documents are.
    pub places: Vec<FileName>,
    /// Directories of pairs.
    pub pairs: Vec<FileName>,
    /// The number of files of pairs is two to the power of this.
    pub pair_bits: u32,
    /// What words of the blog add to the beginnings of their stems, in order.
    pub suffixes: Vec<String>,
}

/// A stretch of a sorted list, in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first word.
    pub first: String,
    /// Its file.
    pub file: FileName,
}

impl Root {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut output = Vec::new();
        for number in [VERSION, self.documents, self.posts, self.pair_bits] {
            put_number(&mut output, number);
        }
        put_count(&mut output, self.long.len());
        let mut last = 0;
        for (document, units) in &self.long {
            put_number(&mut output, document.saturating_sub(last));
            put_number(&mut output, *units);
            last = *document;
        }
        put_count(&mut output, self.months.len());
        for (month, posts) in &self.months {
            put_number(&mut output, *month);
            put_number(&mut output, *posts);
        }
        for stretches in [&self.terms, &self.endings] {
            put_count(&mut output, stretches.len());
            let mut last = "";
            for stretch in stretches {
                put_word(&mut output, last, &stretch.first);
                stretch.file.put(&mut output);
                last = &stretch.first;
            }
        }
        for files in [&self.places, &self.pairs] {
            put_count(&mut output, files.len());
            files.iter().for_each(|file| file.put(&mut output));
        }
        put_count(&mut output, self.suffixes.len());
        self.suffixes.iter().for_each(|suffix| put_text(&mut output, suffix));
        output
    }

    /// Reads the file.
    pub fn read(bytes: &[u8]) -> Result<Root, Damaged> {
        let mut reader = Reader::new(bytes);
        if reader.number()? != VERSION {
            return Err(Damaged);
        }
        let (documents, posts, pair_bits) = (reader.number()?, reader.number()?, reader.number()?);
        let mut long = Vec::new();
        let mut last = 0_u32;
        for _ in 0..reader.count()? {
            last = last.checked_add(reader.number()?).filter(|document| *document < documents).ok_or(Damaged)?;
            long.push((last, reader.number()?));
        }
        let mut months = Vec::new();
        for _ in 0..reader.count()? {
            months.push((reader.number()?, reader.number()?));
        }
        let (terms, endings) = (read_stretches(&mut reader)?, read_stretches(&mut reader)?);
        let (places, pairs) = (read_names(&mut reader)?, read_names(&mut reader)?);
        let mut suffixes = Vec::new();
        for _ in 0..reader.count()? {
            suffixes.push(reader.text()?.to_owned());
        }
        let root = Root { documents, posts, long, months, terms, endings, places, pairs, pair_bits, suffixes };
        let fits = reader.is_at_end()
            && root.units().is_some_and(|units| units.div_ceil(PLACES_PER_FILE) <= count(&root.places));
        if fits { Ok(root) } else { Err(Damaged) }
    }

    /// How many parts all documents have.
    pub(super) fn units(&self) -> Option<u32> {
        let more = self.long.iter().try_fold(0_u32, |sum, (_, units)| sum.checked_add(units.checked_sub(1)?))?;
        self.documents.checked_add(more)
    }

    /// The document that each part belongs to.
    pub(super) fn documents_of_units(&self) -> Vec<u32> {
        let mut long = self.long.iter().peekable();
        let mut documents = Vec::new();
        for document in 0..self.documents {
            let units = long.next_if(|(at, _)| *at == document).map_or(1, |(_, units)| *units);
            documents.extend((0..units).map(|_| document));
        }
        documents
    }
}

fn read_stretches(reader: &mut Reader<'_>) -> Result<Vec<Stretch>, Damaged> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for _ in 0..reader.count()? {
        let first = read_word(reader, stretches.last().map_or("", |stretch| &stretch.first))?;
        stretches.push(Stretch { first, file: FileName::read(reader)? });
    }
    Ok(stretches)
}

fn read_names(reader: &mut Reader<'_>) -> Result<Vec<FileName>, Damaged> {
    let count = reader.count()?;
    (0..count).map(|_| FileName::read(reader)).collect()
}

fn count(files: &[FileName]) -> u32 {
    u32::try_from(files.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let file = FileName::of_hash([1, 2, 3, 4, 5]);
        let stretch = |first: &str| Stretch { first: first.to_owned(), file };
        let root = Root {
            documents: 70,
            posts: 69,
            long: vec![(3, 2), (68, 5)],
            months: vec![(24_290, 40), (24_289, 29)],
            terms: vec![stretch(""), stretch("heron"), stretch("hers")],
            endings: vec![stretch("")],
            places: vec![file; 5],
            pairs: vec![file],
            pair_bits: 3,
            suffixes: vec!["s".to_owned()],
        };
        assert_eq!(Root::read(&root.to_bytes()).as_ref(), Ok(&root));
        let documents = root.documents_of_units();
        assert_eq!((documents.len(), root.units()), (75, Some(75)));
        assert_eq!(documents[2..7], [2, 3, 3, 4, 5]);
        let without_places = Root { places: Vec::new(), ..root };
        assert_eq!(Root::read(&without_places.to_bytes()), Err(Damaged));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = Root::read(&bytes);
            let mut with_version = vec![1];
            with_version.extend(bytes);
            let _ = Root::read(&with_version);
        }
    }
}
