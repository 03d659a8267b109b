//! One YAML document as a tree, from the parser's events.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::merge::OpenMap;
use super::{Node, Quoting, Value};
use crate::press::decode::without_controls;
use crate::press::diagnostic::Position;

/// Why there is no tree, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// In the parser's words.
    pub(super) cause: String,
    pub(super) position: Position,
}

/// Deeper than any front matter; it also bounds every recursion over a tree.
const DEEPEST: usize = 32;

/// What a tree may weigh. Aliases copy what they name, so that a few lines could make a tree of any size.
const HEAVIEST: usize = 4 * 1024 * 1024;

/// What a node weighs besides its text.
const NODE: usize = 64;

/// Reads the first document. `None` if there is nothing but blanks and comments.
pub(super) fn parse(yaml: &str) -> Result<Option<Node>, Broken> {
    let mut parser = Parser::new_from_str(yaml);
    let mut builder = Builder::default();
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| Broken::from(&error))?;
        if event == Event::DocumentEnd {
            break;
        }
        builder.take(event, span)?;
    }
    Ok(builder.root)
}

/// A tree under construction.
#[derive(Default)]
struct Builder {
    root: Option<Node>,
    open: Vec<Collection>,
    anchors: HashMap<usize, Node>,
    weight: usize,
}

/// A list or map that is not complete yet.
struct Collection {
    position: Position,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map(OpenMap),
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Broken> {
        let position = position(span.start.line(), span.start.col());
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.add(Node { value: scalar(text.into_owned(), style), position }, anchor, position)
            }
            Event::SequenceStart(anchor, _) => self.open(Content::List(Vec::new()), anchor, position),
            Event::MappingStart(anchor, _) => self.open(Content::Map(OpenMap::default()), anchor, position),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Collection { position, anchor, content: Content::List(items) }) => {
                    self.add(Node { value: Value::List(items), position }, anchor, position)
                }
                Some(Collection { position, anchor, content: Content::Map(map) }) => {
                    self.add(Node { value: Value::Map(map.entries()), position }, anchor, position)
                }
                None => Ok(()),
            },
            Event::Alias(anchor) => {
                let value = self.anchors.get(&anchor).map_or(Value::Null, |node| node.value.clone());
                self.add(Node { value, position }, 0, position)
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {
                Ok(())
            }
        }
    }

    fn open(&mut self, content: Content, anchor: usize, position: Position) -> Result<(), Broken> {
        if DEEPEST <= self.open.len() {
            return Err(Broken::too_large(position));
        }
        self.open.push(Collection { position, anchor, content });
        Ok(())
    }

    fn add(&mut self, node: Node, anchor: usize, position: Position) -> Result<(), Broken> {
        self.weight = self.weight.saturating_add(weight(&node, DEEPEST));
        if HEAVIEST < self.weight {
            return Err(Broken::too_large(position));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|collection| &mut collection.content) {
            None => self.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Map(map)) => map.add(node),
        }
        Ok(())
    }
}

impl Broken {
    fn too_large(position: Position) -> Broken {
        Broken { cause: "too large".to_owned(), position }
    }
}

impl From<&ScanError> for Broken {
    fn from(error: &ScanError) -> Broken {
        let marker = error.marker();
        Broken { cause: error.info().to_owned(), position: position(marker.line(), marker.col()) }
    }
}

fn scalar(text: String, style: ScalarStyle) -> Value {
    match style {
        ScalarStyle::Plain if matches!(text.as_str(), "" | "~") || text.eq_ignore_ascii_case("null") => Value::Null,
        ScalarStyle::Plain => Value::Text(text, Quoting::Plain),
        _ => Value::Text(without_controls(text), Quoting::Quoted),
    }
}

/// Nodes that hold others are weighed again with each that holds them: deep trees weigh more.
fn weight(node: &Node, depth: usize) -> usize {
    let Some(depth) = depth.checked_sub(1) else {
        return HEAVIEST + 1;
    };
    NODE + match &node.value {
        Value::Null => 0,
        Value::Text(text, _) => text.len(),
        Value::List(items) => items.iter().map(|item| weight(item, depth)).sum(),
        Value::Map(entries) => entries.iter().map(|entry| entry.key.len() + weight(&entry.value, depth)).sum(),
    }
}

fn position(line: usize, column: usize) -> Position {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Position { line: number(line).max(1), column: number(column).saturating_add(1) }
}
