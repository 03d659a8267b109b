//! Footnotes, gathered at the end of the article with links there and back.

use std::collections::{BTreeMap, VecDeque};

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::raw_html::OpenElements;
use crate::html::escape;

/// Moves footnotes to the end, numbered in the order of their first mention. Ids are kramdown's (`fn:name`,
/// `fnref:name`). A note that nothing mentions is not shown, as in Jekyll.
pub(super) struct Endnotes<'a, I> {
    events: I,
    ready: VecDeque<Event<'a>>,
    definitions: BTreeMap<String, Vec<Event<'a>>>,
    /// Names in the order of their first mention, each with how often it was mentioned.
    mentions: Vec<(String, u32)>,
    /// How many notes stand in the output; `None` before the article's end.
    written: Option<usize>,
    open_elements: OpenElements,
}

impl<'a, I: Iterator<Item = Event<'a>>> Endnotes<'a, I> {
    pub(super) fn new(events: I, open_elements: OpenElements) -> Self {
        Endnotes {
            events,
            ready: VecDeque::new(),
            definitions: BTreeMap::new(),
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
                        self.definitions.entry(name).or_insert(inside);
                    }
                }
                Some(event) => inside.push(event),
            }
        }
    }

    fn mention(&mut self, name: &str) -> Event<'a> {
        let known = self.mentions.iter().position(|(known, _)| known == name);
        let position = known.unwrap_or_else(|| {
            self.mentions.push((name.to_owned(), 0));
            self.mentions.len() - 1
        });
        let mut id = format!("fnref:{}", escape(name));
        if let Some((_, count)) = self.mentions.get_mut(position) {
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
        let inside = self.definitions.remove(&name).unwrap_or_default();
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

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Endnotes<'a, I> {
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
