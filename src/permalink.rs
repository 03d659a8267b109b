//! Where a page lives on the site.

use std::fmt;

use crate::data::{Data, IsEmpty, Source};

/// A page's path below the base, decoded: `/2024/09/15/hello.html`, `/archive/`.
///
/// Begins with a slash; has no empty, `.` or `..` segment and no control character. So it is safe to make a
/// file name of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Permalink(String);

/// The home page.
impl Default for Permalink {
    fn default() -> Permalink {
        Permalink::home()
    }
}

impl Permalink {
    /// The home page.
    pub fn home() -> Permalink {
        Permalink("/".to_owned())
    }

    /// Reads a decoded path. Missing and doubled slashes are mended as Jekyll does (`Jekyll::URL`); `None` if
    /// a segment is `.` or `..`, or a control character or backslash is inside.
    pub fn parse(path: &str) -> Option<Permalink> {
        if path.chars().any(|char| char.is_control() || char == '\\') {
            return None;
        }
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        if segments.iter().any(|segment| matches!(*segment, "." | "..")) {
            return None;
        }
        let mut text = format!("/{}", segments.join("/"));
        if path.ends_with('/') && text != "/" {
            text.push('/');
        }
        Some(Permalink(text))
    }

    /// Reads the decoded path of a URL: `/a/index.html` is `/a/`.
    pub fn from_url_path(decoded: &str) -> Option<Permalink> {
        Permalink::parse(decoded.strip_suffix("index.html").filter(|rest| rest.ends_with('/')).unwrap_or(decoded))
    }

    /// The decoded path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The page's file below the site's root: `/a/` is `a/index.html`, `/a.html` and `/a` are `a.html`.
    pub fn page_file(&self) -> String {
        format!("{}.html", self.stem())
    }

    /// The page's data beside its file, with the given extension: `a/index.md`, `a.json`.
    pub fn twin_file(&self, extension: &str) -> String {
        format!("{}.{extension}", self.stem())
    }

    /// The last segment without `.html`: what a reader would call the page's name. Empty for the home page.
    pub fn name(&self) -> &str {
        let path = self.0.trim_end_matches('/');
        let last = crate::route::split_last(path).1;
        last.strip_suffix(".html").unwrap_or(last)
    }

    fn stem(&self) -> String {
        let path = &self.0[1..];
        if path.is_empty() || path.ends_with('/') {
            return format!("{path}index");
        }
        path.strip_suffix(".html").unwrap_or(path).to_owned()
    }
}

impl fmt::Display for Permalink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Data for Permalink {
    /// Unlike other text it cannot be left out: what has none is no page's data.
    fn read<S: Source>(source: &S) -> Permalink {
        let permalink = source.text().and_then(|text| Permalink::parse(&text));
        permalink.unwrap_or_else(|| {
            source.mismatch();
            Permalink::home()
        })
    }
}

impl IsEmpty for Permalink {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_slashes_and_refuses_to_climb() {
        assert_eq!(Permalink::parse("a//b").as_ref().map(Permalink::as_str), Some("/a/b"));
        assert_eq!(Permalink::parse("").as_ref().map(Permalink::as_str), Some("/"));
        assert_eq!(Permalink::parse("/a/../b"), None);
        assert_eq!(Permalink::parse("/a\\..\\b"), None);
        assert_eq!(Permalink::parse("/a\u{0}"), None);
        assert_eq!(Permalink::from_url_path("/../etc/passwd"), None);
    }

    #[test]
    fn names_the_files_of_a_page() {
        for (path, page, twin) in [
            ("/", "index.html", "index.md"),
            ("/a/", "a/index.html", "a/index.md"),
            ("/a/b.html", "a/b.html", "a/b.md"),
            ("/a/swift-1.2", "a/swift-1.2.html", "a/swift-1.2.md"),
        ] {
            let permalink = Permalink::parse(path).expect(path);
            assert_eq!(permalink.page_file(), page);
            assert_eq!(permalink.twin_file("md"), twin);
        }
    }

    #[test]
    fn an_index_file_is_its_folder() {
        assert_eq!(Permalink::from_url_path("/a/index.html"), Permalink::parse("/a/"));
        assert_eq!(Permalink::from_url_path("/my-index.html"), Permalink::parse("/my-index.html"));
        assert_eq!(Permalink::from_url_path("/a b/"), Permalink::parse("/a b/"));
    }
}
