//! HTML inside Markdown: what is harmless stays, the rest goes.
//!
//! Nothing is passed through as it was written. Each tag is taken apart and written anew from names in the
//! tables of [`super::allowed`]; what cannot be read as a tag is shown as text. End tags are only written for
//! elements that raw HTML itself opened, and all of those are closed in the end, so an article can never close
//! what is around it.

use std::cell::Cell;
use std::rc::Rc;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::allowed::{self, Fate};
use super::nesting::Nesting;
use super::tag::{Token, tokens};
use super::{Events, url};
use crate::base::Base;
use crate::bundle::Links;
use crate::html::escape;

/// How many elements are open that no event tells of: raw HTML and the list of footnotes. The article may only
/// be cut where this is zero.
pub(super) type OpenElements = Rc<Cell<usize>>;

/// Filters the raw HTML among the events.
pub(super) struct Filter<'a> {
    events: Events<'a>,
    base: &'a Base,
    links: &'a Links,
    nesting: Nesting,
    open_count: OpenElements,
    /// What follows the end tags that were due before it.
    next: Option<Event<'a>>,
    /// How deep in a picture, whose words are no place for tags.
    pictures: u32,
    /// The element whose inside is being left out, until its end tag or the end of the block.
    skipping: Option<String>,
}

impl<'a> Filter<'a> {
    pub(super) fn new(events: Events<'a>, base: &'a Base, links: &'a Links, open_count: OpenElements) -> Self {
        Filter { events, base, links, nesting: Nesting::default(), open_count, next: None, pictures: 0, skipping: None }
    }

    fn filter(&mut self, source: &str) -> String {
        let mut output = String::with_capacity(source.len());
        for token in tokens(source) {
            if let Some(name) = &self.skipping {
                if matches!(&token, Token::End { name: end, .. } if end == name) {
                    self.skipping = None;
                }
                continue;
            }
            match token {
                Token::Text(text) => output.push_str(&show_as_text(text)),
                Token::Comment => {}
                Token::Start { name, attributes, source } => self.start(&mut output, &name, &attributes, source),
                Token::End { name, source } => self.end(&mut output, &name, source),
            }
        }
        self.open_count.set(self.nesting.len());
        output
    }

    fn start(&mut self, output: &mut String, name: &str, attributes: &[(String, &str)], source: &str) {
        match allowed::fate(name) {
            Fate::Keep(element) => {
                let Some(ends) = self.nesting.start(element.name, element.is_void) else { return };
                output.push_str(&ends);
                output.push('<');
                output.push_str(element.name);
                for (key, value) in attributes {
                    self.attribute(output, element.name, key, value);
                }
                output.push('>');
            }
            Fate::LinkToSource => self.link_to_source(output, attributes),
            Fate::DropTag => {}
            Fate::DropInside => self.skipping = Some(name.to_owned()),
            Fate::ShowAsText => output.push_str(&escape(source)),
        }
    }

    fn end(&mut self, output: &mut String, name: &str, source: &str) {
        match allowed::fate(name) {
            Fate::ShowAsText => output.push_str(&escape(source)),
            _ => output.push_str(&self.nesting.end(name)),
        }
    }

    fn attribute(&self, output: &mut String, element: &str, key: &str, value: &str) {
        let Some(key) = allowed::attribute(element, key) else { return };
        let value = value.trim_ascii();
        let value = match key {
            "href" | "cite" if !url::is_safe_raw_link(value) => return,
            "src" | "poster" if !url::is_safe_raw_medium(value) => return,
            "href" | "src" | "poster" => url::resolve(value, self.base, self.links),
            _ => value.into(),
        };
        // Character references of the author stay as they are; only what could end the value is encoded.
        let value = value.replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
        output.push_str(&format!(" {key}=\"{value}\""));
    }

    /// A frame brings another site's scripts and trackers; a link to it loses nothing.
    fn link_to_source(&self, output: &mut String, attributes: &[(String, &str)]) {
        let value_of = |wanted: &str| attributes.iter().find(|(key, _)| key == wanted).map(|(_, value)| *value);
        let Some(source) = value_of("src").filter(|source| url::is_safe_raw_link(source)) else { return };
        output.push_str("<a");
        self.attribute(output, "a", "href", source);
        let text = value_of("title").filter(|title| !title.trim_ascii().is_empty()).unwrap_or(source);
        output.push_str(&format!(">{}</a>", text.replace('<', "&lt;").replace('>', "&gt;")));
    }

    /// A block of raw HTML comes line by line, and a tag may span lines.
    fn block(&mut self) -> String {
        let mut source = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::Html(line) | Event::Text(line) => source.push_str(&line),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        let output = self.filter(&source);
        self.skipping = None;
        output
    }

    /// The end tags, and then the event that they were due before.
    fn with_ends(&mut self, ends: String, event: Event<'a>) -> Event<'a> {
        if ends.is_empty() {
            return event;
        }
        self.open_count.set(self.nesting.len());
        self.next = Some(event);
        Event::InlineHtml(ends.into())
    }
}

impl<'a> Iterator for Filter<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(event) = self.next.take() {
            return Some(event);
        }
        loop {
            let Some(event) = self.events.next() else {
                let ends = self.nesting.leave(false);
                self.open_count.set(0);
                return if ends.is_empty() { None } else { Some(Event::Html(format!("{ends}\n").into())) };
            };
            match event {
                Event::Start(Tag::HtmlBlock) => return Some(Event::Html(self.block().into())),
                Event::Html(_) | Event::InlineHtml(_) if 0 < self.pictures => {}
                Event::Html(source) | Event::InlineHtml(source) => {
                    let html = self.filter(&source);
                    if !html.is_empty() {
                        return Some(Event::InlineHtml(html.into()));
                    }
                }
                Event::Start(ref tag) => {
                    self.pictures += u32::from(matches!(tag, Tag::Image { .. }));
                    let ends = self.nesting.enter(matches!(tag, Tag::Heading { .. }));
                    return Some(self.with_ends(ends, event));
                }
                Event::End(ref tag) => {
                    self.pictures -= u32::from(matches!(tag, TagEnd::Image));
                    if is_block_end(&event) {
                        self.skipping = None;
                    }
                    let ends = self.nesting.leave(matches!(tag, TagEnd::Heading(_)));
                    return Some(self.with_ends(ends, event));
                }
                _ if self.skipping.is_some() => {}
                other => return Some(other),
            }
        }
    }
}

fn is_block_end(event: &Event<'_>) -> bool {
    !matches!(
        event,
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
    )
}

/// Text between tags: character references of the author stay, bare signs are encoded.
fn show_as_text(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}
