//! A value and the filters it goes through: what stands in an output and behind `assign x =`.

use std::sync::Arc;

use super::expression::Expression;
use super::fragment::{Fragments, is_space, is_word, skip_spaces};
use super::lexer::{Word, Words};

/// An expression and its filters.
#[derive(Clone, Debug)]
pub(super) struct Filtered {
    /// `None` for an output of nothing.
    pub(super) start: Option<Expression>,
    pub(super) filters: Vec<FilterCall>,
    /// Whether it is outside the strict grammar; Ruby's Liquid warns then.
    pub(super) is_mended: bool,
}

/// A filter and what it is given.
#[derive(Clone, Debug)]
pub(super) struct FilterCall {
    pub(super) name: Arc<str>,
    pub(super) arguments: Vec<Expression>,
    pub(super) named: Vec<(Arc<str>, Expression)>,
}

impl Filtered {
    /// Reads it strictly, and leniently where that fails.
    pub(super) fn parse(markup: &str) -> Filtered {
        strict(markup).unwrap_or_else(|| lenient(markup))
    }
}

fn strict(markup: &str) -> Option<Filtered> {
    let mut words = Words::new(markup)?;
    if words.is_at_end() {
        return Some(Filtered { start: None, filters: Vec::new(), is_mended: false });
    }
    let start = Expression::parse(&words.expression()?);
    let mut filters = Vec::new();
    while words.take(Word::Sign('|')) {
        let mut call = FilterCall::new(words.name()?);
        if words.take(Word::Sign(':')) {
            strict_argument(&mut words, &mut call)?;
            while words.take(Word::Sign(',')) {
                strict_argument(&mut words, &mut call)?;
            }
        }
        filters.push(call);
    }
    words.is_at_end().then_some(Filtered { start: Some(start), filters, is_mended: false })
}

fn strict_argument(words: &mut Words<'_>, call: &mut FilterCall) -> Option<()> {
    let name = match (words.peek(0), words.peek(1)) {
        (Some(Word::Name(name)), Some(Word::Sign(':'))) => Some(name),
        _ => None,
    };
    if name.is_some() {
        words.name()?;
        words.take(Word::Sign(':'));
    }
    let value = Expression::parse(&words.expression()?);
    match name {
        Some(name) => call.named.push((Arc::from(name), value)),
        None => call.arguments.push(value),
    }
    Some(())
}

fn lenient(markup: &str) -> Filtered {
    let mut fragments = Fragments::new(markup);
    let Some((start, end)) = fragments.find(0) else {
        return Filtered { start: None, filters: Vec::new(), is_mended: true };
    };
    let rest = markup.get(end..).and_then(|rest| rest.split_once('|')).map_or("", |(_, rest)| rest);
    let filters = filter_markups(rest).into_iter().filter_map(lenient_filter).collect();
    Filtered { start: Some(Expression::parse(start)), filters, is_mended: true }
}

/// The pieces between bars that are in no quotes.
fn filter_markups(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut fragments = Fragments::new(text);
    let mut start = 0;
    let mut at = 0;
    while let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if let Some((_, end)) = fragments.at(at) {
            at = end;
        } else {
            if !is_space(char) && char != ',' {
                pieces.push(text.get(start..at).unwrap_or_default());
                start = at + char.len_utf8();
            }
            at += char.len_utf8();
        }
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces
}

fn lenient_filter(piece: &str) -> Option<FilterCall> {
    let start = piece.find(is_word)?;
    let name = piece.get(start..)?;
    let name = name.split(|char: char| !is_word(char)).next()?;
    let mut call = FilterCall::new(name);
    let mut fragments = Fragments::new(piece);
    let mut from = 0;
    while let Some(separator) = piece.get(from..).and_then(|rest| rest.find([':', ','])).map(|at| from + at) {
        from = separator + 1;
        let value_start = skip_spaces(piece, from);
        let (key, value_start) = match keyword(piece, value_start) {
            Some((key, behind)) if fragments.at(behind).is_some() => (Some(key), behind),
            _ => (None, value_start),
        };
        let Some((value, end)) = fragments.at(value_start) else {
            continue;
        };
        let value = Expression::parse(value);
        match key {
            Some(key) => call.named.push((Arc::from(key), value)),
            None => call.arguments.push(value),
        }
        from = end;
    }
    Some(call)
}

/// `name:` and the place behind it.
fn keyword(text: &str, start: usize) -> Option<(&str, usize)> {
    let rest = text.get(start..)?;
    let length = rest.find(|char: char| !is_word(char)).filter(|length| 0 < *length)?;
    let colon = skip_spaces(text, start + length);
    (text.as_bytes().get(colon) == Some(&b':'))
        .then(|| (rest.get(..length).unwrap_or_default(), skip_spaces(text, colon + 1)))
}

impl FilterCall {
    fn new(name: &str) -> FilterCall {
        FilterCall { name: Arc::from(name), arguments: Vec::new(), named: Vec::new() }
    }
}
