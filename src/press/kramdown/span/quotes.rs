//! Straight quotes, shown as curly ones.

use super::super::character_class::{is_ascii_word, is_space, is_word};
use super::super::tree::{Element, Kind};
use super::parser::Parser;

// Their places among the characters of the options.
const LEFT_SINGLE: usize = 0;
const RIGHT_SINGLE: usize = 1;
const LEFT_DOUBLE: usize = 2;
const RIGHT_DOUBLE: usize = 3;

// The bytes that stay text, and the quotes after them.
type Quotes = (usize, &'static [usize]);

impl Parser<'_> {
    /// Quotes at this place or after the character here (`SQ_RULES`).
    pub(super) fn smart_quotes(&mut self, children: &mut Vec<Element>) -> bool {
        let rest = self.rest();
        let Some((text_length, quotes)) = quotes(rest) else { return false };
        self.push_bytes(children, text_length);
        for quote in quotes {
            let char = self.options.smart_quotes.get(*quote).copied().unwrap_or('"');
            children.push(Element::new(Kind::SmartQuote(char)));
            self.position += 1;
        }
        true
    }
}

fn quotes(rest: &str) -> Option<Quotes> {
    let first = rest.chars().next()?;
    let after_first = &rest[first.len_utf8()..];
    if is_quote(first) {
        if let Some(quotes) = at_quote(first, after_first) {
            return Some(quotes);
        }
    } else if first == '\\' || !after_first.starts_with(is_quote) {
        return None;
    }
    let spaceless = rest.strip_prefix(is_space).unwrap_or(rest);
    let space_length = rest.len() - spaceless.len();
    if let Some(quotes) = opening_pair(spaceless) {
        return Some((space_length, quotes));
    }
    let second = after_first.chars().next().filter(|char| is_quote(*char));
    if let Some(second) = second {
        if is_space(first) && after_first[1..].starts_with(is_ascii_word) {
            return Some((first.len_utf8(), left(second)));
        }
        if !matches!(first, ' ' | '\\' | '\t' | '\r' | '\n' | '[' | '{' | '(' | '-') {
            return Some((first.len_utf8(), right(second)));
        }
    }
    if is_quote(first) && ends_word(after_first) {
        return Some((0, right(first)));
    }
    // Single quotes are looked for before double ones, the farther one first.
    match (first, second) {
        (_, Some('\'')) => Some((first.len_utf8(), left('\''))),
        ('\'', _) => Some((0, left('\''))),
        (_, Some(second)) => Some((first.len_utf8(), left(second))),
        _ => Some((0, left(first))),
    }
}

// Rules that look at what follows a quote before all others.
fn at_quote(quote: char, after: &str) -> Option<Quotes> {
    let mut chars = after.chars();
    let next = chars.next()?;
    let second = chars.next();
    if matches!(next, '_' | '*') && second.is_some_and(|char| !is_space(char)) {
        return Some((0, left(quote)));
    }
    let is_alone = is_word(next) == second.is_some_and(is_word);
    // All but `&`.
    let is_punctuation = next.is_ascii_punctuation() && next != '&';
    (is_punctuation && !after[1..].starts_with("..") && is_alone).then(|| (0, right(quote)))
}

// Two quotes that open, and the apostrophe of a decade.
fn opening_pair(text: &str) -> Option<&'static [usize]> {
    let begins_word = |rest: &str| rest.starts_with(is_ascii_word);
    if text.strip_prefix("\"'").is_some_and(begins_word) {
        return Some(&[LEFT_DOUBLE, LEFT_SINGLE]);
    }
    if text.strip_prefix("'\"").is_some_and(begins_word) {
        return Some(&[LEFT_SINGLE, LEFT_DOUBLE]);
    }
    let decade = text.strip_prefix('\'')?.as_bytes();
    matches!(decade, [tens, ones, b's', ..] if tens.is_ascii_digit() && ones.is_ascii_digit())
        .then_some(&[RIGHT_SINGLE])
}

fn ends_word(after: &str) -> bool {
    let after_genitive = after.strip_prefix('s').map(|after| !after.starts_with(is_word));
    after.is_empty() || after.starts_with(is_space) || after_genitive.unwrap_or_default()
}

fn is_quote(char: char) -> bool {
    matches!(char, '"' | '\'')
}

fn left(quote: char) -> &'static [usize] {
    if quote == '"' { &[LEFT_DOUBLE] } else { &[LEFT_SINGLE] }
}

fn right(quote: char) -> &'static [usize] {
    if quote == '"' { &[RIGHT_DOUBLE] } else { &[RIGHT_SINGLE] }
}
