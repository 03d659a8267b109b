//! This repository's own posts, and one shaped like what Jekyll makes for every newcomer.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use super::html::texts;
use super::site::{Draft, Site, files_below};

fn with_folder(draft: Draft, folder: &Path, below: &str) -> Draft {
    files_below(folder).into_iter().fold(draft, |draft, path| {
        let bytes = std::fs::read(folder.join(&path)).expect("a source");
        draft.bytes(&format!("{below}{path}"), &bytes)
    })
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn nothing_is_wrong_with_this_blog() {
    let settings = std::fs::read_to_string(repository().join("lectern.toml")).expect("settings");
    for base in ["/", "/repo/"] {
        let draft = Draft::new().file("lectern.toml", &settings).base(base).with_drafts().with_future();
        let site = with_folder(draft, &repository().join("posts"), "posts/").press_clean();
        assert!(0 < site.report.posts && 0 < site.report.pages);
    }
}

/// Front matter, dates and lists just as `jekyll new` and its users write them.
#[test]
fn a_post_of_a_jekyll_blog_reads_right() {
    let site = Draft::of_fixture("jekyll").press_clean();
    check_jekyll_post(&site, "A year of learning", "thoughts/2024/09/15/a-year-of-learning.html");
    assert_snapshot!(
        "jekyll_post",
        texts(&site.page("thoughts/2024/09/15/a-year-of-learning.html"), "main").join("\n")
    );
}

/// The post that the project was begun with, where it lies beside the checkout.
#[test]
fn the_first_post_reads_right() {
    let folder = repository().join("../shared/seed");
    if !folder.exists() {
        return;
    }
    let site = with_folder(Draft::new(), &folder, "posts/").press_clean();
    check_jekyll_post(&site, "One-year-mark at Openai", "thoughts/2024/09/15/one-year-mark-at-openai.html");
}

fn check_jekyll_post(site: &Site, title: &str, file: &str) {
    let page = site.page(file);
    assert_eq!(texts(&page, "h1"), [title]);
    assert_eq!(texts(&page, "article time"), ["September 15, 2024"]);
    assert_eq!(texts(&page, ".trail a"), ["Home", "thoughts"]);
    assert_eq!(texts(&page, ".prose h2").first().map(String::as_str), Some("Learnings"));
    assert!(2 <= texts(&page, ".prose ul").len());
    assert_eq!(texts(&site.page("index.html"), ".entries h2"), [title]);
    assert_eq!(texts(&site.page("categories/index.html"), ".terms li"), ["thoughts 1"]);
    let twin = site.text(&file.replace(".html", ".md"));
    assert!(twin.contains("2024-09-15T15:51:07-07:00"), "{twin}");
}
