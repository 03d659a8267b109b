//! Filters: Liquid's own and Jekyll's, as lenient with their input as Ruby.

use std::sync::Arc;

use super::budget::{LONGEST_TEXT, Stop};
use super::context::{Context, to_integer};
use super::filtered::FilterCall;
use super::show;
use super::value::Value;
use crate::press::diagnostic::LiquidProblem;

mod dates;
mod grouping;
mod json;
mod lists;
mod numbers;
mod standard;
mod texts;
mod urls;
mod words;

pub use urls::escaped_path;
pub(super) use urls::relative_url;

/// What a filter is given behind its colon.
pub(super) struct Arguments {
    list: Vec<Value>,
    named: Vec<(Arc<str>, Value)>,
}

/// Why a filter gives nothing.
pub(super) enum Failure {
    Stop(Stop),
    /// Ruby raises an error; the text is the remedy.
    Refused(&'static str),
}

/// What a filter gives.
pub(super) type Outcome = Result<Value, Failure>;

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Failure {
        Failure::Stop(stop)
    }
}

/// Applies a filter. One that nobody knows changes nothing.
pub(super) fn apply(context: &mut Context<'_>, value: Value, call: &FilterCall) -> Result<Value, Stop> {
    let list = call.arguments.iter().map(|argument| context.evaluate(argument)).collect();
    let named = call.named.iter().map(|(name, argument)| (name.clone(), context.evaluate(argument))).collect();
    let arguments = Arguments { list, named };
    context.budget.work(weight(&value) + 1)?;
    let outcome = one_of(context, &call.name, &value, &arguments);
    match outcome {
        None => {
            context.report(LiquidProblem::UnknownFilter { filter: call.name.to_string() });
            Ok(value)
        }
        Some(Ok(value)) => {
            if value.as_text().is_some_and(|text| LONGEST_TEXT < text.len()) {
                return Err(Stop::TooMuch);
            }
            context.budget.work(weight(&value))?;
            Ok(value)
        }
        Some(Err(Failure::Stop(stop))) => Err(stop),
        Some(Err(Failure::Refused(reason))) => {
            context.report(LiquidProblem::FilterRefused { filter: call.name.to_string(), reason });
            Ok(Value::Nil)
        }
    }
}

fn one_of(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    numbers::filter(context, name, value, arguments)
        .or_else(|| grouping::filter(context, name, value, arguments))
        .or_else(|| lists::filter(context, name, value, arguments))
        .or_else(|| dates::filter(context, name, value, arguments))
        .or_else(|| urls::filter(context, name, value))
        .or_else(|| words::filter(context, name, value, arguments))
        .or_else(|| json::filter(context, name, value))
        .or_else(|| texts::filter(context, name, value, arguments))
        .or_else(|| standard::filter(context, name, value, arguments))
}

/// What a value costs to look at: bytes, or items.
fn weight(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::List(list) => list.items().len() * 8,
        Value::Object(object) => object.entries().len() * 8,
        _ => 1,
    }
}

impl Arguments {
    fn get(&self, place: usize) -> Option<&Value> {
        self.list.get(place)
    }

    /// An argument that must be there.
    fn wanted(&self, place: usize) -> Result<&Value, Failure> {
        self.get(place).ok_or(Failure::Refused("it needs a value behind a colon"))
    }

    /// An argument as text; empty if it is missing.
    fn text(&self, context: &mut Context<'_>, place: usize) -> Result<Arc<str>, Failure> {
        match self.get(place) {
            Some(value) => Ok(show::text(value, &mut context.budget)?),
            None => Ok(Arc::from("")),
        }
    }

    fn integer(&self, place: usize, default: i64) -> i64 {
        self.get(place).map_or(default, to_integer)
    }

    fn named(&self, name: &str) -> Option<&Value> {
        self.named.iter().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }
}

/// A number of things as a value.
fn count(number: usize) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
