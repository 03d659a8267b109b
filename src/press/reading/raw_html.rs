//! The raw HTML of a text: its tags and the text between them, each with its place.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag as MarkdownTag, TagEnd};

use crate::bundle::Markup;
use crate::markdown::extensions;
use crate::markdown::lines::{Line, Places, joined};
use crate::markdown::tag::{Token, tokens};

/// A block of raw HTML, or a tag within a line of Markdown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chunk {
    /// What it is made of, in order; comments are left out.
    pub(super) parts: Vec<Part>,
    /// Where it stands.
    pub(super) setting: Setting,
}

/// What is around a piece of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Lines in which there is no Markdown.
    Block,
    /// A line of Markdown.
    Line,
}

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// Text that stands in the source as it is here, within one line.
    Text(Range<usize>),
    /// A tag.
    Tag(Tag),
}

/// A tag of raw HTML.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// Lower-case.
    pub(super) name: String,
    /// Of a start tag: lower-case names with their values as written.
    pub(super) attributes: Vec<(String, String)>,
    /// Whether it begins or ends an element.
    pub(super) side: Side,
    /// The tag itself, on one line.
    pub(super) source: String,
    /// Its bytes in the text, with what quotes and lists have before its lines.
    pub(super) range: Range<usize>,
}

/// Which of the two tags of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The first.
    Start,
    /// The last.
    End,
}

impl Chunk {
    /// Blanks that the parser made of a tab are nowhere in the text, and may have moved a tag.
    fn keep_what_is_there(mut self, text: &str) -> Chunk {
        let is_there = |range: &Range<usize>| {
            text.get(range.clone()).is_some_and(|tag| tag.starts_with('<') && tag.ends_with('>'))
        };
        self.parts.retain(|part| match part {
            Part::Text(_) => true,
            Part::Tag(tag) => is_there(&tag.range),
        });
        self
    }
}

impl Part {
    /// The tag, if it is one.
    pub(super) fn tag(&self) -> Option<&Tag> {
        match self {
            Part::Tag(tag) => Some(tag),
            Part::Text(_) => None,
        }
    }
}

impl Tag {
    /// The value of an attribute, as written.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// All raw HTML of a text, in order.
pub(super) fn chunks(text: &str, markup: Markup) -> Vec<Chunk> {
    if markup == Markup::Html {
        return vec![document(text)];
    }
    let mut chunks = Vec::new();
    let mut events = Parser::new_ext(text, extensions()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(MarkdownTag::HtmlBlock) => chunks.push(block(text, &mut events)),
            Event::Html(html) | Event::InlineHtml(html) => {
                chunks.push(in_line(text, html, range));
            }
            _ => {}
        }
    }
    chunks
}

/// The block of raw HTML that has just begun.
pub(super) fn block<'a>(text: &str, events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> Chunk {
    let mut lines = Vec::new();
    for (event, range) in events {
        match event {
            Event::Html(html) | Event::Text(html) => lines.push(Line { html, start: range.start }),
            Event::End(TagEnd::HtmlBlock) => break,
            _ => {}
        }
    }
    chunk(text, &lines, Setting::Block).keep_what_is_there(text)
}

/// A text that is HTML alone.
pub(super) fn document(text: &str) -> Chunk {
    chunk(text, &[Line { html: text.into(), start: 0 }], Setting::Block).keep_what_is_there(text)
}

/// A tag within a line. It may span lines, of which the parser leaves out what quotes and lists have before them.
pub(super) fn in_line(text: &str, html: CowStr<'_>, range: Range<usize>) -> Chunk {
    let mut chunk = chunk(text, &[Line { html, start: range.start }], Setting::Line);
    if let [Part::Tag(tag)] = chunk.parts.as_mut_slice() {
        tag.range = range;
    }
    chunk.keep_what_is_there(text)
}

/// Some lines of raw HTML.
fn chunk(text: &str, lines: &[Line<'_>], setting: Setting) -> Chunk {
    let whole = joined(lines);
    let mut places = Places::new(lines);
    let mut rest = tokens(&whole);
    let mut parts = Vec::new();
    let mut start = 0;
    while let Some(token) = rest.next() {
        let end = whole.len() - rest.remaining();
        let mut place = || places.of(start)..places.of(end - 1) + 1;
        match token {
            Token::Text(inside) => {
                for line in inside.split_inclusive('\n') {
                    let place = places.of(start);
                    let range = place..place + line.len();
                    if text.get(range.clone()) == Some(line) {
                        parts.push(Part::Text(range));
                    }
                    start += line.len();
                }
            }
            Token::Comment => {}
            Token::Start { name, attributes, source } => {
                let attributes = attributes.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
                parts.push(Part::Tag(Tag {
                    name,
                    attributes,
                    side: Side::Start,
                    source: on_one_line(source),
                    range: place(),
                }));
            }
            Token::End { name, source } => {
                parts.push(Part::Tag(Tag {
                    name,
                    attributes: Vec::new(),
                    side: Side::End,
                    source: on_one_line(source),
                    range: place(),
                }));
            }
        }
        start = end;
    }
    Chunk { parts, setting }
}

fn on_one_line(source: &str) -> String {
    source.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tags of elements that both begin and end, as positions in a list of tags, in the order of their ends.
pub(super) fn pairs(tags: &[&Tag]) -> Vec<(usize, usize)> {
    let mut open: Vec<usize> = Vec::new();
    // How many elements of a name are open, so that an end without a start costs no search.
    let mut counts: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    let mut pairs = Vec::new();
    for (position, tag) in tags.iter().enumerate() {
        match tag.side {
            Side::Start => {
                open.push(position);
                *counts.entry(&tag.name).or_default() += 1;
            }
            Side::End if counts.get(tag.name.as_str()).is_some_and(|count| 0 < *count) => {
                while let Some(start) = open.pop() {
                    let Some(name) = tags.get(start).map(|tag| tag.name.as_str()) else { break };
                    if let Some(count) = counts.get_mut(name) {
                        *count -= 1;
                    }
                    if name == tag.name {
                        pairs.push((start, position));
                        break;
                    }
                }
            }
            Side::End => {}
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, markup: Markup) -> Vec<&str> {
        let chunks = chunks(text, markup);
        let parts = chunks.into_iter().flat_map(|chunk| chunk.parts);
        parts
            .map(|part| match part {
                Part::Text(range) => &text[range],
                Part::Tag(tag) => &text[tag.range],
            })
            .collect()
    }

    #[test]
    fn every_part_has_its_place() {
        let text = "> <div\n> class=a>x\n> y</div>\n\nHe <b>is</b> <!-- no --> there.\n";
        assert_eq!(shown(text, Markup::Markdown), ["<div\n> class=a>", "x\n", "y", "</div>", "\n", "<b>", "</b>"]);
        assert_eq!(shown("<p>é</p>", Markup::Html), ["<p>", "é", "</p>"]);
    }

    #[test]
    fn finds_the_ends_of_elements() {
        let text = "<div><p>a<div><br>b</div></i></div></div>";
        let chunks = chunks(text, Markup::Html);
        let tags: Vec<&Tag> = chunks.iter().flat_map(|chunk| &chunk.parts).filter_map(Part::tag).collect();
        assert_eq!(pairs(&tags), [(2, 4), (0, 6)]);
    }
}
