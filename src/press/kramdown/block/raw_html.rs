//! HTML whose inside is no Markdown.

use super::super::html_tag;
use super::super::tree::Kind;
use super::html::{comment_end, parse_element};
use super::node::{Node, Tree};
use super::parser::Parser;
use super::source::Source;

/// Reads to the end tag of the tree's element; whether there is one.
pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    loop {
        let rest = source.rest();
        let Some(length) = rest.find('<') else {
            add_text(tree, rest);
            source.advance(rest.len());
            return false;
        };
        add_text(tree, rest.get(..length).unwrap_or_default());
        source.advance(length);
        tree.start = source.position();
        let rest = source.rest();

        if let Some(end) = comment_end(source, tree.start) {
            take(source, tree, end, Kind::HtmlComment);
        } else if let Some(end) = instruction_end(source) {
            take(source, tree, end, Kind::ProcessingInstruction);
        } else if let Some(tag) = html_tag::start_tag(rest).filter(|_| !parser.is_too_deep()) {
            source.advance(tag.length);
            if parser.options.is_tag(&tag.name) {
                parse_element(parser, source, tree, tag);
            } else {
                add_text(tree, rest.get(..tag.length).unwrap_or_default());
            }
        } else if let Some(tag) = html_tag::end_tag(rest) {
            let is_own = tree.html.as_ref().is_some_and(|parent| parent.name == tag.name);
            if !is_own {
                add_text(tree, rest.get(..tag.length).unwrap_or_default());
            }
            source.advance(tag.length);
            if is_own {
                return true;
            }
        } else {
            add_text(tree, "<");
            source.advance(1);
        }
    }
}

fn instruction_end(source: &Source<'_>) -> Option<usize> {
    source.rest().starts_with("<?").then(|| source.find("?>", source.position() + 2))?.map(|end| end + 2)
}

fn take(source: &mut Source<'_>, tree: &mut Tree, end: usize, kind: fn(String) -> Kind) {
    let text = source.slice(source.position(), end).to_owned();
    source.set_position(end);
    tree.push_beside(Node::new(kind(text)), end);
}

fn add_text(tree: &mut Tree, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(Node { kind: super::node::NodeKind::Element(Kind::Text(old)), .. }) = tree.nodes.last_mut() {
        return old.push_str(text);
    }
    tree.nodes.push(Node::new(Kind::Text(text.to_owned())));
}
