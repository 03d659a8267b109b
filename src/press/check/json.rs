//! What programs read: one JSON object for each post, one a line.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, CheckedDocument};
use crate::press::excerpt::{gist, written};
use crate::press::post::{Post, PostKind, Visibility};
use crate::press::yaml::Value;
use crate::press::yaml::scalar::printed;

/// A post as it will be.
#[derive(Debug, Serialize)]
struct Line<'a> {
    path: &'a str,
    title: Cow<'a, str>,
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

/// Writes a line for each post in the order of their paths; drafts and pages have none.
pub fn write(checked: &Checked, mut output: impl Write) -> io::Result<()> {
    for document in checked.documents.iter().filter(|document| document.post.kind == PostKind::Post) {
        serde_json::to_writer(&mut output, &line(document))?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

/// What Jekyll calls the title, with entities and tags as they are written, and numbers as Ruby prints them.
fn title_in_jekyll(post: &Post) -> Cow<'_, str> {
    let written = post.values.iter().find(|entry| entry.key == "title").map(|entry| &entry.value.value);
    match written {
        Some(value @ Value::Text(title, _)) if !title.trim().is_empty() => {
            printed(value).map_or(Cow::Borrowed(title), Cow::Owned)
        }
        _ => Cow::Borrowed(&post.title),
    }
}

fn line(document: &CheckedDocument) -> Line<'_> {
    let CheckedDocument { source, post, html, diagnostics, .. } = document;
    let warnings = diagnostics.iter();
    let warnings =
        warnings.map(|found| Warning { line: found.place.line, message: found.problem.to_string() }).collect();
    Line {
        path: &source.shown,
        title: title_in_jekyll(post),
        date: post.written.as_ref().map(|written| written.timestamp.as_str()),
        url: &post.url,
        categories: &post.categories,
        tags: &post.tags,
        published: post.visibility != Visibility::Unpublished,
        excerpt: written(post).unwrap_or_else(|| gist(post).excerpt),
        html,
        warnings,
    }
}
