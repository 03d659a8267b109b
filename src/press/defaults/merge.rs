//! One front matter over another (`Utils.deep_merge_hashes`).

use std::collections::HashMap;

use crate::press::yaml::{Entry, Node, Value};

/// The entries of both. Where a key is in both, the upper value counts, unless it is empty; maps are merged in turn.
pub fn merge(lower: Vec<Entry>, upper: Vec<Entry>) -> Vec<Entry> {
    let mut merged = lower;
    let mut places: HashMap<String, usize> = HashMap::with_capacity(merged.len());
    for (place, entry) in merged.iter().enumerate() {
        places.entry(entry.key.clone()).or_insert(place);
    }
    for entry in upper {
        match places.get(&entry.key).and_then(|place| merged.get_mut(*place)) {
            None => merged.push(entry),
            Some(_) if entry.value.value == Value::Null => {}
            Some(below) => {
                let position = entry.value.position;
                let value = match (std::mem::replace(&mut below.value.value, Value::Null), entry.value.value) {
                    (Value::Map(lower), Value::Map(upper)) => Value::Map(merge(lower, upper)),
                    (_, upper) => upper,
                };
                *below = Entry { key: entry.key, position: entry.position, value: Node { value, position } };
            }
        }
    }
    merged
}
