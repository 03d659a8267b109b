//! Ids of headings, so that links can lead to them.

use std::collections::{BTreeMap, VecDeque};

use pulldown_cmark::{Event, Tag, TagEnd};

/// Gives every heading an id: the author's own, else one made from its text by the rule of kramdown's GFM
/// parser (`generate_gfm_header_id`), which is Jekyll's default, so that old links to sections keep working.
pub(super) struct Anchors<'a, I> {
    events: I,
    /// A heading's events, held until its text is known.
    ready: VecDeque<Event<'a>>,
    seen: BTreeMap<String, u32>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Anchors<'a, I> {
    pub(super) fn new(events: I) -> Self {
        Anchors { events, ready: VecDeque::new(), seen: BTreeMap::new() }
    }

    fn hold_heading(&mut self) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            if let Event::Text(inner) | Event::Code(inner) = &event {
                text.push_str(inner);
            }
            let is_end = matches!(event, Event::End(TagEnd::Heading(_)));
            self.ready.push_back(event);
            if is_end {
                break;
            }
        }
        text
    }

    fn unique(&mut self, text: &str) -> String {
        let id = heading_id(text);
        let count = self.seen.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{}", *count - 1) }
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Anchors<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(event) = self.ready.pop_front() {
            return Some(event);
        }
        let event = self.events.next()?;
        let Event::Start(Tag::Heading { level, id, classes, .. }) = event else { return Some(event) };
        let text = self.hold_heading();
        let id = id.unwrap_or_else(|| self.unique(&text).into());
        // Other attributes would pass any name through, event handlers among them.
        Some(Event::Start(Tag::Heading { level, id: Some(id), classes, attrs: Vec::new() }))
    }
}

fn heading_id(text: &str) -> String {
    let id: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | ' ' | '\t'))
        .map(|char| if matches!(char, ' ' | '\t') { '-' } else { char })
        .collect();
    if id.is_empty() { "section".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_jekylls() {
        for (text, id) in [
            ("Learnings", "learnings"),
            ("Domain expert & innovation", "domain-expert--innovation"),
            ("2.0 is here!", "20-is-here"),
            ("snake_case and kebab-case", "snake_case-and-kebab-case"),
            ("日本語 の見出し", "日本語-の見出し"),
            ("!?", "section"),
        ] {
            assert_eq!(heading_id(text), id);
        }
    }
}
