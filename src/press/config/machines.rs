//! What feed readers, search engines and other programs are told.

use std::num::NonZeroU32;

use super::reader::{not_a_choice, truth, wrong_type};
use crate::permalink::Permalink;
use crate::press::diagnostic::{Position, Problem};
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// What feed readers, search engines and other programs are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machines {
    /// How many posts a feed holds at the most.
    pub feed_entries: NonZeroU32,
    /// Further paths at which the feed of all posts is to be had, as it was before, each with a slash before it.
    pub feed_paths: Vec<String>,
    /// Whether there are `llms.txt` and `llms-full.txt`.
    pub llms: LlmsFiles,
    /// The site's key for IndexNow. Empty if it has none.
    pub index_now: String,
    /// Whether git's history tells when posts were changed.
    pub git_dates: GitDates,
}

/// Whether language models get the posts as plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LlmsFiles {
    /// They do.
    Written,
    /// They do not.
    None,
}

/// Whether git's history tells when posts were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GitDates {
    /// It does, where a post does not say so itself.
    Asked,
    /// Only posts themselves do.
    Ignored,
}

/// The keys of `lectern.toml` that are read here.
pub(super) const KEYS: [&str; 5] = ["feed_entries", "feed_paths", "llms", "indexnow", "git_dates"];

/// All posts of most blogs, and not too much of those of the others: feeds are fetched again and again.
const FEED_ENTRIES: NonZeroU32 = NonZeroU32::MIN.saturating_add(49);

/// More would be a feed of many megabytes.
const MOST_FEED_ENTRIES: u32 = 1000;

impl Default for Machines {
    fn default() -> Machines {
        Machines {
            feed_entries: FEED_ENTRIES,
            feed_paths: Vec::new(),
            llms: LlmsFiles::Written,
            index_now: String::new(),
            git_dates: GitDates::Asked,
        }
    }
}

/// Reads one of [`KEYS`]. A problem costs no more than the value that it is in.
pub(super) fn read(entry: &Entry, machines: &mut Machines, problems: &mut Vec<(Position, Problem)>) {
    let Entry { key, value, .. } = entry;
    match key.as_str() {
        "feed_entries" => machines.feed_entries = feed_entries(value, problems).unwrap_or(machines.feed_entries),
        "feed_paths" => machines.feed_paths = feed_paths(value, problems),
        "llms" if truth(key, value, problems) == Some(false) => machines.llms = LlmsFiles::None,
        "git_dates" if truth(key, value, problems) == Some(false) => machines.git_dates = GitDates::Ignored,
        "indexnow" => machines.index_now = index_now(value, problems),
        _ => {}
    }
}

fn feed_entries(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Option<NonZeroU32> {
    let number = match &node.value {
        Value::Text(text, Quoting::Plain) => text.parse().ok().and_then(NonZeroU32::new),
        _ => None,
    };
    let number = number.filter(|number| number.get() <= MOST_FEED_ENTRIES);
    if number.is_none() {
        problems
            .push((node.position, wrong_type("feed_entries", "a number from 1 to 1000, such as `50`", &node.value)));
    }
    number
}

fn feed_paths(node: &Node, problems: &mut Vec<(Position, Problem)>) -> Vec<String> {
    let Value::List(items) = &node.value else {
        problems.push((node.position, wrong_type("feed_paths", "a list such as `[\"/atom.xml\"]`", &node.value)));
        return Vec::new();
    };
    let mut paths = Vec::new();
    for item in items {
        match feed_path(text(&item.value)) {
            Some(path) => paths.push(path),
            None => problems.push((
                item.position,
                not_a_choice(
                    "feed_paths",
                    text(&item.value),
                    "paths of files such as `/atom.xml`, with a dot in their names",
                ),
            )),
        }
    }
    paths
}

/// The path of a file, with a slash before it.
fn feed_path(text: &str) -> Option<String> {
    let path = format!("/{}", text.trim().trim_start_matches('/'));
    let permalink = Permalink::parse(&path).filter(|permalink| permalink.as_str() == path)?;
    let name = permalink.as_str().rsplit('/').next()?;
    let is_page = name.ends_with(".html") || !name.contains('.');
    (!is_page && !path.contains(['?', '#'])).then_some(path)
}

/// A key as the protocol has it: 8 to 128 letters, digits and hyphens.
fn index_now(node: &Node, problems: &mut Vec<(Position, Problem)>) -> String {
    let is_key = |key: &str| {
        (8..=128).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match &node.value {
        Value::Text(key, Quoting::Quoted) if is_key(key) => key.clone(),
        other => {
            let choices = "8 to 128 letters, digits and hyphens in quotes, as `openssl rand -hex 16` makes them";
            problems.push((node.position, not_a_choice("indexnow", text(other), choices)));
            String::new()
        }
    }
}

/// As written, if it is a text.
fn text(value: &Value) -> &str {
    match value {
        Value::Text(text, _) => text,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::config::Config;

    #[test]
    fn keys_are_read_and_what_is_wrong_is_told() {
        let text = "feed_entries = 20\nfeed_paths = [\"atom.xml\", \"/rss/feed.rss\"]\nllms = false\n\
                    indexnow = \"0123456789abcdef\"\ngit_dates = false\n";
        let (config, diagnostics) = Config::read("lectern.toml", text);
        assert_eq!(diagnostics, []);
        assert_eq!(
            config.machines,
            Machines {
                feed_entries: NonZeroU32::new(20).expect("a number"),
                feed_paths: vec!["/atom.xml".to_owned(), "/rss/feed.rss".to_owned()],
                llms: LlmsFiles::None,
                index_now: "0123456789abcdef".to_owned(),
                git_dates: GitDates::Ignored,
            }
        );
        let text = "feed_entries = 0\nfeed_paths = [\"/feed/\", \"/a?b.xml\", \"/x.html\", \"/ok.xml\"]\nllms = \"no\"\n\
                    indexnow = \"short\"\ngit_dates = 1\n";
        let (config, diagnostics) = Config::read("lectern.toml", text);
        assert_eq!(diagnostics.len(), 7, "{diagnostics:#?}");
        assert_eq!(config.machines, Machines { feed_paths: vec!["/ok.xml".to_owned()], ..Machines::default() });
    }
}
