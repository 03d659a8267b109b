//! The program as authors call it.

use std::path::Path;
use std::process::{Command, Output};

use insta::assert_snapshot;

use super::site::Draft;

fn lectern(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    // What a developer's shell has set is not part of the test.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TRUNK_") || name.starts_with("LECTERN_")) {
        command.env_remove(name);
    }
    command.env("TZ", "UTC").current_dir(folder).args(arguments).output().expect("the program runs")
}

fn bundle(draft: &Draft, more: &[&str]) -> Output {
    let (source, staging) = draft.folders();
    let staging = staging.display().to_string();
    lectern(source, &[&["bundle", "--staging", &staging], more].concat())
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What it says, but for the time it took.
fn told(output: &Output) -> String {
    let lines = errors(output);
    let lines = lines.lines().map(|line| {
        line.split_once(" routes in ").map_or(line.to_owned(), |(counts, time)| {
            let problems = time.split_once(';').map_or(String::new(), |(_, problems)| format!(";{problems}"));
            format!("{counts} routes in TIME{problems}")
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_problem_fails_strict_runs_only() {
    let draft = Draft::new().post("2024-01-01-a.md", "title: A\ndate: never", "Text.");
    let lenient = bundle(&draft, &[]);
    assert!(lenient.status.success());
    assert_snapshot!(told(&lenient), @r"
    posts/2024-01-01-a.md:3:7: no date is found in `date`: `never`; write it like `2024-09-15` or `2024-09-15 15:51:07 -0700`
    lectern: 1 posts, 0 pages, 11 routes in TIME; 1 problem
    ");
    let strict = bundle(&draft, &["--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    assert!(errors(&strict).ends_with("error: --strict allows no problem; mend those above\n"));
}

#[test]
fn nothing_wrong_is_success_and_one_line() {
    let draft = Draft::new().post("2024-01-01-a.md", "title: A", "Text.").post("_drafts/b.md", "title: B", "Text.");
    let output = bundle(&draft, &["--strict", "--public-url", "/repo/", "--url", "https://example.org"]);
    assert!(output.status.success());
    assert_eq!(told(&output), "lectern: 1 posts (1 hidden), 0 pages, 11 routes in TIME");
    let with_draft = bundle(&draft, &["--drafts"]);
    assert!(told(&with_draft).starts_with("lectern: 2 posts, 0 pages"), "{}", told(&with_draft));
}

#[test]
fn no_template_is_an_error_that_names_the_file() {
    let draft = Draft::new();
    let (source, _) = draft.folders();
    let output = lectern(source, &["bundle", "--staging", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with("error: failed to read `nowhere"), "{}", errors(&output));
    let output = lectern(source, &["bundle"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("--staging"), "{}", errors(&output));
}

#[test]
fn a_new_post_is_a_file_that_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = lectern(folder.path(), &["new", "A walk: by the \"river\""]);
    assert!(output.status.success(), "{}", errors(&output));
    let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    assert!(path.starts_with("posts") && path.ends_with("-a-walk-by-the-river.md"), "{path}");
    let file = folder.path().join(&path);
    let text = std::fs::read_to_string(&file).expect("the post");
    assert!(text.starts_with("---\nlayout: post\ntitle: \"A walk: by the \\\"river\\\"\"\n"), "{text}");

    std::fs::write(&file, "mine").expect("written");
    let again = lectern(folder.path(), &["new", "A walk, by the River!"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(errors(&again).contains("is there already"), "{}", errors(&again));
    assert_eq!(std::fs::read_to_string(&file).expect("the post"), "mine");

    let nameless = lectern(folder.path(), &["new", "!?"]);
    assert_eq!(nameless.status.code(), Some(1));
    assert!(errors(&nameless).contains("add a word"), "{}", errors(&nameless));
}

#[test]
fn a_new_post_is_shown_at_once() {
    let draft = Draft::new();
    let (source, _) = draft.folders();
    assert!(lectern(source, &["new", "Today"]).status.success());
    let output = bundle(&draft, &["--strict"]);
    assert_eq!(told(&output), "lectern: 1 posts, 0 pages, 11 routes in TIME");
}
