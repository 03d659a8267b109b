//! What a value answers to a word behind a dot that is none of its keys.

use crate::press::liquid::value::Value;

/// `size`, `first` and `last`.
pub(super) fn ask(value: &Value, question: &str) -> Option<Value> {
    let size = |size: usize| i64::try_from(size).ok().map(Value::Integer);
    match (value, question) {
        (Value::List(list), "size") => size(list.items().len()),
        (Value::List(list), "first") => list.items().first().cloned(),
        (Value::List(list), "last") => list.items().last().cloned(),
        (Value::Text(text), "size") => size(text.chars().count()),
        (Value::Object(object), "size") => size(object.entries().len()),
        (Value::Object(object), "first") => {
            object.entries().first().map(|(key, value)| Value::list(vec![Value::text(key.clone()), value.clone()]))
        }
        (Value::Range(first, last), "size") => {
            Some(Value::Integer(last.saturating_sub(*first).saturating_add(1).max(0)))
        }
        (Value::Range(first, _), "first") => Some(Value::Integer(*first)),
        (Value::Range(_, last), "last") => Some(Value::Integer(*last)),
        (Value::Integer(_), "size") => Some(Value::Integer(8)),
        _ => None,
    }
}
