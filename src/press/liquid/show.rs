//! Values as text: as outputs print them, and as Ruby's `to_s` and `inspect` do.

use std::fmt::Write;
use std::sync::Arc;

use super::budget::{Budget, LONGEST_TEXT, Stop};
use super::value::Value;

/// As an output prints it: lists without anything between their items.
pub(super) fn print(value: &Value, out: &mut String, budget: &mut Budget) -> Result<(), Stop> {
    budget.work(4)?;
    match value.items() {
        Some(items) => items.iter().try_for_each(|item| print(item, out, budget)),
        None => plain(value, out, budget),
    }
}

/// Ruby's `to_s`, which filters apply to what is no text.
pub(super) fn text(value: &Value, budget: &mut Budget) -> Result<Arc<str>, Stop> {
    if let Value::Text(text) = value {
        return Ok(text.clone());
    }
    let mut out = String::new();
    plain(value, &mut out, budget)?;
    Ok(out.into())
}

/// Ruby's `inspect`.
pub(super) fn inspect(value: &Value, out: &mut String, budget: &mut Budget) -> Result<(), Stop> {
    budget.work(4)?;
    if LONGEST_TEXT < out.len() {
        return Err(Stop::TooMuch);
    }
    match value {
        Value::Nil => out.push_str("nil"),
        Value::Text(text) => quoted(text, out),
        _ => plain(value, out, budget)?,
    }
    Ok(())
}

/// A number with a fraction, as Ruby writes it.
pub(super) fn float(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number < 0.0 { "-Infinity" } else { "Infinity" }.to_owned();
    }
    if number != 0.0 && !(1e-4..1e16).contains(&number.abs()) {
        let text = format!("{number:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(("+", exponent), |exponent| ("-", exponent));
        let point = if digits.contains('.') { "" } else { ".0" };
        return format!("{digits}{point}e{sign}{exponent:0>2}");
    }
    format!("{number:?}")
}

fn plain(value: &Value, out: &mut String, budget: &mut Budget) -> Result<(), Stop> {
    match value {
        Value::Nil => {}
        Value::Boolean(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Integer(number) => {
            let _ = write!(out, "{number}");
        }
        Value::Float(number) => out.push_str(&float(*number)),
        Value::Text(text) => {
            budget.work(text.len() / 16)?;
            if LONGEST_TEXT < out.len() + text.len() {
                return Err(Stop::TooMuch);
            }
            out.push_str(text);
        }
        Value::Day(day) => {
            let _ = write!(out, "{day}");
        }
        Value::Moment(moment) => out.push_str(&moment.strftime("%Y-%m-%d %H:%M:%S %z").to_string()),
        Value::Range(first, last) => {
            let _ = write!(out, "{first}..{last}");
        }
        Value::List(list) => {
            out.push('[');
            for (position, item) in list.items().iter().enumerate() {
                out.push_str(if position == 0 { "" } else { ", " });
                inspect(item, out, budget)?;
            }
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (position, (key, item)) in object.entries().iter().enumerate() {
                out.push_str(if position == 0 { "" } else { ", " });
                quoted(key, out);
                out.push_str("=>");
                inspect(item, out, budget)?;
            }
            out.push('}');
        }
        Value::Document(document) => return plain(&Value::Text(document.text.clone()), out, budget),
        Value::Site => out.push_str("Jekyll::Drops::SiteDrop"),
        Value::Loop(_) => out.push_str("Liquid::ForloopDrop"),
    }
    Ok(())
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{1b}' => out.push_str("\\e"),
            _ => out.push(char),
        }
    }
    out.push('"');
}
