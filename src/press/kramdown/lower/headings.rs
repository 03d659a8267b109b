//! Ids for the headings of a lowered text: those that Jekyll gives them.

use super::assemble::Assembled;
use super::rendered::{Block, Heading};
use super::round::Rounds;
use crate::press::kramdown::ids::{FreeIds, gfm_base};
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
    assign(&blocks.flat_map(|block| &block.headings).collect::<Vec<_>>(), &[], &mut ids);
    name_others(&mut ids)
}

/// An id for each heading: those that have none, or only a text, get one that is not taken.
fn name_others(ids: &mut Vec<Id>) -> Vec<String> {
    let known = ids.iter().filter_map(|id| match id {
        Id::Known(id) => Some(id.clone()),
        Id::Text(_) => None,
    });
    let mut free = FreeIds::besides(known);
    let named = ids.drain(..).map(|id| match id {
        Id::Known(id) => id,
        Id::Text(text) => free.take(&gfm_base(text.trim())),
    });
    named.collect()
}

/// The id of a heading, or what to make one of.
enum Id {
    /// Jekyll's.
    Known(String),
    /// Jekyll has none.
    Text(String),
}

/// Headings written as HTML are known, but not found.
fn assign(found: &[&Heading], known: &[&Entry<'_>], ids: &mut Vec<Id>) {
    let is_whole = found.len() == known.len();
    let mut known = known.iter();
    for heading in found {
        let entry = if is_whole {
            known.next()
        } else {
            known.find(|entry| entry.level == heading.level && raw_text(entry.heading).trim() == heading.text.trim())
        };
        let id = heading.own_id.clone().or_else(|| entry.map(|entry| entry.id.clone()));
        let id = id.filter(|id| !id.is_empty());
        ids.push(id.map_or_else(|| Id::Text(heading.text.clone()), Id::Known));
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
