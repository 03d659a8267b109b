//! Values of `{{ site }}` that are no settings.

use std::collections::HashMap;

use toml::value::Datetime;

use crate::press::diagnostic::Position;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// The same values in one way of writing: without places, without empty values, each key once; truth values as `true`
/// and `false`, numbers and dates in the way of TOML, all of them plain; every other text quoted.
pub fn normal(entries: &[Entry]) -> Vec<Entry> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries.iter().filter(|entry| entry.value.value != Value::Null) {
        let normal = Entry { key: entry.key.clone(), position: Position::NOWHERE, value: node(&entry.value) };
        match places.get(entry.key.as_str()).and_then(|place| kept.get_mut(*place)) {
            Some(earlier) => *earlier = normal,
            None => {
                places.insert(&entry.key, kept.len());
                kept.push(normal);
            }
        }
    }
    kept
}

fn node(node: &Node) -> Node {
    let plain = |text: String| Value::Text(text, Quoting::Plain);
    let value = match (&node.value, scalar(&node.value)) {
        (Value::List(items), _) => {
            Value::List(items.iter().filter(|item| item.value != Value::Null).map(self::node).collect())
        }
        (Value::Map(entries), _) => Value::Map(normal(entries)),
        (_, Some(Scalar::Truth(truth))) => plain(truth.to_string()),
        (_, Some(Scalar::Integer(number))) => plain(number.to_string()),
        (Value::Text(text, _), Some(Scalar::Float(number))) => match format!("{number:?}") {
            // TOML and YAML write very large and very small numbers in two ways.
            number if number.contains(|char: char| char.is_ascii_alphabetic()) => {
                Value::Text(text.clone(), Quoting::Quoted)
            }
            number => plain(number),
        },
        (_, Some(Scalar::Date(text))) => match text.parse::<Datetime>() {
            Ok(date) => plain(date.to_string()),
            Err(_) => Value::Text(text.to_owned(), Quoting::Quoted),
        },
        (Value::Text(text, _), _) => Value::Text(text.clone(), Quoting::Quoted),
        (Value::Null, _) => Value::Null,
    };
    Node { value, position: Position::NOWHERE }
}
