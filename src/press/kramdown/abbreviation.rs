//! Words whose long form is known.

use std::collections::HashMap;
use std::ops::Range;

use super::character_class::is_ascii_word;
use super::document::Definitions;
use super::span::push_text;
use super::tree::{Attributes, Element, HtmlContent, Kind};

#[cfg(test)]
mod tests;

/// Puts abbreviations in the place of short forms in the text of elements, wherever they stand as words
/// (`replace_abbreviations`). Not in code and in raw HTML.
pub fn replace<'e>(elements: impl Iterator<Item = &'e mut Element>, definitions: &Definitions) {
    if definitions.abbreviations.is_empty() {
        return;
    }
    let forms = ShortForms::new(definitions);
    elements.for_each(|element| replace_in(element, &forms));
}

/// Longer ones are not looked for.
const LENGTH_LIMIT: usize = 200;

fn replace_in(element: &mut Element, forms: &ShortForms) {
    let is_raw = matches!(element.kind, Kind::Html { content: HtmlContent::Raw, .. });
    for mut child in std::mem::take(&mut element.children) {
        match &child.kind {
            Kind::Text(text) if !is_raw => forms.split(text, &mut element.children),
            _ => {
                replace_in(&mut child, forms);
                element.children.push(child);
            }
        }
    }
}

/// The short forms of a text as a tree of characters.
pub(in crate::press) struct ShortForms<'a> {
    branches: HashMap<(usize, char), usize>,
    // Of each node: what is known of the form that ends there.
    ends: Vec<Option<(&'a str, &'a Attributes)>>,
}

// The bytes of a short form, and what is known of it.
type Form<'a> = (usize, &'a str, &'a Attributes);

impl<'a> ShortForms<'a> {
    /// Those that are defined.
    pub(in crate::press) fn new(definitions: &'a Definitions) -> ShortForms<'a> {
        let mut forms = ShortForms { branches: HashMap::new(), ends: vec![None] };
        for (form, title, attributes) in &definitions.abbreviations {
            if form.chars().count() > LENGTH_LIMIT {
                continue;
            }
            let node = form.chars().fold(0, |node, char| {
                *forms.branches.entry((node, char)).or_insert_with(|| {
                    forms.ends.push(None);
                    forms.ends.len() - 1
                })
            });
            if let Some(end) = forms.ends.get_mut(node) {
                *end = Some((title, attributes));
            }
        }
        forms
    }

    /// Where short forms stand in a text, each with its long form, which may be empty.
    pub(in crate::press) fn all(&self, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some((place, (length, title, _))) = self.next(text, start) {
            start = place + length;
            found.push((place..start, title));
        }
        found
    }

    // Adds a text and the abbreviations in it.
    fn split(&self, text: &str, children: &mut Vec<Element>) {
        let mut start = 0;
        while let Some((place, (length, title, attributes))) = self.next(text, start) {
            push_text(children, &text[start..place]);
            let kind = Kind::Abbreviation(text[place..place + length].to_owned());
            let mut element = Element { kind, attributes: attributes.clone(), ..Element::default() };
            if !title.is_empty() {
                element.set_attribute("title", title);
            }
            children.push(element);
            start = place + length;
        }
        push_text(children, &text[start..]);
    }

    // The next form that is a word, and its place.
    fn next(&self, text: &str, start: usize) -> Option<(usize, Form<'a>)> {
        let mut is_line_start = true;
        for (offset, char) in text[start..].char_indices() {
            let place = start + offset;
            let after = place + char.len_utf8();
            let is_found = (is_line_start && self.longest(&text[place..], is_word_end).is_some())
                || (!is_ascii_word(char) && self.longest(&text[after..], is_word_end).is_some());
            if is_found {
                // The longest counts now, even if it is only the beginning of a word.
                let here = self.longest(&text[place..], |_| true).map(|form| (place, form));
                return here.or_else(|| Some((after, self.longest(&text[after..], |_| true)?)));
            }
            is_line_start = char == '\n';
        }
        None
    }

    fn longest(&self, text: &str, may_end: fn(&str) -> bool) -> Option<Form<'a>> {
        let mut longest = None;
        let mut node = 0;
        for (place, char) in text.char_indices() {
            let Some(next) = self.branches.get(&(node, char)) else { break };
            node = *next;
            let end = place + char.len_utf8();
            if let Some((title, attributes)) = self.ends.get(node).copied().flatten()
                && may_end(&text[end..])
            {
                longest = Some((end, title, attributes));
            }
        }
        longest
    }
}

fn is_word_end(rest: &str) -> bool {
    !rest.starts_with(is_ascii_word)
}
