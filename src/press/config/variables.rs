//! Values of `{{ site }}` that are no settings.

use crate::press::diagnostic::Position;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// The same values in one way of writing: without places and without empty values; truth values as `true` and `false`,
/// numbers in the way of TOML, dates as they are, all of them plain; every other text quoted.
pub fn normal(entries: &[Entry]) -> Vec<Entry> {
    let kept = entries.iter().filter(|entry| entry.value.value != Value::Null);
    let entries =
        kept.map(|entry| Entry { key: entry.key.clone(), position: Position::NOWHERE, value: node(&entry.value) });
    entries.collect()
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
        (_, Some(Scalar::Float(number))) => plain(format!("{number:?}")),
        (_, Some(Scalar::Date(text))) => plain(text.to_owned()),
        (Value::Text(text, _), _) => Value::Text(text.clone(), Quoting::Quoted),
        (Value::Null, _) => Value::Null,
    };
    Node { value, position: Position::NOWHERE }
}
