//! Long documents in parts, so that a hit brings no more of them than it shows.

use super::document::{Block, Document, Section};
use crate::search::unit::{Unit, UnitSection};
use crate::search::weights::Field;

/// A part of a document, as it is stored and as its words are counted.
pub(super) struct Part<'a> {
    pub(super) unit: Unit,
    pub(super) sections: Vec<PartSection<'a>>,
}

/// A section of a part. A long one goes on in the next part, where its heading is not counted again.
pub(super) struct PartSection<'a> {
    pub(super) heading: &'a str,
    pub(super) blocks: Vec<(Field, &'a str)>,
}

/// A part has about so many bytes of text.
const LENGTH: usize = 4_000;

/// The parts of a document; one at the least.
pub(super) fn split(document: &Document) -> Vec<Part<'_>> {
    let mut parts = vec![part(document)];
    let mut length = 0;
    for section in &document.sections {
        let of_section: usize = section.blocks.iter().map(|block| block.text().len()).sum();
        if 0 < length && LENGTH < length + of_section {
            parts.push(part(document));
            length = 0;
        }
        add(&mut parts, &mut length, document, section);
    }
    for part in &mut parts {
        if part.unit.sections.is_empty() {
            part.unit.sections.push(UnitSection::default());
        }
    }
    parts
}

/// Adds a section, over several parts if it must be.
fn add<'a>(parts: &mut Vec<Part<'a>>, length: &mut usize, document: &Document, section: &'a Section) {
    let begin = |part: &mut Part<'a>, heading: &'a str| {
        let (shown, anchor) = (section.heading.clone(), section.anchor.clone());
        part.unit.sections.push(UnitSection { heading: shown, anchor, text: String::new() });
        part.sections.push(PartSection { heading, blocks: Vec::new() });
    };
    if let Some(last) = parts.last_mut() {
        begin(last, &section.heading);
    }
    for (field, text) in pieces(section) {
        if 0 < *length && LENGTH + LENGTH / 2 < *length + text.len() {
            parts.push(part(document));
            *length = 0;
            parts.last_mut().into_iter().for_each(|last| begin(last, ""));
        }
        *length += text.len();
        let Some(last) = parts.last_mut() else { return };
        if let (Some(shown), Some(counted)) = (last.unit.sections.last_mut(), last.sections.last_mut()) {
            if !shown.text.is_empty() {
                shown.text.push('\n');
            }
            shown.text.push_str(text);
            counted.blocks.push((field, text));
        }
    }
}

/// The blocks of a section; huge ones in pieces that end with a line or a word.
fn pieces(section: &Section) -> Vec<(Field, &str)> {
    let mut pieces = Vec::with_capacity(section.blocks.len());
    for block in &section.blocks {
        let (field, mut rest) = match block {
            Block::Text(text) => (Field::Text, text.as_str()),
            Block::Code(code) => (Field::Code, code.as_str()),
        };
        while LENGTH < rest.len() {
            let most = (0..=LENGTH).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            let (beginning, _) = rest.split_at(most);
            let end = beginning.rfind('\n').or_else(|| beginning.rfind(' ')).filter(|end| 0 < *end).unwrap_or(most);
            let (piece, behind) = rest.split_at(end);
            pieces.push((field, piece));
            rest = behind.trim_start();
        }
        if !rest.is_empty() {
            pieces.push((field, rest));
        }
    }
    pieces
}

fn part<'a>(document: &Document) -> Part<'a> {
    let unit = Unit {
        title: document.title.clone(),
        path: document.path.clone(),
        day: document.day.clone(),
        lang: document.lang.clone(),
        sections: Vec::new(),
    };
    Part { unit, sections: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(sections: &[(&str, usize)]) -> Document {
        let section = |(heading, words): &(&str, usize)| Section {
            heading: (*heading).to_owned(),
            anchor: heading.to_lowercase(),
            blocks: vec![Block::Text("heron ".repeat(*words).trim_end().to_owned())],
        };
        Document { sections: sections.iter().map(section).collect(), ..Document::default() }
    }

    fn shape(document: &Document) -> Vec<Vec<(String, usize)>> {
        let sections =
            |part: &Part| part.unit.sections.iter().map(|part| (part.heading.clone(), part.text.len())).collect();
        split(document).iter().map(sections).collect()
    }

    #[test]
    fn parts_end_where_sections_do() {
        assert_eq!(shape(&document(&[("", 100), ("A", 100)])).len(), 1);
        let shape = shape(&document(&[("", 600), ("A", 600), ("B", 600)]));
        let headings: Vec<Vec<&str>> =
            shape.iter().map(|part| part.iter().map(|(heading, _)| heading.as_str()).collect()).collect();
        assert_eq!(headings, [vec![""], vec!["A"], vec!["B"]]);
    }

    #[test]
    fn a_long_section_goes_on_in_the_next_part_and_nothing_is_lost() {
        let long = document(&[("A", 20_000)]);
        let parts = split(&long);
        assert!(15 < parts.len());
        let words: usize = parts.iter().map(|part| part.unit.sections[0].text.split_whitespace().count()).sum();
        assert_eq!(words, 20_000);
        assert!(
            parts.iter().all(|part| part.unit.sections[0].anchor == "a" && part.unit.sections[0].text.len() <= 9_000)
        );
        let headings: Vec<&str> = parts.iter().map(|part| part.sections[0].heading).collect();
        assert!(headings[0] == "A" && headings[1..].iter().all(|heading| heading.is_empty()));
    }

    #[test]
    fn a_document_without_text_has_a_part_all_the_same() {
        assert_eq!(shape(&Document::default()), [[(String::new(), 0)]]);
    }
}
