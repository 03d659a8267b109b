//! Quotes.

use super::super::tree::Kind;
use super::boundary::is_lazy_end;
use super::lines::after_optional_space;
use super::marker;
use super::node::{Node, Tree};
use super::parser::Parser;
use super::source::Source;

pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    if !marker::is_quote(source.rest()) || parser.is_too_deep() {
        return false;
    }
    let mut inside = String::new();
    loop {
        inside.push_str(without_marker(source.take_line()));
        if is_lazy_end(source) {
            break;
        }
    }
    tree.push(Node::new(Kind::Blockquote), source.position());
    let mut quote = Tree::default();
    parser.parse_blocks(&mut Source::new(&inside), &mut quote);
    if let Some(last) = tree.nodes.last_mut() {
        last.children = quote.nodes;
    }
    true
}

fn without_marker(line: &str) -> &str {
    let Some(inside) = after_optional_space(line).strip_prefix('>') else { return line };
    inside.strip_prefix(' ').unwrap_or(inside)
}
