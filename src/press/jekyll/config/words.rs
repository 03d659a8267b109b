//! Jekyll's values in the words of `lectern.toml`.

use crate::press::diagnostic::Position;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// A text as `lectern.toml` has it.
pub(super) fn quoted(text: &str) -> Value {
    Value::Text(text.to_owned(), Quoting::Quoted)
}

/// A value under a key. The place is the value's.
pub(super) fn with_key(key: &str, value: Node) -> Entry {
    Entry { key: key.to_owned(), position: value.position, value }
}

/// Text, or a number or a date, which a key for text has as text. `None` for lists and maps, which some themes have
/// where others have text.
pub(super) fn as_text(key: &str, node: &Node) -> Option<Entry> {
    let Value::Text(text, _) = &node.value else { return None };
    Some(with_key(key, Node { value: quoted(text), position: node.position }))
}

/// As Ruby's `if`: everything but `false` is true.
pub(super) fn truth(node: &Node) -> Node {
    let truth = scalar(&node.value) != Some(Scalar::Truth(false));
    Node { value: Value::Text(truth.to_string(), Quoting::Plain), position: node.position }
}

/// A name, a map with one, or several of them.
pub(super) fn author(node: &Node) -> Option<Entry> {
    let name = |node: &Node| match &node.value {
        Value::Text(text, _) => Some(text.trim().to_owned()),
        Value::Map(entries) => {
            entries.iter().find(|entry| entry.key == "name").and_then(|entry| match &entry.value.value {
                Value::Text(text, _) => Some(text.trim().to_owned()),
                _ => None,
            })
        }
        _ => None,
    };
    let names: Vec<String> = match &node.value {
        Value::List(people) => people.iter().filter_map(name).collect(),
        _ => name(node).into_iter().collect(),
    };
    let names = names.join(", ");
    (!names.is_empty()).then(|| with_key("author", Node { value: quoted(&names), position: node.position }))
}

/// How many posts a page has; `false` means that there are no pages, and so does 0.
pub(super) fn paginate(node: &Node) -> Option<Entry> {
    let value = match scalar(&node.value)? {
        Scalar::Truth(_) | Scalar::Integer(0) => return None,
        Scalar::Integer(number) => Value::Text(number.to_string(), Quoting::Plain),
        Scalar::Text(text) if text.trim().parse::<i64>().is_ok() => Value::Text(text.trim().to_owned(), Quoting::Plain),
        _ => node.value.clone(),
    };
    Some(with_key("posts_per_page", Node { value, position: node.position }))
}

/// Where the plugin puts pages of the list, if it is not told where.
const PAGINATE_PATH: &str = "/page:num";

/// The addresses of pages of the list, which are others here.
pub(super) fn paginate_path(node: Option<&Node>) -> Entry {
    let written = node.and_then(|node| as_text("paginate_path", node));
    written
        .unwrap_or_else(|| with_key("paginate_path", Node { value: quoted(PAGINATE_PATH), position: Position::START }))
}

/// Plugins for the common Markdown have it in their names; all older converters are nearest to kramdown.
pub(super) fn dialect(node: &Node) -> Option<Entry> {
    let Value::Text(name, _) = &node.value else { return None };
    let name = name.to_ascii_lowercase();
    let is_common = name.contains("commonmark") || name == "gfm";
    let dialect = if is_common { "commonmark" } else { "kramdown" };
    Some(with_key("markdown", Node { value: quoted(dialect), position: node.position }))
}

/// Codes such as `:smile:` are signs if the plugin for them is among the site's.
pub(super) fn emoji(plugins: Option<&Node>) -> Entry {
    let is_jemoji = |node: &Node| matches!(&node.value, Value::Text(name, _) if name.trim() == "jemoji");
    let is_on = plugins.is_some_and(|plugins| match &plugins.value {
        Value::List(names) => names.iter().any(is_jemoji),
        _ => is_jemoji(plugins),
    });
    let position = plugins.map_or(Position::START, |plugins| plugins.position);
    with_key("emoji", Node { value: Value::Text(is_on.to_string(), Quoting::Plain), position })
}

/// A zone as the system's library takes it, `UTC-8` among them, which is east of Greenwich, and which the database calls
/// `Etc/GMT-8`.
pub(super) fn time_zone(mut zone: Entry) -> Entry {
    let Value::Text(name, _) = &zone.value.value else { return zone };
    let name = name.trim().trim_start_matches(':');
    let letters = name.trim_end_matches(|char: char| char.is_ascii_digit() || matches!(char, '+' | '-'));
    let hours = name.strip_prefix(letters).unwrap_or_default();
    let is_fixed = 3 <= letters.len() && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = hours.trim_start_matches(['+', '-']);
    let number: Option<u8> = digits.parse().ok().filter(|_| hours.len() - digits.len() <= 1);
    let sign = if hours.starts_with('-') { '-' } else { '+' };
    zone.value.value = match number.filter(|_| is_fixed) {
        Some(hours) => quoted(&format!("Etc/GMT{sign}{hours}")),
        None => quoted(name),
    };
    zone
}
