//! `defaults`.

use super::words::{quoted, with_key};
use super::{Quoting, value};
use crate::press::defaults::ScopeKind;
use crate::press::yaml::{Entry, Node, Value};

/// Names of kinds that Jekyll had before.
const OLD_NAMES: [(&str, &str); 3] = [("post", "posts"), ("draft", "drafts"), ("page", "pages")];

/// The sets that can be for posts or pages. Those for other collections are left out.
pub(super) fn settings(node: &Node, collections: Option<&Node>) -> Entry {
    let folder = match collections.map(|node| &node.value) {
        Some(Value::Text(folder, _)) => format!("{}/", folder.trim_end_matches('/')),
        _ => String::new(),
    };
    let sets = match &node.value {
        Value::List(sets) => Value::List(sets.iter().filter_map(|node| set(node, &folder)).collect()),
        other => other.clone(),
    };
    with_key("defaults", Node { value: sets, position: node.position })
}

fn set(node: &Node, folder: &str) -> Option<Node> {
    let Value::Map(entries) = &node.value else {
        return Some(node.clone());
    };
    let mut set = Vec::new();
    if let Some(Node { value: Value::Map(scope), position }) = value(entries, "scope") {
        let mut translated = Vec::new();
        if let Some(Node { value: Value::Text(path, _), position }) = value(scope, "path") {
            let path = path.strip_prefix(folder).unwrap_or(path);
            translated.push(with_key("path", Node { value: quoted(path), position: *position }));
        }
        if let Some(Node { value: Value::Text(name, _), position }) = value(scope, "type") {
            let name = OLD_NAMES.iter().find(|(old, _)| old == name).map_or(name.as_str(), |(_, new)| new);
            ScopeKind::NAMES.iter().find(|(known, _)| *known == name)?;
            translated.push(with_key(
                "type",
                Node { value: Value::Text(name.to_owned(), Quoting::Quoted), position: *position },
            ));
        }
        set.push(with_key("scope", Node { value: Value::Map(translated), position: *position }));
    }
    set.extend(value(entries, "values").map(|values| with_key("values", values.clone())));
    Some(Node { value: Value::Map(set), position: node.position })
}
