//! Which tag closes which: found for all tags at once, so that one that is never closed costs no other.

use std::collections::HashMap;

use super::tokens::{Token, TokenKind};

/// Tags with a body.
const BLOCKS: [&str; 11] =
    ["if", "unless", "case", "for", "tablerow", "capture", "comment", "ifchanged", "highlight", "codeblock", "raw"];

/// The places of tags that belong together.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    closers: HashMap<usize, usize>,
    last_ends: HashMap<&'a str, usize>,
}

impl<'a> Blocks<'a> {
    pub(super) fn find(text: &'a str, tokens: &[Token]) -> Blocks<'a> {
        let mut blocks = Blocks::default();
        let mut open: Vec<(&str, usize)> = Vec::new();
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for (place, token) in tokens.iter().enumerate() {
            let TokenKind::Tag(name, _) = &token.kind else {
                continue;
            };
            let name = text.get(name.clone()).unwrap_or_default();
            if is_block(name) {
                open.push((name, place));
                *counts.entry(name).or_default() += 1;
                continue;
            }
            let Some(name) = name.strip_prefix("end") else {
                continue;
            };
            blocks.last_ends.insert(name, place);
            if counts.get(name).is_none_or(|count| *count == 0) {
                continue;
            }
            while let Some((opened, opener)) = open.pop() {
                if let Some(count) = counts.get_mut(opened) {
                    *count = count.saturating_sub(1);
                }
                if opened == name {
                    blocks.closers.insert(opener, place);
                    break;
                }
            }
        }
        blocks
    }

    /// The place of the tag that closes the one at a place.
    pub(super) fn closer(&self, opener: usize) -> Option<usize> {
        self.closers.get(&opener).copied()
    }

    /// Whether a tag that nobody knows is closed somewhere behind a place.
    pub(super) fn is_closed_behind(&self, name: &str, place: usize) -> bool {
        self.last_ends.get(name).is_some_and(|end| place < *end)
    }
}

/// Whether a known tag has a body.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}
