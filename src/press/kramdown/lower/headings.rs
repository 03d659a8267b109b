//! Ids for the headings of a lowered text: those that Jekyll gives them.

use super::assemble::Assembled;
use super::rendered::{Block, Heading};
use super::round::Rounds;
use crate::press::kramdown::reference::Entry;
use crate::press::kramdown::tree::{Element, Kind};

/// The id of each heading that the renderer sees, in order.
pub(super) fn ids(rounds: &Rounds<'_>, output: &Assembled, blocks: &[Block]) -> Vec<String> {
    let mut entries = rounds.entries.iter();
    let mut blocks = blocks.iter().peekable();
    let mut ids = Vec::new();
    for (segment, range) in rounds.segments.iter().zip(&output.ranges) {
        let count: usize = segment.elements.iter().map(|element| count_headings(element)).sum();
        let known: Vec<&Entry<'_>> = entries.by_ref().take(count).collect();
        let mut found: Vec<&Heading> = Vec::new();
        while let Some(block) = blocks.next_if(|block| block.range.start < range.end) {
            found.extend(&block.headings);
        }
        assign(&found, &known, &mut ids);
    }
    ids.extend(blocks.flat_map(|block| &block.headings).map(|heading| heading.own_id.clone().unwrap_or_default()));
    ids
}

/// Headings written as HTML are known, but not found.
fn assign(found: &[&Heading], known: &[&Entry<'_>], ids: &mut Vec<String>) {
    let is_whole = found.len() == known.len();
    let mut known = known.iter();
    for heading in found {
        let entry = if is_whole {
            known.next()
        } else {
            known.find(|entry| entry.level == heading.level && raw_text(entry.heading).trim() == heading.text.trim())
        };
        let id = heading.own_id.clone().or_else(|| entry.map(|entry| entry.id.clone()));
        ids.push(id.unwrap_or_default());
    }
}

fn raw_text(heading: &Element) -> &str {
    match &heading.kind {
        Kind::Heading { raw_text, .. } => raw_text,
        _ => "",
    }
}

fn count_headings(element: &Element) -> usize {
    let own = usize::from(matches!(element.kind, Kind::Heading { .. }));
    if own == 1 { 1 } else { element.children.iter().map(count_headings).sum() }
}
