//! HTML as it is written, for a quick look.

use std::borrow::Cow;

use super::canonical::Canonical;

/// Reads the tags of a piece of HTML as they stand there.
pub(super) fn read(html: &str, canonical: &mut Canonical) {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, markup) = rest.split_at(start);
        canonical.text(&decoded(text));
        rest = match tag(markup, canonical) {
            Some(after) => after,
            None => {
                canonical.text("<");
                markup.strip_prefix('<').unwrap_or_default()
            }
        };
    }
    canonical.text(&decoded(rest));
}

/// Reads a comment or a tag and returns what follows.
fn tag<'h>(markup: &'h str, canonical: &mut Canonical) -> Option<&'h str> {
    let inside = markup.strip_prefix('<')?;
    if let Some(comment) = inside.strip_prefix("!--") {
        let (comment, after) = comment.split_once("-->").unwrap_or((comment, ""));
        canonical.comment(comment);
        return Some(after);
    }
    if let Some(inside) = inside.strip_prefix('/') {
        let end = inside.bytes().take(100).position(|byte| byte == b'>')?;
        let (name, after) = inside.split_at(end);
        canonical.end(&name.trim().to_ascii_lowercase());
        return after.strip_prefix('>');
    }
    let length = inside.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (name, mut after) = inside.split_at(length);
    if !name.starts_with(|char: char| char.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes: Vec<(&str, Cow<'_, str>)> = Vec::new();
    let after = loop {
        after = after.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
        if let Some(after) = after.strip_prefix('>') {
            break after;
        }
        let (key, value, rest) = attribute(after)?;
        if 50 < attributes.len() {
            return None;
        }
        attributes.push((key, value));
        after = rest;
    };
    let name = name.to_ascii_lowercase();
    canonical.start(&name, attributes.iter().map(|(key, value)| (*key, value.as_ref())));
    if matches!(name.as_str(), "script" | "style") {
        let end = after.find("</").unwrap_or(after.len());
        let (program, after) = after.split_at(end);
        canonical.text(program);
        return Some(after);
    }
    Some(after)
}

/// The number of attributes of the tag that has most, `limit` at the most.
pub(super) fn most_attributes(html: &str, limit: usize) -> usize {
    let mut most = 0;
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let inside = rest.get(start + 1..).unwrap_or_default();
        rest = match inside.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, after)| after),
            None => {
                let (count, after) = count_attributes(inside, limit);
                most = most.max(count);
                after
            }
        };
        if most == limit {
            break;
        }
    }
    most
}

/// The number of attributes of the tag whose inside begins here, and what follows it. A tag without end is none, but
/// one that has more attributes than a limit need not be read to its end.
fn count_attributes(inside: &str, limit: usize) -> (usize, &str) {
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let (name, mut rest) = name.split_at(length);
    if !name.starts_with(|char: char| char.is_ascii_alphabetic()) {
        return (0, inside);
    }
    for count in 0..limit {
        rest = rest.trim_start_matches(|char: char| char.is_ascii_whitespace() || char == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let is_program = ["script", "style"].iter().any(|known| name.eq_ignore_ascii_case(known));
            return (count, if is_program { behind_program(after, name) } else { after });
        }
        let Some((_, _, after)) = attribute(rest) else { return (0, inside) };
        rest = after;
    }
    (limit, rest)
}

/// What follows a program, from its end tag on.
fn behind_program<'h>(program: &'h str, name: &str) -> &'h str {
    let is_end = |place: &usize| {
        let tag = program.as_bytes().get(place + 2..place + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = program.match_indices("</").map(|(place, _)| place).find(is_end);
    program.get(end.unwrap_or(program.len())..).unwrap_or_default()
}

/// A name, its value (empty if it has none), and what follows.
fn attribute(text: &str) -> Option<(&str, Cow<'_, str>, &str)> {
    let length = text.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>' | '='))?;
    let (key, rest) = text.split_at(length);
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else {
        return (!key.is_empty()).then_some((key, "".into(), rest));
    };
    let value = value.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            let (value, rest) = inside.split_once(quote)?;
            return Some((key, decoded(value), rest));
        }
    }
    let end = value.find(|char: char| char.is_ascii_whitespace() || char == '>')?;
    let (value, rest) = value.split_at(end);
    Some((key, decoded(value), rest))
}

/// Text with the common character references decoded; those that stay make the quick look fail, no more.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, reference) = rest.split_at(start);
        output.push_str(before);
        let end = reference.bytes().take(12).position(|byte| byte == b';');
        let known = end.and_then(|end| reference.get(1..end)).and_then(character);
        match (known, end) {
            (Some(char), Some(end)) => {
                output.push(char);
                rest = reference.get(end + 1..).unwrap_or_default();
            }
            _ => {
                output.push('&');
                rest = reference.strip_prefix('&').unwrap_or_default();
            }
        }
    }
    output.push_str(rest);
    Cow::Owned(output)
}

fn character(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "nbsp" => return Some('\u{a0}'),
        _ => name.strip_prefix('#')?,
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Browsers read the others in ways of their own.
    char::from_u32(code).filter(|char| !char.is_control())
}

/// Whether browsers know no end tag of an element.
pub(super) fn is_void(name: &str) -> bool {
    const VOID: [&str; 13] =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    VOID.contains(&name)
}
