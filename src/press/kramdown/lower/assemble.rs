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
        let written = rounds.written(position);
        let is_new = written.is_some();
        let part = match &written {
            Some(written) => written.as_str(),
            None => rounds.source(position),
        };
        let is_blank = part.trim().is_empty();
        let needs_blank_line = is_new || is_due;
        if needs_blank_line && !is_blank {
            separate(&mut assembled.text);
        }
        let start = assembled.text.len();
        if !is_blank || !needs_blank_line {
            assembled.text.push_str(part);
        }
        if is_new && !is_blank {
            assembled.text.push('\n');
        }
        is_due = if is_blank { needs_blank_line } else { is_new };
        assembled.ranges.push(start..assembled.text.len());
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
