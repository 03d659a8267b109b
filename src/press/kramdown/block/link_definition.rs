//! Targets of reference links.

use super::super::document::{LinkDefinition, normal_name};
use super::lines::{after_optional_space, is_blank, line};
use super::node::{NodeKind, Tree};
use super::parser::Parser;
use super::source::Source;

/// A title, and how many bytes of the next line belong to it.
type Title<'a> = Option<(&'a str, usize)>;

/// `[name]: target "title"`.
pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let first = line(rest);
    let next = rest.get(first.len()..).map(line).unwrap_or_default();
    let Some((name, target)) = split_name(first) else { return false };
    let found = in_angle_brackets(target, next).or_else(|| bare(target, next).filter(|(url, _)| !has_quote(url)));
    let Some((url, title)) = found else { return false };
    let name = normal_name(name);
    let definition = LinkDefinition {
        url: url.to_owned(),
        title: title.map(|(title, _)| title.to_owned()),
        ..LinkDefinition::default()
    };
    parser.definitions.links.insert(name.clone(), definition);
    source.advance(first.len() + title.map_or(0, |(_, length)| length));
    tree.push_trace(NodeKind::Link(name), source.position());
    true
}

/// The name, and what follows its colon, without the line feed.
fn split_name(line: &str) -> Option<(&str, &str)> {
    let inside = after_optional_space(line).strip_prefix('[')?;
    let (name, after) = inside.split_once(']')?;
    let target = after.strip_prefix(':')?.strip_suffix('\n')?;
    (!name.is_empty()).then_some((name, target))
}

/// `<target>`.
fn in_angle_brackets<'a>(target: &'a str, next: &'a str) -> Option<(&'a str, Title<'a>)> {
    let inside = target.trim_start_matches(is_blank).strip_prefix('<')?;
    for (end, _) in inside.match_indices('>') {
        let after = inside.get(end + 1..)?;
        let text = after.trim_start_matches(is_blank);
        let url = inside.get(..end)?;
        if text.is_empty() {
            return Some((url, title_on(next)));
        }
        if let Some(title) = quoted(text).filter(|_| text.len() < after.len()) {
            return Some((url, Some((title, 0))));
        }
    }
    None
}

/// A target without brackets: all before a title.
fn bare<'a>(target: &'a str, next: &'a str) -> Option<(&'a str, Title<'a>)> {
    let target = target.trim_matches(is_blank);
    let first = target.chars().next()?.len_utf8();
    let mut place = first;
    while let Some(quote) = target.get(place..)?.find(['"', '\'']).map(|quote| place + quote) {
        let (before, text) = target.split_at_checked(quote)?;
        if let Some(title) = quoted(text).filter(|_| before.ends_with(is_blank)) {
            return Some((before.trim_end_matches(is_blank), Some((title, 0))));
        }
        place = quote + 1;
    }
    Some((target, title_on(next)))
}

/// A title on a line of its own.
fn title_on(line: &str) -> Title<'_> {
    quoted(line.strip_suffix('\n')?.trim_start_matches(is_blank)).map(|title| (title, line.len()))
}

/// The inside of a text in quotes, if nothing follows it.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(is_blank);
    let quote = text.chars().next().filter(|char| matches!(char, '"' | '\''))?;
    text.get(1..)?.strip_suffix(quote).filter(|title| !title.is_empty())
}

/// Whether it looks as if a title were in it.
fn has_quote(url: &str) -> bool {
    url.match_indices(['"', '\'']).any(|(place, _)| url.get(..place).is_some_and(|before| before.ends_with(is_blank)))
}
