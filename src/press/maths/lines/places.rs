//! Where in a text in CommonMark formulas may stand, and where not.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::markdown::extensions;

/// Text without a block in it.
pub(super) struct Run {
    pub(super) range: Range<usize>,
    /// Whether it is the cell of a table.
    pub(super) is_cell: bool,
    /// How many quotes are around it.
    pub(super) quotes: usize,
}

/// The places of a text.
pub(super) struct Places {
    /// In order.
    pub(super) runs: Vec<Run>,
    /// Code, tags, addresses and the like, in which nothing is a formula.
    pub(super) taken: Vec<Range<usize>>,
}

/// Looks through a text.
pub(super) fn places(text: &str) -> Places {
    let mut places = Places { runs: Vec::new(), taken: Vec::new() };
    let (mut is_in_run, mut is_cell, mut quotes, mut hidden) = (false, false, 0_usize, 0_usize);
    // Where the last thing in a link ended: what follows there is its address.
    let mut inner_end = 0;
    let mut parser = Parser::new_ext(text, extensions()).into_offset_iter();
    for (event, range) in parser.by_ref() {
        let is_span = match &event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => {
                hidden += 1;
                false
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                hidden = hidden.saturating_sub(1);
                false
            }
            Event::Start(Tag::BlockQuote(_)) => {
                quotes += 1;
                false
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                quotes = quotes.saturating_sub(1);
                false
            }
            Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell) => {
                is_cell = matches!(event, Event::Start(_));
                false
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } | Tag::Image { .. })
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => {
                places.taken.push(range.clone());
                true
            }
            Event::End(TagEnd::Link) => {
                places.taken.push(inner_end.min(range.end)..range.end);
                true
            }
            Event::Start(tag) => is_span_tag(&tag.to_end()),
            Event::End(tag) => is_span_tag(tag),
            Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::InlineMath(_) | Event::DisplayMath(_) => true,
            Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
        };
        if is_span && hidden == 0 {
            match places.runs.last_mut().filter(|_| is_in_run) {
                Some(run) => run.range.end = run.range.end.max(range.end),
                None => places.runs.push(Run { range: with_backslashes(text, range.clone()), is_cell, quotes }),
            }
        }
        is_in_run = is_span;
        if !matches!(event, Event::Start(_)) {
            inner_end = range.end;
        } else if is_span {
            inner_end = range.start + 1;
        }
    }
    places.taken.retain(|range| !range.is_empty());
    places
}

/// A text may begin with a backslash, of which no event tells.
fn with_backslashes(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let slashes = before.len() - before.trim_end_matches('\\').len();
    range.start - slashes.min(1)..range.end
}

fn is_span_tag(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
