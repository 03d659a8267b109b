//! Changes to a post's text at known places, all at once.

use std::ops::Range;

use super::line_map::LineMap;
use super::post::Post;

/// A part of a text, and what comes into its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to be replaced; empty where something is to be put in.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub replacement: String,
}

/// Makes edits to a post's text; its lines still lead to those of its file. Of edits that overlap, the first counts.
pub fn apply(post: &mut Post, mut edits: Vec<Edit>) {
    if edits.is_empty() {
        return;
    }
    edits.sort_by_key(|edit| edit.range.start);
    let text = edited(&post.text, &edits);
    post.lines = post.lines.then(&LineMap::between(&post.text, &text));
    post.text = text;
}

/// A text with edits made to it, which are in the order of their places.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut output = String::with_capacity(text.len());
    let mut behind = 0;
    for Edit { range, replacement } in edits {
        let Some(before) = text.get(behind..range.start) else { continue };
        output.push_str(before);
        output.push_str(replacement);
        behind = range.end;
    }
    output.push_str(text.get(behind..).unwrap_or_default());
    output
}
