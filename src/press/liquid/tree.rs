//! A template as a tree.

use std::ops::Range;
use std::sync::Arc;

use super::condition::{Condition, Operand};
use super::expression::Expression;
use super::filtered::Filtered;
use crate::press::diagnostic::LiquidProblem;

/// A text with Liquid, read once and shown any number of times.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) text: Arc<str>,
    pub(super) nodes: Vec<Node>,
}

/// A piece of a template.
#[derive(Debug)]
pub(super) struct Node {
    /// From 1.
    pub(super) line: u32,
    /// All of it, a block's end included.
    pub(super) range: Range<usize>,
    /// Whether it stands in Markdown code.
    pub(super) in_code: bool,
    pub(super) kind: NodeKind,
}

/// What a piece does.
#[derive(Debug)]
pub(super) enum NodeKind {
    Text(Range<usize>),
    Output(Filtered),
    Assign {
        name: Arc<str>,
        value: Filtered,
    },
    Capture {
        name: Arc<str>,
        body: Vec<Node>,
    },
    /// `if` and `unless`; a branch without a condition is `else`.
    If {
        branches: Vec<(Option<Condition>, Vec<Node>)>,
        is_unless: bool,
        is_blank: bool,
    },
    /// `case`; a branch without operands is `else`.
    Case {
        subject: Operand,
        branches: Vec<(Vec<Operand>, Vec<Node>)>,
        is_blank: bool,
    },
    For(Box<For>),
    IfChanged(Vec<Node>),
    Cycle {
        name: CycleName,
        values: Vec<Expression>,
    },
    /// `increment` and `decrement`.
    Count {
        name: Arc<str>,
        is_up: bool,
    },
    Break,
    Continue,
    Include(Include),
    Code(CodeBlock),
    /// A tag without a body that needs the site: `link`, `post_url`, `gist` and those that show media.
    Plugin {
        name: Arc<str>,
        markup: Arc<str>,
    },
    /// The lines of a `liquid` tag.
    Inner(Template),
    /// Comments, and the tags of a block whose inside is shown as it is.
    Nothing,
    /// The tag of a plugin around a text that is shown.
    Dropped(LiquidProblem),
    /// What Jekyll refuses, shown as it is written.
    Shown(LiquidProblem),
}

/// `for` and `tablerow`.
#[derive(Debug)]
pub(super) struct For {
    pub(super) variable: Arc<str>,
    /// `variable-collection`, under which the place for `offset: continue` is kept.
    pub(super) name: Arc<str>,
    pub(super) collection: Expression,
    pub(super) is_reversed: bool,
    pub(super) limit: Option<Expression>,
    pub(super) offset: Option<Offset>,
    /// `Some` for `tablerow`.
    pub(super) columns: Option<Expression>,
    pub(super) body: Vec<Node>,
    pub(super) otherwise: Vec<Node>,
    pub(super) is_blank: bool,
}

/// Where a loop begins.
#[derive(Debug)]
pub(super) enum Offset {
    At(Expression),
    Continue,
}

/// By what a `cycle` remembers its place.
#[derive(Debug)]
pub(super) enum CycleName {
    Given(Expression),
    Values(Arc<str>),
}

/// `include`, `include_relative` and `include_cached`.
#[derive(Debug)]
pub(super) struct Include {
    /// May hold Liquid.
    pub(super) file: Arc<str>,
    /// `None` without any: then an outer `include` stays visible.
    pub(super) parameters: Option<Vec<(Arc<str>, Expression)>>,
    pub(super) is_relative: bool,
}

/// `highlight` and `codeblock`.
#[derive(Debug)]
pub(super) struct CodeBlock {
    /// In lower case; may be empty.
    pub(super) language: Arc<str>,
    /// How it is to be shown, as the tag says it or as it is said behind a fence; may be empty.
    pub(super) options: Arc<str>,
    pub(super) body: Vec<Node>,
}

impl Node {
    /// Whether it can show nothing but blanks.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        match &self.kind {
            NodeKind::Text(range) => text.get(range.clone()).is_none_or(|text| text.trim_ascii().is_empty()),
            NodeKind::Assign { .. } | NodeKind::Capture { .. } | NodeKind::Nothing => true,
            NodeKind::If { is_blank, .. } | NodeKind::Case { is_blank, .. } => *is_blank,
            NodeKind::For(node) => node.is_blank,
            NodeKind::Inner(template) => template.nodes.iter().all(|node| node.is_blank(&template.text)),
            _ => false,
        }
    }

    /// The text as written.
    pub(super) fn source<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}
