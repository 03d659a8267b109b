//! The lines that blocks are made of.

use super::super::tree::Element;
use crate::press::line_table::LineTable;

/// Extends the ranges of the root's children to whole lines of a text, none before the end of the one before.
pub(super) fn to_whole_lines(root: &mut Element, text: &str) {
    let table = LineTable::new(text);
    let mut last_end = 0;
    for child in &mut root.children {
        let start = start_of_line(text, &table, child.source.start).max(last_end);
        let end = end_of_line(text, &table, child.source.end).max(start);
        child.source = start..end;
        last_end = end;
    }
}

fn start_of_line(text: &str, table: &LineTable, place: usize) -> usize {
    let place = place.min(text.len());
    if text.is_char_boundary(place) { table.start(place) } else { 0 }
}

fn end_of_line(text: &str, table: &LineTable, place: usize) -> usize {
    let place = place.min(text.len());
    if place == 0 || text.get(..place).is_some_and(|before| before.ends_with('\n')) {
        return place;
    }
    if text.is_char_boundary(place) { table.end(place) } else { text.len() }
}
