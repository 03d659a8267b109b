//! The characters that blocks begin with.
//!
//! They are looked at before the end of their line is looked for: very many blocks may stand on one long line.

use super::lines::{after_optional_space, blank_tail, is_blank, line, spaces};

/// The kinds of markers of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Number,
    Colon,
}

/// The marker of an item that begins here, with the spaces before it, and what follows on its line
/// (`LIST_START_UL`, `LIST_START_OL`, `DEFINITION_LIST_START`).
pub(super) fn item(rest: &str, marker: Marker, indentation_limit: usize) -> Option<(&str, &str)> {
    let indentation = spaces(rest, indentation_limit);
    let bytes = rest.as_bytes();
    if !bytes.get(indentation).is_some_and(|byte| matches!(byte, b'*' | b'+' | b'-' | b':' | b'0'..=b'9')) {
        return None;
    }
    let line = line(rest);
    let bytes = line.as_bytes();
    let length = match (marker, bytes.get(indentation)?) {
        (Marker::Bullet, b'*' | b'+' | b'-') | (Marker::Colon, b':') => 1,
        (Marker::Number, b'0'..=b'9') => {
            let digits = bytes.iter().skip(indentation).take_while(|byte| byte.is_ascii_digit()).count();
            (bytes.get(indentation + digits)? == &b'.').then_some(digits + 1)?
        }
        _ => return None,
    };
    let (before, tail) = line.split_at_checked(indentation + length)?;
    (tail.starts_with(['\t', ' ', '|']) && tail.ends_with('\n')).then_some((before, tail))
}

/// Whether an item of a list begins here (`LIST_START`).
pub(super) fn is_list(rest: &str) -> bool {
    item(rest, Marker::Bullet, 3).or_else(|| item(rest, Marker::Number, 3)).is_some()
}

/// Whether a definition begins here.
pub(super) fn is_definition(rest: &str) -> bool {
    item(rest, Marker::Colon, 3).is_some()
}

/// The length of a line across (`HR_START`).
pub(super) fn rule(rest: &str) -> Option<usize> {
    if !after_optional_space(rest).starts_with(['*', '-', '_']) {
        return None;
    }
    let line = line(rest);
    let inside = after_optional_space(line).strip_suffix('\n')?;
    let marker = inside.chars().next().filter(|char| matches!(char, '*' | '-' | '_'))?;
    let mut count = 0;
    for char in inside.chars() {
        match char {
            _ if char == marker => count += 1,
            _ if is_blank(char) => {}
            _ => return None,
        }
    }
    (count >= 3).then_some(line.len())
}

/// The length of an end-of-block marker (`EOB_MARKER`).
pub(super) fn end_of_block(rest: &str) -> Option<usize> {
    Some(1 + blank_tail(rest.strip_prefix('^')?)?)
}

/// Whether a line of a quote begins here (`BLOCKQUOTE_START`).
pub(super) fn is_quote(rest: &str) -> bool {
    after_optional_space(rest).starts_with('>')
}

/// Whether a fence may begin here (`FENCED_CODEBLOCK_START` of GFM).
pub(super) fn is_fence(rest: &str) -> bool {
    after_optional_space(rest).bytes().take_while(|byte| matches!(byte, b'`' | b'~')).take(3).count() == 3
}

/// The level of a heading that may begin here, and what follows its `#` (`ATX_HEADER_START` of GFM).
pub(super) fn heading(rest: &str) -> Option<(u8, &str)> {
    if !rest.starts_with('#') {
        return None;
    }
    let line = line(rest).strip_suffix('\n')?;
    let inside = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - inside.len()).ok().filter(|level| (1..=6).contains(level))?;
    inside.starts_with(is_blank).then(|| (level, inside.trim_start_matches(is_blank)))
}
