//! From pieces to a tree. Whatever Ruby's Liquid would refuse becomes a node that shows nothing and says why.

use std::ops::Range;
use std::sync::Arc;

use super::blocks::{self, Blocks};
use super::code;
use super::filtered::Filtered;
use super::tokens::{self, Token, TokenKind};
use super::tree::{Node, NodeKind, Template};
use crate::press::diagnostic::LiquidProblem;

mod flow;
mod tags;

/// Reads a template.
pub(super) fn template(text: Arc<str>) -> Template {
    inner(text, 0)
}

/// How deep blocks may nest.
const DEEPEST: u32 = 60;

/// How deep `liquid` tags may nest.
const DEEPEST_INNER: u32 = 4;

fn inner(text: Arc<str>, inner_depth: u32) -> Template {
    let tokens = tokens::cut(&text);
    let mut parser = Parser {
        text: &text,
        blocks: Blocks::find(&text, &tokens),
        tokens: &tokens,
        place: 0,
        code: code::ranges(&text),
        code_depth: 0,
        inner_depth,
    };
    let nodes = parser.nodes(tokens.len(), 0);
    Template { nodes, text: text.clone() }
}

/// What follows a dividing tag, and that tag's name and markup; the first part has none.
type Part<'a> = (Option<(&'a str, &'a str)>, Vec<Node>);

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    blocks: Blocks<'a>,
    place: usize,
    code: Vec<Range<usize>>,
    /// How many code blocks of Liquid are around.
    code_depth: u32,
    inner_depth: u32,
}

impl<'a> Parser<'a> {
    /// The nodes up to a token.
    fn nodes(&mut self, end: usize, depth: u32) -> Vec<Node> {
        let mut nodes = Vec::new();
        while self.place < end {
            self.node_into(&mut nodes, depth);
        }
        nodes
    }

    /// The nodes up to a token, with the tags of this level that divide them: `else` and its like.
    fn parts(&mut self, end: usize, depth: u32, dividers: &[&str]) -> Vec<Part<'a>> {
        let mut parts = vec![(None, Vec::new())];
        while self.place < end {
            if let Some((name, markup)) = self.tag(self.place)
                && dividers.contains(&name)
            {
                parts.push((Some((name, markup)), Vec::new()));
                self.place += 1;
            } else if let Some((_, nodes)) = parts.last_mut() {
                self.node_into(nodes, depth);
            }
        }
        parts
    }

    fn node_into(&mut self, nodes: &mut Vec<Node>, depth: u32) {
        let place = self.place;
        self.place += 1;
        let Some(token) = self.tokens.get(place) else {
            return;
        };
        let kind = match &token.kind {
            TokenKind::Text(range) if range.is_empty() => return,
            TokenKind::Text(range) => NodeKind::Text(range.clone()),
            TokenKind::Output(markup) => NodeKind::Output(Filtered::parse(self.slice(markup))),
            TokenKind::Broken => NodeKind::Shown(LiquidProblem::NotEnded),
            TokenKind::Tag(name, markup) => {
                let (name, markup) = (self.slice(name), self.slice(markup));
                self.tag_node(place, name, markup, depth, nodes)
            }
        };
        let last = self.place.checked_sub(1).and_then(|last| self.tokens.get(last)).unwrap_or(token);
        let in_code = 0 < self.code_depth || code::contains(&self.code, token.range.start);
        let range = token.range.start..last.range.end;
        nodes.push(Node { line: token.line, range, in_code, kind });
    }

    fn tag_node(&mut self, place: usize, name: &str, markup: &str, depth: u32, nodes: &mut Vec<Node>) -> NodeKind {
        if let Some(ended) = name.strip_prefix("end")
            && !ended.is_empty()
        {
            return self.end_node(ended);
        }
        if blocks::is_block(name) {
            let Some(end) = self.blocks.closer(place) else {
                return NodeKind::Dropped(LiquidProblem::NeverClosed { tag: name.to_owned() });
            };
            if DEEPEST <= depth {
                self.place = end + 1;
                return NodeKind::Dropped(LiquidProblem::TooDeep);
            }
            if name == "raw" {
                nodes.extend(self.nodes(end, depth + 1));
                self.place = end + 1;
                return NodeKind::Nothing;
            }
            let kind = self.block(name, markup, end, depth + 1);
            self.place = end + 1;
            return kind;
        }
        if let Some(kind) = tags::tag(name, markup, self.inner_depth) {
            return kind;
        }
        let tag = name.to_owned();
        NodeKind::Dropped(if self.blocks.is_closed_behind(name, place) {
            LiquidProblem::UnknownBlock { tag }
        } else {
            LiquidProblem::UnknownTag { tag }
        })
    }

    /// An end that closes nothing known: that of a plugin's block, which is reported at its beginning, or a stray one.
    fn end_node(&self, ended: &str) -> NodeKind {
        let is_known = blocks::is_block(ended);
        let tag = format!("end{ended}");
        if is_known {
            NodeKind::Dropped(LiquidProblem::Stray { tag })
        } else {
            NodeKind::Dropped(LiquidProblem::Silent)
        }
    }

    fn tag(&self, place: usize) -> Option<(&'a str, &'a str)> {
        match &self.tokens.get(place)?.kind {
            TokenKind::Tag(name, markup) => Some((self.text.get(name.clone())?, self.text.get(markup.clone())?)),
            _ => None,
        }
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}
