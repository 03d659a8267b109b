//! Footnotes, gathered at the end of the article with links there and back.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::Events;
use crate::html::escape;
use crate::words::{Word, Words};

const CLOSING: &str = "</ol>\n</section>\n";

/// Moves footnotes to the end, numbered in the order of their first mention. Ids are kramdown's (`fn:name`,
/// `fnref:name`, `fnref:name:1`). Each mention has its own way back. A note that nothing mentions is not shown, as in
/// Jekyll; of several notes of one name the first counts.
pub(super) struct Endnotes<'a> {
    events: Events<'a>,
    words: &'a Words,
    /// The notes, once the article has ended.
    notes: Option<std::vec::IntoIter<Event<'a>>>,
    /// Names to positions in `insides`.
    definitions: HashMap<CowStr<'a>, usize>,
    insides: Vec<Vec<Event<'a>>>,
    /// Names to positions in `mentions`.
    mentioned: HashMap<CowStr<'a>, usize>,
    /// Names in the order of their first mention, each with how often it was mentioned.
    mentions: Vec<(CowStr<'a>, u32)>,
}

impl<'a> Endnotes<'a> {
    pub(super) fn new(events: Events<'a>, words: &'a Words) -> Self {
        Endnotes {
            events,
            words,
            notes: None,
            definitions: HashMap::new(),
            insides: Vec::new(),
            mentioned: HashMap::new(),
            mentions: Vec::new(),
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
        let mut place = String::new();
        if let Some((_, count)) = self.mentions.get_mut(position) {
            place = mention_id(&name, *count);
            *count += 1;
        }
        let number = position + 1;
        let name = escape(&name);
        let html = format!(
            r##"<sup id="{place}"><a href="#fn:{name}" class="footnote" role="doc-noteref">{number}</a></sup>"##
        );
        Event::InlineHtml(html.into())
    }

    /// All notes. They may mention further ones, and each other, so none can be written before all are read.
    fn notes(&mut self) -> Vec<Event<'a>> {
        let mut insides = Vec::new();
        while let Some((name, _)) = self.mentions.get(insides.len()).cloned() {
            let inside = self.definitions.get(&name).and_then(|position| self.insides.get_mut(*position));
            let inside = inside.map(std::mem::take).unwrap_or_default();
            let inside: Vec<Event<'a>> = inside
                .into_iter()
                .map(|event| match event {
                    Event::FootnoteReference(name) => self.mention(name),
                    other => other,
                })
                .collect();
            insides.push(inside);
        }
        if insides.is_empty() {
            return Vec::new();
        }
        // To those who cut the article into pieces, the section is one block.
        let label = escape(self.words.get(Word::Footnotes));
        let opening = format!("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{label}\">\n<ol>\n");
        let mut notes = vec![Event::Start(Tag::HtmlBlock), Event::Html(opening.into())];
        for (inside, (name, count)) in insides.into_iter().zip(&self.mentions) {
            notes.push(Event::Html(format!("<li id=\"fn:{}\">\n", escape(name)).into()));
            notes.extend(inside);
            // The way back belongs to the last line of the note.
            let ends_in_paragraph = matches!(notes.last(), Some(Event::End(TagEnd::Paragraph)));
            if ends_in_paragraph {
                notes.pop();
            } else {
                notes.push(Event::Start(Tag::Paragraph));
            }
            notes.push(Event::InlineHtml(ways_back(self.words, name, *count).into()));
            notes.push(Event::End(TagEnd::Paragraph));
            notes.push(Event::Html("</li>\n".into()));
        }
        notes.push(Event::Html(CLOSING.into()));
        notes.push(Event::End(TagEnd::HtmlBlock));
        notes
    }
}

/// The id of a mention, counted from 0.
fn mention_id(name: &str, index: u32) -> String {
    let mut id = format!("fnref:{}", escape(name));
    if 0 < index {
        id.push_str(&format!(":{index}"));
    }
    id
}

/// A link to each mention.
fn ways_back(words: &Words, name: &str, count: u32) -> String {
    let mut links = String::new();
    for index in 0..count {
        let (label, number) = match count {
            1 => (words.get(Word::BackToText).to_owned(), String::new()),
            _ => {
                let number = (index + 1).to_string();
                (words.fill(Word::BackToMark, "{number}", &number), format!("<sup>{number}</sup>"))
            }
        };
        let label = escape(&label);
        let place = mention_id(name, index);
        links.push_str(&format!(
            "\u{a0}<a href=\"#{place}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{label}\">\
             ↩\u{fe0e}{number}</a>"
        ));
    }
    links
}

impl<'a> Iterator for Endnotes<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            if let Some(notes) = &mut self.notes {
                return notes.next();
            }
            match self.events.next() {
                Some(Event::Start(Tag::FootnoteDefinition(name))) => self.hold_definition(name),
                Some(Event::FootnoteReference(name)) => return Some(self.mention(name)),
                Some(event) => return Some(event),
                None => self.notes = Some(self.notes().into_iter()),
            }
        }
    }
}
