//! Lists.

use super::super::tree::Kind;
use super::item::{self, FirstLine, Line};
use super::marker::{self, Marker};
use super::node::{Node, NodeKind, Tree};
use super::parser::Parser;
use super::source::Source;

const BOX_UNCHECKED: &str = r#"<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />"#;
const BOX_CHECKED: &str =
    r#"<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />"#;

/// An item whose text is still as written. Its parts are parsed one by one, so that a paragraph does not go on in a
/// list within the item.
struct Item {
    node: Node,
    parts: Vec<String>,
}

pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let Some(marker) = [Marker::Bullet, Marker::Number].into_iter().find(|kind| marker::item(rest, *kind, 3).is_some())
    else {
        return false;
    };
    if parser.is_too_deep() {
        return false;
    }
    let start_number = rest.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>().parse();
    let kind = Kind::List { ordered: marker == Marker::Number, start: start_number.unwrap_or(1) };
    let (items, is_ended) = take_items(source, marker);

    // The list takes the attributes that wait before its items do.
    tree.push(Node::new(kind), source.position());
    let count = items.len();
    let mut children: Vec<Node> = Vec::with_capacity(count);
    let mut blank = None;
    for (number, item) in items.into_iter().enumerate() {
        let Item { mut node, parts } = item;
        let mut inside = Tree::default();
        for part in parts {
            parser.parse_blocks(&mut Source::new(&part), &mut inside);
        }
        node.children = inside.nodes;
        let is_last = number + 1 == count;
        if !node.children.is_empty() {
            tighten(&mut node, &children, is_last, is_ended);
            blank = node.children.pop_if(|last| last.is_blank());
        }
        children.push(node);
    }
    let end = source.position();
    if let Some(list) = tree.nodes.last_mut() {
        list.children = children;
        if parser.options.gfm {
            mark_tasks(list);
        }
        if blank.is_some() && !is_ended {
            list.source.end = start_of_trailing_blank(source, list.source.start, end);
        }
    }
    if let Some(mut blank) = blank.filter(|_| !is_ended) {
        blank.source = tree.nodes.last().map_or(end, |list| list.source.end)..end;
        tree.nodes.push(blank);
    }
    true
}

/// Reads the items of a list; whether a marker ended it.
fn take_items(source: &mut Source<'_>, marker: Marker) -> (Vec<Item>, bool) {
    let mut items: Vec<Item> = Vec::new();
    let mut marker_limit = 3;
    let mut indentation = 0;
    let mut has_nested_list = false;
    let mut is_after_blank = false;
    while !source.is_at_end() {
        let rest = source.rest();
        if is_after_blank && marker::rule(rest).is_some() {
            break;
        }
        if let Some(length) = marker::end_of_block(rest) {
            source.advance(length);
            return (items, true);
        }
        if let Some(first) = item::take_first_line(source, marker, marker_limit) {
            indentation = first.indentation;
            marker_limit = item::marker_limit(indentation);
            has_nested_list = marker::is_list(&first.text);
            is_after_blank = false;
            items.push(Item::new(first));
            continue;
        }
        let Some(parts) = items.last_mut().map(|item| &mut item.parts) else { break };
        match item::take_line(source, indentation, !is_after_blank) {
            Some(Line::Of { mut text, is_indented }) => {
                is_after_blank = false;
                if !has_nested_list && is_indented && marker::is_list(&text) {
                    parts.push(String::new());
                    has_nested_list = true;
                } else if has_nested_list && !is_indented && marker::is_list(&text) {
                    text.insert_str(0, &" ".repeat(indentation + 4));
                }
                parts.last_mut().into_iter().for_each(|part| part.push_str(&text));
            }
            Some(Line::Blank(blank)) => {
                has_nested_list = true;
                is_after_blank = true;
                parts.last_mut().into_iter().for_each(|part| part.push_str(blank));
            }
            None => break,
        }
    }
    (items, false)
}

/// Takes the tags from the first paragraph of an item that stands close to what follows.
fn tighten(item: &mut Node, items_before: &[Node], is_last: bool, is_ended: bool) {
    let children = &mut item.children;
    let Some(first) = children.first().filter(|first| first.is_paragraph()) else { return };
    // A list below the paragraph leaves its trace, which must not separate it from what follows.
    if first.list.is_some() && children.get(1).is_some_and(Node::is_trace) {
        children.remove(1);
    }
    let count = children.len();
    let is_before_blank = children.get(1).is_some_and(Node::is_blank);
    if is_before_blank && !(is_last && count == 2 && !is_ended) {
        return;
    }
    let has_paragraph =
        |item: &Node| item.children.first().is_some_and(|first| first.is_paragraph() && !first.is_transparent());
    if is_last && !items_before.is_empty() && items_before.iter().all(has_paragraph) {
        return;
    }
    let Some(first) = children.first_mut() else { return };
    if count > 1 && !is_before_blank {
        first.first_text().into_iter().for_each(|text| text.push('\n'));
    }
    first.make_transparent();
}

/// Makes boxes of `[ ]` and `[x]` (`parse_list` of GFM).
fn mark_tasks(list: &mut Node) {
    let mut is_task_list = false;
    for item in &mut list.children {
        let Some(text) = item.children.first_mut().filter(|first| first.is_paragraph()).and_then(Node::first_text)
        else {
            continue;
        };
        if let Some((checkbox, rest)) = split_task(text) {
            *text = format!("{checkbox}{rest}");
            is_task_list = true;
        }
        if is_task_list {
            item.attributes.push(("class".to_owned(), "task-list-item".to_owned()));
        }
    }
    if is_task_list {
        list.attributes.push(("class".to_owned(), "task-list".to_owned()));
    }
}

fn split_task(text: &str) -> Option<(&'static str, &str)> {
    let inside = text.trim_start_matches(super::lines::is_space).strip_prefix('[')?;
    let (checkbox, rest) = match inside.strip_prefix(' ') {
        Some(rest) => (BOX_UNCHECKED, rest),
        None => (BOX_CHECKED, inside.strip_prefix(['x', 'X'])?),
    };
    let rest = rest.strip_prefix(']')?;
    let text = rest.trim_start_matches(super::lines::is_space);
    (text.len() < rest.len()).then_some((checkbox, text))
}

/// Where the blank lines begin that end a range.
pub(super) fn start_of_trailing_blank(source: &Source<'_>, start: usize, end: usize) -> usize {
    let text = source.slice(start, end);
    let inside = text.trim_end_matches(super::lines::is_space);
    let tail = text.get(inside.len()..).unwrap_or_default();
    start + inside.len() + tail.find('\n').map_or(tail.len(), |line_feed| line_feed + 1)
}

impl Item {
    fn new(first: FirstLine) -> Item {
        let node = Node { list: first.list, ..Node::new(Kind::Item) };
        Item { node, parts: vec![first.text] }
    }
}

impl NodeKind {
    /// Whether it is a list of definitions.
    pub(super) fn is_definition_list(&self) -> bool {
        matches!(self, NodeKind::Element(Kind::DefinitionList))
    }
}
