//! The settings of jekyll-feed.

use super::value;
use super::words::{quoted, with_key};
use crate::press::yaml::scalar::{Scalar, scalar};
use crate::press::yaml::{Entry, Node, Quoting, Value};

/// Where the plugin puts the feed if it is not told where; there it is here, too.
const USUAL_PATH: &str = "/feed.xml";

/// Where the feed is, and how many posts it holds. What Lectern does not have, such as feeds of excerpts alone, is left out.
pub(super) fn settings(entries: &[Entry]) -> Vec<Entry> {
    let Some(Node { value: Value::Map(feed), .. }) = value(entries, "feed") else { return Vec::new() };
    let path = value(feed, "path").and_then(|node| {
        let Value::Text(path, _) = &node.value else { return None };
        let path = format!("/{}", path.trim().trim_start_matches('/'));
        let position = node.position;
        let list = Value::List(vec![Node { value: quoted(&path), position }]);
        (path != USUAL_PATH).then(|| with_key("feed_paths", Node { value: list, position }))
    });
    let limit = value(feed, "posts_limit").and_then(|node| match scalar(&node.value) {
        Some(Scalar::Integer(number @ 1..=1000)) => {
            let value = Value::Text(number.to_string(), Quoting::Plain);
            Some(with_key("feed_entries", Node { value, position: node.position }))
        }
        _ => None,
    });
    path.into_iter().chain(limit).collect()
}

#[cfg(test)]
mod tests {
    use crate::press::jekyll::config::read;

    #[test]
    fn the_feed_stays_where_it_was() {
        let (config, diagnostics) = read("_config.yml", "feed:\n  path: atom.xml\n  posts_limit: 20\n");
        assert_eq!(diagnostics, []);
        assert_eq!(
            (config.machines.feed_paths, config.machines.feed_entries.get()),
            (vec!["/atom.xml".to_owned()], 20)
        );
        let (config, _) = read("_config.yml", "feed:\n  path: /feed.xml\n  posts_limit: many\n");
        assert_eq!((config.machines.feed_paths, config.machines.feed_entries.get()), (Vec::new(), 50));
    }
}
