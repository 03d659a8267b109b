//! Emphasis, strong or not.

use super::super::character_class::{is_letter, is_letter_or_digit, is_space};
use super::super::tree::{Element, Kind};
use super::parser::{Context, Parent, Parser, Stop, push_text};

impl Parser<'_> {
    /// `*…*`, `_…_`, `**…**`, `__…__`. What is none is read as text.
    pub(super) fn emphasis(&mut self, children: &mut Vec<Element>, context: Context) -> bool {
        let start = self.position;
        let rest = self.rest();
        let length = if rest.starts_with("**") || rest.starts_with("__") { 2 } else { 1 };
        let (delimiter, after) = rest.split_at(length);
        self.position += length;
        let is_open = if length == 2 { context.in_strong } else { context.in_emphasis };
        let is_inside_word = delimiter.starts_with('_') && ends_in_word(&self.text[..start]);
        let attempt = self.memory.beginning(context);
        if is_inside_word
            || is_open
            || after.starts_with(is_space)
            || self.is_too_deep()
            || self.memory.has_failed(attempt, start)
        {
            push_text(children, delimiter);
            return true;
        }
        if let Some(element) = self.either(delimiter, context) {
            children.push(element);
            return true;
        }
        self.memory.remember(attempt, start);
        self.position = start + length;
        push_text(children, delimiter);
        true
    }

    /// Whether a delimiter at this place ends its emphasis.
    pub(super) fn closes(&self, delimiter: &str, kind: &Kind) -> bool {
        let after = &self.rest()[delimiter.len()..];
        if self.text[..self.position].ends_with(is_space) {
            return false;
        }
        // Two of them belong to a strong emphasis, three end this one.
        let is_of_strong = *kind == Kind::Emphasis
            && after.strip_prefix(delimiter).is_some_and(|after_two| !after_two.starts_with(delimiter));
        let is_inside_word = delimiter.starts_with('_') && after.starts_with(is_letter_or_digit);
        !is_of_strong && !is_inside_word
    }

    // Two delimiters without an end may be one and a text that begins with one.
    fn either(&mut self, delimiter: &str, context: Context) -> Option<Element> {
        let inside = self.position;
        if delimiter.len() == 1 {
            return self.emphasized(delimiter, Kind::Emphasis, context);
        }
        self.emphasized(delimiter, Kind::Strong, context).or_else(|| {
            if context.parent == Parent::Emphasis {
                return None;
            }
            self.position = inside - 1;
            self.emphasized(&delimiter[..1], Kind::Emphasis, context)
        })
    }

    fn emphasized(&mut self, delimiter: &str, kind: Kind, context: Context) -> Option<Element> {
        let is_strong = kind == Kind::Strong;
        let context = Context {
            in_emphasis: context.in_emphasis || !is_strong,
            in_strong: context.in_strong || is_strong,
            parent: if is_strong { Parent::Other } else { Parent::Emphasis },
            ..context
        };
        let warnings = self.definitions.warnings.len();
        let mut element = Element::new(kind.clone());
        self.attempts += 1;
        let found = self.spans(&mut element.children, context, Stop::Delimiter { delimiter, kind });
        self.attempts -= 1;
        if !found {
            self.definitions.warnings.truncate(warnings);
            return None;
        }
        self.position += delimiter.len();
        Some(element)
    }
}

// A letter, or one with a hyphen behind it.
fn ends_in_word(before: &str) -> bool {
    before.strip_suffix('-').unwrap_or(before).ends_with(is_letter)
}
