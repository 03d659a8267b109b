//! What stays in code, though Jekyll shows nothing for it.

use std::sync::Arc;

use super::push_text;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::UnknownInCode;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::condition::{Condition, Operand};
use crate::press::liquid::context::Context;
use crate::press::liquid::expression::Expression;
use crate::press::liquid::filtered::Filtered;
use crate::press::liquid::tokens::is_blank;
use crate::press::liquid::tree::{Node, Template};

impl Context<'_> {
    /// Whether a piece that shows nothing stays as it is written.
    pub(super) fn keeps(&self, node: &Node) -> bool {
        node.in_code && self.unknown_in_code == UnknownInCode::Keep
    }

    /// Shows a piece as it is written.
    pub(super) fn keep(&mut self, template: &Template, node: &Node, out: &mut String) -> Result<(), Stop> {
        let source = node.source(&template.text).to_owned();
        let (start, end) = with_blanks(&template.text, node.range.start, node.range.end);
        let start = self
            .kept_until
            .take()
            .filter(|(text, _)| Arc::ptr_eq(text, &template.text))
            .map_or(start, |(_, end)| start.max(end));
        let kept = template.text.get(start..end).unwrap_or_default();
        self.kept_until = Some((template.text.clone(), end));
        self.report(LiquidProblem::KeptInCode { source });
        self.budget.output(kept.len())?;
        push_text(out, kept);
        Ok(())
    }

    /// Whether an output says nothing because it names nothing.
    pub(super) fn is_unknown(&mut self, filtered: &Filtered) -> bool {
        filtered.start.as_ref().is_none_or(|start| self.is_unknown_expression(start))
    }

    /// Whether a variable says nothing because there is none.
    pub(super) fn is_unknown_expression(&mut self, expression: &Expression) -> bool {
        match expression {
            Expression::Variable(variable) => self.find(variable).is_none(),
            Expression::Literal(_) | Expression::Range(..) => false,
        }
    }

    /// Whether a condition asks for a variable that there is not.
    pub(super) fn asks_unknown(&mut self, condition: Option<&Condition>) -> bool {
        match condition.map(|condition| &condition.first.left) {
            Some(Operand::Value(expression)) => self.is_unknown_expression(expression),
            _ => false,
        }
    }
}

/// A piece with the blanks that its hyphens take away.
fn with_blanks(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let inside = text.get(start..end).unwrap_or_default();
    let starts = inside.as_bytes().get(2) == Some(&b'-');
    let ends = inside.ends_with("-}}") || inside.ends_with("-%}");
    (
        if starts { before.trim_end_matches(is_blank).len() } else { start },
        if ends { end + behind.len() - behind.trim_start_matches(is_blank).len() } else { end },
    )
}
