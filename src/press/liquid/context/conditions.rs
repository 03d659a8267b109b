//! Whether conditions hold.

use std::cmp::Ordering;

use super::Context;
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::budget::Stop;
use crate::press::liquid::compare;
use crate::press::liquid::condition::{Comparison, Condition, Operand, Operator, Relation};
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

impl Context<'_> {
    /// Whether a condition holds.
    pub(in crate::press::liquid) fn holds(&mut self, condition: &Condition) -> Result<bool, Stop> {
        let mut result = self.compare(&condition.first)?;
        for (relation, comparison) in &condition.rest {
            match relation {
                // Read from the right: what follows an `or` that holds, or an `and` that does not, is never asked.
                Relation::Or if result => return Ok(true),
                Relation::And if !result => return Ok(false),
                _ => result = self.compare(comparison)?,
            }
        }
        Ok(result)
    }

    fn compare(&mut self, comparison: &Comparison) -> Result<bool, Stop> {
        let Some((operator, right)) = &comparison.right else {
            return Ok(match &comparison.left {
                Operand::Value(expression) => self.evaluate(expression).is_truthy(),
                Operand::Blank | Operand::Empty => true,
            });
        };
        match (operator, self.emptiness(&comparison.left, right)) {
            (Operator::Equal, Some(is_empty)) => return Ok(is_empty),
            (Operator::NotEqual, Some(is_empty)) => return Ok(!is_empty),
            (Operator::Contains, _) => {}
            (_, Some(_)) => return Ok(false),
            (_, None) => {}
        }
        let (left, right) = (self.operand(&comparison.left), self.operand(right));
        let has_order = !matches!(left, Value::List(_) | Value::Object(_));
        let order = |accepted: fn(Ordering) -> bool| compare::order(&left, &right).filter(|_| has_order).map(accepted);
        let result = match operator {
            Operator::Equal => return compare::equal(&left, &right, &mut self.budget),
            Operator::NotEqual => return compare::equal(&left, &right, &mut self.budget).map(|equal| !equal),
            Operator::Contains => return self.contains(&left, &right),
            Operator::Less => order(Ordering::is_lt),
            Operator::LessOrEqual => order(Ordering::is_le),
            Operator::Greater => order(Ordering::is_gt),
            Operator::GreaterOrEqual => order(Ordering::is_ge),
            Operator::Unknown => None,
        };
        let is_silent = *operator != Operator::Unknown && (left.is_nil() || right.is_nil() || !has_order);
        match result {
            Some(result) if !left.is_nil() => Ok(result),
            _ => {
                if !is_silent {
                    self.report(LiquidProblem::BadComparison);
                }
                Ok(false)
            }
        }
    }

    /// The answer of the other side to `blank` or `empty`.
    fn emptiness(&mut self, left: &Operand, right: &Operand) -> Option<bool> {
        let (question, other) = match (left, right) {
            (Operand::Value(value), question) if !matches!(question, Operand::Value(_)) => (question, value),
            (question, Operand::Value(value)) if !matches!(question, Operand::Value(_)) => (question, value),
            _ => return None,
        };
        let value = self.evaluate(other);
        Some(match question {
            Operand::Empty => value.is_empty().unwrap_or(false),
            // Rails' `blank?`, which Jekyll's values do not have: then the answer is no.
            _ => false,
        })
    }

    fn operand(&mut self, operand: &Operand) -> Value {
        match operand {
            Operand::Value(expression) => self.evaluate(expression),
            Operand::Blank | Operand::Empty => Value::text(""),
        }
    }

    fn contains(&mut self, left: &Value, right: &Value) -> Result<bool, Stop> {
        if !right.is_truthy() {
            return Ok(false);
        }
        match left {
            Value::Text(text) => {
                self.budget.work(text.len() / 16)?;
                let searched = show::text(right, &mut self.budget)?;
                Ok(text.contains(&*searched))
            }
            Value::List(list) => {
                for item in list.items() {
                    if compare::equal(item, right, &mut self.budget)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Object(object) => Ok(right.as_text().is_some_and(|key| object.get(key).is_some())),
            Value::Range(first, last) => {
                Ok(matches!(right, Value::Integer(number) if (first..=last).contains(&number)))
            }
            _ => Ok(false),
        }
    }
}
