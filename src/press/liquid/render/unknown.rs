//! What stays in code, though Jekyll shows nothing for it.

use super::push_text;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::UnknownInCode;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::condition::{Condition, Operand};
use crate::press::liquid::context::Context;
use crate::press::liquid::expression::Expression;
use crate::press::liquid::filtered::Filtered;
use crate::press::liquid::tree::{Node, Template};

impl Context<'_> {
    /// Whether a piece that shows nothing stays as it is written.
    pub(super) fn keeps(&self, node: &Node) -> bool {
        node.in_code && self.unknown_in_code == UnknownInCode::Keep
    }

    /// Shows a piece as it is written.
    pub(super) fn keep(&mut self, template: &Template, node: &Node, out: &mut String) -> Result<(), Stop> {
        let source = node.source(&template.text);
        self.report(LiquidProblem::KeptInCode { source: source.to_owned() });
        self.budget.output(source.len())?;
        push_text(out, source);
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
