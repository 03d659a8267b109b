//! The strict reading of outputs and conditions, which Ruby's Liquid tries before the lenient one.

use super::fragment::{is_space, is_word};

/// A word of the strict grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word<'a> {
    Comparison(&'a str),
    Quoted(&'a str),
    Number(&'a str),
    Name(&'a str),
    Dots,
    Sign(char),
}

/// Reads words one by one.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    words: Vec<Word<'a>>,
    at: usize,
}

/// How deep brackets and ranges may nest.
const DEEPEST: u32 = 16;

impl<'a> Words<'a> {
    /// All words; `None` where the strict grammar has no such characters.
    pub(super) fn new(markup: &'a str) -> Option<Words<'a>> {
        let mut words = Vec::new();
        let mut rest = markup.trim_start_matches(is_space);
        while !rest.is_empty() {
            let (word, length) = word(rest)?;
            words.push(word);
            rest = rest.get(length..)?.trim_start_matches(is_space);
        }
        Some(Words { words, at: 0 })
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.words.len() <= self.at
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<Word<'a>> {
        self.words.get(self.at + ahead).copied()
    }

    /// Goes on behind this word if it is the next.
    pub(super) fn take(&mut self, word: Word<'_>) -> bool {
        let found = self.peek(0) == Some(word);
        self.at += usize::from(found);
        found
    }

    pub(super) fn name(&mut self) -> Option<&'a str> {
        let Some(Word::Name(name)) = self.peek(0) else {
            return None;
        };
        self.at += 1;
        Some(name)
    }

    pub(super) fn comparison(&mut self) -> Option<&'a str> {
        let Some(Word::Comparison(operator)) = self.peek(0) else {
            return None;
        };
        self.at += 1;
        Some(operator)
    }

    /// An expression, without blanks between its words.
    pub(super) fn expression(&mut self) -> Option<String> {
        let mut text = String::new();
        self.expression_into(&mut text, 0)?;
        Some(text)
    }

    fn expression_into(&mut self, text: &mut String, depth: u32) -> Option<()> {
        if DEEPEST < depth {
            return None;
        }
        let word = self.peek(0)?;
        self.at += 1;
        match word {
            Word::Name(name) => {
                text.push_str(name);
                self.lookups_into(text, depth)
            }
            Word::Sign('[') => {
                text.push('[');
                self.expression_into(text, depth + 1)?;
                self.take(Word::Sign(']')).then(|| text.push(']'))?;
                self.lookups_into(text, depth)
            }
            Word::Quoted(literal) | Word::Number(literal) => {
                text.push_str(literal);
                Some(())
            }
            Word::Sign('(') => {
                text.push('(');
                self.expression_into(text, depth + 1)?;
                self.take(Word::Dots).then(|| text.push_str(".."))?;
                self.expression_into(text, depth + 1)?;
                self.take(Word::Sign(')')).then(|| text.push(')'))
            }
            Word::Sign(_) | Word::Dots | Word::Comparison(_) => None,
        }
    }

    fn lookups_into(&mut self, text: &mut String, depth: u32) -> Option<()> {
        loop {
            if self.take(Word::Sign('[')) {
                text.push('[');
                self.expression_into(text, depth + 1)?;
                self.take(Word::Sign(']')).then(|| text.push(']'))?;
            } else if self.take(Word::Sign('.')) {
                text.push('.');
                text.push_str(self.name()?);
            } else {
                return Some(());
            }
        }
    }
}

fn word(rest: &str) -> Option<(Word<'_>, usize)> {
    for operator in ["==", "!=", "<>", "<=", ">=", "<", ">"] {
        if rest.starts_with(operator) {
            return Some((Word::Comparison(rest.get(..operator.len())?), operator.len()));
        }
    }
    let first = rest.chars().next()?;
    if let Some(behind) = rest.strip_prefix("contains")
        && behind.starts_with(is_space)
    {
        return Some((Word::Comparison(rest.get(..8)?), 8));
    }
    if first == '"' || first == '\'' {
        let end = rest.get(1..)?.find(first)? + 2;
        return Some((Word::Quoted(rest.get(..end)?), end));
    }
    let digits = |from: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len())
    };
    let sign = usize::from(first == '-');
    let whole = digits(sign);
    if 0 < whole {
        let end = sign + whole;
        let fraction = if rest.get(end..)?.starts_with('.') { digits(end + 1) } else { 0 };
        let end = if 0 < fraction { end + 1 + fraction } else { end };
        return Some((Word::Number(rest.get(..end)?), end));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let end = rest.find(|char: char| !is_word(char) && char != '-').unwrap_or(rest.len());
        let end = end + usize::from(rest.as_bytes().get(end) == Some(&b'?'));
        return Some((Word::Name(rest.get(..end)?), end));
    }
    if rest.starts_with("..") {
        return Some((Word::Dots, 2));
    }
    "|.:,[]()?-".contains(first).then_some((Word::Sign(first), 1))
}
