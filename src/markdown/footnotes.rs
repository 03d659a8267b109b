//! Footnotes, gathered at the end of the article with links there and back.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::Events;
use crate::html::escape;

const OPENING: &str = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n";
const CLOSING: &str = "</ol>\n</section>\n";
const BACK_START: &str = "\u{a0}<a href=\"#fnref:";
const BACK_END: &str = "\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩\u{fe0e}</a>";

/// Moves footnotes to the end, numbered in the order of their first mention. Ids are kramdown's (`fn:name`,
/// `fnref:name`). A note that nothing mentions is not shown, as in Jekyll.
pub(super) struct Endnotes<'a> {
    events: Events<'a>,
    /// What comes next, before anything new.
    ready: std::vec::IntoIter<Event<'a>>,
    /// Names to positions in `insides`.
    definitions: HashMap<CowStr<'a>, usize>,
    insides: Vec<Vec<Event<'a>>>,
    /// Names to positions in `mentions`.
    mentioned: HashMap<CowStr<'a>, usize>,
    /// Names in the order of their first mention, each with how often it was mentioned.
    mentions: Vec<(CowStr<'a>, u32)>,
    /// How many notes stand in the output; `None` before the article's end.
    written: Option<usize>,
}

impl<'a> Endnotes<'a> {
    pub(super) fn new(events: Events<'a>) -> Self {
        Endnotes {
            events,
            ready: Vec::new().into_iter(),
            definitions: HashMap::new(),
            insides: Vec::new(),
            mentioned: HashMap::new(),
            mentions: Vec::new(),
            written: None,
        }
    }

    fn hold_definition(&mut self, name: CowStr<'a>) {
        // A definition may hold another one.
        let mut open = vec![(name, Vec::new())];
        while let Some((_, inside)) = open.last_mut() {
            match self.events.next() {
                Some(Event::Start(Tag::FootnoteDefinition(name))) => open.push((name, Vec::new())),
                Some(Event::End(TagEnd::FootnoteDefinition)) | None => {
                    if let Some((name, inside)) = open.pop() {
                        let next = self.insides.len();
                        if *self.definitions.entry(name).or_insert(next) == next {
                            self.insides.push(inside);
                        }
                    }
                }
                Some(event) => inside.push(event),
            }
        }
    }

    fn mention(&mut self, name: CowStr<'a>) -> Event<'a> {
        let next = self.mentions.len();
        let position = *self.mentioned.entry(name.clone()).or_insert(next);
        if position == next {
            self.mentions.push((name.clone(), 0));
        }
        let mut id = format!("fnref:{}", escape(&name));
        if let Some((_, count)) = self.mentions.get_mut(position) {
            *count += 1;
            if 1 < *count {
                id.push_str(&format!(":{}", *count - 1));
            }
        }
        let number = position + 1;
        let html = format!(
            r##"<sup id="{id}" role="doc-noteref"><a href="#fn:{}" class="footnote">{number}</a></sup>"##,
            escape(&name)
        );
        Event::InlineHtml(html.into())
    }

    /// Readies the next note, or what stands before and after them all. A note may mention further ones.
    fn write_next_note(&mut self) -> Option<()> {
        let position = match self.written {
            None if self.mentions.is_empty() => return None,
            None => {
                self.written = Some(0);
                return self.ready_html(OPENING.to_owned());
            }
            Some(position) => position,
        };
        self.written = Some(position + 1);
        let Some((name, _)) = self.mentions.get(position).cloned() else {
            let is_first_after_the_last = position == self.mentions.len();
            return if is_first_after_the_last { self.ready_html(CLOSING.to_owned()) } else { None };
        };
        let inside = self.definitions.get(&name).and_then(|position| self.insides.get_mut(*position));
        let inside = inside.map(std::mem::take).unwrap_or_default();
        let mut note = vec![Event::Html(format!("<li id=\"fn:{}\">\n", escape(&name)).into())];
        note.extend(self.with_mentions(inside));
        // The way back belongs to the last line of the note.
        let ends_in_paragraph = matches!(note.last(), Some(Event::End(TagEnd::Paragraph)));
        let end = note.len() - usize::from(ends_in_paragraph);
        note.insert(end, Event::InlineHtml(format!("{BACK_START}{}{BACK_END}", escape(&name)).into()));
        note.push(Event::Html(CowStr::Borrowed("</li>\n")));
        self.ready = note.into_iter();
        Some(())
    }

    fn ready_html(&mut self, html: String) -> Option<()> {
        self.ready = vec![Event::Html(html.into())].into_iter();
        Some(())
    }

    fn with_mentions(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let replaced = events.into_iter().map(|event| match event {
            Event::FootnoteReference(name) => self.mention(name),
            other => other,
        });
        replaced.collect()
    }
}

impl<'a> Iterator for Endnotes<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if let Some(event) = self.ready.next() {
                return Some(event);
            }
            if self.written.is_some() {
                self.write_next_note()?;
                continue;
            }
            match self.events.next() {
                Some(Event::Start(Tag::FootnoteDefinition(name))) => self.hold_definition(name),
                Some(Event::FootnoteReference(name)) => return Some(self.mention(name)),
                Some(event) => return Some(event),
                None => self.write_next_note()?,
            }
        }
    }
}
