//! Runs of lines that both kramdown and the renderer take for whole blocks.

use std::ops::Range;

use super::rendered::Block;
use crate::press::kramdown::compare::Likeness;
use crate::press::kramdown::document::Document;
use crate::press::kramdown::reference::Converter;
use crate::press::kramdown::tree::{Element, Kind};
use crate::press::kramdown::writer::Style;
use crate::press::line_table::LineTable;

/// One of them. Together they are the whole text.
#[derive(Clone, Debug)]
pub(super) struct Segment<'d> {
    /// The bytes of the text it is made of.
    pub(super) range: Range<usize>,
    /// What kramdown sees in it.
    pub(super) elements: Vec<&'d Element>,
    /// What Jekyll shows for it.
    pub(super) reference: String,
    /// The names of the footnotes that the renderer sees defined in it.
    pub(super) footnotes: Vec<String>,
    /// The way in which it is written at present: as its author did if `None`.
    pub(super) style: Option<Style>,
    /// The first way that was nearly right.
    pub(super) alike: Option<Option<Style>>,
    /// What is good enough.
    pub(super) accepted: Likeness,
    /// What was found when it was last looked at: the HTML, and how alike.
    pub(super) found: Option<(String, Likeness)>,
}

/// Cuts a text.
pub(super) fn split<'d>(
    text: &str,
    table: &LineTable,
    document: &'d Document,
    rendered: &[Block],
    converter: &mut Converter<'d>,
) -> Vec<Segment<'d>> {
    let elements = document.root.children.iter().filter(|child| child.kind != Kind::Blank);
    let mut elements = elements.map(|element| (lines(text, table, &element.source), element)).peekable();
    let mut blocks = rendered.iter().map(|block| (lines(text, table, &block.range), block)).peekable();
    let mut segments: Vec<Segment<'d>> = Vec::new();
    let mut end = 0;
    loop {
        let starts = [elements.peek().map(|(range, _)| range.start), blocks.peek().map(|(range, _)| range.start)];
        let Some(start) = starts.into_iter().flatten().min() else { break };
        let start = start.max(end);
        if end < start {
            segments.push(Segment::new(end..start));
        }
        let mut segment = Segment::new(start..start);
        // Whatever begins before its end belongs to it.
        loop {
            let limit = segment.range.end.max(start + 1);
            if let Some((range, element)) = elements.next_if(|(range, _)| range.start < limit) {
                segment.range.end = segment.range.end.max(range.end);
                segment.elements.push(element);
            } else if let Some((range, block)) = blocks.next_if(|(range, _)| range.start < limit) {
                segment.range.end = segment.range.end.max(range.end);
                segment.footnotes.extend(block.footnotes.iter().map(|(name, _)| name.clone()));
            } else {
                break;
            }
        }
        end = segment.range.end;
        segment.reference = converter.blocks(&segment.elements);
        segments.push(segment);
    }
    if end < text.len() {
        segments.push(Segment::new(end..text.len()));
    }
    segments
}

impl Segment<'_> {
    fn new(range: Range<usize>) -> Self {
        Segment {
            range,
            elements: Vec::new(),
            reference: String::new(),
            footnotes: Vec::new(),
            style: None,
            alike: None,
            accepted: Likeness::Same,
            found: None,
        }
    }
}

/// The whole lines of a range, without the blank ones at its end.
fn lines(text: &str, table: &LineTable, range: &Range<usize>) -> Range<usize> {
    let end = text.floor_char_boundary(range.end);
    // The second of two blocks on one line has no line of its own.
    let start = if range.is_empty() { range.start.saturating_sub(1) } else { range.start };
    let start = text.floor_char_boundary(start).min(end);
    let inside = text[start..end].trim_end();
    let end = start + inside.len();
    table.start(start)..table.end(end)
}
