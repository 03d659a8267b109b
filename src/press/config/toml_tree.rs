//! TOML as the tree that YAML is read into, so that both are one to everything that reads values.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::places::Places;
use crate::press::decode::without_controls;
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// The keys of a table, each with its place. Texts are quoted, all other values plain.
pub(super) fn entries(text: &str, table: &DeTable<'_>) -> Vec<Entry> {
    table_entries(&Places::new(text), table)
}

fn table_entries(places: &Places<'_>, table: &DeTable<'_>) -> Vec<Entry> {
    let entries = table.iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        position: places.position(key.span().start),
        value: node(places, value),
    });
    entries.collect()
}

fn node(places: &Places<'_>, spanned: &Spanned<DeValue<'_>>) -> Node {
    let plain = |text: String| Value::Text(text, Quoting::Plain);
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::Text(without_controls(text.to_string()), Quoting::Quoted),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => plain(number.to_string()),
            Err(_) => plain(number.to_string()),
        },
        DeValue::Float(number) => plain(number.as_str().to_owned()),
        DeValue::Boolean(truth) => plain(truth.to_string()),
        DeValue::Datetime(date) => plain(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(places, item)).collect()),
        DeValue::Table(table) => Value::Map(table_entries(places, table)),
    };
    Node { value, position: places.position(spanned.span().start) }
}
