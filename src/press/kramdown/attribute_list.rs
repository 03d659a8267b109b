//! `{: #id .class name="value"}`: attributes that a text gives its elements, and the places where they stand.

use std::collections::HashMap;

use super::character_class::is_space;
use super::tree::Attributes;

mod items;
mod place;
#[cfg(test)]
mod tests;

pub use place::{
    Extension, Found, block_extension, block_extension_stop, block_list, definition, span_extension, span_list,
};

use items::{Item, items};

/// What an attribute list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributeList {
    /// Names and values in the order of their first mention. Classes are joined.
    pub attributes: Attributes,
    /// Names of lists that are defined elsewhere.
    pub references: Vec<String>,
}

impl AttributeList {
    /// Adds what stands between the colon and the brace (`parse_attribute_list`).
    pub fn read(&mut self, text: &str) {
        let trimmed = text.trim_matches(is_space);
        if trimmed.is_empty() || trimmed == ":" {
            return;
        }
        for item in items(text) {
            match item {
                Item::Reference(name) => self.references.push(name.to_owned()),
                Item::Class(name) => add_class(&mut self.attributes, name),
                Item::Id(id) => set(&mut self.attributes, "id", id),
                Item::Value(name, value) => set(&mut self.attributes, name, &value),
            }
        }
    }

    /// Adds what another list says (`update_ial_with_ial`).
    pub fn add(&mut self, other: &AttributeList) {
        self.references.extend(other.references.iter().cloned());
        add_all(&mut self.attributes, &other.attributes);
    }

    /// Gives an element what this list and those it refers to say (`update_attr_with_ial`).
    pub fn apply(&self, attributes: &mut Attributes, definitions: &HashMap<String, AttributeList>) {
        self.apply_nested(attributes, definitions, NESTED_REFERENCES);
    }

    fn apply_nested(&self, attributes: &mut Attributes, definitions: &HashMap<String, AttributeList>, depth: usize) {
        if depth > 0 {
            for list in self.references.iter().filter_map(|name| definitions.get(name)) {
                list.apply_nested(attributes, definitions, depth - 1);
            }
        }
        add_all(attributes, &self.attributes);
    }
}

// Lists may refer to each other in a circle.
const NESTED_REFERENCES: usize = 4;

fn add_all(attributes: &mut Attributes, more: &Attributes) {
    for (name, value) in more {
        if name == "class" { add_class(attributes, value) } else { set(attributes, name, value) }
    }
}

fn add_class(attributes: &mut Attributes, class: &str) {
    match attributes.iter_mut().find(|(name, _)| name == "class") {
        Some((_, classes)) if classes.trim_matches(is_space).is_empty() => class.clone_into(classes),
        Some((_, classes)) => {
            classes.push(' ');
            classes.push_str(class);
        }
        None => attributes.push(("class".to_owned(), class.to_owned())),
    }
}

fn set(attributes: &mut Attributes, name: &str, value: &str) {
    match attributes.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => value.clone_into(old),
        None => attributes.push((name.to_owned(), value.to_owned())),
    }
}
