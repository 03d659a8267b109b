//! What programs read: one JSON object for each post, one a line.

use serde::Serialize;

use super::{Checked, CheckedDocument};
use crate::press::excerpt::gist;
use crate::press::post::{PostKind, Visibility};

/// A post as it will be.
#[derive(Debug, Serialize)]
struct Line<'a> {
    path: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    url: &'a str,
    categories: &'a [String],
    tags: &'a [String],
    published: bool,
    excerpt: String,
    html: &'a str,
    warnings: Vec<Warning>,
}

#[derive(Debug, Serialize)]
struct Warning {
    line: u32,
    message: String,
}

/// The lines of all posts in the order of their paths; drafts and pages have none.
pub fn lines(checked: &Checked) -> impl Iterator<Item = Result<String, serde_json::Error>> + '_ {
    let posts = checked.documents.iter().filter(|document| document.post.kind == PostKind::Post);
    posts.map(|document| serde_json::to_string(&line(document)))
}

fn line(document: &CheckedDocument) -> Line<'_> {
    let CheckedDocument { post, html, diagnostics, .. } = document;
    let written = [&post.excerpt, &post.description].into_iter().find(|text| !text.trim().is_empty());
    let warnings = diagnostics.iter();
    let warnings =
        warnings.map(|found| Warning { line: found.place.line, message: found.problem.to_string() }).collect();
    Line {
        path: &post.source,
        title: &post.title,
        date: post.written.as_ref().map(|written| written.timestamp.as_str()),
        url: post.permalink.as_str(),
        categories: &post.categories,
        tags: &post.tags,
        published: post.visibility != Visibility::Unpublished,
        excerpt: written.cloned().unwrap_or_else(|| gist(&post.text).excerpt),
        html,
        warnings,
    }
}
