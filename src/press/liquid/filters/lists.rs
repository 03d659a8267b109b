//! Filters on lists.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::{Arguments, Failure, Outcome};
use crate::press::liquid::budget::{LONGEST_TEXT, Stop};
use crate::press::liquid::compare;
use crate::press::liquid::context::Context;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    let known = [
        "join",
        "first",
        "last",
        "reverse",
        "concat",
        "compact",
        "uniq",
        "map",
        "sort_natural",
        "push",
        "unshift",
        "pop",
        "shift",
        "sample",
        "array_to_sentence_string",
        "default",
    ];
    known.contains(&name).then(|| apply(context, name, value, arguments))
}

fn apply(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    match name {
        "default" => return Ok(default(value, arguments)),
        "first" | "last" => return Ok(end(value, name == "first")),
        "push" | "unshift" | "pop" | "shift" => return Ok(changed(name, value, arguments)),
        "sample" => {
            return Ok(value.items().map_or(value.clone(), |items| items.first().cloned().unwrap_or(Value::Nil)));
        }
        _ => {}
    }
    let mut items = match value {
        // Ruby asks a text for its length and its signs, too.
        Value::Text(text) if name == "array_to_sentence_string" => {
            context.budget.work(text.len() * 40)?;
            text.chars().map(|char| Value::text(char.to_string())).collect()
        }
        // A sentence has its lists as Ruby inspects them.
        Value::List(list) if name == "array_to_sentence_string" => list.items().to_vec(),
        value => items(context, value)?,
    };
    Ok(match name {
        "join" => {
            let glue = if arguments.get(0).is_some() { arguments.text(context, 0)? } else { " ".into() };
            return joined(context, &items, &glue);
        }
        "reverse" => {
            items.reverse();
            Value::list(items)
        }
        "concat" => {
            let Some(more) = arguments.wanted(0)?.items() else {
                return Err(Failure::Refused("give it a list"));
            };
            context.budget.work(more.len() * 8)?;
            items.extend_from_slice(more);
            Value::list(items)
        }
        "compact" => {
            let kept = match arguments.get(0) {
                None => items.into_iter().filter(|item| !item.is_nil()).collect(),
                Some(key) => {
                    let keys = properties(context, &items, key)?;
                    items.into_iter().zip(keys).filter(|(_, key)| !key.is_nil()).map(|(item, _)| item).collect()
                }
            };
            Value::list(kept)
        }
        "uniq" => {
            let keys = match arguments.get(0) {
                None => items.clone(),
                Some(key) => properties(context, &items, key)?,
            };
            let mut seen = HashSet::new();
            let mut kept = Vec::new();
            for (item, key) in items.into_iter().zip(keys) {
                let mut inspected = String::new();
                show::inspect(&key, &mut inspected, &mut context.budget)?;
                context.budget.work(inspected.len())?;
                if seen.insert(inspected) {
                    kept.push(item);
                }
            }
            Value::list(kept)
        }
        "map" => {
            let key = arguments.wanted(0)?;
            Value::list(properties(context, &items, key)?)
        }
        "sort_natural" => {
            let keys = match arguments.get(0) {
                None => items.clone(),
                Some(key) => properties(context, &items, key)?,
            };
            let mut keyed = Vec::with_capacity(items.len());
            for (item, key) in items.into_iter().zip(keys) {
                let text = show::text(&key, &mut context.budget)?.to_ascii_lowercase();
                keyed.push(((key.is_nil(), text), item));
            }
            keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::list(keyed.into_iter().map(|(_, item)| item).collect())
        }
        _ => return sentence(context, &items, arguments),
    })
}

/// What Ruby's filters go through: a list without lists in it, a map as one item, anything else alone.
pub(super) fn items(context: &mut Context<'_>, value: &Value) -> Result<Vec<Value>, Failure> {
    let mut flat = Vec::new();
    match value {
        Value::Nil => {}
        Value::List(_) => flatten(context, value, &mut flat)?,
        Value::Range(first, last) => {
            let length = if last < first { 0 } else { last.abs_diff(*first).saturating_add(1) };
            context.budget.work(usize::try_from(length).unwrap_or(usize::MAX).saturating_mul(40))?;
            flat.extend((*first..=*last).map(Value::Integer));
        }
        _ => flat.push(value.clone()),
    }
    Ok(flat)
}

fn flatten(context: &mut Context<'_>, value: &Value, flat: &mut Vec<Value>) -> Result<(), Stop> {
    context.budget.work(16)?;
    match value.items() {
        Some(items) => items.iter().try_for_each(|item| flatten(context, item, flat)),
        None => {
            flat.push(value.clone());
            Ok(())
        }
    }
}

/// The value of a key, or of a way of keys, in each item.
pub(super) fn properties(context: &mut Context<'_>, items: &[Value], key: &Value) -> Result<Vec<Value>, Failure> {
    let key = show::text(key, &mut context.budget)?;
    context.budget.work(items.len() * 8)?;
    Ok(items.iter().map(|item| property(context, item, &key)).collect())
}

/// The value of a key, or of a way of keys such as `author.name`.
pub(super) fn property(context: &mut Context<'_>, item: &Value, key: &str) -> Value {
    if let Some(value) = context.named(item, key) {
        return value;
    }
    if !key.contains('.') {
        return Value::Nil;
    }
    let mut value = item.clone();
    for part in key.split('.') {
        // A way that ends too early is `false` for Ruby.
        value = match value {
            Value::Nil | Value::Boolean(_) => Value::Boolean(false),
            value => context.named(&value, part).unwrap_or(Value::Nil),
        };
    }
    value
}

/// The order of a sort: what cannot be compared is compared as text.
pub(super) fn sorted_order(context: &mut Context<'_>, one: &Value, other: &Value) -> Ordering {
    compare::order(one, other).unwrap_or_else(|| {
        let mut text = |value: &Value| show::text(value, &mut context.budget).unwrap_or_else(|_| "".into());
        text(one).cmp(&text(other))
    })
}

fn joined(context: &mut Context<'_>, items: &[Value], glue: &str) -> Outcome {
    let mut joined = String::new();
    for (position, item) in items.iter().enumerate() {
        if 0 < position {
            joined.push_str(glue);
        }
        show::print(item, &mut joined, &mut context.budget)?;
        if LONGEST_TEXT < joined.len() {
            return Err(Failure::Stop(Stop::TooMuch));
        }
    }
    Ok(Value::text(joined))
}

fn sentence(context: &mut Context<'_>, items: &[Value], arguments: &Arguments) -> Outcome {
    let connector = if arguments.get(0).is_some() { arguments.text(context, 0)? } else { "and".into() };
    let Some((last, before)) = items.split_last() else {
        return Ok(Value::text(""));
    };
    let last = show::text(last, &mut context.budget)?;
    if before.is_empty() {
        return Ok(Value::Text(last));
    }
    let (before, comma) = match before {
        [only] => (show::text(only, &mut context.budget)?, ""),
        before => (show::text(&joined(context, before, ", ")?, &mut context.budget)?, ","),
    };
    Ok(Value::text(format!("{before}{comma} {connector} {last}")))
}

fn default(value: &Value, arguments: &Arguments) -> Value {
    let allows_false = arguments.named("allow_false").is_some_and(Value::is_truthy);
    let is_missing = if allows_false { value.is_nil() } else { !value.is_truthy() };
    if is_missing || value.is_empty() == Some(true) {
        return arguments.get(0).cloned().unwrap_or_else(|| Value::text(""));
    }
    value.clone()
}

fn end(value: &Value, is_first: bool) -> Value {
    match value {
        Value::List(list) => {
            if is_first { list.items().first() } else { list.items().last() }.cloned().unwrap_or(Value::Nil)
        }
        Value::Range(first, last) => Value::Integer(if is_first { *first } else { *last }),
        Value::Object(object) if is_first => object
            .entries()
            .first()
            .map_or(Value::Nil, |(key, value)| Value::list(vec![Value::text(key.clone()), value.clone()])),
        _ => Value::Nil,
    }
}

/// A list with one more or some fewer items; anything else stays what it is.
fn changed(name: &str, value: &Value, arguments: &Arguments) -> Value {
    let Some(items) = value.items() else {
        return value.clone();
    };
    let given = || arguments.get(0).cloned().unwrap_or(Value::Nil);
    let fewer = usize::try_from(arguments.integer(0, 1)).unwrap_or(0).min(items.len());
    Value::list(match name {
        "push" => items.iter().cloned().chain([given()]).collect(),
        "unshift" => [given()].into_iter().chain(items.iter().cloned()).collect(),
        "pop" => items.iter().take(items.len() - fewer).cloned().collect(),
        _ => items.iter().skip(fewer).cloned().collect(),
    })
}
