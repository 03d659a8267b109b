//! `url`, `baseurl` and `permalink`.

use super::value;
use super::words::{as_text, quoted, with_key};
use crate::press::yaml::{Entry, Node, Value};

/// The names that Jekyll has for styles; in a collection's own `permalink` they are only text.
const STYLES: [&str; 5] = ["date", "pretty", "ordinal", "weekdate", "none"];

/// The site's address and how its posts' are made.
pub(super) fn settings(entries: &[Entry]) -> Vec<Entry> {
    let mut settings = Vec::new();
    let mut folder = String::new();
    if let Some((url, position)) = text(value(entries, "url")).filter(|(url, _)| !url.is_empty()) {
        let (host, path) = split(url);
        folder.push_str(path.trim_end_matches('/'));
        settings.push(with_key("url", Node { value: quoted(host), position }));
    }
    let base = text(value(entries, "baseurl"));
    if let Some((base, _)) = base {
        folder.push('/');
        folder.push_str(base.trim_start_matches('/'));
    }
    if !folder.trim_matches('/').is_empty() {
        let position =
            base.or(text(value(entries, "url"))).map(|(_, position)| position).unwrap_or(super::Position::START);
        settings.push(with_key("base", Node { value: quoted(&folder), position }));
    }
    settings.extend(permalink(entries));
    settings
}

fn permalink(entries: &[Entry]) -> Option<Entry> {
    let Some(Value::Map(collections)) = value(entries, "collections").map(|node| &node.value) else {
        return as_text("permalink", value(entries, "permalink")?);
    };
    let Some(Value::Map(posts)) = value(collections, "posts").map(|node| &node.value) else {
        return as_text("permalink", value(entries, "permalink")?);
    };
    let Some((own, position)) = text(value(posts, "permalink")) else {
        return as_text("permalink", value(entries, "permalink")?);
    };
    let template = if STYLES.contains(&own) { format!("/{own}") } else { own.to_owned() };
    Some(with_key("permalink", Node { value: quoted(&template), position }))
}

fn text(node: Option<&Node>) -> Option<(&str, super::Position)> {
    match &node?.value {
        Value::Text(text, _) => Some((text.trim(), node?.position)),
        _ => None,
    }
}

/// Scheme and host, and the path behind them.
fn split(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |scheme| scheme + 3);
    let path = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |path| host + path);
    url.split_at_checked(path).unwrap_or((url, ""))
}
