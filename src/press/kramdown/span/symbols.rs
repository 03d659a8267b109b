//! Character references, signs made of several characters, line breaks and escaped characters.

use std::borrow::Cow;

use super::super::entity;
use super::super::tree::{Element, Kind};
use super::parser::{Parser, push_text};

// In the order in which they are tried.
const SYMBOLS: [(&str, &str); 7] =
    [("---", "—"), ("--", "–"), ("...", "…"), ("<< ", "«\u{a0}"), (" >>", "\u{a0}»"), ("<<", "«"), (">>", "»")];

impl Parser<'_> {
    /// `&name;` and `&#1;`. Those without a meaning are shown as written.
    pub(super) fn entity(&mut self, children: &mut Vec<Element>) -> bool {
        let rest = self.rest();
        let Some(reference) = entity::reference(rest) else { return false };
        if let Some(char) = reference.char {
            let original = rest[..reference.length].to_owned();
            children.push(Element::new(Kind::Entity { char, original }));
            self.position += reference.length;
            return true;
        }
        children.push(Element::new(Kind::Entity { char: '&', original: "&amp;".to_owned() }));
        self.position += 1;
        self.push_bytes(children, reference.length - 1);
        true
    }

    /// Dashes, dots and guillemets, and guillemets that are none after a backslash.
    pub(super) fn symbol(&mut self, children: &mut Vec<Element>) -> bool {
        if !self.options.typographic_symbols {
            return false;
        }
        let rest = self.rest();
        for (escaped, char, original) in [("\\<<", '<', "&lt;"), ("\\>>", '>', "&gt;")] {
            if rest.starts_with(escaped) {
                let entity = Element::new(Kind::Entity { char, original: original.to_owned() });
                children.extend([entity.clone(), entity]);
                self.position += escaped.len();
                return true;
            }
        }
        let Some((written, shown)) = SYMBOLS.iter().find(|(written, _)| rest.starts_with(written)) else {
            return false;
        };
        children.push(Element::new(Kind::Symbol(shown)));
        self.position += written.len();
        true
    }

    /// Two blanks or two backslashes at the end of a line.
    pub(super) fn line_break(&mut self, children: &mut Vec<Element>) -> bool {
        let rest = self.rest();
        let breaks_everywhere = self.options.gfm && self.options.hard_wrap;
        let found = !breaks_everywhere && (rest.starts_with("  \n") || rest.starts_with("\\\\\n"));
        if found {
            children.push(Element::new(Kind::LineBreak));
            self.position += 2;
        }
        found
    }

    /// A character that means nothing after a backslash.
    pub(super) fn escaped_char(&mut self, children: &mut Vec<Element>) -> bool {
        let Some(after) = self.rest().strip_prefix('\\') else { return false };
        let Some(char) = after.chars().next().filter(|char| self.is_escapable(*char)) else { return false };
        self.position += 1;
        push_text(children, &after[..char.len_utf8()]);
        self.position += char.len_utf8();
        true
    }

    fn is_escapable(&self, char: char) -> bool {
        is_escapable(char) || (char == '~' && self.options.gfm)
    }
}

/// A text without the backslashes before characters that they make plain.
pub(super) fn without_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let escaped = chars.next_if(|next| char == '\\' && is_escapable(*next));
        plain.push(escaped.unwrap_or(char));
    }
    Cow::Owned(plain)
}

fn is_escapable(char: char) -> bool {
    "\\.*_+`<>()[]{}#!:|\"'$=-".contains(char)
}
