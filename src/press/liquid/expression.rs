//! Literals, ranges and variables.

use std::sync::Arc;

use super::fragment::{is_space, is_word};
use super::value::Value;

/// Something that has a value.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    Literal(Value),
    Range(Box<Expression>, Box<Expression>),
    Variable(Variable),
}

/// A name and the way on from it: `page.tags[0]`.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) name: Box<Expression>,
    pub(super) lookups: Vec<Lookup>,
}

/// One step into a value.
#[derive(Clone, Debug)]
pub(super) struct Lookup {
    pub(super) key: Expression,
    /// Whether `size`, `first` and `last` may be questions instead of keys: they stand behind a dot.
    pub(super) may_ask: bool,
}

/// How many ranges may be inside one another.
const DEEPEST: u32 = 8;

impl Expression {
    /// Reads an expression as Ruby's Liquid does; anything is one.
    pub(super) fn parse(markup: &str) -> Expression {
        parse(markup, 0)
    }

    /// Whether its value never changes.
    pub(super) fn is_literal(&self) -> bool {
        match self {
            Expression::Literal(_) => true,
            Expression::Range(first, last) => first.is_literal() && last.is_literal(),
            Expression::Variable(_) => false,
        }
    }
}

fn parse(markup: &str, depth: u32) -> Expression {
    let markup = markup.trim_matches(is_space);
    for quote in ['"', '\''] {
        if let Some(inside) = markup.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return Expression::Literal(Value::text(inside));
        }
    }
    match markup {
        "" | "nil" | "null" => return Expression::Literal(Value::Nil),
        "true" => return Expression::Literal(Value::Boolean(true)),
        "false" => return Expression::Literal(Value::Boolean(false)),
        "blank" | "empty" => return Expression::Literal(Value::text("")),
        _ => {}
    }
    if let Some(number) = number(markup) {
        return Expression::Literal(number);
    }
    if depth < DEEPEST
        && let Some((first, last)) = range(markup)
    {
        return Expression::Range(Box::new(parse(first, depth + 1)), Box::new(parse(last, depth + 1)));
    }
    Expression::Variable(variable(markup, depth))
}

fn number(markup: &str) -> Option<Value> {
    let digits = markup.strip_prefix('-').unwrap_or(markup);
    if !digits.starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let whole = markup.parse::<i64>().map(Value::Integer);
        return whole.or_else(|_| markup.parse().map(Value::Float)).ok();
    }
    if 1 < digits.len() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        // As `to_f`: up to the second dot.
        let second = markup.match_indices('.').nth(1).map_or(markup.len(), |(at, _)| at);
        return markup.get(..second)?.trim_end_matches('.').parse().map(Value::Float).ok();
    }
    None
}

/// `(first..last)`.
fn range(markup: &str) -> Option<(&str, &str)> {
    let inside = markup.strip_prefix('(')?.strip_suffix(')')?.trim_matches(is_space);
    let run = inside.split(is_space).next()?;
    let behind = inside.get(run.len()..)?.trim_start_matches(is_space);
    let (first, last) = match behind.strip_prefix("..") {
        Some(last) => (run, last),
        None => {
            let dots = run.rfind("..").filter(|dots| 0 < *dots)?;
            (inside.get(..dots)?, inside.get(dots + 2..)?)
        }
    };
    let last = last.trim_matches(is_space);
    if last.is_empty() || last.contains(is_space) { None } else { Some((first, last)) }
}

fn variable(markup: &str, depth: u32) -> Variable {
    let mut steps = steps(markup).into_iter();
    let name = match steps.next() {
        None => Expression::Literal(Value::Nil),
        Some(step) => step.key(depth),
    };
    let lookups = steps.map(|step| {
        let may_ask = matches!(step, Step::Name("size" | "first" | "last"));
        Lookup { key: step.key(depth), may_ask }
    });
    Variable { name: Box::new(name), lookups: lookups.collect() }
}

enum Step<'a> {
    Name(&'a str),
    Bracket(&'a str),
}

impl Step<'_> {
    fn key(&self, depth: u32) -> Expression {
        match self {
            Step::Name(name) => Expression::Literal(Value::Text(Arc::from(*name))),
            Step::Bracket(inside) if depth < DEEPEST => parse(inside, depth + 1),
            Step::Bracket(_) => Expression::Literal(Value::Nil),
        }
    }
}

/// Names and brackets, wherever they stand; what is between counts for nothing.
fn steps(markup: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = markup;
    let mut no_bracket = false;
    while let Some(first) = rest.chars().next() {
        if first == '[' && !no_bracket {
            let inside = rest.get(1..).unwrap_or_default();
            match inside.find(']') {
                Some(end) if 0 < end => {
                    steps.push(Step::Bracket(inside.get(..end).unwrap_or_default()));
                    rest = inside.get(end + 1..).unwrap_or_default();
                    continue;
                }
                Some(_) => {}
                None => no_bracket = true,
            }
        }
        let length = rest.find(|char: char| !is_word(char) && char != '-').unwrap_or(rest.len());
        if length == 0 {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let question = usize::from(rest.as_bytes().get(length) == Some(&b'?'));
        let (name, behind) = rest.split_at(length + question);
        steps.push(Step::Name(name));
        rest = behind;
    }
    steps
}
