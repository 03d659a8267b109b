//! What a blog has to do with other sites: lists of texts.

use super::keys;
use super::reader::{not_a_choice, wrong_type};
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::external::pattern::Pattern;
use crate::press::media::origins::Origins;
use crate::press::media::services;
use crate::press::yaml::{Node, Quoting, Value};

/// `media_from`: sources of pictures, films and sounds.
pub(super) fn media_from(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Origins {
    let mut origins = Origins::default();
    for (text, position) in texts("media_from", node, problems) {
        match Origins::parse_one(text) {
            Some(source) => origins.add(source),
            None => {
                let choices = "scheme and host such as `https://i.imgur.com`, or `https:` for all sites";
                problems.push((position, not_a_choice("media_from", text, choices)));
            }
        }
    }
    origins
}

/// `embeds`: services whose frames may be opened.
pub(super) fn embeds(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Vec<&'static str> {
    let all: Vec<&'static str> = services::names().collect();
    let mut embeds = Vec::new();
    for (text, position) in texts("embeds", node, problems) {
        let name = text.trim().to_ascii_lowercase();
        match all.iter().find(|known| **known == name) {
            Some(known) if embeds.contains(known) => {}
            Some(known) => embeds.push(*known),
            None => {
                let nearest = keys::nearest(&name, &all);
                let problem = ConfigurationProblem::UnknownService { value: text.to_owned(), nearest };
                problems.push((position, Problem::Configuration(problem)));
            }
        }
    }
    embeds
}

/// `unchecked_links`: addresses that are not asked for.
pub(super) fn unchecked_links(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for (text, position) in texts("unchecked_links", node, problems) {
        match Pattern::parse(text) {
            Some(pattern) => patterns.push(pattern),
            None => {
                let choices = "a host such as `example.org` or `*.example.org`, or the beginning of an address";
                problems.push((position, not_a_choice("unchecked_links", text, choices)));
            }
        }
    }
    patterns
}

/// The texts of a list, or the one text that stands in its place.
fn texts<'a>(key: &str, node: &'a Node, problems: &mut Vec<(Position, Problem)>) -> Vec<(&'a str, Position)> {
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut texts = Vec::new();
    for item in items {
        match &item.value {
            Value::Text(text, Quoting::Quoted) => texts.push((text.as_str(), item.position)),
            other => problems.push((item.position, wrong_type(key, "a list of texts in quotes", other))),
        }
    }
    texts
}
