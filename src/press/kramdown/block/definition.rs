//! Footnotes and abbreviations.

use super::super::tree::Attributes;
use super::code::skip_indented;
use super::lines::{after_optional_space, is_stripped, line, without_indents};
use super::node::{NodeKind, Tree};
use super::parser::Parser;
use super::source::Source;

/// `[^name]: text`, with the indented lines below it.
pub(super) fn parse_footnote(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let Some(inside) = after_optional_space(rest).strip_prefix("[^") else { return false };
    let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
    let name = inside.split(|char: char| !is_word(char) && char != '-').next().unwrap_or_default();
    let is_named = name.starts_with(is_word) && inside.get(name.len()..).is_some_and(|rest| rest.starts_with("]:"));
    if !is_named || !line(rest).ends_with('\n') || parser.is_too_deep() {
        return false;
    }
    let start = source.text().len() - inside.len() + name.len() + 2;
    source.take_line();
    skip_indented(source);
    let text = without_indents(source.slice(start, source.position()));
    let mut footnote = Tree::default();
    parser.parse_blocks(&mut Source::new(&text), &mut footnote);
    tree.push_trace(NodeKind::Footnote(name.to_owned()), source.position());
    let known = parser.footnote_positions.get(name).and_then(|position| parser.footnotes.get_mut(*position));
    match known {
        Some((_, old)) => *old = footnote.nodes,
        None => {
            parser.footnote_positions.insert(name.to_owned(), parser.footnotes.len());
            parser.footnotes.push((name.to_owned(), footnote.nodes));
        }
    }
    true
}

/// `*[short]: long`.
pub(super) fn parse_abbreviation(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let Some(inside) = after_optional_space(line(source.rest())).strip_prefix("*[") else { return false };
    let first = inside.chars().next().map_or(0, char::len_utf8);
    let Some(end) = inside.get(first..).and_then(|rest| rest.find("]:")).map(|end| first + end) else { return false };
    let (Some(short), Some(long)) = (inside.get(..end), inside.get(end + 2..)) else { return false };
    if !long.ends_with('\n') {
        return false;
    }
    let long = long.trim_matches(is_stripped);
    let abbreviations = &mut parser.definitions.abbreviations;
    let known = parser.abbreviation_positions.get(short).and_then(|position| abbreviations.get_mut(*position));
    match known {
        Some((_, old, _)) => long.clone_into(old),
        None => {
            parser.abbreviation_positions.insert(short.to_owned(), abbreviations.len());
            abbreviations.push((short.to_owned(), long.to_owned(), Attributes::new()));
        }
    }
    let short = short.to_owned();
    source.take_line();
    tree.push_trace(NodeKind::Abbreviation(short), source.position());
    true
}
