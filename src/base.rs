//! The path under which a host serves the site.

use crate::data::{Data, IsEmpty, Source};
use crate::permalink::Permalink;

/// `/` for a site of its own, `/repo/` for one in a folder. Begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Base(String);

impl Base {
    /// Reads a path, or the path of a URL; missing slashes at the ends are added.
    pub fn parse(text: &str) -> Base {
        let after_scheme =
            text.split_once("://").map_or(text, |(_, rest)| rest.find('/').map_or("", |start| &rest[start..]));
        let inner = after_scheme.trim().trim_matches('/');
        if inner.is_empty() { Base("/".to_owned()) } else { Base(format!("/{inner}/")) }
    }

    /// The path itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a link to `page` says in its `href`: below this base and percent-encoded.
    pub fn href(&self, page: &Permalink) -> String {
        self.join(page.as_str())
    }

    /// Puts a site path that begins with a slash below this base, percent-encoded.
    pub fn join(&self, site_path: &str) -> String {
        self.join_encoded(&encode_path(site_path))
    }

    /// The same for a path that is percent-encoded already.
    pub fn join_encoded(&self, site_path: &str) -> String {
        format!("{}{}", self.0, site_path.trim_start_matches('/'))
    }

    /// The site path of a URL's path: `/repo/a/` is `/a/` below `/repo/`. `None` for a path outside.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        if path.len() + 1 == self.0.len() && self.0.starts_with(path) {
            return Some("/");
        }
        path.starts_with(&self.0).then(|| &path[self.0.len() - 1..])
    }
}

impl Data for Base {
    fn read<S: Source>(source: &S) -> Base {
        Base(String::read(source))
    }
}

impl IsEmpty for Base {}

/// What a URL's path may not hold as it is, apart from control characters and letters beyond ASCII (URL standard, path
/// percent-encode set); `%` among it, since the paths encoded here are decoded ones.
const ENCODED: &[u8] = b" \"#%<>?[\\]^`{|}";

/// Percent-encodes a decoded path; slashes stay. A library for this would bring the app a table of 768 bytes.
pub fn encode_path(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() && !ENCODED.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_paths_and_urls() {
        for (text, base) in [
            ("", "/"),
            ("/", "/"),
            ("repo", "/repo/"),
            ("/repo", "/repo/"),
            ("/a/b/", "/a/b/"),
            ("https://example.org", "/"),
            ("https://example.org/repo", "/repo/"),
        ] {
            assert_eq!(Base::parse(text).as_str(), base, "{text}");
        }
    }

    #[test]
    fn strips_whole_segments_only() {
        let base = Base::parse("/blog/");
        assert_eq!(base.strip("/blog/a/"), Some("/a/"));
        assert_eq!(base.strip("/blog"), Some("/"));
        assert_eq!(base.strip("/blogger/"), None);
        assert_eq!(base.strip("/"), None);
        assert_eq!(Base::parse("/").strip("/a/"), Some("/a/"));
        assert_eq!(Base::parse("/").strip("/"), Some("/"));
    }

    #[test]
    fn encodes_what_a_path_may_not_hold() {
        assert_eq!(Base::parse("/r/").join("/a b/100%/챗?.html"), "/r/a%20b/100%25/%EC%B1%97%3F.html");
    }
}
