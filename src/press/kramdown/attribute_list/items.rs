//! The items of an attribute list (`ALD_TYPE_ANY`).

use super::super::character_class::{is_ascii_word, is_space};

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item<'a> {
    /// `name`.
    Reference(&'a str),
    /// `.name`.
    Class(&'a str),
    /// `#name`.
    Id(&'a str),
    /// `name="value"`.
    Value(&'a str, String),
}

/// All items in order. What is none is passed over up to the next white space.
pub(super) fn items(text: &str) -> Vec<Item<'_>> {
    let closings = [Closings::new(text, '"'), Closings::new(text, '\'')];
    let mut items = Vec::new();
    let mut start = 0;
    loop {
        let end = value(text, start, &closings, &mut items)
            .or_else(|| reference(text, start, &mut items))
            .or_else(|| ids_and_classes(text, start, &mut items))
            .unwrap_or(start);
        let rest = text.get(end..).unwrap_or_default();
        let Some(space) = rest.find(is_space) else { return items };
        start = end + space + 1;
    }
}

// The places of a kind of quote that may end a value: white space or nothing follows.
struct Closings {
    quote: char,
    plain: Vec<usize>,
    last_escaped: Option<usize>,
}

impl Closings {
    fn new(text: &str, quote: char) -> Closings {
        let mut closings = Closings { quote, plain: Vec::new(), last_escaped: None };
        for (place, _) in text.match_indices(quote).filter(|(place, _)| ends_item(&text[place + 1..])) {
            if text[..place].ends_with('\\') {
                closings.last_escaped = Some(place);
            } else {
                closings.plain.push(place);
            }
        }
        closings
    }

    // The first one; an escaped one ends a value only if there is no other.
    fn after(&self, start: usize) -> Option<usize> {
        let plain = self.plain.get(self.plain.partition_point(|place| *place < start)).copied();
        plain.or(self.last_escaped.filter(|place| *place >= start))
    }
}

fn value<'a>(text: &'a str, start: usize, closings: &[Closings; 2], items: &mut Vec<Item<'a>>) -> Option<usize> {
    let name = name(&text[start..])?;
    let quoted = text[start + name.len()..].strip_prefix('=')?;
    let closings = closings.iter().find(|closings| quoted.starts_with(closings.quote))?;
    let value_start = start + name.len() + 2;
    let value_end = closings.after(value_start)?;
    let value = text[value_start..value_end].replace("\\}", "}");
    let quote = closings.quote;
    items.push(Item::Value(name, value.replace(&format!("\\{quote}"), &quote.to_string())));
    Some(value_end + 1)
}

fn reference<'a>(text: &'a str, start: usize, items: &mut Vec<Item<'a>>) -> Option<usize> {
    let name = name(&text[start..])?;
    ends_item(&text[start + name.len()..]).then(|| items.push(Item::Reference(name)))?;
    Some(start + name.len())
}

fn ids_and_classes<'a>(text: &'a str, start: usize, items: &mut Vec<Item<'a>>) -> Option<usize> {
    let mut found = Vec::new();
    let mut rest = &text[start..];
    while !rest.is_empty() && !rest.starts_with(is_space) {
        let item = if let Some(id) = rest.strip_prefix('#') {
            let end = id.find(|char| !is_ascii_word(char) && !matches!(char, ':' | '-')).unwrap_or(id.len());
            let id = &id[..end];
            Item::Id(id.starts_with(|char: char| char.is_ascii_alphabetic()).then_some(id)?)
        } else {
            let class = rest.strip_prefix('.')?;
            let end = class.find(|char| is_space(char) || matches!(char, '.' | '#')).unwrap_or(class.len());
            Item::Class((end > 0).then(|| &class[..end])?)
        };
        let (Item::Id(name) | Item::Class(name) | Item::Reference(name) | Item::Value(name, _)) = &item;
        rest = &rest[1 + name.len()..];
        found.push(item);
    }
    let end = text.len() - rest.len();
    (!found.is_empty()).then(|| items.append(&mut found))?;
    Some(end)
}

fn ends_item(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(is_space)
}

/// The name at the beginning of a text (`ALD_ID_NAME`).
pub(super) fn name(text: &str) -> Option<&str> {
    text.starts_with(is_ascii_word)
        .then(|| &text[..text.find(|char| !is_ascii_word(char) && char != '-').unwrap_or(text.len())])
}
