//! What the real Jekyll makes of a site with everything that blogs have, and what Lectern makes of it.
//!
//! `tests/fixtures/jekyll/site` has a post for each form that 10,917 real posts were found to have, and for each
//! nasty case; `expected.jsonl` beside it is Jekyll's own result, made by `expected.rb`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lectern::press::check::{Articles, CheckedDocument, Options, check};
use lectern::press::kramdown::compare::{Likeness, canonical, compare};
use lectern::press::post::{PostKind, Visibility};
use serde_json::Value;

/// Posts whose HTML is not quite Jekyll's, each with the reason.
const ON_PURPOSE: [(&str, &str); 7] = [
    ("_posts/2020-01-06-row-06-code.md", "`highlight` becomes a fence, so that one highlighter sees all code"),
    ("_posts/2020-01-28-row-28-attribute-lists.md", "attributes for programs show nothing"),
    ("_posts/2020-02-03-row-34-footnotes.md", "notes have marks of their own, which screen readers know"),
    ("_posts/2020-02-05-row-36-tables.md", "an empty cell is empty, without a blank in it"),
    ("_posts/2020-02-06-row-37-maths.md", "a formula between paragraphs is a paragraph"),
    ("_posts/2020-02-12-row-43-control-characters.md", "control characters are left out, since XML cannot hold them"),
    ("_posts/2021-05-13-raw-round-a-fence.md", "`highlight` becomes a fence here, too"),
];

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jekyll")
}

fn expected() -> BTreeMap<String, Value> {
    let text = std::fs::read_to_string(fixture().join("expected.jsonl")).expect("Jekyll's result");
    let posts = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    posts.map(|post| (post["path"].as_str().expect("a path").to_owned(), post)).collect()
}

fn actual() -> BTreeMap<String, CheckedDocument> {
    let now = "2026-01-01T00:00:00Z".parse().expect("an instant");
    let options = Options { folder: fixture().join("site"), now, articles: Articles::Html };
    let checked = check(&options).expect("a site");
    let posts = checked.documents.into_iter().filter(|document| document.post.kind == PostKind::Post);
    posts.map(|document| (document.source.path.clone(), document)).collect()
}

fn names(value: &Value) -> Vec<&str> {
    let names = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    names.map(|name| name.trim_matches([',', ' '])).collect()
}

#[test]
fn every_post_of_jekylls_is_there_and_no_other() {
    let (expected, actual) = (expected(), actual());
    assert_eq!(actual.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    assert!(80 < actual.len());
}

#[test]
fn addresses_dates_and_names_are_jekylls() {
    let actual = actual();
    for (path, wanted) in expected() {
        let post = &actual[&path].post;
        assert_eq!(post.url, wanted["url"].as_str().map(decoded).expect("a URL"), "{path}");
        let date: jiff::Timestamp = wanted["date"].as_str().expect("a date").parse().expect("an instant");
        assert_eq!(post.written.as_ref().map(|written| written.instant), Some(date), "{path}");
        assert_eq!(post.categories, names(&wanted["categories"]), "{path}");
        assert_eq!(post.tags, names(&wanted["tags"]), "{path}");
        let is_published = post.visibility != Visibility::Unpublished;
        assert_eq!(Some(is_published), wanted["published"].as_bool(), "{path}");
    }
}

#[test]
fn texts_show_what_jekyll_shows() {
    let actual = actual();
    let mut different = Vec::new();
    for (path, wanted) in expected() {
        let (wanted, found) = (wanted["html"].as_str().expect("HTML"), &actual[&path].html);
        if compare(&without_notes(wanted), &without_notes(found)) == Likeness::Different {
            different.push(path.clone());
            eprintln!("== {path}\n-- Jekyll\n{}\n-- here\n{}", canonical(wanted), canonical(found));
        }
    }
    assert_eq!(different, ON_PURPOSE.map(|(path, _)| path));
}

/// Both put footnotes below the text, each in its own elements.
fn without_notes(html: &str) -> String {
    let start = ["<div class=\"footnotes\"", "<section class=\"footnotes\""].iter().find_map(|start| html.find(start));
    html[..start.unwrap_or(html.len())].to_owned()
}

fn decoded(url: &str) -> String {
    percent_encoding::percent_decode_str(url).decode_utf8_lossy().into_owned()
}
