//! What follows the text of a link.

use super::super::character_class::is_space;
use super::parser::Parser;

/// Where a link leads to.
pub(super) enum Target {
    /// `(url "title")`.
    Inline { url: String, title: Option<String> },
    /// `[name]`.
    Named(String),
    /// `[]` or nothing: the text itself is the name.
    Text,
}

/// An address with more parentheses inside of each other is none.
const PARENTHESIS_LIMIT: usize = 24;

impl<'a> Parser<'a> {
    /// Reads the target behind the closing bracket. None if it is not well formed.
    pub(super) fn target(&mut self) -> Option<Target> {
        let rest = self.rest();
        let spaceless = rest.trim_start_matches(is_space);
        if spaceless.starts_with('[') {
            let start = self.position + rest.len() - spaceless.len() + 1;
            if let Some(end) = self.places.next("]", start) {
                self.position = end + 1;
                let name = &self.text[start..end];
                return Some(if name.is_empty() { Target::Text } else { Target::Named(name.to_owned()) });
            }
        }
        if !rest.starts_with('(') {
            return Some(Target::Text);
        }
        let (url, is_closed) = self.bracketed_url().or_else(|| self.plain_url())?;
        let url = url.to_owned();
        if is_closed {
            return Some(Target::Inline { url, title: None });
        }
        let title = Some(self.title()?);
        Some(Target::Inline { url, title })
    }

    // `(<url>`, and whether `)` follows.
    fn bracketed_url(&mut self) -> Option<(&'a str, bool)> {
        if !self.rest().starts_with("(<") {
            return None;
        }
        let start = self.position + 2;
        let end = self.places.next(">", start)?;
        if self.places.next("\n", start).is_some_and(|line_end| line_end < end) {
            return None;
        }
        self.position = end + 1;
        let is_closed = self.rest().starts_with(')');
        self.position += usize::from(is_closed);
        Some((&self.text[start..end], is_closed))
    }

    // `(url` up to the parenthesis that closes it, or up to white space before a quote.
    fn plain_url(&mut self) -> Option<(&'a str, bool)> {
        let start = self.position + 1;
        self.places.next(")", start)?;
        let rest = self.text.as_bytes().get(start..)?;
        let mut open = 1;
        for (offset, byte) in rest.iter().enumerate() {
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ if is_space(char::from(*byte)) && matches!(rest.get(offset + 1), Some(b'"' | b'\'')) => {
                    self.position = start + offset + 1;
                    return Some((self.trimmed(start, start + offset), false));
                }
                _ => continue,
            }
            if open == 0 {
                self.position = start + offset + 1;
                return Some((self.trimmed(start, start + offset), true));
            }
            if open > PARENTHESIS_LIMIT {
                return None;
            }
        }
        None
    }

    fn trimmed(&self, start: usize, end: usize) -> &'a str {
        self.text[start..end].trim_matches(is_space)
    }

    // `"title")`, with the first quote that a parenthesis follows.
    fn title(&mut self) -> Option<String> {
        let rest = self.rest();
        let start = self.position + rest.len() - rest.trim_start_matches(is_space).len() + 1;
        let quote =
            self.text.get(start - 1..start).and_then(|quote| ["\"", "'"].into_iter().find(|known| *known == quote))?;
        let first = self.text[start..].chars().next()?;
        let end = self.places.next_where(quote, start + first.len_utf8(), |text, place| {
            text[place + 1..].trim_start_matches(is_space).starts_with(')')
        })?;
        let after = &self.text[end + 1..];
        self.position = self.text.len() - after.trim_start_matches(is_space).len() + 1;
        Some(self.text[start..end].to_owned())
    }
}
