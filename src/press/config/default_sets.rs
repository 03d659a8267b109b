//! `[[defaults]]`: front matter for many posts at once.

use super::reader::wrong_type;
use super::{keys, variables};
use crate::press::defaults::{DefaultSet, Scope, ScopeKind};
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::permalink_style::PermalinkStyle;
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// Reads the sets. One that is wrong is left out, for values meant for some posts must not go to others.
pub(super) fn read(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Vec<DefaultSet> {
    let Value::List(items) = &node.value else {
        problems.push((node.position, wrong_type("defaults", "`[[defaults]]` with `scope` and `values`", &node.value)));
        return Vec::new();
    };
    items.iter().filter_map(|item| set(item, problems).map_err(|problem| problems.push(problem)).ok()).collect()
}

type Failure = (Position, Problem);

fn set(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Result<DefaultSet, Failure> {
    let mut found = DefaultSet::default();
    for Entry { key, position, value } in table("defaults", node)? {
        match key.as_str() {
            "scope" => found.scope = scope(value)?,
            "values" => {
                let values = table("defaults.values", value)?;
                check_permalink(values, problems);
                found.values = variables::normal(values);
            }
            _ => {
                let nearest = keys::nearest(key, &["scope", "values"]);
                let key = format!("defaults.{key}");
                problems.push((*position, Problem::UnknownKey { key, nearest }));
            }
        }
    }
    Ok(found)
}

fn scope(node: &Node) -> Result<Scope, Failure> {
    let mut scope = Scope::default();
    for Entry { key, position, value } in table("defaults.scope", node)? {
        let Value::Text(text, Quoting::Quoted) = &value.value else {
            let key = format!("defaults.scope.{key}");
            return Err((value.position, wrong_type(&key, "text in quotes", &value.value)));
        };
        match key.as_str() {
            "path" => scope.path.clone_from(text),
            "type" => scope.kind = Some(kind(text).map_err(|problem| (value.position, problem))?),
            _ => {
                let nearest = keys::nearest(key, &["path", "type"]);
                return Err((*position, Problem::UnknownKey { key: format!("defaults.scope.{key}"), nearest }));
            }
        }
    }
    Ok(scope)
}

fn kind(name: &str) -> Result<ScopeKind, Problem> {
    let known = ScopeKind::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    known.ok_or_else(|| {
        Problem::Configuration(ConfigurationProblem::NotAChoice {
            key: "defaults.scope.type".to_owned(),
            value: name.to_owned(),
            choices: "`posts`, `drafts` or `pages`",
        })
    })
}

fn table<'a>(key: &str, node: &'a Node) -> Result<&'a [Entry], Failure> {
    match &node.value {
        Value::Map(entries) => Ok(entries),
        other => Err((node.position, wrong_type(key, "a table of keys and values", other))),
    }
}

/// An address that is wrong is told here, once, rather than for every post.
fn check_permalink(values: &[Entry], problems: &mut Vec<(Position, Problem)>) {
    for entry in values.iter().filter(|entry| entry.key == "permalink") {
        if let Value::Text(text, _) = &entry.value.value {
            let problem = PermalinkStyle::parse_template(text).err();
            problems.extend(problem.map(|problem| (entry.value.position, problem)));
        }
    }
}
