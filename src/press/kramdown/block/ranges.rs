//! The lines that blocks are made of.

use super::super::tree::Element;

/// Extends the ranges of the root's children to whole lines of a text, none before the end of the one before.
pub(super) fn to_whole_lines(root: &mut Element, text: &str) {
    let mut last_end = 0;
    for child in &mut root.children {
        let start = start_of_line(text, child.source.start).max(last_end);
        let end = end_of_line(text, child.source.end).max(start);
        child.source = start..end;
        last_end = end;
    }
}

fn start_of_line(text: &str, place: usize) -> usize {
    text.get(..place.min(text.len())).and_then(|before| before.rfind('\n')).map_or(0, |line_feed| line_feed + 1)
}

fn end_of_line(text: &str, place: usize) -> usize {
    let place = place.min(text.len());
    if place == 0 || text.get(..place).is_some_and(|before| before.ends_with('\n')) {
        return place;
    }
    text.get(place..).and_then(|rest| rest.find('\n')).map_or(text.len(), |line_feed| place + line_feed + 1)
}
