//! `_config.yml`: read as `lectern.toml` would say the same.
//!
//! Jekyll's keys are put into the words of `lectern.toml`, each with its place, and read by the one reader of settings.
//! What neither is a setting nor concerns only how Jekyll works is a value of `{{ site }}`.

use crate::press::config::{Config, toml_entries};
use crate::press::diagnostic::{self, Diagnostic, Position, Problem};
use crate::press::yaml::{self, Entry, Node, Quoting, Value};

mod address;
mod community;
mod defaults;
mod feed;
mod kramdown;
mod notes;
mod words;

use words::{as_text, quoted, truth, with_key};

/// Keys whose values the settings hold without loss.
const SETTINGS: [&str; 16] = [
    "title",
    "description",
    "url",
    "baseurl",
    "permalink",
    "timezone",
    "lang",
    "defaults",
    "excerpt_separator",
    "future",
    "show_drafts",
    "unpublished",
    "paginate",
    "kramdown",
    "markdown",
    "collections",
];

/// Keys that tell Jekyll where to look and how to work. No post asks for them.
const WORKINGS: [&str; 43] = [
    "source",
    "destination",
    "collections_dir",
    "plugins_dir",
    "layouts_dir",
    "data_dir",
    "includes_dir",
    "cache_dir",
    "safe",
    "include",
    "exclude",
    "keep_files",
    "encoding",
    "markdown_ext",
    "strict_front_matter",
    "limit_posts",
    "whitelist",
    "plugins",
    "gems",
    "highlighter",
    "lsi",
    "incremental",
    "detach",
    "port",
    "host",
    "show_dir_listing",
    "paginate_path",
    "quiet",
    "verbose",
    "liquid",
    "sass",
    "scss",
    "livereload",
    "profile",
    "trace",
    "watch",
    "compress_html",
    "redcarpet",
    "rdiscount",
    "pygments",
    "relative_permalinks",
    "theme",
    "remote_theme",
];

/// Reads `_config.yml`, or `_config.toml` by its name; `path` is the file's name in messages. Whatever is wrong costs
/// its own key only. Jekyll without a `timezone` takes the machine's; here that is UTC.
pub fn read(path: &str, text: &str) -> (Config, Vec<Diagnostic>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (entries, mut problems) = match path.ends_with(".toml") {
        true => toml_entries(text).map_or_else(|problem| (Vec::new(), vec![problem]), |entries| (entries, Vec::new())),
        false => yaml::read(text, 1),
    };
    let settings = settings(&entries, &mut problems);
    notes::notes(&entries, &mut problems);
    let (config, mut diagnostics) = Config::from_entries(path, &settings);
    diagnostics.extend(problems.into_iter().map(|(position, problem)| Diagnostic::new(path, position, problem)));
    diagnostic::sort(&mut diagnostics);
    (config, diagnostics)
}

/// The value of a key at the top.
fn value<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Node> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value).filter(|node| node.value != Value::Null)
}

/// What `lectern.toml` would say.
fn settings(entries: &[Entry], problems: &mut Vec<(Position, Problem)>) -> Vec<Entry> {
    let mut settings = Vec::new();
    for (ours, keys) in [
        ("title", &["title", "name"][..]),
        ("description", &["description"]),
        ("excerpt_separator", &["excerpt_separator"]),
        ("lang", &["lang", "locale", "language"]),
    ] {
        settings.extend(keys.iter().find_map(|key| as_text(ours, value(entries, key)?)));
    }
    settings.extend(value(entries, "author").and_then(words::author));
    settings.extend(address::settings(entries));
    for key in ["future", "show_drafts", "unpublished"] {
        settings.extend(value(entries, key).map(|node| with_key(key, truth(node))));
    }
    if let Some(paginate) = value(entries, "paginate").and_then(words::paginate) {
        settings.push(paginate);
        settings.push(words::paginate_path(value(entries, "paginate_path")));
    }
    settings.extend(value(entries, "markdown").and_then(words::dialect));
    settings.push(words::emoji(["plugins", "gems"].iter().find_map(|key| value(entries, key))));
    settings.extend(value(entries, "kramdown").and_then(|node| kramdown::settings(node, problems)));
    settings.extend(value(entries, "defaults").map(|node| defaults::settings(node, value(entries, "collections_dir"))));
    settings.extend(feed::settings(entries));
    settings.extend(community::comments(entries));
    settings.extend(community::edit(entries));
    let zone = value(entries, "timezone").and_then(|node| as_text("timezone", node)).map(words::time_zone);
    let utc = || with_key("timezone", Node { value: quoted("UTC"), position: Position::START });
    settings.push(zone.unwrap_or_else(utc));
    let site: Vec<Entry> = entries.iter().filter(|entry| is_variable(entry)).cloned().collect();
    settings.push(with_key("site", Node { value: Value::Map(site), position: Position::START }));
    settings
}

fn is_variable(entry: &Entry) -> bool {
    let key = entry.key.as_str();
    let is_lost = matches!(entry.value.value, Value::Map(_) | Value::List(_)) && matches!(key, "title" | "description");
    let is_setting = SETTINGS.contains(&key) && !is_lost;
    let is_author = key == "author" && matches!(entry.value.value, Value::Text(..));
    !(is_setting || is_author || WORKINGS.contains(&key))
}

#[cfg(test)]
mod tests;
