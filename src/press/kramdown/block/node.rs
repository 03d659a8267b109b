//! What blocks are before the whole text is known.

use std::ops::Range;

use super::super::attribute_list::AttributeList;
use super::super::tree::{Attributes, Kind};

/// A block whose text is still as written and whose attribute lists are not resolved.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) attributes: Attributes,
    pub(super) list: Option<AttributeList>,
    pub(super) children: Vec<Node>,
    /// What it was made of, in the text that it stands in.
    pub(super) source: Range<usize>,
}

/// What a node is.
#[derive(Debug, Default)]
pub(super) enum NodeKind {
    /// What it is in the tree. Its text is in children of [`Kind::RawText`].
    Element(Kind),
    /// Blank lines.
    Blank {
        /// Whether it is one line without any character.
        is_line_feed: bool,
    },
    /// `^`.
    EndOfBlock,
    /// An attribute list or an extension stood here.
    #[default]
    Extension,
    /// A link of this name was defined.
    Link(String),
    /// An abbreviation of this name was defined.
    Abbreviation(String),
    /// A footnote of this name was defined.
    Footnote(String),
}

/// Where blocks are gathered.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    /// An attribute list that waits for its block.
    pub(super) waiting: Option<AttributeList>,
    /// Where the block begins that is parsed now, with the list that waited for it.
    pub(super) start: usize,
    pub(super) waiting_start: Option<usize>,
    /// The element of HTML whose inside it is.
    pub(super) html: Option<HtmlParent>,
}

/// An element of HTML while its inside is parsed.
#[derive(Clone, Debug)]
pub(super) struct HtmlParent {
    pub(super) name: String,
    pub(super) is_raw: bool,
}

impl Node {
    pub(super) fn new(kind: Kind) -> Node {
        Node { kind: NodeKind::Element(kind), ..Node::default() }
    }

    pub(super) fn raw_text(text: impl Into<String>) -> Node {
        Node::new(Kind::RawText(text.into()))
    }

    pub(super) fn with_text(kind: Kind, text: impl Into<String>) -> Node {
        Node { children: vec![Node::raw_text(text)], ..Node::new(kind) }
    }

    pub(super) fn is_blank(&self) -> bool {
        matches!(self.kind, NodeKind::Blank { .. })
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.kind, NodeKind::Element(Kind::Paragraph { .. }))
    }

    pub(super) fn is_raw_text(&self) -> bool {
        matches!(self.kind, NodeKind::Element(Kind::RawText(_)))
    }

    pub(super) fn is_table_body(&self) -> bool {
        matches!(self.kind, NodeKind::Element(Kind::TableBody))
    }

    pub(super) fn is_transparent(&self) -> bool {
        matches!(self.kind, NodeKind::Element(Kind::Paragraph { transparent: true }))
    }

    /// Whether it is only the trace of something that makes no element.
    pub(super) fn is_trace(&self) -> bool {
        !matches!(self.kind, NodeKind::Element(_) | NodeKind::Blank { .. })
    }

    /// Makes a paragraph lose its tags.
    pub(super) fn make_transparent(&mut self) {
        self.kind = NodeKind::Element(Kind::Paragraph { transparent: true });
    }

    /// The text of a paragraph's beginning.
    pub(super) fn first_text(&mut self) -> Option<&mut String> {
        self.children.first_mut().and_then(Node::text)
    }

    /// The text, if it is one that is still as written.
    pub(super) fn text(&mut self) -> Option<&mut String> {
        match &mut self.kind {
            NodeKind::Element(Kind::RawText(text)) => Some(text),
            _ => None,
        }
    }
}

impl Tree {
    /// Adds a block that ends at a place and takes the list that waits.
    pub(super) fn push(&mut self, mut node: Node, end: usize) {
        let start = self.waiting_start.take().filter(|_| self.waiting.is_some()).unwrap_or(self.start);
        if let Some(list) = self.waiting.take() {
            node.list = Some(list);
        }
        node.source = start..end;
        self.nodes.push(node);
    }

    /// Adds a block that leaves the list waiting.
    pub(super) fn push_beside(&mut self, mut node: Node, end: usize) {
        node.source = self.start..end;
        self.nodes.push(node);
    }

    /// Adds the trace of something that makes no element.
    pub(super) fn push_trace(&mut self, kind: NodeKind, end: usize) {
        self.push(Node { kind, ..Node::default() }, end);
    }

    /// Whether a block may begin here that must stand by itself.
    pub(super) fn is_after_boundary(&self) -> bool {
        self.waiting.is_some()
            || self.nodes.last().is_none_or(|last| last.is_blank() || matches!(last.kind, NodeKind::EndOfBlock))
    }
}
