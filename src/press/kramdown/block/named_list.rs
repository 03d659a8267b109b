//! Attribute lists that have names (`{:name: …}`).

use std::collections::{BTreeSet, HashMap};

use super::super::attribute_list::AttributeList;

/// How far lists refer to each other at the most. They may do so in a circle.
const PATH_LIMIT: usize = 100;

/// The lists, each with what those say that it refers to in the place of the references.
pub(super) fn resolve(lists: &HashMap<String, AttributeList>) -> HashMap<String, AttributeList> {
    let mut resolved = HashMap::new();
    // In an order that is always the same, for it matters where lists refer to each other in a circle.
    for name in lists.keys().collect::<BTreeSet<_>>() {
        resolve_one(name, lists, &mut resolved, &mut Vec::new());
    }
    resolved
}

fn resolve_one<'a>(
    name: &'a str,
    lists: &'a HashMap<String, AttributeList>,
    resolved: &mut HashMap<String, AttributeList>,
    path: &mut Vec<&'a str>,
) {
    let Some(list) = lists.get(name) else { return };
    if resolved.contains_key(name) || path.contains(&name) || path.len() > PATH_LIMIT {
        return;
    }
    path.push(name);
    for reference in &list.references {
        resolve_one(reference, lists, resolved, path);
    }
    path.pop();
    let mut whole = AttributeList::default();
    list.apply(&mut whole.attributes, resolved);
    resolved.insert(name.to_owned(), whole);
}
