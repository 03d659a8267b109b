//! Filters that choose from lists or put them in order, by a key or by an expression.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::lists::{items, properties, property, sorted_order};
use super::{Arguments, Failure, Outcome, count};
use crate::press::liquid::condition::Condition;
use crate::press::liquid::context::Context;
use crate::press::liquid::filtered::Filtered;
use crate::press::liquid::show;
use crate::press::liquid::value::Value;

pub(super) fn filter(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Option<Outcome> {
    Some(match name {
        "where" | "find" => chosen(context, name, value, arguments),
        "where_exp" | "find_exp" => chosen_by_expression(context, name, value, arguments),
        "group_by" | "group_by_exp" => grouped(context, name, value, arguments),
        "sort" => sorted(context, value, arguments),
        _ => return None,
    })
}

/// The items of a list or the values of a map; `None` for what Jekyll does not go through.
fn collection(context: &mut Context<'_>, value: &Value) -> Result<Option<Vec<Value>>, Failure> {
    Ok(match value {
        Value::List(list) => Some(list.items().to_vec()),
        Value::Object(object) => Some(object.entries().iter().map(|(_, value)| value.clone()).collect()),
        Value::Range(..) => Some(items(context, value)?),
        _ => None,
    })
}

fn result(name: &str, chosen: Vec<Value>) -> Value {
    if name.starts_with("find") { chosen.into_iter().next().unwrap_or(Value::Nil) } else { Value::list(chosen) }
}

fn chosen(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    let key = arguments.wanted(0)?;
    let target = arguments.get(1).unwrap_or(&Value::Nil);
    let (true, Some(items)) = (key.is_truthy(), collection(context, value)?) else {
        return Ok(value.clone());
    };
    if matches!(target, Value::List(_) | Value::Object(_)) {
        return Ok(value.clone());
    }
    let found = properties(context, &items, key)?;
    let target_text = show::text(target, &mut context.budget)?;
    let mut chosen = Vec::new();
    for (item, found) in items.into_iter().zip(found) {
        let matches = match &found {
            _ if target.is_nil() => found.is_nil(),
            Value::Nil => false,
            Value::List(list) => {
                let mut matches = false;
                for part in list.items() {
                    matches |= show::text(part, &mut context.budget)? == target_text;
                }
                matches
            }
            found => show::text(found, &mut context.budget)? == target_text,
        };
        if matches {
            chosen.push(item);
        }
    }
    Ok(result(name, chosen))
}

fn chosen_by_expression(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    let variable = arguments.text(context, 0)?;
    arguments.wanted(1)?;
    let expression = arguments.text(context, 1)?;
    let Some(items) = collection(context, value)? else {
        return Ok(value.clone());
    };
    let condition = Condition::parse(&expression).ok_or(Failure::Refused("write a condition such as \"x.y == 1\""))?;
    let mut chosen = Vec::new();
    for item in items {
        context.budget.step()?;
        let held = with_variable(context, &variable, item.clone(), |context| context.holds(&condition));
        if held? {
            chosen.push(item);
        }
    }
    Ok(result(name, chosen))
}

fn grouped(context: &mut Context<'_>, name: &str, value: &Value, arguments: &Arguments) -> Outcome {
    arguments.wanted(0)?;
    let Some(items) = collection(context, value)? else {
        return Ok(value.clone());
    };
    let variable = arguments.text(context, 0)?;
    let expression = if name == "group_by" { None } else { Some(Filtered::parse(&arguments.text(context, 1)?)) };
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    let mut places: HashMap<Arc<str>, usize> = HashMap::new();
    for item in items {
        context.budget.step()?;
        let key = match &expression {
            None => property(context, &item, &variable),
            Some(filtered) => with_variable(context, &variable, item.clone(), |context| context.filtered(filtered))?,
        };
        let text = show::text(&key, &mut context.budget)?;
        let key = if expression.is_some() { key } else { Value::Text(text.clone()) };
        let place = *places.entry(text).or_insert(groups.len());
        if place == groups.len() {
            groups.push((key, Vec::new()));
        }
        if let Some((_, items)) = groups.get_mut(place) {
            items.push(item);
        }
    }
    let group = |(name, items): (Value, Vec<Value>)| {
        let size = count(items.len());
        let entries = [("name", name), ("items", Value::list(items)), ("size", size)];
        Value::object(entries.into_iter().collect())
    };
    Ok(Value::list(groups.into_iter().map(group).collect()))
}

fn with_variable<T>(
    context: &mut Context<'_>,
    name: &Arc<str>,
    value: Value,
    act: impl FnOnce(&mut Context<'_>) -> T,
) -> T {
    context.scopes.push(HashMap::from([(name.clone(), value)]));
    let result = act(context);
    context.scopes.pop();
    result
}

fn sorted(context: &mut Context<'_>, value: &Value, arguments: &Arguments) -> Outcome {
    let mut items = match value {
        Value::Nil => return Err(Failure::Refused("there is nothing to sort; check the name before it")),
        Value::Object(object) => {
            let entries = object.entries().iter();
            entries.map(|(key, value)| Value::list(vec![Value::text(key.clone()), value.clone()])).collect()
        }
        _ => items(context, value)?,
    };
    context.budget.work(items.len().saturating_mul(64))?;
    let Some(key) = arguments.get(0).filter(|key| !key.is_nil()) else {
        items.sort_by(|one, other| sorted_order(context, one, other));
        return Ok(Value::list(items));
    };
    let nils_last = arguments.get(1).and_then(Value::as_text) == Some("last");
    let keys = properties(context, &items, key)?.into_iter().map(as_number);
    let mut keyed: Vec<(Value, Value)> = keys.zip(items).collect();
    keyed.sort_by(|(one, _), (other, _)| match (one.is_nil(), other.is_nil()) {
        (true, true) => Ordering::Equal,
        (true, false) if nils_last => Ordering::Greater,
        (true, false) => Ordering::Less,
        (false, true) if nils_last => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => sorted_order(context, one, other),
    });
    Ok(Value::list(keyed.into_iter().map(|(_, item)| item).collect()))
}

/// Text that looks like a number is sorted as one.
fn as_number(value: Value) -> Value {
    let Some(text) = value.as_text().map(str::trim) else {
        return value;
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.starts_with(|char: char| char.is_ascii_digit() || char == '.') {
        return value;
    }
    if let Ok(number) = text.parse() {
        return Value::Integer(number);
    }
    let is_decimal = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_decimal).map_or(value.clone(), Value::Float)
}
