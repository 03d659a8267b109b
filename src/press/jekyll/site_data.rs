//! The files of `_data`, as `site.data` has them.

use crate::press::diagnostic::Position;
use crate::press::yaml::{self, Entry, Node, Quoting, Value};

/// Reads a file by its extension. `None` if it is no data, or broken.
pub fn read(extension: &str, text: &str) -> Option<Value> {
    match extension.to_ascii_lowercase().as_str() {
        "yml" | "yaml" => yaml::read_value(text),
        // Nearly all JSON is YAML, but the parser for JSON is the faster one.
        "json" => serde_json::from_str(text).ok().map(of_json).or_else(|| yaml::read_value(text)),
        "csv" => Some(table(text, b',')),
        "tsv" => Some(table(text, b'\t')),
        _ => None,
    }
}

/// Puts a value where its file's path says: `members/alumni.yml` is `site.data.members.alumni`.
pub fn insert(tree: &mut Vec<Entry>, path: &str, value: Value) {
    let (folder, rest) = match path.split_once('/') {
        Some((folder, rest)) => (folder, Some(rest)),
        None => (path.rsplit_once('.').map_or(path, |(stem, _)| stem), None),
    };
    let key = key(folder);
    let place = match tree.iter().position(|entry| entry.key == key) {
        Some(place) => place,
        None => {
            tree.push(entry(key, Value::Map(Vec::new())));
            tree.len() - 1
        }
    };
    let Some(entry) = tree.get_mut(place) else { return };
    let Some(rest) = rest else {
        entry.value.value = value;
        return;
    };
    if !matches!(entry.value.value, Value::Map(_)) {
        entry.value.value = Value::Map(Vec::new());
    }
    if let Value::Map(entries) = &mut entry.value.value {
        insert(entries, rest, value);
    }
}

/// A file's name as a key: signs go, blanks become one underscore (Jekyll's `sanitize_filename`).
fn key(name: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|char| char.is_alphanumeric() || char.is_whitespace() || matches!(char, '_' | '-'))
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Rows as maps from the names in the first one.
fn table(text: &str, delimiter: u8) -> Value {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let names = reader.headers().cloned().unwrap_or_default();
    let rows = reader.records().filter_map(Result::ok).map(|row| {
        let cells = names.iter().zip(row.iter().map(Some).chain(std::iter::repeat(None)));
        let cell = |cell: Option<&str>| {
            cell.filter(|text| !text.is_empty())
                .map_or(Value::Null, |text| Value::Text(text.to_owned(), Quoting::Quoted))
        };
        node(Value::Map(cells.map(|(name, value)| entry(name.to_owned(), cell(value))).collect()))
    });
    Value::List(rows.collect())
}

fn of_json(json: serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(truth) => Value::Text(truth.to_string(), Quoting::Plain),
        serde_json::Value::Number(number) => Value::Text(number.to_string(), Quoting::Plain),
        serde_json::Value::String(text) => Value::Text(text, Quoting::Quoted),
        serde_json::Value::Array(items) => Value::List(items.into_iter().map(|item| node(of_json(item))).collect()),
        serde_json::Value::Object(map) => {
            Value::Map(map.into_iter().map(|(key, value)| entry(key, of_json(value))).collect())
        }
    }
}

fn entry(key: String, value: Value) -> Entry {
    Entry { key, position: Position::START, value: node(value) }
}

fn node(value: Value) -> Node {
    Node { value, position: Position::START }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Value) -> String {
        match value {
            Value::Null => "null".to_owned(),
            Value::Text(text, _) => text.clone(),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| shown(&item.value)).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) => {
                let entries = entries.iter().map(|entry| format!("{}: {}", entry.key, shown(&entry.value.value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[test]
    fn reads_every_kind_of_file() {
        for (extension, text, expected) in [
            ("yml", "- a: 1\n- b", Some("[{a: 1}, b]")),
            ("YAML", "a:\n  b: [c]", Some("{a: {b: [c]}}")),
            ("json", r#"[{"a": 1, "b": null, "c": true}]"#, Some("[{a: 1, b: null, c: true}]")),
            (
                "csv",
                "name,born\nHeron,1970\n\"a, b\",\nlonely\n",
                Some("[{name: Heron, born: 1970}, {name: a, b, born: null}, {name: lonely, born: null}]"),
            ),
            ("tsv", "a\tb\n1\t2\n", Some("[{a: 1, b: 2}]")),
            ("md", "text", None),
        ] {
            assert_eq!(read(extension, text).as_ref().map(shown).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn folders_are_maps() {
        let mut tree = Vec::new();
        for path in ["members/old members.yml", "members/new.yml", "a.b.yml", "members.yml"] {
            insert(&mut tree, path, Value::Text(path.to_owned(), Quoting::Quoted));
        }
        insert(&mut tree, "members/x.yml", Value::Null);
        assert_eq!(shown(&Value::Map(tree)), "{members: {x: null}, ab: a.b.yml}");
    }
}
