//! A part of a post as it is shown in results: some sections of its text, a few pages at the most.

use super::bytes::{Damaged, Reader, put_count, put_text};

/// A part of a document. What every part of it has in common stands in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Plain text.
    pub title: String,
    /// Where the document is, below the base.
    pub path: String,
    /// The day in words; empty for pages.
    pub day: String,
    /// BCP 47 tag, if not the site's.
    pub lang: String,
    /// In the order of the text; one at the least.
    pub sections: Vec<UnitSection>,
}

/// A section of a document, or a part of a long one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitSection {
    /// Its heading; empty above the first.
    pub heading: String,
    /// The heading's id; empty above the first, and where a heading has none.
    pub anchor: String,
    /// Plain text; blocks end with line breaks.
    pub text: String,
}

impl Unit {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut output = Vec::new();
        for text in [&self.title, &self.path, &self.day, &self.lang] {
            put_text(&mut output, text);
        }
        put_count(&mut output, self.sections.len());
        for section in &self.sections {
            for text in [&section.heading, &section.anchor, &section.text] {
                put_text(&mut output, text);
            }
        }
        output
    }

    /// Reads the file.
    pub fn read(bytes: &[u8]) -> Result<Unit, Damaged> {
        let mut reader = Reader::new(bytes);
        let mut text = || reader.text().map(str::to_owned);
        let (title, path, day, lang) = (text()?, text()?, text()?, text()?);
        let mut sections = Vec::new();
        for _ in 0..reader.count()? {
            let mut text = || reader.text().map(str::to_owned);
            sections.push(UnitSection { heading: text()?, anchor: text()?, text: text()? });
        }
        if reader.is_at_end() { Ok(Unit { title, path, day, lang, sections }) } else { Err(Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn reads_what_it_writes(title: String, text: String, anchor: String) {
            let section = UnitSection { heading: title.clone(), anchor, text };
            let unit = Unit { title, sections: vec![section.clone(), section], ..Unit::default() };
            prop_assert_eq!(Unit::read(&unit.to_bytes()), Ok(unit));
        }

        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let _ = Unit::read(&bytes);
        }
    }
}
