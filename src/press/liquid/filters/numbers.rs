//! Filters on numbers.

use super::{Arguments, Failure, Outcome};
use crate::press::liquid::context::{Context, to_integer};
use crate::press::liquid::value::Value;

/// A number as filters reckon with it.
#[derive(Clone, Copy, Debug)]
enum Number {
    Whole(i64),
    Decimal(f64),
}

pub(super) fn filter(_context: &Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    let number = number(value);
    let with = |apply: fn(Number, Number) -> Outcome| {
        let operand = arguments.wanted(0)?;
        apply(number, self::number(operand))
    };
    Some(match name {
        "plus" => with(|one, other| Ok(reckon(one, other, i64::checked_add, |one, other| rounded(one + other)))),
        "minus" => with(|one, other| Ok(reckon(one, other, i64::checked_sub, |one, other| rounded(one - other)))),
        "times" => with(|one, other| Ok(reckon(one, other, i64::checked_mul, |one, other| rounded(one * other)))),
        "divided_by" => with(|one, other| {
            not_zero(other)?;
            Ok(reckon(one, other, floored_quotient, |one, other| one / other))
        }),
        "modulo" => with(|one, other| {
            not_zero(other)?;
            let remainder = |one: f64, other: f64| rounded(one - other * (one / other).floor());
            Ok(reckon(one, other, floored_remainder, remainder))
        }),
        "at_least" => with(|one, other| Ok(if one.decimal() < other.decimal() { other } else { one }.value())),
        "at_most" => with(|one, other| Ok(if other.decimal() < one.decimal() { other } else { one }.value())),
        "abs" => Ok(match number {
            Number::Whole(number) => Number::Whole(number.saturating_abs()).value(),
            Number::Decimal(number) => Value::Float(number.abs()),
        }),
        "ceil" => Ok(whole(number.decimal().ceil(), number)),
        "floor" => Ok(whole(number.decimal().floor(), number)),
        "round" => Ok(round(number, arguments.integer(0, 0))),
        "to_integer" => Ok(Value::Integer(match value {
            Value::Boolean(truth) => i64::from(*truth),
            value => to_integer(value),
        })),
        _ => return None,
    })
}

impl Number {
    #[allow(clippy::cast_precision_loss, reason = "as Ruby's floats")]
    fn decimal(self) -> f64 {
        match self {
            Number::Whole(number) => number as f64,
            Number::Decimal(number) => number,
        }
    }

    fn value(self) -> Value {
        match self {
            Number::Whole(number) => Value::Integer(number),
            Number::Decimal(number) => Value::Float(number),
        }
    }
}

fn number(value: &Value) -> Number {
    match value {
        Value::Float(number) => Number::Decimal(*number),
        Value::Text(text) => {
            let text = text.trim();
            let digits = text.strip_prefix('-').unwrap_or(text);
            let is_decimal = digits.split_once('.').is_some_and(|(whole, fraction)| {
                [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            });
            match text.parse().ok().filter(|_| is_decimal) {
                Some(number) => Number::Decimal(number),
                None => Number::Whole(to_integer(value)),
            }
        }
        Value::Integer(number) => Number::Whole(*number),
        _ => Number::Whole(0),
    }
}

/// Whole numbers stay whole while they can.
fn reckon(one: Number, other: Number, whole: fn(i64, i64) -> Option<i64>, decimal: impl Fn(f64, f64) -> f64) -> Value {
    if let (Number::Whole(one), Number::Whole(other)) = (one, other)
        && let Some(number) = whole(one, other)
    {
        return Value::Integer(number);
    }
    Value::Float(decimal(one.decimal(), other.decimal()))
}

fn not_zero(number: Number) -> Result<(), Failure> {
    match number {
        Number::Whole(0) => Err(Failure::Refused("no number is divided by zero")),
        _ => Ok(()),
    }
}

fn floored_quotient(one: i64, other: i64) -> Option<i64> {
    let quotient = one.checked_div(other)?;
    let is_uneven = one.checked_rem(other)? != 0;
    Some(if is_uneven && (one < 0) != (other < 0) { quotient - 1 } else { quotient })
}

fn floored_remainder(one: i64, other: i64) -> Option<i64> {
    let remainder = one.checked_rem(other)?;
    Some(if remainder != 0 && (remainder < 0) != (other < 0) { remainder + other } else { remainder })
}

/// Ruby reckons with decimals exactly: 0.1 + 0.2 is 0.3.
fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

#[allow(clippy::cast_possible_truncation, reason = "it has no fraction, and larger ones are cut")]
fn whole(number: f64, exact: Number) -> Value {
    match exact {
        Number::Whole(number) => Value::Integer(number),
        Number::Decimal(_) => Value::Integer(number as i64),
    }
}

fn round(number: Number, digits: i64) -> Value {
    let Number::Decimal(decimal) = number else {
        return number.value();
    };
    if digits <= 0 {
        return whole(decimal.round(), number);
    }
    let digits = usize::try_from(digits.min(15)).unwrap_or(0);
    let factor = 10_f64.powi(i32::try_from(digits).unwrap_or(0));
    let scaled = rounded(decimal * factor).round() / factor;
    Value::Float(if scaled.is_finite() { scaled } else { decimal })
}
