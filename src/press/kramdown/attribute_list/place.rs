//! Where attribute lists and extensions stand in a text.
//!
//! Functions for blocks want a text that begins with a line, indented or not; what they find is whole lines.

use super::super::character_class::{is_ascii_word, is_space};
use super::items::name;

/// A list that a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// What [`super::AttributeList::read`] wants.
    pub content: &'a str,
    /// Bytes, with braces, indentation and line feed.
    pub length: usize,
}

/// `{::name …}`, `{::name … /}` or `{:/name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension<'a> {
    /// The beginning.
    Start {
        /// What is wanted.
        name: &'a str,
        /// What [`super::AttributeList::read`] wants.
        options: &'a str,
        /// Whether there is no inside and no end.
        is_closed: bool,
        /// Bytes, with indentation and line feed.
        length: usize,
    },
    /// The end.
    Stop {
        /// Bytes, with indentation and line feed.
        length: usize,
    },
}

/// `{:…}` on a line of its own (`IAL_BLOCK_START`).
pub fn block_list(text: &str) -> Option<Found<'_>> {
    let braced = unindented(text);
    let content = braced.strip_prefix("{:")?;
    if content.starts_with([':', '/']) {
        return None;
    }
    list(content, 1, rest_of_line).map(|(content, rest)| Found { content, length: text.len() - rest.len() })
}

/// `{:name: …}` on a line of its own: the name and the list (`ALD_START`).
pub fn definition(text: &str) -> Option<(&str, Found<'_>)> {
    let named = unindented(text).strip_prefix("{:")?;
    let name = name(named)?;
    let content = named[name.len()..].strip_prefix(':')?;
    let (content, rest) = list(content, 1, rest_of_line)?;
    Some((name, Found { content, length: text.len() - rest.len() }))
}

/// `{:…}` within a line (`IAL_SPAN_START`).
pub fn span_list(text: &str) -> Option<Found<'_>> {
    let content = text.strip_prefix("{:")?;
    list(content, 1, all_rest).map(|(content, rest)| Found { content, length: text.len() - rest.len() })
}

/// An extension's tag on a line of its own (`EXT_BLOCK_START`).
pub fn block_extension(text: &str) -> Option<Extension<'_>> {
    extension(text, unindented(text), rest_of_line)
}

/// An extension's tag within a line (`EXT_SPAN_START`).
pub fn span_extension(text: &str) -> Option<Extension<'_>> {
    extension(text, text, all_rest)
}

/// The name of the extension that a line ends, or nothing if it ends any (`EXT_BLOCK_STOP_STR`).
pub fn block_extension_stop(line: &str) -> Option<&str> {
    let (name, rest) = unindented(line).strip_prefix("{:/")?.split_once('}')?;
    (rest.trim_start_matches(' ') == "\n").then_some(name)
}

// Longer lists do not occur, and a text of braces that never close is read at once.
const LIST_LIMIT: usize = 4096;
const BRACE_LIMIT: usize = 64;

fn extension<'a>(text: &'a str, tag: &'a str, after: fn(&str) -> Option<&str>) -> Option<Extension<'a>> {
    if let Some(named) = tag.strip_prefix("{:/") {
        let rest = named[name(named).map_or(0, str::len)..].strip_prefix('}')?;
        return Some(Extension::Stop { length: text.len() - after(rest)?.len() });
    }
    let named = tag.strip_prefix("{::")?;
    let (name, rest) = named.split_at(named.find(|char| !is_ascii_word(char)).unwrap_or(named.len()));
    if name.is_empty() {
        return None;
    }
    let (options, is_closed, rest) = if let Some(options) = rest.strip_prefix(is_space) {
        let (options, rest) = list(options, 0, after)?;
        let closed = options.strip_suffix('/');
        (closed.unwrap_or(options), closed.is_some(), rest)
    } else {
        let open = rest.strip_prefix('/');
        ("", open.is_some(), after(open.unwrap_or(rest).strip_prefix('}')?)?)
    };
    Some(Extension::Start { name, options, is_closed, length: text.len() - rest.len() })
}

// What stands before the closing brace, and what after it and what must follow. A brace behind a backslash closes a
// list only if no other does.
fn list(text: &str, least: usize, after: fn(&str) -> Option<&str>) -> Option<(&str, &str)> {
    let text_in_reach = &text[..text.floor_char_boundary(LIST_LIMIT)];
    let split = |place: usize| Some((&text[..place], after(&text[place + 1..])?));
    let mut escaped = Vec::new();
    for (place, _) in text_in_reach.match_indices('}').take(BRACE_LIMIT) {
        if text[..place].ends_with('\\') {
            escaped.push(place);
            continue;
        }
        if let Some(found) = Some(place).filter(|place| *place >= least).and_then(split) {
            return Some(found);
        }
        break;
    }
    escaped.into_iter().rev().filter(|place| *place >= least).find_map(split)
}

fn unindented(text: &str) -> &str {
    let spaces = text.bytes().take(3).take_while(|byte| *byte == b' ').count();
    &text[spaces..]
}

fn all_rest(text: &str) -> Option<&str> {
    Some(text)
}

fn rest_of_line(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    line.chars().all(is_space).then_some(rest)
}
