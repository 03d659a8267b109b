//! Puts the segments together again.

use std::ops::Range;

use super::round::Rounds;

/// A text made of segments.
#[derive(Clone, Debug, Default)]
pub(super) struct Assembled {
    /// Markdown.
    pub(super) text: String,
    /// Where each segment is in it.
    pub(super) ranges: Vec<Range<usize>>,
}

/// The text as it is at present.
pub(super) fn assemble(rounds: &mut Rounds<'_>) -> Assembled {
    let mut assembled = Assembled::default();
    // Whether what stands before was written anew, so that a blank line is due.
    let mut is_due = false;
    for position in 0..rounds.segments.len() {
        match rounds.written(position) {
            None => {
                let source = rounds.source(position);
                if is_due && !source.trim().is_empty() {
                    separate(&mut assembled.text);
                    is_due = false;
                }
                let start = assembled.text.len();
                assembled.text.push_str(source);
                assembled.ranges.push(start..assembled.text.len());
            }
            Some(written) => {
                is_due = true;
                separate(&mut assembled.text);
                let start = assembled.text.len();
                if !written.is_empty() {
                    assembled.text.push_str(&written);
                    assembled.text.push('\n');
                }
                assembled.ranges.push(start..assembled.text.len());
            }
        }
    }
    for name in rounds.appendix.clone() {
        separate(&mut assembled.text);
        assembled.text.push_str(&rounds.footnote(&name));
        assembled.text.push('\n');
    }
    assembled
}

/// Ends a text with exactly one blank line, unless there is nothing.
fn separate(text: &mut String) {
    let length = text.trim_end_matches('\n').len();
    text.truncate(length);
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}
