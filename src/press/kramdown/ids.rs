//! Ids of headings.

use std::collections::{HashMap, HashSet};

use super::character_class::is_word;
use super::tree::{Element, Kind};

#[cfg(test)]
mod tests;

/// Ids of one text, by the rule of kramdown's GFM parser (`generate_gfm_header_id`) or by kramdown's own
/// (`generate_id`).
#[derive(Clone, Debug, Default)]
pub struct Ids {
    used: HashMap<String, u32>,
}

impl Ids {
    /// The next id by the rule of GFM, which is Jekyll's default.
    pub fn gfm(&mut self, raw_text: &str, prefix: &str) -> String {
        self.numbered(gfm_base(raw_text), prefix)
    }

    /// The next id by kramdown's own rule.
    pub fn basic(&mut self, raw_text: &str, prefix: &str) -> String {
        let base = basic_base(raw_text);
        self.numbered(if base.is_empty() { NAMELESS.to_owned() } else { base }, prefix)
    }

    fn numbered(&mut self, base: String, prefix: &str) -> String {
        let count = self.used.entry(base.clone()).or_insert(0);
        let id = if *count == 0 { format!("{prefix}{base}") } else { format!("{prefix}{base}-{count}") };
        *count += 1;
        id
    }
}

/// The id of a heading of which no rule makes one.
pub const NAMELESS: &str = "section";

/// Ids that nothing has yet, whatever the rule.
#[derive(Clone, Debug, Default)]
pub struct FreeIds {
    taken: HashSet<String>,
    /// How far each base is counted: what is taken stays so, and no number is tried twice.
    numbers: HashMap<String, u32>,
}

impl FreeIds {
    /// Ids other than these.
    pub fn besides(taken: impl Iterator<Item = String>) -> FreeIds {
        FreeIds { taken: taken.collect(), numbers: HashMap::new() }
    }

    /// The base, or else the base with the first number that makes it free. It is taken then.
    pub fn take(&mut self, base: &str) -> String {
        let base = if base.is_empty() { NAMELESS } else { base };
        let mut id = base.to_owned();
        while !self.taken.insert(id.clone()) {
            let number = self.numbers.entry(base.to_owned()).or_insert(0);
            *number += 1;
            id = format!("{base}-{number}");
        }
        id
    }
}

/// The id of a heading by the rule of GFM as long as no other has it. May be empty.
pub fn gfm_base(raw_text: &str) -> String {
    raw_text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|char| is_word(*char) || matches!(char, '-' | ' ' | '\t'))
        .map(|char| if matches!(char, ' ' | '\t') { '-' } else { char })
        .collect()
}

/// The id of a heading by kramdown's own rule as long as no other has it. May be empty.
pub fn basic_base(raw_text: &str) -> String {
    // Of each line, for the rule's expression is anchored so.
    let lines = raw_text.split('\n').map(|line| line.trim_start_matches(|char: char| !char.is_ascii_alphabetic()));
    let is_part = |char: &char| char.is_ascii_alphanumeric() || matches!(char, ' ' | '-');
    let chars = lines.flat_map(str::chars).filter(is_part);
    chars.map(|char| if char == ' ' { '-' } else { char.to_ascii_lowercase() }).collect()
}

/// The text of spans of which GFM's rule makes an id (`update_raw_text`).
pub fn raw_text(children: &[Element]) -> String {
    let mut text = String::new();
    append(children, &mut text);
    text
}

fn append(children: &[Element], text: &mut String) {
    for child in children {
        match &child.kind {
            Kind::Text(value) | Kind::CodeSpan(value) | Kind::Abbreviation(value) => text.push_str(value),
            Kind::Math { tex, .. } => text.push_str(tex),
            Kind::Entity { char, .. } | Kind::SmartQuote(char) => text.push(*char),
            // The blank of guillemets is one that does not break lines only where it is shown.
            Kind::Symbol(symbol) => text.extend(symbol.chars().map(|char| if char == '\u{a0}' { ' ' } else { char })),
            _ => append(&child.children, text),
        }
    }
}
