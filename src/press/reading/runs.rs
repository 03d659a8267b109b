//! The text of a text: what is neither markup nor code, each piece with its place.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::raw_html::{self, Chunk, Part, Setting, Side};
use crate::bundle::Markup;
use crate::markdown::extensions;
use crate::press::html_elements::{hides_inside, is_code};

/// Text that stands in the source as readers see it, in one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// What it is in.
    pub(super) place: Place,
    /// The number of the paragraph, heading or cell that it is in.
    pub(super) block: usize,
}

/// What a piece of text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Markdown.
    Plain,
    /// A link of Markdown.
    Link,
    /// The words for a picture.
    Picture,
    /// Raw HTML.
    Html,
}

/// All text, in order. Code, addresses and characters that have a backslash are not part of it.
pub(super) fn runs(text: &str, markup: Markup) -> Vec<Run> {
    let mut finder =
        Finder { text, runs: Vec::new(), block: 0, end_of_last: 0, code: 0, pictures: 0, links: Vec::new(), raw: None };
    if markup == Markup::Html {
        finder.html(&raw_html::document(text));
        return finder.runs;
    }
    let mut events = Parser::new_ext(text, extensions()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                finder.block += 1;
                let chunk = raw_html::block(text, &mut events);
                finder.html(&chunk);
            }
            event => finder.event(event, range),
        }
    }
    finder.runs
}

struct Finder<'t> {
    text: &'t str,
    runs: Vec<Run>,
    block: usize,
    /// Where the last text of Markdown ended.
    end_of_last: usize,
    code: usize,
    pictures: usize,
    /// For each open link whether its text is its address.
    links: Vec<bool>,
    /// The element of raw HTML whose inside is none of the text, and whether it ends with its paragraph.
    raw: Option<(String, Setting)>,
}

impl Finder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.code += 1,
            Event::End(TagEnd::CodeBlock) => self.code = self.code.saturating_sub(1),
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures = self.pictures.saturating_sub(1),
            Event::Start(Tag::Link { link_type, .. }) => {
                self.links.push(matches!(link_type, LinkType::Autolink | LinkType::Email));
            }
            Event::End(TagEnd::Link) => {
                self.links.pop();
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::Start(_) | Event::End(_) => {
                self.block += 1;
                if self.raw.as_ref().is_some_and(|(_, setting)| *setting == Setting::Line) {
                    self.raw = None;
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let chunk = raw_html::in_line(self.text, html, range);
                self.html(&chunk);
            }
            Event::Text(content) => self.markdown(&content, range),
            _ => {}
        }
    }

    fn markdown(&mut self, content: &str, range: Range<usize>) {
        let follows = std::mem::replace(&mut self.end_of_last, range.end) == range.start;
        let is_hidden = 0 < self.code || self.links.contains(&true) || self.raw.is_some();
        if is_hidden || self.text.get(range.clone()) != Some(content) {
            return;
        }
        let place = match (self.pictures, self.links.is_empty()) {
            (0, true) => Place::Plain,
            (0, false) => Place::Link,
            _ => Place::Picture,
        };
        let is_escaped = !follows && self.text.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let first = content.chars().next().filter(|char| is_escaped && char.is_ascii_punctuation());
        self.push(range.start + first.map_or(0, char::len_utf8)..range.end, place);
    }

    fn html(&mut self, chunk: &Chunk) {
        for part in &chunk.parts {
            match part {
                Part::Text(range) if self.raw.is_none() && self.code == 0 => self.push(range.clone(), Place::Html),
                Part::Text(_) => {}
                Part::Tag(tag) => match (&self.raw, tag.side) {
                    (Some((name, _)), Side::End) if *name == tag.name => self.raw = None,
                    (None, Side::Start) if hides_inside(&tag.name) || is_code(&tag.name) => {
                        self.raw = Some((tag.name.clone(), chunk.setting));
                    }
                    _ => {}
                },
            }
        }
    }

    fn push(&mut self, range: Range<usize>, place: Place) {
        if range.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(run) if run.range.end == range.start && run.place == place && run.block == self.block => {
                run.range.end = range.end;
            }
            _ => self.runs.push(Run { range, place, block: self.block }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, markup: Markup) -> Vec<(&str, Place)> {
        runs(text, markup).into_iter().map(|run| (&text[run.range], run.place)).collect()
    }

    #[test]
    fn text_is_what_is_left_without_markup_and_code() {
        use Place::{Html, Link, Picture, Plain};
        for (text, expected) in [
            ("a *b* [[c]] `d`\n", &[("a ", Plain), ("b", Plain), (" [[c]] ", Plain)][..]),
            ("a \\*b\\* \\\\c &amp; d\n", &[("a ", Plain), ("b", Plain), (" ", Plain), ("c ", Plain), (" d", Plain)]),
            (
                "[a](b) ![c](d) <https://e.f> g@h.i\n",
                &[("a", Link), (" ", Plain), ("c", Picture), (" ", Plain), (" g@h.i", Plain)],
            ),
            (
                "<p>a <code>b</code>\nc</p>\n\nd <kbd>e</kbd> <b>f</b>\n",
                &[("a ", Html), ("\nc", Html), ("\n", Html), ("d ", Plain), (" ", Plain), ("f", Plain)],
            ),
            ("<code>a\n\nb\n", &[("b", Plain)]),
            ("    a\n", &[]),
        ] {
            assert_eq!(found(text, Markup::Markdown), expected, "{text:?}");
        }
        assert_eq!(found("<p>a</p><pre>b</pre>c", Markup::Html), [("a", Html), ("c", Html)]);
    }
}
