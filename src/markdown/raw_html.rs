//! HTML inside Markdown: what is harmless stays, the rest goes.
//!
//! Nothing is passed through as it was written. Each tag is taken apart and written anew from names in the
//! tables of [`super::allowed`]; what cannot be read as a tag is shown as text. End tags are only written for
//! elements that raw HTML itself opened, and all of those are closed in the end, so an article can never close
//! what is around it.

use std::cell::Cell;
use std::rc::Rc;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::allowed::{self, Fate};
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
    open: Vec<&'static str>,
    open_count: OpenElements,
    /// The element whose inside is being left out, until its end tag or the end of the block.
    skipping: Option<String>,
}

impl<'a> Filter<'a> {
    pub(super) fn new(events: Events<'a>, base: &'a Base, links: &'a Links, open_count: OpenElements) -> Self {
        Filter { events, base, links, open: Vec::new(), open_count, skipping: None }
    }

    fn filter(&mut self, source: &str) -> String {
        let mut output = String::with_capacity(source.len());
        for token in tokens(source) {
            if let Some(name) = &self.skipping {
                if matches!(&token, Token::End(end) if end == name) {
                    self.skipping = None;
                }
                continue;
            }
            match token {
                Token::Text(text) => output.push_str(&show_as_text(text)),
                Token::Comment => {}
                Token::Start { name, attributes, source } => self.start(&mut output, &name, &attributes, source),
                Token::End(name) => self.end(&mut output, &name),
            }
        }
        self.open_count.set(self.open.len());
        output
    }

    fn start(&mut self, output: &mut String, name: &str, attributes: &[(String, &str)], source: &str) {
        match allowed::fate(name) {
            Fate::Keep(element) => {
                output.push('<');
                output.push_str(element.name);
                for (key, value) in attributes {
                    self.attribute(output, element.name, key, value);
                }
                output.push('>');
                if !element.is_void {
                    self.open.push(element.name);
                }
            }
            Fate::LinkToSource => self.link_to_source(output, attributes),
            Fate::DropTag => {}
            Fate::DropInside => self.skipping = Some(name.to_owned()),
            Fate::ShowAsText => output.push_str(&escape(source)),
        }
    }

    fn end(&mut self, output: &mut String, name: &str) {
        let Some(position) = self.open.iter().rposition(|open| *open == name) else { return };
        for inner in self.open.drain(position..).rev() {
            output.push_str(&format!("</{inner}>"));
        }
    }

    fn attribute(&self, output: &mut String, element: &str, key: &str, value: &str) {
        let Some(key) = allowed::attribute(element, key) else { return };
        let value = value.trim();
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
        let text = value_of("title").filter(|title| !title.trim().is_empty()).unwrap_or(source);
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

    fn close_all(&mut self) -> Option<Event<'a>> {
        if self.open.is_empty() {
            return None;
        }
        let ends: String = self.open.drain(..).rev().map(|name| format!("</{name}>")).collect();
        self.open_count.set(0);
        Some(Event::Html(CowStr::from(format!("{ends}\n"))))
    }
}

impl<'a> Iterator for Filter<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let Some(event) = self.events.next() else { return self.close_all() };
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    return Some(Event::Html(self.block().into()));
                }
                Event::Html(source) | Event::InlineHtml(source) => {
                    let html = self.filter(&source);
                    if !html.is_empty() {
                        return Some(Event::InlineHtml(html.into()));
                    }
                }
                Event::Start(_) => return Some(event),
                Event::End(_) => {
                    if is_block_end(&event) {
                        self.skipping = None;
                    }
                    return Some(event);
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
