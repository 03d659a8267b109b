//! Paragraphs: what nothing else has taken.

use super::super::tree::Kind;
use super::boundary::is_paragraph_end;
use super::lines::{after_optional_space, is_blank, is_stripped, line};
use super::node::{Node, Tree};
use super::parser::Parser;
use super::source::Source;

pub(super) fn parse(parser: &Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    if after_optional_space(source.rest()).starts_with(is_blank) {
        return false;
    }
    let start = source.position();
    source.take_line();
    while !is_paragraph_end(source, &parser.options) {
        source.take_line();
    }
    let end = source.position();
    let text = source.slice(start, end).trim_end_matches(is_stripped);
    let has_break_before = source.slice(0, start).ends_with("  \n");

    match tree.nodes.last_mut() {
        Some(last) if last.is_paragraph() => {
            last.source.end = end;
            match last.children.last_mut().and_then(Node::text) {
                Some(old) => {
                    old.push_str(if has_break_before { "  \n" } else { "\n" });
                    old.push_str(text);
                }
                None => last.children.push(Node::raw_text(text)),
            }
        }
        _ => {
            let text = text.trim_start_matches(is_stripped);
            tree.push(Node::with_text(Kind::Paragraph { transparent: false }, text), end);
        }
    }
    true
}

/// Takes a line that no parser takes, for one with a tab after few spaces is neither code nor a paragraph: it becomes
/// text between the blocks.
pub(super) fn parse_stray_line(source: &mut Source<'_>, tree: &mut Tree) {
    let text = line(source.rest());
    source.advance(text.len().max(1));
    match tree.nodes.last_mut() {
        Some(last) if last.is_raw_text() => {
            last.source.end = source.position();
            last.text().into_iter().for_each(|old| old.push_str(text));
        }
        _ => tree.push_beside(Node::raw_text(text), source.position()),
    }
}
