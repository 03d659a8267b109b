//! A text of kramdown as Markdown that the renderer shows in the same way.
//!
//! The text is cut into segments: the smallest runs of lines that both kramdown and the renderer take for whole blocks.
//! A segment that both show alike stays as its author wrote it. The others are written anew, first as Markdown, then
//! with more and more HTML, until the renderer shows what Jekyll would. Each round looks at the whole text once, so that
//! nothing a segment does to its neighbors stays unseen.

mod assemble;
mod formulas;
mod headings;
mod on_purpose;
mod rendered;
mod round;
mod segment;

#[cfg(test)]
mod tests;

use super::block;
use super::document::{Options, Warning};
use super::reference::{Converter, entries};
use super::tree::{Element, Kind};
use crate::press::line_table::LineTable;

pub use on_purpose::Deviations;

/// A text for the renderer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lowered {
    /// Markdown.
    pub text: String,
    /// The id of each of its headings, in order.
    pub heading_ids: Vec<String>,
    /// What will look different nevertheless.
    pub differences: Vec<Difference>,
    /// Whether the text has a table of contents.
    pub contents: Contents,
    /// What the text asks for that is not done, each with its line, counted from 1.
    pub warnings: Vec<(u32, Warning)>,
}

/// Whether a text has a table of contents of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contents {
    /// It has none.
    #[default]
    Absent,
    /// Its author put one somewhere.
    Written,
}

/// A place whose look differs from Jekyll's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Line of the original text, counted from 1.
    pub line: u32,
}

/// Rounds at the most. Each settles nearly all of what is left.
const MOST_ROUNDS: usize = 8;

/// Lowers a text. One that the renderer shows as Jekyll would comes back as it is, byte for byte.
pub fn lower(text: &str, options: &Options, deviations: Deviations) -> Lowered {
    let mut document = block::parse(text, options);
    on_purpose::adapt(text, &mut document, deviations);
    let document = &document;
    let maths = document.options.maths;
    let table = LineTable::new(text);
    let found = rendered::blocks(text, maths);
    let entries = entries(document);
    let mut converter = Converter::comparable(document, entries.clone());
    let segments = segment::split(text, &table, document, found.as_deref().unwrap_or_default(), &mut converter);
    let mut round = round::Rounds::new(text, document, entries, segments, converter);
    if found.is_none() {
        round.rewrite_all();
    }
    let mut blocks = found.unwrap_or_default();
    let mut output = assemble::assemble(&mut round);
    for number in 0..MOST_ROUNDS {
        if 0 < number || output.text != text {
            match rendered::blocks(&output.text, maths) {
                Some(rendered) => blocks = rendered,
                None => {
                    round.give_up_markdown();
                    blocks.clear();
                    output = assemble::assemble(&mut round);
                    continue;
                }
            }
        }
        if round.judge(&output, &blocks) {
            break;
        }
        output = assemble::assemble(&mut round);
    }
    let heading_ids = headings::ids(&round, &output, &blocks);
    let differences = round.differences().map(|position| Difference { line: table.number(position) }).collect();
    let warnings =
        document.definitions.warnings.iter().map(|(position, warning)| (table.number(*position), warning.clone()));
    let contents = if has_contents(&document.root) { Contents::Written } else { Contents::Absent };
    Lowered { heading_ids, differences, contents, warnings: warnings.collect(), text: output.text }
}

fn has_contents(element: &Element) -> bool {
    matches!(element.kind, Kind::TableOfContents { .. }) || element.children.iter().any(has_contents)
}
