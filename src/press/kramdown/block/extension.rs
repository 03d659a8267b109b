//! Attribute lists and extensions.

use std::collections::HashMap;

use super::super::attribute_list::{self, AttributeList, Extension, block_extension, block_extension_stop, block_list};
use super::super::document::{Options, Warning};
use super::super::tree::Kind;
use super::lines::{after_optional_space, is_space};
use super::node::{Node, NodeKind, Tree};
use super::parser::Parser;
use super::source::Source;

pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    if !after_optional_space(rest).starts_with("{:") {
        return false;
    }
    if let Some((name, found)) = attribute_list::definition(rest) {
        parser.lists.entry(name.to_owned()).or_default().read(found.content);
        source.advance(found.length);
        tree.push_trace(NodeKind::Extension, source.position());
        return true;
    }
    if let Some(found) = block_extension(rest) {
        return parse_extension(parser, source, tree, &found);
    }
    let Some(found) = block_list(rest) else { return false };
    let start = source.position();
    source.advance(found.length);
    let end = source.position();
    match tree.nodes.last_mut().filter(|last| takes_list(last)) {
        Some(last) => {
            last.list.get_or_insert_default().read(found.content);
            if !last.is_trace() {
                last.source.end = end;
            }
            if block_list(source.rest()).is_none() {
                tree.push_trace(NodeKind::Extension, end);
            }
        }
        None => {
            tree.waiting.get_or_insert_default().read(found.content);
            tree.waiting_start.get_or_insert(start);
        }
    }
    true
}

/// Whether a list below it is for it, rather than for what follows.
fn takes_list(last: &Node) -> bool {
    match last.kind {
        NodeKind::Element(_) | NodeKind::Link(_) | NodeKind::Abbreviation(_) | NodeKind::Footnote(_) => true,
        NodeKind::Blank { .. } | NodeKind::EndOfBlock | NodeKind::Extension => false,
    }
}

/// `{::name …}`, with its inside unless it closes itself.
fn parse_extension(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree, tag: &Extension<'_>) -> bool {
    let Extension::Start { name, options, is_closed, length } = *tag else { return false };
    let mut list = AttributeList::default();
    list.read(options);
    let after = source.position() + length;
    let (body, end) = match is_closed {
        true => (None, after),
        false => match body(source, name, after) {
            Some((body, end)) => (Some(body), end),
            None => {
                parser.warn(Warning::ExtensionNotClosed(name.to_owned()));
                return false;
            }
        },
    };
    match (name, body) {
        ("comment", Some(body)) => finish(source, tree, end, Kind::Comment(body.to_owned())),
        ("nomarkdown", Some(body)) => {
            let types = value(&list, "type").unwrap_or_default();
            let is_for_html = types.is_empty() || types.split(is_space).any(|name| name == "html");
            finish(source, tree, end, Kind::Raw(if is_for_html { body.to_owned() } else { String::new() }));
        }
        ("comment" | "nomarkdown", None) => source.set_position(end),
        ("options", _) => {
            set_options(&mut parser.options, &list);
            source.set_position(end);
            tree.push_trace(NodeKind::Extension, end);
        }
        _ => {
            parser.warn(Warning::UnknownExtension(name.to_owned()));
            return false;
        }
    }
    true
}

fn finish(source: &mut Source<'_>, tree: &mut Tree, end: usize, kind: Kind) {
    source.set_position(end);
    tree.push_beside(Node::new(kind), end);
}

/// The lines of a source that end extensions, by the names in them: where they begin and end, in order.
#[derive(Debug, Default)]
pub(super) struct Stops<'a> {
    lines: HashMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Stops<'a> {
    fn in_text(text: &'a str) -> Stops<'a> {
        let mut stops = Stops::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if let Some(name) = block_extension_stop(line) {
                stops.lines.entry(name).or_default().push((start, end));
            }
            start = end;
        }
        stops
    }

    /// The first one from a place on that ends an extension of a name: one without a name ends any.
    fn next(&self, name: &str, from: usize) -> Option<(usize, usize)> {
        let next_of = |name| {
            let lines = self.lines.get(name)?;
            lines.get(lines.partition_point(|(start, _)| *start < from)).copied()
        };
        [next_of(name), next_of("")].into_iter().flatten().min()
    }
}

/// The inside of an extension up to the line that ends it, and the place after that.
fn body<'a>(source: &mut Source<'a>, name: &str, start: usize) -> Option<(&'a str, usize)> {
    let text = source.text();
    let stops = source.extension_stops.get_or_insert_with(|| Stops::in_text(text));
    let (stop, end) = stops.next(name, start)?;
    let body = source.slice(start, stop);
    Some((body.strip_suffix('\n').unwrap_or(body), end))
}

/// `{::options name="value" /}`, as far as there are such options here.
fn set_options(options: &mut Options, list: &AttributeList) {
    let flag = |name: &str, target: &mut bool| match value(list, name) {
        Some("true") => *target = true,
        Some("false") => *target = false,
        _ => {}
    };
    flag("auto_ids", &mut options.auto_ids);
    flag("parse_block_html", &mut options.parse_block_html);
    flag("parse_span_html", &mut options.parse_span_html);
    if let Some(prefix) = value(list, "auto_id_prefix") {
        prefix.clone_into(&mut options.auto_id_prefix);
    }
    if let Some(levels) = value(list, "toc_levels").and_then(levels) {
        options.toc_levels = levels;
    }
}

/// Levels of headings: `2..4` or `1,2`.
fn levels(text: &str) -> Option<u8> {
    let level = |text: &str| text.trim().parse::<u8>().ok().filter(|level| (1..=6).contains(level));
    let levels: Vec<u8> = match text.split_once("..") {
        Some((first, last)) => (level(first)?..=level(last)?).collect(),
        None => text.split(',').map(level).collect::<Option<_>>()?,
    };
    Some(levels.into_iter().fold(0, |bits, level| bits | 1 << level))
}

fn value<'a>(list: &'a AttributeList, name: &str) -> Option<&'a str> {
    list.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}
