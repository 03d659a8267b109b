//! Quoted values that go on in column 0, and tabs behind colons.
//!
//! libyaml lets the further lines of a quoted value begin anywhere; the YAML specification wants them indented. It also
//! takes a tab for a blank behind a key's colon.

use super::tree::{self, Broken};
use super::{Entry, Node, Value};
use crate::press::diagnostic::Position;

/// Like [`tree::parse`], with such lines indented by one blank and such tabs replaced by one. Positions are those of the text as it was.
pub(super) fn parse(yaml: &str) -> Result<Option<Node>, Broken> {
    let (mended, lines) = indent_quoted(yaml);
    let moved = Moved(lines);
    let mut root = tree::parse(&mended).map_err(|mut broken| {
        moved.back(&mut broken.position);
        broken
    })?;
    if let Some(root) = &mut root {
        moved.node_back(root);
    }
    Ok(root)
}

/// The numbers of the lines that were indented, in order.
struct Moved(Vec<u32>);

impl Moved {
    fn back(&self, position: &mut Position) {
        if self.0.binary_search(&position.line).is_ok() {
            position.column = position.column.saturating_sub(1).max(1);
        }
    }

    fn node_back(&self, node: &mut Node) {
        self.back(&mut node.position);
        match &mut node.value {
            Value::Null | Value::Text(..) => {}
            Value::List(items) => items.iter_mut().for_each(|item| self.node_back(item)),
            Value::Map(entries) => entries.iter_mut().for_each(|entry| self.entry_back(entry)),
        }
    }

    fn entry_back(&self, entry: &mut Entry) {
        self.back(&mut entry.position);
        self.node_back(&mut entry.value);
    }
}

fn indent_quoted(yaml: &str) -> (String, Vec<u32>) {
    let mut mended = String::with_capacity(yaml.len() + 16);
    let mut lines = Vec::new();
    let mut open = None;
    for (number, line) in (1..).zip(yaml.split_inclusive('\n')) {
        open = match open {
            Some(quote) => {
                if !line.starts_with([' ', '\t', '\n']) {
                    mended.push(' ');
                    lines.push(number);
                }
                still_open(quote, line)
            }
            None => opened(line),
        };
        match line.split_once(":\t").filter(|(key, _)| is_key(key)) {
            Some((key, value)) => mended.extend([key, ": ", value]),
            None => mended.push_str(line),
        }
    }
    (mended, lines)
}

fn is_key(text: &str) -> bool {
    text.trim().chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | ' '))
}

/// The quote that a line's value begins with and does not close.
fn opened(line: &str) -> Option<char> {
    let item = line.trim_start();
    let item = item.strip_prefix("- ").unwrap_or(item).trim_start();
    let value = match item.chars().next()? {
        '"' | '\'' => item,
        '#' => return None,
        _ => item.split_once(": ")?.1.trim_start(),
    };
    // The tag without a name that old versions of Ruby wrote.
    let value = value.strip_prefix("! ").unwrap_or(value).trim_start();
    let quote = value.chars().next().filter(|char| matches!(char, '"' | '\''))?;
    still_open(quote, value.strip_prefix(quote)?)
}

/// The quote again, unless the line closes it.
fn still_open(quote: char, line: &str) -> Option<char> {
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' if quote == '"' => {
                chars.next();
            }
            '\'' if quote == '\'' && chars.peek() == Some(&'\'') => {
                chars.next();
            }
            _ if char == quote => return None,
            _ => {}
        }
    }
    Some(quote)
}
