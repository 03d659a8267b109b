//! The elements of raw HTML, and Markdown's pictures, one after the other.

use std::ops::Range;

use super::ELEMENTS;
use crate::press::marks::{Mark, MarkKind};
use crate::press::tag_text::TagText;

/// An element or a picture.
pub(super) struct Element<'a> {
    /// Its picture or start tag.
    pub(super) mark: &'a Mark,
    /// The marks inside of it.
    pub(super) inside: &'a [Mark],
    /// Its bytes: from its start tag to its end tag, if it has one.
    pub(super) range: Range<usize>,
    /// How many marks begin with it and end before the next that is outside of it.
    length: usize,
}

/// See [`Element`]. Elements inside of another follow it, unless it is skipped.
pub(super) struct Elements<'a> {
    rest: &'a [Mark],
    last: usize,
}

impl<'a> Elements<'a> {
    pub(super) fn new(marks: &'a [Mark]) -> Elements<'a> {
        Elements { rest: marks, last: 0 }
    }

    pub(super) fn next(&mut self) -> Option<Element<'a>> {
        self.rest = self.rest.get(self.last..)?;
        let start = self.rest.iter().position(|mark| !matches!(mark.kind, MarkKind::End(_)))?;
        self.rest = self.rest.get(start..)?;
        self.last = 1;
        let mark = self.rest.first()?;
        let is_looked_at = matches!(&mark.kind, MarkKind::Start(name, _) if ELEMENTS.contains(&name.as_str()));
        let end = if is_looked_at { end(self.rest) } else { None };
        let last = end.and_then(|end| self.rest.get(end)).unwrap_or(mark);
        let inside = end.and_then(|end| self.rest.get(1..end)).unwrap_or_default();
        let length = end.map_or(1, |end| end + 1);
        Some(Element { mark, inside, range: mark.range.start..last.range.end, length })
    }

    /// Leaves out what is inside of the last element.
    pub(super) fn skip(&mut self, element: &Element<'_>) {
        self.last = element.length;
    }
}

/// How far an end tag may be from its start tag, so that a text full of start tags does not make each a long search.
const FARTHEST: usize = 500;

/// Where the end tag is of the start tag that some marks begin with.
fn end(marks: &[Mark]) -> Option<usize> {
    let first = marks.first()?;
    let MarkKind::Start(name, _) = &first.kind else { return None };
    let mut depth = 0_u32;
    for (position, mark) in marks.iter().enumerate().take(FARTHEST) {
        match &mark.kind {
            _ if first.block_end <= mark.range.start => return None,
            MarkKind::Start(other, _) if other == name => depth += 1,
            MarkKind::End(other) if other == name => {
                depth -= 1;
                if depth == 0 {
                    return Some(position);
                }
            }
            _ => {}
        }
    }
    None
}

impl Element<'_> {
    /// Its name; empty for a picture of Markdown's.
    pub(super) fn name(&self) -> &str {
        match &self.mark.kind {
            MarkKind::Start(name, _) => name,
            _ => "",
        }
    }

    /// Its start tag.
    pub(super) fn tag(&self) -> TagText {
        tag(self.mark)
    }

    /// The start tags inside of it that have a name.
    pub(super) fn tags_inside(&self, wanted: &str) -> impl Iterator<Item = TagText> {
        let is_wanted = move |mark: &&Mark| matches!(&mark.kind, MarkKind::Start(name, _) if name == wanted);
        self.inside.iter().filter(is_wanted).map(tag)
    }
}

fn tag(mark: &Mark) -> TagText {
    match &mark.kind {
        MarkKind::Start(name, attributes) => TagText::new(name, attributes),
        _ => TagText::default(),
    }
}
