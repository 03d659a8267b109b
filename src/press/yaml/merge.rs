//! A map under construction, and what `<<` brings into it.

use std::collections::HashSet;

use super::{Entry, Node, Quoting, Value};

/// A map that is not complete yet.
#[derive(Default)]
pub(super) struct OpenMap {
    own: Vec<Entry>,
    merged: Vec<Entry>,
    /// A key whose value is still to come.
    key: Option<Node>,
}

impl OpenMap {
    /// Takes a key, or the value of the last one.
    pub(super) fn add(&mut self, node: Node) {
        let Some(key) = self.key.take() else {
            self.key = Some(node);
            return;
        };
        match (key.value, node.value) {
            (Value::Text(text, Quoting::Plain), Value::Map(entries)) if text == "<<" => self.merge(entries),
            (Value::Text(text, Quoting::Plain), Value::List(maps)) if text == "<<" => {
                for map in maps {
                    if let Value::Map(entries) = map.value {
                        self.merge(entries);
                    }
                }
            }
            (Value::Text(text, _), value) => {
                let value = Node { value, position: node.position };
                self.own.push(Entry { key: text, position: key.position, value });
            }
            // YAML would let a key be a list; nobody means that.
            (Value::Null | Value::List(_) | Value::Map(_), _) => {}
        }
    }

    /// All entries. What the map says itself counts more than what it merges, wherever the two stand.
    pub(super) fn entries(self) -> Vec<Entry> {
        let OpenMap { own, mut merged, .. } = self;
        if merged.is_empty() {
            return own;
        }
        let keys: HashSet<&str> = own.iter().map(|entry| entry.key.as_str()).collect();
        merged.retain(|entry| !keys.contains(entry.key.as_str()));
        merged.extend(own);
        merged
    }

    /// Of several maps the first that has a key counts.
    fn merge(&mut self, entries: Vec<Entry>) {
        let keys: HashSet<String> = self.merged.iter().map(|entry| entry.key.clone()).collect();
        self.merged.extend(entries.into_iter().filter(|entry| !keys.contains(&entry.key)));
    }
}
