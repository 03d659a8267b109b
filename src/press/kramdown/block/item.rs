//! The lines of an item of a list, and of a definition.

use super::super::attribute_list::AttributeList;
use super::boundary::interrupts_lazy_line;
use super::lines::{has_text, is_space, line, spaces};
use super::marker::{self, Marker};
use super::source::Source;

/// The first line of an item: what follows its marker, and how far its other lines are indented.
pub(super) struct FirstLine {
    pub(super) text: String,
    pub(super) list: Option<AttributeList>,
    pub(super) indentation: usize,
}

/// What a further line of an item is.
pub(super) enum Line<'a> {
    /// One that belongs to the item, with and without its indentation.
    Of { text: String, is_indented: bool },
    /// Blank lines.
    Blank(&'a str),
}

/// How many spaces may stand before the marker of an item's successor (`fetch_pattern`).
pub(super) fn marker_limit(indentation: usize) -> usize {
    if (1..=3).contains(&indentation) { indentation - 1 } else { 3 }
}

/// Reads the line of an item's marker, if it comes next.
pub(super) fn take_first_line(source: &mut Source<'_>, marker: Marker, indentation_limit: usize) -> Option<FirstLine> {
    let (before, tail) = marker::item(source.rest(), marker, indentation_limit)?;
    source.advance(before.len() + tail.len());
    let mut indentation = before.len();
    let mut text = tail.to_owned();
    let found = split_list(tail);
    if found.map_or(tail, |(_, rest)| rest).contains(|char| !is_space(char)) {
        text = with_spaces_for_tabs(tail, indentation);
        indentation += spaces(&text, usize::MAX);
    } else {
        indentation = 4;
    }
    let text = text.trim_start_matches(is_space);
    let Some((inside, rest)) = split_list(text) else {
        return Some(FirstLine { text: text.to_owned(), list: None, indentation });
    };
    let mut list = AttributeList::default();
    list.read(inside);
    Some(FirstLine { text: rest.to_owned(), list: Some(list), indentation })
}

/// Reads a further line, or blank ones, if what comes next belongs to the item.
pub(super) fn take_line<'a>(source: &mut Source<'a>, indentation: usize, may_be_lazy: bool) -> Option<Line<'a>> {
    let rest = source.rest();
    let next = line(rest);
    let belongs = has_text(next)
        && (has_indentation(next, indentation) || (may_be_lazy && !interrupts_lazy_line(source, indentation.min(3))));
    if belongs {
        source.advance(next.len());
        let tabs = next.bytes().take_while(|byte| *byte == b'\t').count();
        let mut text = " ".repeat(4 * tabs);
        text.push_str(next.get(tabs..).unwrap_or_default());
        let is_indented = spaces(&text, indentation) == indentation;
        if is_indented {
            text.replace_range(..indentation, "");
        }
        return Some(Line::Of { text, is_indented });
    }
    let blank = rest.get(..super::lines::blank_lines(rest)?)?;
    source.advance(blank.len());
    Some(Line::Blank(blank))
}

/// An attribute list at the beginning of an item (`LIST_ITEM_IAL`): its inside, and what follows.
pub(super) fn split_list(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start_matches(is_space).strip_prefix("{:")?;
    if inside.starts_with(['/', ':']) || starts_with_name_of_list(inside) {
        return None;
    }
    let end = inside
        .match_indices('}')
        .map(|(place, _)| place)
        .find(|place| !inside.get(..*place).unwrap_or_default().ends_with('\\'))
        .or_else(|| inside.rfind('}'))
        .filter(|end| *end > 0)?;
    Some((inside.get(..end)?, inside.get(end + 1..)?.trim_start_matches(is_space)))
}

/// Whether it is `{:name: …}` rather.
fn starts_with_name_of_list(inside: &str) -> bool {
    let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
    let name = inside.split(|char: char| !is_word(char) && char != '-').next().unwrap_or_default();
    name.starts_with(is_word) && inside.get(name.len()..).is_some_and(|rest| rest.starts_with(':'))
}

/// A line whose first tabs are as many spaces as they take.
fn with_spaces_for_tabs(tail: &str, indentation: usize) -> String {
    let inside = tail.trim_start_matches([' ', '\t']);
    let mut width = 0;
    for byte in tail.bytes().take(tail.len() - inside.len()) {
        width += if byte == b'\t' { 4 - (width + indentation) % 4 } else { 1 };
    }
    format!("{}{inside}", " ".repeat(width))
}

/// Whether a line is indented far enough: four spaces or a tab are one step (`content_re`).
fn has_indentation(line: &str, indentation: usize) -> bool {
    let mut steps = 0;
    let mut rest = line;
    while steps < indentation / 4 {
        let Some(inside) = super::lines::after_indent(rest) else { return false };
        rest = inside;
        steps += 1;
    }
    let odd = indentation % 4;
    spaces(rest, odd) == odd || rest.starts_with('\t')
}
