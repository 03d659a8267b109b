//! The HTML that an author has written among Markdown: every tag and its place. For the press, which tells authors what
//! readers will not get.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::lines::{Line, Places, joined};
use super::tag::{Token, tokens};
use crate::bundle::Markup;

/// A piece of an author's HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTag {
    /// What it is.
    pub kind: RawKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where the block ends that it stands in: an element of raw HTML reaches no further.
    pub block_end: usize,
    /// Whether it stands in a line of Markdown.
    pub is_in_line: bool,
}

/// What a piece of HTML is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawKind {
    /// A start tag: its lower-case name, and its attributes as written, each name once and lower-case.
    Start(String, Vec<(String, String)>),
    /// An end tag.
    End(String),
    /// A comment, a doctype or an instruction that has no end in its block.
    OpenComment,
}

/// All tags of a text, in order. Those inside of code and of pictures' words are not HTML.
pub fn raw_tags(text: &str, markup: Markup) -> Vec<RawTag> {
    let mut collector = Collector::default();
    match markup {
        Markup::Html => collector.html(&[Line { html: text.into(), start: 0 }], text.len(), false),
        Markup::Markdown => {
            let mut events = Parser::new_ext(text, super::extensions()).into_offset_iter();
            while let Some((event, range)) = events.next() {
                collector.event(event, range, &mut events);
            }
        }
    }
    collector.tags
}

/// The lines of the HTML block that has just begun.
pub(super) fn block_lines<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (event, range) in events {
        match event {
            Event::Html(html) | Event::Text(html) => lines.push(Line { html, start: range.start }),
            Event::End(TagEnd::HtmlBlock) => break,
            _ => {}
        }
    }
    lines
}

#[derive(Default)]
struct Collector {
    tags: Vec<RawTag>,
    pictures: u32,
    /// The ends of the blocks around the present place.
    blocks: Vec<usize>,
}

impl Collector {
    fn event<'a>(
        &mut self,
        event: Event<'a>,
        range: Range<usize>,
        events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    ) {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                let lines = block_lines(events);
                self.html(&lines, range.end, false);
            }
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Start(_) => self.blocks.push(range.end),
            Event::End(_) => drop(self.blocks.pop()),
            Event::Html(html) | Event::InlineHtml(html) if self.pictures == 0 => {
                let block_end = self.blocks.last().copied().unwrap_or(range.end);
                self.html(&[Line { html, start: range.start }], block_end, true);
                // It is one tag, which may have marks of the quote or the list around it in its lines.
                if let Some(tag) = self.tags.last_mut().filter(|tag| tag.range.start == range.start) {
                    tag.range.end = range.end;
                }
            }
            _ => {}
        }
    }

    fn html(&mut self, lines: &[Line<'_>], block_end: usize, is_in_line: bool) {
        let whole = joined(lines);
        let mut place = Places::new(lines);
        let mut rest = tokens(&whole);
        let mut behind = 0;
        while let Some(token) = rest.next() {
            let (start, end) = (behind, whole.len() - rest.remaining());
            behind = end;
            let kind = match token {
                Token::Text(_) => continue,
                Token::Comment if is_closed(&whole[start..end]) => continue,
                Token::Comment => RawKind::OpenComment,
                Token::End { name, .. } => RawKind::End(name),
                Token::Start { name, attributes, .. } => {
                    let attributes = attributes.into_iter().map(|(key, value)| (key, value.to_owned()));
                    RawKind::Start(name, attributes.collect())
                }
            };
            let range = place.of(start)..place.of(end.saturating_sub(1)) + 1;
            self.tags.push(RawTag { kind, range, block_end, is_in_line });
        }
    }
}

fn is_closed(comment: &str) -> bool {
    let is_comment = comment.starts_with("<!--");
    if is_comment { comment.ends_with("-->") && "<!---->".len() <= comment.len() } else { comment.ends_with('>') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_places() {
        let text = "> <div\n>  class=a>\n\n*a* `<b>` <i>x</i> ![<u>](y)\n\n<!-- open\n";
        let found = raw_tags(text, Markup::Markdown);
        let sources: Vec<&str> = found.iter().map(|tag| &text[tag.range.clone()]).collect();
        assert_eq!(sources, ["<div\n>  class=a>", "<i>", "</i>", "<!-- open\n"]);
        assert_eq!(found[0].kind, RawKind::Start("div".to_owned(), vec![("class".to_owned(), "a".to_owned())]));
        assert_eq!(&text[found[1].range.end..found[1].block_end], "x</i> ![<u>](y)\n");
        assert_eq!(found[3].kind, RawKind::OpenComment);
        let in_line = raw_tags("> a <b\n> c=d> e\n", Markup::Markdown);
        assert_eq!(in_line[0].range, 4..13);
    }

    #[test]
    fn a_text_of_html_is_one_block() {
        let text = "<p>*a*</p> <!-- b --> <T>";
        let names: Vec<RawKind> = raw_tags(text, Markup::Html).into_iter().map(|tag| tag.kind).collect();
        let start = |name: &str| RawKind::Start(name.to_owned(), Vec::new());
        assert_eq!(names, [start("p"), RawKind::End("p".to_owned()), start("t")]);
    }
}
