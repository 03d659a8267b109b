//! The parser of spans: where it is, what it is in, and what it tries.

use super::super::document::{Definitions, Options, Warning};
use super::super::html_tag;
use super::super::tree::{Element, Kind};
use super::memory::Memory;
use super::places::Places;
use super::special::next_special;

/// Reads one text.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) position: usize,
    pub(super) definitions: &'a mut Definitions,
    pub(super) options: &'a Options,
    pub(super) parse_span_html: bool,
    pub(super) places: Places<'a>,
    pub(super) memory: Memory,
    /// How many elements around this place are open.
    pub(super) depth: usize,
    /// How many of them are text if their end is not found.
    pub(super) attempts: usize,
}

/// What is open around a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) in_emphasis: bool,
    pub(super) in_strong: bool,
    pub(super) in_link: bool,
    pub(super) parent: Parent,
}

/// What is open and directly around a place, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parent {
    Emphasis,
    RawHtml,
    Other,
}

/// Where an element ends.
pub(super) enum Stop<'s> {
    /// With the text.
    Never,
    /// `*`, `_`, `**` or `__`.
    Delimiter { delimiter: &'s str, kind: Kind },
    /// `]`, with this many brackets open and this many pictures seen.
    Bracket { open: usize, seen: usize },
    /// `</name>`.
    EndTag { name: &'s str },
}

/// More is text. Nothing that people write is nested so deep.
const DEPTH_LIMIT: usize = 40;

const TOP: Context = Context { in_emphasis: false, in_strong: false, in_link: false, parent: Parent::Other };

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, definitions: &'a mut Definitions, options: &'a Options) -> Parser<'a> {
        let places = Places::new(text);
        let parse_span_html = options.parse_span_html;
        let memory = Memory::default();
        Parser { text, position: 0, definitions, options, parse_span_html, places, memory, depth: 0, attempts: 0 }
    }

    /// The spans of the whole text.
    pub(super) fn all(mut self) -> Vec<Element> {
        let mut children = Vec::new();
        self.spans(&mut children, TOP, Stop::Never);
        children
    }

    /// Reads spans up to the stop, which is not read. Returns whether it was found.
    pub(super) fn spans(&mut self, children: &mut Vec<Element>, context: Context, mut stop: Stop) -> bool {
        self.depth += 1;
        let attempt = self.memory.attempt(&stop, context);
        let mut visited = Vec::new();
        let found = loop {
            if self.position >= self.text.len() {
                break false;
            }
            let Some(next) = next_special(self, context, &stop) else {
                if matches!(stop, Stop::Never) {
                    push_text(children, self.rest());
                    self.position = self.text.len();
                }
                break false;
            };
            push_text(children, &self.text[self.position..next]);
            self.position = next;
            if let Some(attempt) = attempt
                && !children.is_empty()
                && !self.rest().starts_with("{:")
            {
                if self.memory.has_failed(attempt, next) {
                    break false;
                }
                visited.push(next);
            }
            match self.meets(&mut stop, children) {
                Meeting::End => break true,
                Meeting::TooDeep => break false,
                Meeting::Nothing => {}
            }
            if !self.span(children, context) {
                self.push_char(children);
            }
        };
        if let Some(attempt) = attempt.filter(|_| !found) {
            self.memory.remember_all(attempt, &visited);
        }
        self.depth -= 1;
        found
    }

    /// Whether an element that opens here would be nested too deep.
    pub(super) fn is_too_deep(&self) -> bool {
        self.depth >= DEPTH_LIMIT
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    pub(super) fn warn(&mut self, place: usize, warning: Warning) {
        self.definitions.warnings.push((place, warning));
    }

    /// Adds a part of the text, from here on, as it is.
    pub(super) fn push_bytes(&mut self, children: &mut Vec<Element>, length: usize) {
        push_text(children, &self.rest()[..length]);
        self.position += length;
    }

    pub(super) fn push_char(&mut self, children: &mut Vec<Element>) {
        self.push_bytes(children, self.rest().chars().next().map_or(0, char::len_utf8));
    }

    // Tries all that may begin here, in kramdown's order.
    fn span(&mut self, children: &mut Vec<Element>, context: Context) -> bool {
        if context.parent == Parent::RawHtml {
            return self.html(children, context);
        }
        let found = match self.rest().as_bytes().first() {
            Some(b'*' | b'_') => self.emphasis(children, context),
            Some(b'`') => self.code(children),
            Some(b'<') => self.autolink(children) || self.html(children, context),
            Some(b'[') => self.footnote_mark(children) || self.link(children, context),
            Some(b'!') => self.link(children, context),
            _ => false,
        };
        found || self.smart_quotes(children) || self.mark_or_symbol(children)
    }

    fn mark_or_symbol(&mut self, children: &mut Vec<Element>) -> bool {
        match self.rest().as_bytes().first() {
            Some(b'$') => self.math(children) || self.formula(children),
            Some(b'\\') if self.formula(children) => true,
            Some(b'{') => self.extension(children),
            Some(b'&') => self.entity(children),
            Some(b'~') => self.strikethrough(children),
            _ => self.symbol(children) || self.line_break(children) || self.escaped_char(children),
        }
    }

    fn meets(&self, stop: &mut Stop, children: &[Element]) -> Meeting {
        let rest = self.rest();
        let is_end = match stop {
            Stop::Never => false,
            Stop::Delimiter { delimiter, kind } => {
                rest.starts_with(*delimiter) && !children.is_empty() && self.closes(delimiter, kind)
            }
            Stop::Bracket { open, seen } => return self.meets_bracket(open, seen, children),
            Stop::EndTag { name } => html_tag::end_tag(rest).is_some_and(|tag| tag.name == **name),
        };
        if is_end { Meeting::End } else { Meeting::Nothing }
    }
}

/// What a place is for the element that is open.
pub(super) enum Meeting {
    End,
    Nothing,
    /// More brackets than anyone writes.
    TooDeep,
}

/// Adds text, to the text before if there is any.
pub(in super::super) fn push_text(children: &mut Vec<Element>, text: &str) {
    match children.last_mut() {
        Some(Element { kind: Kind::Text(before), .. }) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => children.push(Element::new(Kind::Text(text.to_owned()))),
    }
}
