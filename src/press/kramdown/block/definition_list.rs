//! Terms and what they mean.

use super::super::attribute_list::AttributeList;
use super::super::tree::Kind;
use super::item::{self, Line};
use super::marker::{self, Marker};
use super::node::{Node, NodeKind, Tree};
use super::parser::Parser;
use super::source::Source;

/// A definition whose text is still as written.
struct Definition {
    node: Node,
    text: String,
    keeps_paragraph: bool,
}

pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    if !marker::is_definition(source.rest()) || parser.is_too_deep() {
        return false;
    }
    let Some((mut paragraph, is_after_blank)) = take_terms(tree) else { return false };
    let start = paragraph.source.start;
    let mut children = terms(paragraph.first_text().map(std::mem::take).unwrap_or_default());
    tree.waiting = None;

    let definitions = take_definitions(source, is_after_blank);
    let mut blank = None;
    for Definition { mut node, text, keeps_paragraph } in definitions {
        let mut inside = Tree::default();
        parser.parse_blocks(&mut Source::new(&text), &mut inside);
        node.children = inside.nodes;
        if !node.children.is_empty() {
            blank = node.children.pop_if(|last| last.is_blank());
        }
        let count = node.children.len();
        if let Some(first) = node.children.first_mut().filter(|first| first.is_paragraph() && !keeps_paragraph) {
            if count > 1 {
                first.first_text().into_iter().for_each(|text| text.push('\n'));
            }
            first.make_transparent();
        }
        children.push(node);
    }

    let end = source.position();
    let is_joined = match tree.nodes.as_slice() {
        [.., last] if last.kind.is_definition_list() => true,
        [.., list, last] if last.is_blank() && list.kind.is_definition_list() => {
            tree.nodes.pop();
            true
        }
        _ => false,
    };
    if !is_joined {
        let list = Node { list: paragraph.list.take(), source: start..end, ..Node::new(Kind::DefinitionList) };
        tree.nodes.push(list);
    }
    if let Some(list) = tree.nodes.last_mut() {
        list.children.append(&mut children);
        list.source.end = end;
        if blank.is_some() {
            list.source.end = super::list::start_of_trailing_blank(source, list.source.start, end);
        }
    }
    if let Some(mut blank) = blank {
        blank.source = tree.nodes.last().map_or(end, |list| list.source.end)..end;
        tree.nodes.push(blank);
    }
    true
}

/// Takes the paragraph before a definition from the tree; whether a blank line stood between.
fn take_terms(tree: &mut Tree) -> Option<(Node, bool)> {
    if let Some(paragraph) = tree.nodes.pop_if(|last| last.is_paragraph()) {
        return Some((paragraph, false));
    }
    let [.., paragraph, blank] = tree.nodes.as_slice() else { return None };
    if !paragraph.is_paragraph() || !matches!(blank.kind, NodeKind::Blank { is_line_feed: true }) {
        return None;
    }
    tree.nodes.pop();
    tree.nodes.pop().map(|paragraph| (paragraph, true))
}

/// Each line of a paragraph is a term.
fn terms(text: String) -> Vec<Node> {
    let term = |line: &str| match item::split_list(line) {
        Some((inside, rest)) => {
            let mut list = AttributeList::default();
            list.read(inside);
            Node { list: Some(list), ..Node::with_text(Kind::Term, rest) }
        }
        None => Node::with_text(Kind::Term, line),
    };
    text.trim_end_matches('\n').split('\n').map(term).collect()
}

fn take_definitions(source: &mut Source<'_>, is_after_blank: bool) -> Vec<Definition> {
    let mut definitions: Vec<Definition> = Vec::new();
    let mut marker_limit = 3;
    let mut indentation = 0;
    let mut next_keeps_paragraph = is_after_blank;
    let mut is_after_blank = false;
    while !source.is_at_end() {
        if let Some(first) = item::take_first_line(source, Marker::Colon, marker_limit) {
            indentation = first.indentation;
            marker_limit = item::marker_limit(indentation);
            let node = Node { list: first.list, ..Node::new(Kind::Definition) };
            definitions.push(Definition { node, text: first.text, keeps_paragraph: next_keeps_paragraph });
            next_keeps_paragraph = false;
            is_after_blank = false;
            continue;
        }
        if marker::end_of_block(source.rest()).is_some() {
            break;
        }
        let Some(last) = definitions.last_mut() else { break };
        match item::take_line(source, indentation, !is_after_blank) {
            Some(Line::Of { text, .. }) => {
                last.text.push_str(&text);
                is_after_blank = false;
            }
            Some(Line::Blank(blank)) => {
                last.text.push_str(blank);
                is_after_blank = true;
            }
            None => break,
        }
        next_keeps_paragraph = is_after_blank;
    }
    definitions
}
