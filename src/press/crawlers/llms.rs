//! The blog as plain text: `llms.txt`, a list of its posts, and `llms-full.txt`, the posts themselves.

use super::Matter;
use crate::press::post::{Post, PostKind};
use crate::route::Route;

/// A file of all texts that is longer than this is more than any of its readers takes; the newest posts are in it.
const MOST_BYTES: usize = 8 << 20;

/// What the blog is, and its posts with the addresses of their texts.
pub(super) fn index(matter: &Matter<'_>) -> String {
    let mut index = opening(matter);
    let is_page = |post: &Post| post.kind == PostKind::Page;
    for (heading, are_pages) in [("Posts", false), ("Pages", true)] {
        let documents = matter.documents().filter(|(post, _)| is_page(post) == are_pages);
        let lines: Vec<String> = documents.map(|(post, description)| line(matter, post, description)).collect();
        if !lines.is_empty() {
            index.push_str(&format!("\n## {heading}\n\n{}\n", lines.join("\n")));
        }
    }
    index
}

/// The texts of the newest posts and of all pages, as many as there is room for.
pub(super) fn texts(matter: &Matter<'_>) -> String {
    let mut texts = opening(matter);
    let mut left_out = 0_usize;
    for (post, _) in matter.documents() {
        let date = post.written.as_ref().map(|written| format!("Date: {}\n", written.timestamp.as_str()));
        let address = matter.site.absolute(post.permalink.as_str());
        let head = format!("\n---\n\n# {}\n\nAddress: {address}\n{}", post.title, date.unwrap_or_default());
        if MOST_BYTES < texts.len() + head.len() + post.text.len() {
            left_out += 1;
            continue;
        }
        texts.push_str(&head);
        texts.push_str(&format!("\n{}\n", post.text.trim()));
    }
    if 0 < left_out {
        let list = matter.site.absolute("/llms.txt");
        texts.push_str(&format!("\n---\n\n{left_out} more are too much for this file; {list} has their addresses.\n"));
    }
    texts
}

fn opening(matter: &Matter<'_>) -> String {
    let description = match matter.site.description.as_str() {
        "" => String::new(),
        description => format!("\n> {description}\n"),
    };
    format!("# {}\n{description}", matter.site.title)
}

fn line(matter: &Matter<'_>, post: &Post, description: &str) -> String {
    let title = post.title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    let address = matter.site.absolute(&Route::data_file(&post.permalink));
    let about = if description.is_empty() { String::new() } else { format!(": {description}") };
    format!("- [{title}]({address}){about}")
}
