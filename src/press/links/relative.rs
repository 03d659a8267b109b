//! Relative addresses: what they are relative to, and what they look like.

use crate::permalink::Permalink;

/// Endings of what is read as a page.
const PAGE_ENDINGS: [&str; 8] = [".html", ".htm", ".md", ".markdown", ".php", ".aspx", ".asp", ".shtml"];

/// Ends of the names of hosts that authors forget the scheme of.
const HOST_ENDINGS: [&str; 6] = [".com", ".org", ".net", ".io", ".dev", ".gov"];

/// The file that a relative path means beside another; `None` if it climbs out of the folder of all.
pub(super) fn beside_source(source: &str, relative: &str) -> Option<String> {
    let mut segments: Vec<&str> = source.split('/').collect();
    segments.pop();
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

/// The path that a browser makes of a relative one on a page. It does not climb higher than the root.
pub(super) fn beside_page(page: &Permalink, relative: &str) -> String {
    let (folder, _) = crate::route::split_last(page.as_str());
    let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in relative.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    let is_folder = relative.ends_with('/') || matches!(relative.rsplit('/').next(), Some("." | ".."));
    let end = if is_folder && !segments.is_empty() { "/" } else { "" };
    format!("/{}{end}", segments.join("/"))
}

/// Whether a path looks like a page's rather than a file's.
pub(super) fn is_page_like(path: &str) -> bool {
    let (_, name) = crate::route::split_last(path);
    let lower = name.to_lowercase();
    let has_page_ending = PAGE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let extension = lower.rsplit_once('.').map(|(_, extension)| extension);
    let is_extension = |extension: &str| {
        (2..=5).contains(&extension.len()) && extension.starts_with(|char: char| char.is_ascii_alphabetic())
    };
    has_page_ending || !extension.is_some_and(is_extension)
}

/// Whether a relative path is more likely another site's address without `https://`.
pub(super) fn is_host_like(relative: &str) -> bool {
    let host = relative.split('/').next().unwrap_or_default().to_ascii_lowercase();
    host.starts_with("www.") || HOST_ENDINGS.iter().any(|ending| host.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_like_a_file_system() {
        assert_eq!(beside_source("a.md", "b.md").as_deref(), Some("b.md"));
        assert_eq!(beside_source("x/a.md", "./assets//p.png").as_deref(), Some("x/assets/p.png"));
        assert_eq!(beside_source("_pages/a.md", "../b.md").as_deref(), Some("b.md"));
        assert_eq!(beside_source("a.md", "../b.md"), None);
    }

    #[test]
    fn joins_like_a_browser() {
        for (page, relative, path) in [
            ("/a/b.html", "c.html", "/a/c.html"),
            ("/a/b/", "../c/", "/a/c/"),
            ("/a/b/", "./", "/a/b/"),
            ("/a/b/", "..", "/a/"),
            ("/a.html", "../../x", "/x"),
            ("/a.html", "..", "/"),
        ] {
            let page = Permalink::parse(page).expect(page);
            assert_eq!(beside_page(&page, relative), path);
        }
    }

    #[test]
    fn tells_pages_from_files_and_hosts() {
        for (path, is_page) in
            [("/a/", true), ("/a", true), ("/a.HTML", true), ("/swift-1.2", true), ("/a.png", false), ("/a.pdf", false)]
        {
            assert_eq!(is_page_like(path), is_page, "{path}");
        }
        assert!(is_host_like("www.example.org/x") && is_host_like("Example.com") && !is_host_like("a/b.com"));
    }
}
