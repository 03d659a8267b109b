//! The stages on a post's way, each by itself on any text.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use lectern::base::Base;
use lectern::bundle::{Annotations, Bundle, Markup, Metadata};
use lectern::markdown;
use lectern::press::blog::Hidden;
use lectern::press::bundle as pressed;
use lectern::press::code;
use lectern::press::front_matter;
use lectern::press::heading_ids::heading_ids;
use lectern::press::kramdown::document::Options;
use lectern::press::kramdown::lower::{Deviations, lower};
use lectern::press::liquid::{Document, DocumentKind, Engine, Object, SiteData, UnknownInCode};
use lectern::press::sanitize;
use lectern::words::Words;
use tempfile::TempDir;

/// A stage: its name, and how many bytes it makes of a text.
pub(crate) type Stage = (&'static str, fn(&str) -> usize);

/// All stages, in the order of a post's way; the last one is the whole way.
pub(crate) const STAGES: [Stage; 8] = [
    ("front matter", |text| front_matter::read(text, Vec::new()).0.text.len()),
    ("Liquid", |text| evaluate(text).len()),
    ("kramdown", |text| lower(text, &Options::default(), Deviations::OnPurpose).text.len()),
    ("code", |text| code::annotate(text).len()),
    ("Markdown", |text| markdown::render(&bundle(text, Markup::Markdown), &Base::parse("/repo/"), &Words::NONE).len()),
    ("cleaning", |text| article(text, Markup::Markdown).len()),
    ("cleaning of HTML", |text| article(text, Markup::Html).len()),
    ("press", press),
];

/// A text after its templates have been evaluated, on a site without anything else.
pub(crate) fn evaluate(text: &str) -> String {
    let page = Arc::new(Document {
        kind: DocumentKind::Post,
        path: "_posts/2024-01-01-a.md".to_owned(),
        url: "/2024/01/01/a.html".to_owned(),
        markup: Markup::Markdown,
        title: "A text".to_owned(),
        date: None,
        categories: Vec::new(),
        tags: Vec::new(),
        front_matter: Arc::new(Object::default()),
        text: Arc::from(text),
    });
    let engine = Engine::new(SiteData {
        variables: Object::default(),
        includes: BTreeMap::from([("a.html".to_owned(), "{{ include.a }} b".to_owned())]),
        documents: vec![page.clone()],
        files: Vec::new(),
        url: "https://example.org".to_owned(),
        base: String::new(),
        time: jiff::Timestamp::UNIX_EPOCH,
        zone: jiff::tz::TimeZone::UTC,
        environment: "production".to_owned(),
        markdownify: Box::new(str::to_owned),
        read_file: Box::new(|_| None),
    });
    engine.render(&page, text, UnknownInCode::Keep).text
}

/// The article of a text by itself, as a page holds it.
pub(crate) fn article(text: &str, markup: Markup) -> String {
    sanitize::article(&bundle(text, markup), &Base::parse("/repo/"), &Words::NONE)
}

/// A text by itself.
pub(crate) fn bundle(text: &str, markup: Markup) -> Bundle {
    let heading_ids = if markup == Markup::Markdown { heading_ids(text) } else { Vec::new() };
    let annotations = Annotations { heading_ids, ..Annotations::default() };
    Bundle { metadata: metadata(text, markup), annotations, text: text.to_owned() }
}

/// A site of one post; the post is the whole file if it begins with front matter.
fn press(text: &str) -> usize {
    let (source, staging) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let post = if text.starts_with("---\n") { text.to_owned() } else { format!("---\ntitle: A text\n---\n{text}") };
    fs::create_dir(source.path().join("posts")).expect("a folder");
    fs::write(source.path().join("posts/2024-01-01-a.md"), post).expect("a post");
    fs::write(staging.path().join("index.html"), INDEX).expect("a template");
    let report = pressed::bundle(&pressed::Options {
        source: source.path().to_owned(),
        staging: staging.path().to_owned(),
        public_url: Base::parse("/"),
        url: None,
        hidden: Hidden::default(),
        profile: pressed::Profile::Debug,
        now: jiff::Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * 365 * 60),
    });
    report.expect("a site").diagnostics.len()
}

/// As little of Trunk's output as the press needs.
pub(crate) const INDEX: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body><div id="lectern"></div></body></html>
"#;

fn metadata(text: &str, markup: Markup) -> Metadata {
    Metadata {
        title: "A text".to_owned(),
        markup,
        minutes: 1,
        length: u32::try_from(text.len()).unwrap_or(u32::MAX),
        ..Metadata::default()
    }
}
