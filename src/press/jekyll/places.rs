//! Where a site's files are, by its `_config.yml`.

use super::exclusion::{DESTINATION, Exclusion};
use crate::press::config::toml_entries;
use crate::press::yaml::{self, Entry, Node, Value};

/// Folders of a site, below its root, and what Jekyll does not look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// What is left out.
    pub exclusion: Exclusion,
    /// The folder of includes.
    pub includes: String,
    /// The folder of data files.
    pub data: String,
    /// The folder that all folders of posts are in; empty for the root.
    pub collections: String,
}

impl Default for Places {
    fn default() -> Places {
        Places {
            exclusion: Exclusion::default(),
            includes: "_includes".to_owned(),
            data: "_data".to_owned(),
            collections: String::new(),
        }
    }
}

impl Places {
    /// Reads them from the text of `_config.yml`, or `_config.toml` by its name.
    pub fn read(name: &str, text: &str) -> Places {
        let entries = match name.ends_with(".toml") {
            true => toml_entries(text).unwrap_or_default(),
            false => yaml::read(text, 1).0,
        };
        let folder = |key, default: String| texts(&entries, key).into_iter().next().map_or(default, inside);
        let Places { includes, data, collections, .. } = Places::default();
        let destination = folder("destination", DESTINATION.to_owned());
        Places {
            exclusion: Exclusion::new(&texts(&entries, "exclude"), &texts(&entries, "include"), &destination),
            includes: folder("includes_dir", includes),
            data: folder("data_dir", data),
            collections: folder("collections_dir", collections),
        }
    }
}

/// A text, or several.
fn texts(entries: &[Entry], key: &str) -> Vec<String> {
    let value = entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value.value);
    let text = |value: &Value| match value {
        Value::Text(text, _) => Some(text.clone()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    };
    match value {
        Some(Value::List(items)) => items.iter().filter_map(|Node { value, .. }| text(value)).collect(),
        Some(value) => text(value).into_iter().collect(),
        None => Vec::new(),
    }
}

/// A path without what could lead out of the site.
fn inside(path: String) -> String {
    let segments = path.split('/').filter(|segment| !matches!(*segment, "" | "." | ".."));
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::jekyll::exclusion::Entry::File;

    #[test]
    fn reads_what_is_there() {
        let text = "exclude: [notes, README.md]\ninclude: _pages\nincludes_dir: ./parts/\ncollections_dir: ../texts\n";
        let places = Places::read("_config.yml", text);
        let Places { exclusion, includes, data, collections } = places;
        assert!(exclusion.is_left_out("notes/a.md", File) && !exclusion.is_left_out("_pages", File));
        assert_eq!((includes.as_str(), data.as_str(), collections.as_str()), ("parts", "_data", "texts"));
        assert_eq!(Places::read("_config.yml", "title: x"), Places::default());
        assert_eq!(Places::read("_config.toml", "data_dir = \"d\"").data, "d");
    }
}
