//! Plain Markdown means what CommonMark and GitHub say it means.
//!
//! The examples are those of the specifications: 652 of CommonMark 0.31.2, those of GitHub's tables, task lists and
//! strikethrough (GFM 0.29), and pulldown-cmark's own for the other extensions that the renderer uses. All of them come
//! with the sources of pulldown-cmark, which cargo has fetched to build this very test.
//!
//! Left out are footnotes, which have a form of their own here (`tests/fixtures/markdown/footnotes.md`), and extensions
//! that the renderer does not use: pulldown-cmark's own maths, wikilinks and metadata, and GitHub's bare addresses, which
//! pulldown-cmark does not know.

use std::path::{Path, PathBuf};
use std::process::Command;

use lectern::base::Base;
use lectern::markdown;
use pulldown_cmark::Options;

use super::html::as_parsed;

/// Examples in one file.
struct Suite {
    /// Its name there, without `.rs`.
    name: &'static str,
    /// What the renderer is to know beside CommonMark.
    extensions: Options,
    /// So that none is lost unseen.
    count: usize,
}

const SUITES: [Suite; 9] = [
    Suite { name: "spec", extensions: Options::empty(), count: 652 },
    Suite { name: "gfm_table", extensions: Options::ENABLE_TABLES, count: 9 },
    Suite { name: "gfm_tasklist", extensions: Options::ENABLE_TASKLISTS, count: 2 },
    Suite { name: "gfm_strikethrough", extensions: Options::ENABLE_STRIKETHROUGH, count: 3 },
    Suite { name: "blockquotes_tags", extensions: Options::ENABLE_GFM, count: 18 },
    Suite { name: "table", extensions: Options::ENABLE_TABLES, count: 28 },
    Suite {
        name: "definition_lists",
        extensions: Options::ENABLE_DEFINITION_LIST.union(Options::ENABLE_TABLES),
        count: 31,
    },
    Suite {
        name: "heading_attrs",
        extensions: Options::ENABLE_HEADING_ATTRIBUTES.union(Options::ENABLE_STRIKETHROUGH),
        count: 42,
    },
    Suite { name: "smart_punct", extensions: Options::ENABLE_SMART_PUNCTUATION, count: 16 },
];

/// Where the renderer differs, and why that is right.
const DIFFERENCES: [(&str, usize, &str); 4] = [
    ("spec", 500, "`foo):` reads like a scheme, and only schemes that run nothing may be linked"),
    ("spec", 598, "no reader has a program for the scheme `a+b+c`, and what is unknown is not linked"),
    ("spec", 599, "the same of `made-up-scheme`"),
    ("spec", 601, "the same of `localhost`, which is taken for a scheme"),
];

/// A text, and what becomes of it.
struct Example {
    text: String,
    html: String,
}

#[test]
fn examples_of_the_specifications_are_shown_as_specified() {
    let folder = sources_of("pulldown-cmark").join("tests/suite");
    let mut faults = Vec::new();
    for Suite { name, extensions, count } in SUITES {
        let examples = examples(&folder.join(name).with_extension("rs"));
        assert_eq!(examples.len(), count, "examples of {name}");
        for (number, Example { text, html }) in (1..).zip(&examples) {
            let shown = normal(&markdown::plain(text, extensions, &Base::parse("/")));
            let expected = normal(html);
            let is_known = DIFFERENCES.iter().any(|(suite, known, _)| (*suite, *known) == (name, number));
            match (shown == expected, is_known) {
                (true, true) => faults.push(format!("{name} {number} is as specified: take it out of the list")),
                (false, false) => {
                    faults.push(format!("{name} {number}: {text:?}\n   shown: {shown:?}\nexpected: {expected:?}"));
                }
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
}

/// Where cargo keeps the sources of a package.
fn sources_of(package: &str) -> PathBuf {
    let metadata = |offline: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["metadata", "--format-version", "1", "--locked"]).args(offline);
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok().filter(|output| output.status.success())
    };
    let output = metadata(&["--offline"]).or_else(|| metadata(&[]));
    let output = output.expect("`cargo metadata` tells where packages are; run `cargo fetch` once while online");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let found = packages.iter().find(|found| found["name"] == package).expect(package);
    let manifest = found["manifest_path"].as_str().expect("a path");
    Path::new(manifest).parent().expect("a folder").to_owned()
}

/// The examples in a file of tests, which are texts between the same marks throughout.
fn examples(file: &Path) -> Vec<Example> {
    let missing = "the package lacks its tests; `cargo fetch` brings it as it was published";
    let source = std::fs::read_to_string(file).expect(missing);
    let mut examples = Vec::new();
    let mut rest = source.as_str();
    while let Some((text, after)) = between(rest, "let original = r##\"", "\"##;") {
        let (html, after) = between(after, "let expected = r##\"", "\"##;").expect("what is expected");
        examples.push(Example { text: text.to_owned(), html: html.to_owned() });
        rest = after;
    }
    examples
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<(&'t str, &'t str)> {
    text.split_once(start)?.1.split_once(end)
}

/// The same for all that browsers show alike: how attributes are quoted, and line ends beside tags.
fn normal(html: &str) -> String {
    as_parsed(html).replace(">\n", ">").replace("\n<", "<")
}
