//! Headings.

use super::super::tree::Kind;
use super::lines::{after_optional_space, is_blank, is_stripped, line};
use super::marker;
use super::node::{Node, Tree};
use super::parser::Parser;
use super::source::Source;

/// `# Heading`.
pub(super) fn parse_atx(parser: &Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    if !rest.starts_with('#') {
        return false;
    }
    let is_quirk = parser.options.gfm && parser.options.paragraph_end;
    let found = if parser.options.gfm { gfm_heading(rest) } else { kramdown_heading(rest) };
    let Some((level, contents, length)) = found else { return false };
    if !is_quirk && !tree.is_after_boundary() {
        return false;
    }
    let (text, id) = split_id(contents);
    let hashes = text.trim_end_matches('#');
    let text = match hashes.len() {
        same if same == text.len() => text,
        _ if is_quirk => {
            if hashes.ends_with(is_blank) {
                hashes
            } else {
                text
            }
        }
        // An escaped hash stays.
        shorter if hashes.ends_with('\\') => text.get(..shorter + 1).unwrap_or(text),
        _ => hashes,
    };
    let text = text.trim_end_matches(is_stripped);
    if text.is_empty() {
        return false;
    }
    source.advance(length);
    push(source, tree, level, text, id);
    true
}

/// A line above a line of `=` or `-`.
pub(super) fn parse_setext(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let first = line(rest);
    let contents = after_optional_space(first);
    if contents.starts_with(is_blank) {
        return false;
    }
    let second = rest.get(first.len()..).map(line).unwrap_or_default();
    let level = match second.chars().next() {
        Some('=') => 1,
        Some('-') => 2,
        _ => return false,
    };
    let tail = second.trim_start_matches(['-', '=']).trim_start_matches([' ', '\t', '\r', '\x0c', '\x0b']);
    if tail != "\n" || !tree.is_after_boundary() {
        return false;
    }
    let (text, id) = split_id(contents);
    if text.is_empty() {
        return false;
    }
    source.advance(first.len() + second.len());
    push(source, tree, level, text, id);
    true
}

/// A heading's level, its text and its length.
fn gfm_heading(rest: &str) -> Option<(u8, &str, usize)> {
    marker::heading(rest).map(|(level, contents)| (level, contents, line(rest).len()))
}

/// kramdown's own form of a heading: no space is needed, and the text may stand on the line below.
fn kramdown_heading(rest: &str) -> Option<(u8, &str, usize)> {
    let hashes = rest.bytes().take(6).take_while(|byte| *byte == b'#').count();
    for level in (1..=hashes).rev() {
        let inside = rest.get(level..)?.trim_start_matches(is_blank);
        let first = inside.chars().next()?.len_utf8();
        let Some(end) = inside.get(first..)?.find('\n').map(|end| first + end) else { continue };
        return Some((u8::try_from(level).ok()?, inside.get(..end)?, rest.len() - inside.len() + end + 1));
    }
    None
}

/// The text of a heading, and the id that stands behind it.
fn split_id(contents: &str) -> (&str, Option<&str>) {
    let text = contents.trim_end_matches(is_stripped);
    let without_brace = text.strip_suffix('}').and_then(|text| text.rsplit_once("{#"));
    match without_brace {
        Some((before, id)) if before.ends_with(is_blank) && is_id(id) => {
            (before.trim_end_matches(is_stripped), Some(id))
        }
        _ => (text, None),
    }
}

/// Whether a text is a name of XML.
fn is_id(text: &str) -> bool {
    text.starts_with(is_name_start)
        && text.chars().all(|char| {
            is_name_start(char)
                || matches!(char, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
        })
}

fn is_name_start(char: char) -> bool {
    matches!(char,
        ':' | 'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

fn push(source: &Source<'_>, tree: &mut Tree, level: u8, text: &str, id: Option<&str>) {
    let mut node = Node::with_text(Kind::Heading { level, raw_text: text.to_owned() }, text);
    node.attributes.extend(id.map(|id| ("id".to_owned(), id.to_owned())));
    tree.push(node, source.position());
}
