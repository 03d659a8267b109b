//! Which values are equal, and which comes first.

use std::cmp::Ordering;
use std::sync::Arc;

use super::budget::{Budget, Stop};
use super::value::Value;

/// Ruby's `==`.
pub(super) fn equal(one: &Value, other: &Value, budget: &mut Budget) -> Result<bool, Stop> {
    budget.work(8)?;
    Ok(match (one, other) {
        (Value::Nil, Value::Nil) | (Value::Site, Value::Site) => true,
        (Value::Boolean(one), Value::Boolean(other)) => one == other,
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::Day(one), Value::Day(other)) => one == other,
        (Value::Moment(one), Value::Moment(other)) => one == other,
        (Value::Range(first, last), Value::Range(other_first, other_last)) => {
            (first, last) == (other_first, other_last)
        }
        (Value::Document(one), Value::Document(other)) => one.path == other.path,
        (Value::List(one), Value::List(other)) => {
            if Arc::ptr_eq(one, other) {
                return Ok(true);
            }
            if one.items().len() != other.items().len() {
                return Ok(false);
            }
            for (one, other) in one.items().iter().zip(other.items()) {
                if !equal(one, other, budget)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Object(one), Value::Object(other)) => {
            if Arc::ptr_eq(one, other) {
                return Ok(true);
            }
            if one.entries().len() != other.entries().len() {
                return Ok(false);
            }
            for (key, value) in one.entries() {
                match other.get(key) {
                    Some(other) if equal(value, other, budget)? => {}
                    _ => return Ok(false),
                }
            }
            true
        }
        _ => numbers(one, other).is_some_and(|order| order == Some(Ordering::Equal)),
    })
}

/// Ruby's `<=>`: `None` for values of different kinds.
pub(super) fn order(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::Nil, Value::Nil) => Some(Ordering::Equal),
        (Value::Text(one), Value::Text(other)) => Some(one.cmp(other)),
        (Value::Day(one), Value::Day(other)) => Some(one.cmp(other)),
        (Value::Moment(one), Value::Moment(other)) => Some(one.timestamp().cmp(&other.timestamp())),
        (Value::Document(one), Value::Document(other)) => Some((one.date, &one.path).cmp(&(other.date, &other.path))),
        (Value::List(one), Value::List(other)) => {
            let pairs = one.items().iter().zip(other.items());
            let first = pairs.map(|(one, other)| flat(one, other)).find(|order| *order != Some(Ordering::Equal));
            first.unwrap_or(Some(one.items().len().cmp(&other.items().len())))
        }
        _ => numbers(one, other).flatten(),
    }
}

/// The order of items that are no lists themselves: enough to sort, and it cannot explode.
fn flat(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::List(_), _) | (_, Value::List(_)) => None,
        _ => order(one, other),
    }
}

/// The order of two numbers; `None` if they are not two.
#[allow(clippy::cast_precision_loss, reason = "numbers this large are compared as Ruby's floats")]
fn numbers(one: &Value, other: &Value) -> Option<Option<Ordering>> {
    match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => Some(Some(one.cmp(other))),
        (Value::Integer(one), Value::Float(other)) => Some((*one as f64).partial_cmp(other)),
        (Value::Float(one), Value::Integer(other)) => Some(one.partial_cmp(&(*other as f64))),
        (Value::Float(one), Value::Float(other)) => Some(one.partial_cmp(other)),
        _ => None,
    }
}
