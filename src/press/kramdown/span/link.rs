//! Links and pictures.

use super::super::document::{LinkDefinition, Warning, normal_name};
use super::super::tree::{Element, Kind};
use super::link_target::Target;
use super::parser::{Context, Meeting, Parent, Parser, Stop, push_text};
use super::symbols::without_escapes;

/// A link with more brackets inside of each other is text.
const BRACKET_LIMIT: usize = 12;

impl Parser<'_> {
    /// `[…](…)`, `[…][…]`, `[…]`, and the same after `!`. What leads nowhere is read as text.
    pub(super) fn link(&mut self, children: &mut Vec<Element>, context: Context) -> bool {
        let rest = self.rest();
        let start = self.position;
        let is_image = rest.starts_with('!');
        let (opening, inside) = rest.split_at(if is_image { 2 } else { 1 }.min(rest.len()));
        if !opening.ends_with('[') || inside.is_empty() || inside.starts_with('^') {
            return false;
        }
        self.position += opening.len();
        let attempt = self.memory.beginning(context);
        let may_be = is_image || !context.in_link;
        if may_be && !self.is_too_deep() && !self.memory.has_failed(attempt, start) {
            let warnings = self.definitions.warnings.len();
            if let Some(element) = self.linked(is_image, context) {
                children.push(element);
                return true;
            }
            self.memory.remember(attempt, start);
            // What is said of a name that is not known stands; what was inside is read again.
            let own = self.definitions.warnings.last().filter(|(place, _)| *place == start).cloned();
            self.definitions.warnings.truncate(warnings);
            self.definitions.warnings.extend(own);
        }
        self.position = start + opening.len();
        push_text(children, opening);
        true
    }

    /// Whether a bracket at this place is the end of a link. Pictures inside have read their end themselves.
    pub(super) fn meets_bracket(&self, open: &mut usize, seen: &mut usize, children: &[Element]) -> Meeting {
        let rest = self.rest();
        if rest.starts_with(']') {
            *open = open.saturating_sub(1);
        } else if rest.starts_with('[') || rest.starts_with("![") {
            *open += 1;
        } else {
            return Meeting::Nothing;
        }
        let unseen = children.get(*seen..).unwrap_or_default();
        let images = unseen.iter().filter(|child| child.kind == Kind::Image).count();
        *open = open.saturating_sub(images);
        *seen = children.len();
        match *open {
            0 => Meeting::End,
            1..=BRACKET_LIMIT => Meeting::Nothing,
            _ => Meeting::TooDeep,
        }
    }

    fn linked(&mut self, is_image: bool, context: Context) -> Option<Element> {
        let text_start = self.position;
        let opening = text_start - if is_image { 2 } else { 1 };
        self.places.next("]", text_start)?;
        let context = Context { in_link: true, parent: Parent::Other, ..context };
        let mut element = Element::new(if is_image { Kind::Image } else { Kind::Link });
        self.attempts += 1;
        let found = self.spans(&mut element.children, context, Stop::Bracket { open: 1, seen: 0 });
        self.attempts -= 1;
        if !found {
            return None;
        }
        let text = without_escapes(&self.text[text_start..self.position]);
        self.position += 1;
        let definition = match self.target()? {
            Target::Inline { url, title } => LinkDefinition { url, title, ..LinkDefinition::default() },
            Target::Named(name) => self.defined(&name, opening)?,
            Target::Text => self.definitions.links.get(&normal_name(&text))?.clone(),
        };
        element.attributes = definition.attributes;
        if is_image {
            element.children.clear();
            element.set_attribute("src", &definition.url);
            element.set_attribute("alt", &text);
        } else {
            element.set_attribute("href", &definition.url);
        }
        if let Some(title) = &definition.title {
            element.set_attribute("title", title);
        }
        Some(element)
    }

    fn defined(&mut self, name: &str, opening: usize) -> Option<LinkDefinition> {
        let definition = self.definitions.links.get(&normal_name(name)).cloned();
        // A footnote's mark is no name that someone meant.
        if definition.is_none() && !name.starts_with('^') {
            self.warn(opening, Warning::UnknownReference(name.to_owned()));
        }
        definition
    }
}
