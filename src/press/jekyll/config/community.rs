//! What readers can do: write comments, mend a text.
//!
//! Jekyll itself knows nothing of either; the keys are those of the themes that most blogs have.

use super::value;
use super::words::{as_text, quoted, with_key};
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Value};

/// The keys of `[comments]`, each with the names that themes have for it.
const KEYS: [(&str, &[&str]); 4] = [
    ("repo", &["repo", "repository"]),
    ("repo_id", &["repo_id"]),
    ("category", &["category", "category_name"]),
    ("category_id", &["category_id"]),
];

/// Comments by Giscus, unless some other service is chosen or a value is not filled in.
pub(super) fn comments(entries: &[Entry]) -> Option<Entry> {
    let comments = map(value(entries, "comments")).unwrap_or_default();
    let chosen = ["provider", "active"].iter().find_map(|key| value(comments, key));
    if chosen.is_some_and(|node| !matches!(&node.value, Value::Text(name, _) if name.trim() == "giscus")) {
        return None;
    }
    let node = value(comments, "giscus").or_else(|| value(entries, "giscus"))?;
    let own = map(Some(node))?;
    let mut settings = Vec::new();
    for (ours, names) in KEYS {
        let written = names.iter().find_map(|name| value(own, name));
        let setting = as_text(ours, written.or_else(|| value(entries, "repository").filter(|_| ours == "repo"))?)?;
        settings.push(setting);
    }
    Some(with_key("comments", Node { value: Value::Map(settings), position: node.position }))
}

/// Where posts can be changed, as the theme Just the Docs has it. Posts are in `posts` once they are brought over.
pub(super) fn edit(entries: &[Entry]) -> Option<Entry> {
    if scalar(&value(entries, "gh_edit_link")?.value) != Some(Scalar::Truth(true)) {
        return None;
    }
    let node = value(entries, "gh_edit_repository")?;
    let (repository, branch) = (text(node)?, text(value(entries, "gh_edit_branch")?)?);
    let edit = format!("{}/edit/{branch}/posts/", repository.trim_end_matches('/'));
    Some(with_key("edit", Node { value: quoted(&edit), position: node.position }))
}

fn map(node: Option<&Node>) -> Option<&[Entry]> {
    match node.map(|node| &node.value) {
        Some(Value::Map(entries)) => Some(entries),
        _ => None,
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text, _) => Some(text.trim()),
        _ => None,
    }
}
