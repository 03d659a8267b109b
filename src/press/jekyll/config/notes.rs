//! What a site asks for, what its readers see of it, and what Lectern does not do.

use super::value;
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::source::name;
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Value};

/// Plugins whose work shows in posts.
const PLUGINS: [(&str, &str); 11] = [
    ("jekyll-mentions", "`@names` are no links"),
    ("jekyll-spaceship", "its additions to Markdown stay as they are written"),
    ("jekyll-toc", "its table of contents is not made"),
    ("jekyll-scholar", "citations are not made"),
    ("jekyll-picture-tag", "its pictures are not made"),
    ("jekyll_picture_tag", "its pictures are not made"),
    ("jekyll-responsive-image", "its pictures are not made"),
    ("jekyll-youtube", "its players are not made"),
    ("jekyll-tabs", "tabs are shown one below the other"),
    ("jekyll-polyglot", "each language's texts are posts of the one blog"),
    ("jekyll-multiple-languages-plugin", "translations are not put in"),
];

/// Adds a note on each.
pub(super) fn notes(entries: &[Entry], problems: &mut Vec<(Position, Problem)>) {
    let mut note = |position: Position, key: String, effect: &'static str| {
        problems.push((position, Problem::Configuration(ConfigurationProblem::NotFollowed { key, effect })));
    };
    for plugin in ["plugins", "gems"].into_iter().flat_map(|key| texts(value(entries, key))) {
        if let Some((name, effect)) = PLUGINS.iter().find(|(name, _)| *name == plugin.0) {
            note(plugin.1, (*name).to_owned(), effect);
        }
    }
    if let Some(Node { value: Value::Text(extensions, _), position }) = value(entries, "markdown_ext") {
        let is_known = |extension: &str| name::markup(&format!("x.{}", extension.trim())).is_some();
        if !extensions.split(',').all(is_known) {
            note(*position, "markdown_ext".to_owned(), "posts end in .md, .markdown, .mkd, .mkdn, .mkdown or .html");
        }
    }
    if let Some(node) = value(entries, "limit_posts")
        && matches!(scalar(&node.value), Some(Scalar::Integer(1..)))
    {
        note(node.position, "limit_posts".to_owned(), "all posts are shown");
    }
    if let Some(Node { value: Value::Map(collections), .. }) = value(entries, "collections") {
        for Entry { key, position, value: options } in collections.iter().filter(|entry| entry.key != "posts") {
            let Value::Map(options) = &options.value else { continue };
            let is_shown =
                value(options, "output").is_some_and(|node| scalar(&node.value) == Some(Scalar::Truth(true)));
            if is_shown {
                note(*position, format!("collections.{key}"), "its texts are neither posts nor pages");
            }
        }
    }
}

fn texts(node: Option<&Node>) -> Vec<(&str, Position)> {
    match node.map(|node| &node.value) {
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text, _) => Some((text.as_str(), item.position)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
