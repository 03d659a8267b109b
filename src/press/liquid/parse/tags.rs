//! Tags without a body.

use std::sync::Arc;

use super::{DEEPEST_INNER, flow};
use crate::press::diagnostic::LiquidProblem;
use crate::press::liquid::expression::Expression;
use crate::press::liquid::filtered::Filtered;
use crate::press::liquid::fragment::{Fragments, is_space, is_word, skip_spaces};
use crate::press::liquid::tree::{CycleName, Include, NodeKind};
use crate::press::liquid::value::Value;

/// The node of a known tag.
pub(super) fn tag(name: &str, markup: &str, inner_depth: u32) -> Option<NodeKind> {
    Some(match name {
        "assign" => assign(markup),
        "echo" => NodeKind::Output(Filtered::parse(markup)),
        "cycle" => cycle(markup),
        "increment" | "decrement" => {
            NodeKind::Count { name: Arc::from(markup.trim_matches(is_space)), is_up: name == "increment" }
        }
        "break" => NodeKind::Break,
        "continue" => NodeKind::Continue,
        "#" => NodeKind::Nothing,
        "include" | "include_cached" => NodeKind::Include(include(markup, false)),
        "include_relative" => NodeKind::Include(include(markup, true)),
        "liquid" if inner_depth < DEEPEST_INNER => NodeKind::Inner(super::inner(lines(markup), inner_depth + 1)),
        "link" | "post_url" | "gist" | "youtube" | "vimeo" | "oembed" => {
            NodeKind::Plugin { name: Arc::from(name), markup: Arc::from(markup.trim_matches(is_space)) }
        }
        "else" | "elsif" | "when" => NodeKind::Dropped(LiquidProblem::Stray { tag: name.to_owned() }),
        _ => return None,
    })
}

fn assign(markup: &str) -> NodeKind {
    let name = flow::signature(markup);
    let value = markup.split_once('=').filter(|(left, _)| !name.is_empty() && left.contains(name));
    match value {
        Some((_, value)) => NodeKind::Assign { name: Arc::from(name), value: Filtered::parse(value) },
        None => NodeKind::Dropped(LiquidProblem::BrokenTag { tag: "assign".to_owned() }),
    }
}

fn cycle(markup: &str) -> NodeKind {
    let mut fragments = Fragments::new(markup);
    let named = fragments.at(0).and_then(|(name, end)| {
        // A name that is not in quotes takes its colon with it.
        let name_end = if name.starts_with(['"', '\'']) { end } else { name.find(':').unwrap_or(end) };
        let rest = markup.get(skip_spaces(markup, name_end)..)?.strip_prefix(':')?;
        Some((Expression::parse(markup.get(..name_end)?), rest))
    });
    let list = named.as_ref().map_or(markup, |(_, rest)| rest);
    let values: Vec<Expression> = list
        .split(',')
        .filter_map(|value| Fragments::new(value).find(0))
        .map(|(fragment, _)| Expression::parse(fragment))
        .collect();
    if values.is_empty() {
        return NodeKind::Dropped(LiquidProblem::BrokenTag { tag: "cycle".to_owned() });
    }
    let name = named.map_or_else(|| CycleName::Values(Arc::from(markup)), |(name, _)| CycleName::Given(name));
    NodeKind::Cycle { name, values }
}

/// The lines of a `liquid` tag, each as a tag of its own.
fn lines(markup: &str) -> Arc<str> {
    let lines = markup.lines().map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty());
    lines.map(|line| format!("{{%{line}%}}")).collect::<String>().into()
}

fn include(markup: &str, is_relative: bool) -> Include {
    let markup = markup.trim_matches(is_space);
    let (file, rest) = markup.split_at(file_end(markup));
    let rest = rest.trim_matches(is_space);
    let parameters = (!rest.is_empty()).then(|| parameters(rest));
    Include { file: Arc::from(file), parameters, is_relative }
}

/// The end of the file's name, which may be an output or hold some.
fn file_end(markup: &str) -> usize {
    let last_end = markup.rfind("}}").unwrap_or(0);
    let mut at = 0;
    while let Some(rest) = markup.get(at..)
        && let Some(char) = rest.chars().next()
    {
        if at < last_end
            && rest.starts_with("{{")
            && let Some(end) = rest.find("}}")
        {
            at += end + 2;
        } else if is_space(char) {
            break;
        } else {
            at += char.len_utf8();
        }
    }
    at
}

/// `key="value"` pairs; what is none of them is passed over.
fn parameters(markup: &str) -> Vec<(Arc<str>, Expression)> {
    let mut parameters = Vec::new();
    let mut rest = markup;
    while let Some((before, behind)) = rest.split_once('=') {
        let before = before.trim_end_matches(is_space);
        let key = before.rsplit(|char: char| !is_word(char) && char != '-').next().unwrap_or_default();
        let behind = behind.trim_start_matches(is_space);
        let (value, end) = parameter(behind);
        if !key.is_empty() {
            parameters.push((Arc::from(key), value));
        }
        rest = behind.get(end..).unwrap_or_default();
    }
    parameters
}

/// A parameter's value, and where it ends.
fn parameter(text: &str) -> (Expression, usize) {
    let Some(quote) = text.chars().next().filter(|char| matches!(char, '"' | '\'')) else {
        let end = text.find(|char: char| !is_word(char) && char != '.' && char != '-').unwrap_or(text.len());
        return (Expression::parse(text.get(..end).unwrap_or_default()), end);
    };
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, char)| {
        let ends = *char == quote && !is_escaped;
        is_escaped = *char == '\\' && !is_escaped;
        ends
    });
    let end = end.map_or(text.len(), |(end, _)| end);
    let inside = text.get(1..end).unwrap_or_default();
    let inside = inside.replace(&format!("\\{quote}"), quote.encode_utf8(&mut [0; 4]));
    (Expression::Literal(Value::text(inside)), end + 1)
}
