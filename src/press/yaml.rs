//! Front matter's YAML, read as authors mean it.
//!
//! An author's post builds under Jekyll, so whatever its parser (libyaml) accepts is right, and a stricter one is the
//! reader's fault. Therefore YAML is tried in three ways, each more patient than the one before: as it is; with the
//! further lines of a quoted value indented; key by key, where a value that is no YAML counts as text. So no post is
//! lost to a colon in its title.

use std::collections::HashMap;

use crate::press::diagnostic::{Position, Problem};

mod mend;
mod merge;
mod one_by_one;
mod remedy;
pub mod scalar;
mod tree;

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Plain text.
    pub key: String,
    /// Where the key stands.
    pub position: Position,
    /// What it is given.
    pub value: Node,
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it begins.
    pub position: Position,
}

/// A value. Numbers and truth values stay text: only a key's reader knows what it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Text and how it stands there.
    Text(String, Quoting),
    /// Values in order.
    List(Vec<Node>),
    /// Keys and values in order.
    Map(Vec<Entry>),
}

/// How a text stands in YAML: a number, a truth value or a timestamp is one only if it is plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// As it is.
    Plain,
    /// In quotes, or as a block.
    Quoted,
}

/// More than any front matter needs; what is beyond is not read.
const LONGEST: usize = 256 * 1024;

/// Reads keys and values; `first_line` is the line of the file in which the YAML begins. The last of equal keys counts.
/// Empty if there are no keys at all.
pub fn read(yaml: &str, first_line: u32) -> (Vec<Entry>, Vec<(Position, Problem)>) {
    let mut problems = Vec::new();
    let read = yaml.get(..yaml.floor_char_boundary(LONGEST)).unwrap_or(yaml);
    if read.len() < yaml.len() {
        problems.push((Position::of(yaml, LONGEST), Problem::YamlTooLarge));
    }
    let entries = match whole(read) {
        Some(entries) => entries,
        None => one_by_one::read(read, &mut problems),
    };
    let mut entries = last_of_equal_keys(entries, first_line, &mut problems);
    for (position, _) in &mut problems {
        position.line = below(position.line, first_line);
    }
    for entry in &mut entries {
        move_entry(entry, first_line);
    }
    (entries, problems)
}

/// Reads a document of any form; `None` if it is broken or empty. Data may be larger than front matter.
pub fn read_value(yaml: &str) -> Option<Value> {
    let root = tree::parse(yaml).or_else(|_| mend::parse(yaml)).ok()?;
    root.map(|root| root.value)
}

/// Whether a line begins with a key, seen for itself.
pub fn is_key_line(line: &str) -> bool {
    one_by_one::key_and_rest(line).is_some()
}

/// The entries, if the text is one valid map or nothing at all.
fn whole(yaml: &str) -> Option<Vec<Entry>> {
    let root = tree::parse(yaml).or_else(|_| mend::parse(yaml)).ok()?;
    match root.map(|root| root.value) {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::Map(entries)) => Some(entries),
        Some(Value::Text(..) | Value::List(_)) => None,
    }
}

fn last_of_equal_keys(entries: Vec<Entry>, first_line: u32, problems: &mut Vec<(Position, Problem)>) -> Vec<Entry> {
    let mut places: HashMap<String, usize> = HashMap::with_capacity(entries.len());
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        match places.get(&entry.key).and_then(|place| kept.get_mut(*place)) {
            Some(earlier) => {
                let first_line = below(earlier.position.line, first_line);
                problems.push((entry.position, Problem::KeyTwice { key: entry.key.clone(), first_line }));
                *earlier = entry;
            }
            None => {
                places.insert(entry.key.clone(), kept.len());
                kept.push(entry);
            }
        }
    }
    kept
}

fn move_entry(entry: &mut Entry, first_line: u32) {
    entry.position.line = below(entry.position.line, first_line);
    move_node(&mut entry.value, first_line);
}

fn move_node(node: &mut Node, first_line: u32) {
    node.position.line = below(node.position.line, first_line);
    match &mut node.value {
        Value::Null | Value::Text(..) => {}
        Value::List(items) => items.iter_mut().for_each(|item| move_node(item, first_line)),
        Value::Map(entries) => entries.iter_mut().for_each(|entry| move_entry(entry, first_line)),
    }
}

/// A line of a part that begins in `first_line`, both from 1.
fn below(line: u32, first_line: u32) -> u32 {
    line.saturating_add(first_line).saturating_sub(1)
}

#[cfg(test)]
mod tests;
