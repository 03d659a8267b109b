//! Maps of templates: in the order of their writing, as Ruby's.

use std::collections::HashMap;
use std::sync::Arc;

use super::value::Value;

/// Keys and values, each key once.
#[derive(Clone, Debug, Default)]
pub struct Object {
    entries: Vec<(Arc<str>, Value)>,
    places: HashMap<Arc<str>, usize>,
    depth: u32,
}

impl Object {
    /// Without any keys.
    pub fn new() -> Object {
        Object::default()
    }

    /// Sets a key; an earlier value goes, its place stays.
    pub fn insert(&mut self, key: impl Into<Arc<str>>, value: Value) {
        let key = key.into();
        self.depth = self.depth.max(value.depth());
        match self.places.get(&key).and_then(|place| self.entries.get_mut(*place)) {
            Some(entry) => entry.1 = value,
            None => {
                self.places.insert(key.clone(), self.entries.len());
                self.entries.push((key, value));
            }
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries.get(*self.places.get(key)?).map(|(_, value)| value)
    }

    /// All keys and values in order.
    pub fn entries(&self) -> &[(Arc<str>, Value)] {
        &self.entries
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many collections are in one another, itself included.
    pub(super) fn depth(&self) -> u32 {
        self.depth + 1
    }
}

impl<Key: Into<Arc<str>>> FromIterator<(Key, Value)> for Object {
    fn from_iter<Entries: IntoIterator<Item = (Key, Value)>>(entries: Entries) -> Object {
        let mut object = Object::new();
        for (key, value) in entries {
            object.insert(key, value);
        }
        object
    }
}
