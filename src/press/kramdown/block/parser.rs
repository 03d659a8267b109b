//! All block parsers in their order.

use std::collections::HashMap;

use super::super::attribute_list::AttributeList;
use super::super::document::{Definitions, Options, Warning};
use super::lines::{blank_lines, line};
use super::node::{Node, NodeKind, Tree};
use super::source::Source;
use super::{marker, paragraph};

/// How deep blocks may stand within each other. Deeper ones are text.
const DEPTH_LIMIT: usize = 100;

/// What has been read so far, but for the blocks themselves.
pub(super) struct Parser {
    pub(super) options: Options,
    pub(super) definitions: Definitions,
    pub(super) lists: HashMap<String, AttributeList>,
    /// By name, in the order of their first definition.
    pub(super) footnotes: Vec<(String, Vec<Node>)>,
    /// Names of footnotes, and short forms, to their positions among the others: there may be very many.
    pub(super) footnote_positions: HashMap<String, usize>,
    pub(super) abbreviation_positions: HashMap<String, usize>,
    depth: usize,
    /// Where the block of the whole text begins in which we are.
    place: usize,
}

/// What came of trying a block parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing was read.
    Declined,
    /// A block was read.
    Parsed,
    /// The end tag was read of the element whose inside this is.
    Ended,
}

impl Parser {
    pub(super) fn new(options: &Options) -> Parser {
        Parser {
            options: options.clone(),
            definitions: Definitions::default(),
            lists: HashMap::new(),
            footnotes: Vec::new(),
            footnote_positions: HashMap::new(),
            abbreviation_positions: HashMap::new(),
            depth: 0,
            place: 0,
        }
    }

    /// Parses the rest of a source into a tree; whether the end tag of the tree's element ended it.
    pub(super) fn parse_blocks(&mut self, source: &mut Source<'_>, tree: &mut Tree) -> bool {
        tree.waiting = None;
        tree.waiting_start = None;
        self.depth += 1;
        let mut is_ended = false;
        while !source.is_at_end() && !is_ended {
            tree.start = source.position();
            if self.depth == 1 {
                self.place = tree.start;
            }
            match self.parse_block(source, tree) {
                Outcome::Ended => is_ended = true,
                Outcome::Parsed if source.position() > tree.start => {}
                Outcome::Parsed | Outcome::Declined => paragraph::parse_stray_line(source, tree),
            }
        }
        self.depth -= 1;
        is_ended
    }

    /// Whether no further block may stand within the present one.
    pub(super) fn is_too_deep(&self) -> bool {
        self.depth >= DEPTH_LIMIT
    }

    /// Runs what goes deeper without blocks in between.
    pub(super) fn deeper<T>(&mut self, run: impl FnOnce(&mut Parser) -> T) -> T {
        self.depth += 1;
        let result = run(self);
        self.depth -= 1;
        result
    }

    pub(super) fn warn(&mut self, warning: Warning) {
        self.definitions.warnings.push((self.place, warning));
    }

    fn parse_block(&mut self, source: &mut Source<'_>, tree: &mut Tree) -> Outcome {
        let is_parsed = parse_blank_lines(source, tree)
            || super::code::parse_indented(source, tree)
            || super::code::parse_fenced(self, source, tree)
            || super::quote::parse(self, source, tree)
            || super::heading::parse_atx(self, source, tree)
            || parse_rule(source, tree)
            || super::list::parse(self, source, tree)
            || super::definition_list::parse(self, source, tree);
        if is_parsed {
            return Outcome::Parsed;
        }
        let outcome = super::html::parse(self, source, tree);
        if outcome != Outcome::Declined {
            return outcome;
        }
        let is_parsed = super::heading::parse_setext(source, tree)
            || super::math::parse(source, tree)
            || super::table::parse(source, tree)
            || super::definition::parse_footnote(self, source, tree)
            || super::link_definition::parse(self, source, tree)
            || super::definition::parse_abbreviation(self, source, tree)
            || super::extension::parse(self, source, tree)
            || parse_end_of_block(source, tree)
            || paragraph::parse(self, source, tree);
        if is_parsed { Outcome::Parsed } else { Outcome::Declined }
    }
}

fn parse_blank_lines(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let Some(length) = blank_lines(source.rest()) else { return false };
    let is_line_feed = length == 1;
    source.advance(length);
    match tree.nodes.last_mut() {
        Some(Node { kind: NodeKind::Blank { is_line_feed }, source: range, .. }) => {
            *is_line_feed = false;
            range.end = source.position();
        }
        _ => tree.push_trace(NodeKind::Blank { is_line_feed }, source.position()),
    }
    true
}

fn parse_rule(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let Some(length) = marker::rule(source.rest()) else { return false };
    source.advance(length);
    tree.push(Node::new(super::super::tree::Kind::Rule), source.position());
    true
}

fn parse_end_of_block(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    if marker::end_of_block(source.rest()).is_none() {
        return false;
    }
    source.advance(line(source.rest()).len());
    tree.push_trace(NodeKind::EndOfBlock, source.position());
    true
}
