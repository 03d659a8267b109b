//! One round after the other: what does not look right is written in another way.

use super::assemble::Assembled;
use super::rendered::{Block, with_marks};
use super::segment::Segment;
use crate::press::kramdown::compare::{Likeness, compare};
use crate::press::kramdown::document::Document;
use crate::press::kramdown::reference::{Converter, Entries};
use crate::press::kramdown::writer::{Style, Writer};

/// The state between rounds.
pub(super) struct Rounds<'d> {
    pub(super) segments: Vec<Segment<'d>>,
    /// Footnotes that only kramdown sees defined, to be put at the end.
    pub(super) appendix: Vec<String>,
    pub(super) entries: Entries<'d>,
    document: &'d Document,
    writer: Writer<'d>,
    text: &'d str,
    converter: Converter<'d>,
    /// What was written for a segment, by style.
    cache: Vec<Option<(Style, String)>>,
}

impl<'d> Rounds<'d> {
    pub(super) fn new(
        text: &'d str,
        document: &'d Document,
        entries: Entries<'d>,
        segments: Vec<Segment<'d>>,
        converter: Converter<'d>,
    ) -> Rounds<'d> {
        let cache = vec![None; segments.len()];
        let writer = Writer::new(document, entries.clone());
        Rounds { segments, appendix: Vec::new(), entries, document, writer, text, converter, cache }
    }

    /// Keeps nothing as its author wrote it: the parser cannot take it.
    pub(super) fn rewrite_all(&mut self) {
        for segment in &mut self.segments {
            segment.style = segment.style.or(Some(Style::Markdown));
        }
    }

    /// Writes everything as HTML.
    pub(super) fn give_up_markdown(&mut self) {
        for segment in &mut self.segments {
            segment.style = Some(Style::HtmlBlocks);
            segment.accepted = Likeness::Different;
        }
    }

    /// A segment as its author wrote it.
    pub(super) fn source(&self, position: usize) -> &'d str {
        self.segments.get(position).and_then(|segment| self.text.get(segment.range.clone())).unwrap_or_default()
    }

    /// A segment as it is written anew, if it is.
    pub(super) fn written(&mut self, position: usize) -> Option<String> {
        let segment = self.segments.get(position)?;
        let style = segment.style?;
        let cached = self.cache.get(position).and_then(Option::as_ref);
        if let Some((_, written)) = cached.filter(|(known, _)| *known == style) {
            return Some(written.clone());
        }
        let mut parts = vec![self.writer.markdown(&segment.elements, style)];
        let notes = segment.footnotes.iter().filter_map(|name| self.writer.footnote(name, Style::Markdown));
        parts.extend(notes);
        parts.retain(|part| !part.is_empty());
        let written = parts.join("\n\n");
        if let Some(cached) = self.cache.get_mut(position) {
            *cached = Some((style, written.clone()));
        }
        Some(written)
    }

    /// A footnote as Markdown, or nothing if kramdown does not see it.
    pub(super) fn footnote(&mut self, name: &str) -> String {
        self.writer.footnote(name, Style::Markdown).unwrap_or_default()
    }

    /// Looks at every segment, and chooses another way of writing for those that are not right. Whether all are.
    pub(super) fn judge(&mut self, output: &Assembled, blocks: &[Block]) -> bool {
        let mut is_settled = true;
        let mut blocks = blocks.iter().peekable();
        let mut reaches_in = false;
        for position in 0..self.segments.len() {
            let range = output.ranges.get(position).cloned().unwrap_or_default();
            let mut html = String::new();
            let mut notes = Likeness::Same;
            let mut reaches_out = false;
            while let Some(block) = blocks.next_if(|block| block.range.start < range.end) {
                html.push_str(&block.html);
                let inside = output.text.get(block.range.clone()).unwrap_or_default();
                reaches_out |= range.end < block.range.start + inside.trim_end().len();
                for (name, note) in &block.footnotes {
                    notes = notes.max(self.compare_note(name, note));
                }
            }
            let likeness = match self.segments.get_mut(position) {
                Some(segment) => segment.likeness(html),
                None => Likeness::Same,
            };
            // A segment that swallows the next one is at fault. The next is only written anew to keep it apart.
            let is_rewritten = self.segments.get(position).is_some_and(|segment| segment.style.is_some());
            if reaches_in && !reaches_out && is_rewritten {
                is_settled = false;
            } else {
                let is_torn = reaches_in || reaches_out;
                let likeness = if is_torn { Likeness::Different } else { likeness.max(notes) };
                is_settled &= self.choose(position, likeness);
            }
            reaches_in = reaches_out;
        }
        is_settled &= self.find_lost_footnotes(output);
        is_settled
    }

    fn compare_note(&mut self, name: &str, html: &str) -> Likeness {
        match self.document.definitions.footnotes.get(name) {
            Some(note) => compare(&self.converter.inside(note), html),
            None => Likeness::Different,
        }
    }

    /// Whether a segment may stay as it is.
    fn choose(&mut self, position: usize, likeness: Likeness) -> bool {
        let Some(segment) = self.segments.get_mut(position) else { return true };
        if likeness <= segment.accepted {
            return true;
        }
        if likeness == Likeness::Alike && segment.alike.is_none() {
            segment.alike = Some(segment.style);
        }
        let next = match segment.style {
            None => Some(Style::Markdown),
            Some(Style::Markdown) => Some(Style::HtmlSpans),
            Some(Style::HtmlSpans) => Some(Style::HtmlBlocks),
            Some(Style::HtmlBlocks) => None,
        };
        match (next, segment.alike.take()) {
            (Some(Style::HtmlBlocks) | None, Some(alike)) => {
                segment.style = alike;
                segment.accepted = Likeness::Alike;
            }
            (None, None) => segment.accepted = Likeness::Different,
            (next, alike) => {
                segment.style = next;
                segment.alike = alike;
            }
        }
        false
    }

    /// Notes that the text mentions, that kramdown knows, and that the renderer does not see defined.
    fn find_lost_footnotes(&mut self, output: &Assembled) -> bool {
        let defined = self.segments.iter().flat_map(|segment| &segment.footnotes).chain(&self.appendix);
        let defined: std::collections::HashSet<String> = defined.cloned().collect();
        let footnotes = &self.document.definitions.footnotes;
        let mut lost: Vec<String> = mentioned(&output.text)
            .filter(|name| footnotes.contains_key(*name) && !defined.contains(*name))
            .map(str::to_owned)
            .collect();
        lost.sort();
        lost.dedup();
        let is_settled = lost.is_empty();
        self.appendix.extend(lost);
        is_settled
    }

    /// Where the text looks different in the end.
    pub(super) fn differences(&self) -> impl Iterator<Item = usize> {
        let differs = |segment: &&Segment<'_>| match &segment.found {
            Some((html, Likeness::Different)) => compare(&segment.reference, &with_marks(html)) == Likeness::Different,
            _ => false,
        };
        self.segments.iter().filter(differs).map(|segment| segment.range.start)
    }
}

/// What stands in a text as `[^name]`, of such names as kramdown knows.
fn mentioned(text: &str) -> impl Iterator<Item = &str> {
    text.split("[^").skip(1).filter_map(|behind| {
        let end = behind.find(|char: char| !char.is_ascii_alphanumeric() && !matches!(char, '_' | '-'))?;
        behind.get(end..)?.starts_with(']').then_some(&behind[..end])
    })
}

impl Segment<'_> {
    fn likeness(&mut self, html: String) -> Likeness {
        match &self.found {
            Some((known, likeness)) if *known == html => *likeness,
            _ => {
                let likeness = compare(&self.reference, &html);
                self.found = Some((html, likeness));
                likeness
            }
        }
    }
}
