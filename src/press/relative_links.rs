//! Links that name a file of the posts folder, resolved to where that file is on the site.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::diagnostic::{Diagnostic, Position, Problem};
use super::post::Post;
use crate::base::encode_path;
use crate::bundle::Links;
use crate::markdown::{Target, targets};

/// Where each file of the posts folder ends up: paths relative to that folder, to site paths.
pub type SitePaths = BTreeMap<String, String>;

/// For each target of the post that names a file, relative to the post's own: its place on the site, encoded.
/// A Markdown file that does not exist is a diagnostic; other relative targets may be meant for the page's own
/// address, as in Jekyll, and stay.
pub fn resolve(post: &Post, path: &str, site_paths: &SitePaths) -> (Links, Vec<Diagnostic>) {
    let mut links = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for Target { address, range } in targets(&post.text) {
        let target = address.split(['#', '?']).next().unwrap_or_default();
        if target.is_empty() || target.starts_with('/') || target.contains(':') || links.contains_key(target) {
            continue;
        }
        let decoded = percent_decode_str(target).decode_utf8_lossy();
        let found = join(path, &decoded).and_then(|path| site_paths.get(&path));
        if let Some(site_path) = found {
            links.insert(target.to_owned(), encode_path(site_path));
        } else if is_markdown(target) {
            let mut position = Position::of(&post.text, range.start);
            position.line = post.file_line(position.line);
            let problem = Problem::BrokenLink { target: target.to_owned() };
            diagnostics.push(Diagnostic::new(&post.source, position, problem));
        }
    }
    (links.into_iter().collect(), diagnostics)
}

/// A path relative to the folder of the file at `from`, without `.` and `..`; `None` if it climbs out.
fn join(from: &str, relative: &str) -> Option<String> {
    let mut segments: Vec<&str> = from.split('/').collect();
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

fn is_markdown(target: &str) -> bool {
    [".md", ".markdown"].iter().any(|extension| target.ends_with(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_like_a_file_system() {
        assert_eq!(join("a.md", "b.md").as_deref(), Some("b.md"));
        assert_eq!(join("x/a.md", "./assets//p.png").as_deref(), Some("x/assets/p.png"));
        assert_eq!(join("_pages/a.md", "../b.md").as_deref(), Some("b.md"));
        assert_eq!(join("a.md", "../b.md"), None);
    }
}
