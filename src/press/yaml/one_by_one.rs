//! The last resort: key by key.

use super::remedy;
use super::{Entry, Node, Quoting, Value, below, mend, move_entry, tree};
use crate::press::diagnostic::{Position, Problem};

/// Reads each key with its value alone. A value that is no YAML is what the author sees: the text behind the colon.
pub(super) fn read(yaml: &str, problems: &mut Vec<(Position, Problem)>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for part in parts(yaml) {
        let broken = match tree::parse(&part.text).or_else(|_| mend::parse(&part.text)) {
            Ok(Some(Node { value: Value::Map(found), .. })) => {
                entries.extend(found.into_iter().map(|mut entry| {
                    move_entry(&mut entry, part.first_line);
                    entry
                }));
                continue;
            }
            Ok(_) => None,
            Err(broken) => Some(broken),
        };
        let position = broken.as_ref().map_or(Position::START, |broken| broken.position);
        let position = Position { line: below(position.line, part.first_line), ..position };
        problems.push((position, remedy::problem(broken.as_ref(), &part.text)));
        entries.extend(as_text(&part));
    }
    entries
}

/// A key's line, and the lines below it up to the next key's.
struct Part {
    first_line: u32,
    text: String,
}

fn parts(yaml: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (number, line) in (1..).zip(yaml.split_inclusive('\n')) {
        if key_and_rest(line).is_some() {
            parts.push(Part { first_line: number, text: line.to_owned() });
        } else if let Some(part) = parts.last_mut() {
            part.text.push_str(line);
        }
    }
    parts
}

/// The key in column 0 and what is behind its colon. Also without a blank behind the colon, which is a slip, if the
/// key is a single word and no URL's scheme.
pub(super) fn key_and_rest(line: &str) -> Option<(&str, &str)> {
    let (key, rest) = line.trim_end().split_once(':')?;
    let first = key.chars().next()?;
    if !(first.is_alphanumeric() || matches!(first, '_' | '"' | '\'')) {
        return None;
    }
    let apart = rest.is_empty() || rest.starts_with([' ', '\t']);
    let is_word = key.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-'));
    (apart || is_word && !rest.starts_with("//")).then(|| (key.trim().trim_matches(['"', '\'']), rest.trim()))
}

fn as_text(part: &Part) -> Option<Entry> {
    let mut lines = part.text.lines();
    let (key, first) = key_and_rest(lines.next()?)?;
    let position = Position { line: part.first_line, column: 1 };
    let further: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let text = |text: &str| Node { value: Value::Text(text.to_owned(), Quoting::Quoted), position };
    let items: Option<Vec<Node>> =
        further.iter().map(|line| line.strip_prefix('-').map(|item| text(unquoted(item.trim())))).collect();
    let value = match items {
        Some(items) if first.is_empty() && !items.is_empty() => Node { value: Value::List(items), position },
        _ => {
            let first = if matches!(first, "|" | ">" | "|-" | ">-" | "|+" | ">+") { "" } else { first };
            let lines: Vec<&str> = std::iter::once(first).chain(further).filter(|line| !line.is_empty()).collect();
            text(unquoted(&lines.join(" ")))
        }
    };
    Some(Entry { key: key.to_owned(), position, value })
}

/// Text without the quotes around it.
fn unquoted(text: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}
