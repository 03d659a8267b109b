//! Maths on lines of its own.

use super::super::tree::{FormulaPlace, Kind};
use super::boundary::is_before_boundary;
use super::lines::{after_optional_space, blank_tail, is_stripped};
use super::node::{Node, Tree};
use super::source::Source;

pub(super) fn parse(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let inside = after_optional_space(rest);
    let unescaped = inside.strip_prefix('\\').unwrap_or(inside);
    if !unescaped.starts_with("$$") || !tree.is_after_boundary() {
        return false;
    }
    let start = source.text().len() - unescaped.len() + 2;
    let Some(end) = source.find("$$", start) else { return false };
    let tail = blank_tail(source.from(end + 2));
    if unescaped.len() < inside.len() {
        // The backslash says that this is text, and is no part of it.
        if tail.is_some() {
            source.set_position(start - 2);
        }
        return false;
    }
    let before = source.position();
    source.set_position(end + 2 + tail.unwrap_or(0));
    if !is_before_boundary(source) {
        source.set_position(before);
        return false;
    }
    let tex = source.slice(start, end).trim_matches(is_stripped).to_owned();
    tree.push(Node::new(Kind::Math { tex, place: FormulaPlace::Block }), source.position());
    true
}
