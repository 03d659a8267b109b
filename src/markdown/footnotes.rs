//! Footnotes, gathered at the end of the article with links there and back.

use std::collections::{BTreeMap, VecDeque};

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::Events;
use super::raw_html::OpenElements;
use crate::html::escape;

/// Moves footnotes to the end, numbered in the order of their first mention. Ids are kramdown's (`fn:name`,
/// `fnref:name`). A note that nothing mentions is not shown, as in Jekyll.
pub(super) struct Endnotes<'a> {
    events: Events<'a>,
    ready: VecDeque<Event<'a>>,
    /// Names to positions in `insides`.
    definitions: BTreeMap<String, u32>,
    insides: Vec<Vec<Event<'a>>>,
    /// Names to positions in `mentions`.
    mentioned: BTreeMap<String, u32>,
    /// Names in the order of their first mention, each with how often it was mentioned.
    mentions: Vec<(String, u32)>,
    /// How many notes stand in the output; `None` before the article's end.
    written: Option<usize>,
    open_elements: OpenElements,
}

impl<'a> Endnotes<'a> {
    pub(super) fn new(events: Events<'a>, open_elements: OpenElements) -> Self {
        Endnotes {
            events,
            ready: VecDeque::new(),
            definitions: BTreeMap::new(),
            insides: Vec::new(),
            mentioned: BTreeMap::new(),
            mentions: Vec::new(),
            written: None,
            open_elements,
        }
    }

    fn hold_definition(&mut self, name: &str) {
        // A definition may hold another one.
        let mut open: Vec<(String, Vec<Event<'a>>)> = vec![(name.to_owned(), Vec::new())];
        while let Some((_, inside)) = open.last_mut() {
            match self.events.next() {
                Some(Event::Start(Tag::FootnoteDefinition(name))) => open.push((name.to_string(), Vec::new())),
                Some(Event::End(TagEnd::FootnoteDefinition)) | None => {
                    if let Some((name, inside)) = open.pop() {
                        let next = position(self.insides.len());
                        if *self.definitions.entry(name).or_insert(next) == next {
                            self.insides.push(inside);
                        }
                    }
                }
                Some(event) => inside.push(event),
            }
        }
    }

    fn mention(&mut self, name: &str) -> Event<'a> {
        let next = position(self.mentions.len());
        let position = *self.mentioned.entry(name.to_owned()).or_insert(next);
        if position == next {
            self.mentions.push((name.to_owned(), 0));
        }
        let mut id = format!("fnref:{}", escape(name));
        if let Some((_, count)) = self.mentions.get_mut(position as usize) {
            *count += 1;
            if 1 < *count {
                id.push_str(&format!(":{}", *count - 1));
            }
        }
        let number = position + 1;
        let html = format!(
            r##"<sup id="{id}" role="doc-noteref"><a href="#fn:{}" class="footnote">{number}</a></sup>"##,
            escape(name)
        );
        Event::InlineHtml(html.into())
    }

    /// Readies the next note, or what stands before and after them all. A note may mention further ones.
    fn write_next_note(&mut self) -> Option<()> {
        let position = match self.written {
            None if self.mentions.is_empty() => return None,
            None => {
                let opening = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n";
                self.ready.push_back(Event::Html(opening.into()));
                self.open_elements.set(1);
                0
            }
            Some(position) => position,
        };
        self.written = Some(position + 1);
        let Some((name, _)) = self.mentions.get(position).cloned() else {
            let is_first_after_the_last = position == self.mentions.len();
            if is_first_after_the_last {
                self.ready.push_back(Event::Html("</ol>\n</section>\n".into()));
                self.open_elements.set(0);
            }
            return is_first_after_the_last.then_some(());
        };
        let inside = self.definitions.get(&name).and_then(|position| self.insides.get_mut(*position as usize));
        let inside = inside.map(std::mem::take).unwrap_or_default();
        let mut inside = self.with_mentions(inside);
        let back = format!(
            "\u{a0}<a href=\"#fnref:{}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩\u{fe0e}</a>",
            escape(&name)
        );
        let back = Event::InlineHtml(back.into());
        match inside.iter().rposition(|event| matches!(event, Event::End(TagEnd::Paragraph))) {
            Some(end) if end + 1 == inside.len() => inside.insert(end, back),
            _ => inside.push(back),
        }
        self.ready.push_back(Event::Html(format!("<li id=\"fn:{}\">\n", escape(&name)).into()));
        self.ready.extend(inside);
        self.ready.push_back(Event::Html(CowStr::Borrowed("</li>\n")));
        Some(())
    }

    fn with_mentions(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let replaced = events.into_iter().map(|event| match event {
            Event::FootnoteReference(name) => self.mention(&name),
            other => other,
        });
        replaced.collect()
    }
}

impl<'a> Iterator for Endnotes<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if self.written.is_some() {
                self.write_next_note()?;
                continue;
            }
            match self.events.next() {
                Some(Event::Start(Tag::FootnoteDefinition(name))) => self.hold_definition(&name),
                Some(Event::FootnoteReference(name)) => return Some(self.mention(&name)),
                Some(event) => return Some(event),
                None => self.write_next_note()?,
            }
        }
    }
}

fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
