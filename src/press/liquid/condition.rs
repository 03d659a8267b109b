//! Conditions of `if`, `unless`, `when` and `where_exp`.

use super::expression::Expression;
use super::fragment::{Fragments, is_space, skip_spaces};
use super::lexer::{Word, Words};

/// Comparisons with `and` and `or` between: read from the right, as Liquid does.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) first: Comparison,
    pub(super) rest: Vec<(Relation, Comparison)>,
}

/// What stands between comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    And,
    Or,
}

/// A value alone, or two compared.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    pub(super) left: Operand,
    pub(super) right: Option<(Operator, Operand)>,
}

/// A side of a comparison.
#[derive(Clone, Debug)]
pub(super) enum Operand {
    Value(Expression),
    /// `blank`, which asks the other side.
    Blank,
    /// `empty`, which asks the other side.
    Empty,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    /// What Liquid does not know: never true.
    Unknown,
}

impl Condition {
    /// Reads a condition; `None` if there is none at all.
    pub(super) fn parse(markup: &str) -> Option<Condition> {
        strict(markup).or_else(|| lenient(markup))
    }
}

impl Operand {
    pub(super) fn parse(markup: &str) -> Operand {
        match markup {
            "blank" => Operand::Blank,
            "empty" => Operand::Empty,
            _ => Operand::Value(Expression::parse(markup)),
        }
    }
}

impl Operator {
    fn parse(operator: &str) -> Operator {
        match operator {
            "==" => Operator::Equal,
            "!=" | "<>" => Operator::NotEqual,
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            "contains" => Operator::Contains,
            _ => Operator::Unknown,
        }
    }
}

fn strict(markup: &str) -> Option<Condition> {
    let mut words = Words::new(markup)?;
    let mut condition = Condition { first: strict_comparison(&mut words)?, rest: Vec::new() };
    loop {
        let relation = match words.peek(0) {
            Some(Word::Name("and")) => Relation::And,
            Some(Word::Name("or")) => Relation::Or,
            _ => break,
        };
        words.name();
        condition.rest.push((relation, strict_comparison(&mut words)?));
    }
    words.is_at_end().then_some(condition)
}

fn strict_comparison(words: &mut Words<'_>) -> Option<Comparison> {
    let left = Operand::parse(&words.expression()?);
    let right = match words.comparison() {
        Some(operator) => Some((Operator::parse(operator), Operand::parse(&words.expression()?))),
        None => None,
    };
    Some(Comparison { left, right })
}

/// Whatever stands between `and` and `or` is a comparison; only its first three parts count.
fn lenient(markup: &str) -> Option<Condition> {
    let mut pieces: Vec<(Relation, &str)> = Vec::new();
    let mut fragments = Fragments::new(markup);
    let mut relation = Relation::And;
    let mut start = 0;
    let mut at = 0;
    while let Some(char) = markup.get(at..).and_then(|rest| rest.chars().next()) {
        let Some((fragment, end)) = fragments.at(at) else {
            at += char.len_utf8();
            continue;
        };
        if fragment == "and" || fragment == "or" {
            pieces.push((relation, markup.get(start..at).unwrap_or_default()));
            relation = if fragment == "and" { Relation::And } else { Relation::Or };
            start = end;
        }
        at = end;
    }
    pieces.push((relation, markup.get(start..).unwrap_or_default()));
    let mut comparisons =
        pieces.into_iter().filter_map(|(relation, piece)| Some((relation, lenient_comparison(piece)?)));
    let (_, first) = comparisons.next()?;
    Some(Condition { first, rest: comparisons.collect() })
}

fn lenient_comparison(piece: &str) -> Option<Comparison> {
    let mut fragments = Fragments::new(piece);
    let (left, end) = fragments.find(0)?;
    let start = skip_spaces(piece, end);
    let rest = piece.get(start..)?;
    let is_operator = |char: char| "=!<>_".contains(char) || char.is_ascii_lowercase();
    let length = rest.find(|char: char| !is_operator(char)).unwrap_or(rest.len());
    let left = Operand::parse(left);
    if length == 0 {
        return Some(Comparison { left, right: None });
    }
    let right = fragments.at(skip_spaces(piece, start + length)).map_or("", |(right, _)| right);
    let right = Operand::parse(right.trim_matches(is_space));
    Some(Comparison { left, right: Some((Operator::parse(rest.get(..length)?), right)) })
}
