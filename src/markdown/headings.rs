//! Ids of headings, so that links can lead to them.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::Events;

/// Gives every heading its id. The press has found them ([`headings`]), since that takes tables of letters
/// that no reader should have to download.
pub(super) struct Anchors<'a> {
    events: Events<'a>,
    ids: std::slice::Iter<'a, String>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(events: Events<'a>, ids: &'a [String]) -> Self {
        Anchors { events, ids: ids.iter() }
    }
}

impl<'a> Iterator for Anchors<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        match self.events.next()? {
            Event::Start(Tag::Heading { level, classes, .. }) => {
                let id = self.ids.next().map(|id| id.as_str().into());
                // Other attributes would pass any name through, event handlers among them.
                Some(Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() }))
            }
            event => Some(event),
        }
    }
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 1 to 6.
    pub level: u8,
    /// The id its author gave it.
    pub own_id: Option<String>,
    /// Its text without markup.
    pub text: String,
}

/// The headings of a text, in order.
pub fn headings(text: &str) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut open: Option<Heading> = None;
    for event in Parser::new_ext(text, super::extensions()) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                open = Some(Heading { level: level as u8, own_id: id.map(String::from), text: String::new() });
            }
            Event::End(TagEnd::Heading(_)) => headings.extend(open.take()),
            Event::Text(inner) | Event::Code(inner) => {
                if let Some(heading) = &mut open {
                    heading.text.push_str(&inner);
                }
            }
            _ => {}
        }
    }
    headings
}

/// The text of the heading of level 1 that a text begins with, and the bytes of its lines.
pub fn opening_title(text: &str) -> Option<(String, Range<usize>)> {
    let mut events = Parser::new_ext(text, super::extensions()).into_offset_iter();
    let (Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }), range) = events.next()? else { return None };
    let mut title = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(inner) | Event::Code(inner) => title.push_str(&inner),
            _ => {}
        }
    }
    Some((title, range))
}
