//! Every wrong input there is, in one site that is built all the same.

use std::fs::{self, File};

use insta::assert_snapshot;

use super::html::texts;
use super::site::Draft;

/// Each file with what is wrong in its name.
fn everything_wrong() -> Draft {
    let mut draft = Draft::new()
        .file("lectern.toml", "title = \"Wrong\"\ntime_zone = \"Europe/Lisbon\"\nlang = 5\n")
        .post("2024-01-01-broken-yaml.md", "title: a: b\ntags: [x\ndate: 2024-01-01", "Text.")
        .post("2024-01-02-impossible-date.md", "title: Impossible\ndate: 2024-13-30 25:00:00", "Text.")
        .post("2024-01-03-no-date-in-it.md", "title: Prose\ndate: last summer", "Text.")
        .post("2024-02-31-impossible-name.md", "title: Name", "Text.")
        .file("posts/2024-01-04-no-front-matter.md", "# Just a text\n\nWithout anything above it.\n")
        .file("posts/2024-01-05-not-closed.md", "---\ntitle: Not closed\ntags: a\n\nText.\n")
        .file("posts/2024-01-06-no-keys.md", "---\nsome words\n---\n\nText.\n")
        .bytes(
            "posts/2024-01-07-bom-crlf.md",
            b"\xef\xbb\xbf---\r\ntitle: Mark and returns\r\n---\r\n\r\nOne\r\ntwo.\r\n",
        )
        .bytes("posts/2024-01-08-latin.md", b"---\ntitle: Caf\xe9\n---\n\nT\xe9l\xe9.\n")
        .bytes("posts/2024-01-09-control.md", b"---\ntitle: Control\n---\n\nA\0b\x08.\n")
        .file("posts/2024-01-10-empty.md", "")
        .post("2024-01-11-a.md", "title: First of two\npermalink: /twice/", "Text.")
        .post("2024-01-12-b.md", "title: Second of two\npermalink: /twice/", "Text.")
        .post("2024-01-13-reserved.md", "title: Reserved\npermalink: /tags/", "Text.")
        .post("2024-01-14-climbs.md", "title: Climbs\npermalink: /../../etc/passwd", "Text.")
        .post("2024-01-15-placeholder.md", "title: Placeholder\npermalink: /:categorie/:title/", "Text.")
        .post("2024-01-16-types.md", "title: [a]\ntags: {a: b}\npublished: perhaps\nlang: english, please", "Text.")
        .post("2024-01-17-twice.md", "title: One\ntitle: Two", "Text.")
        .post("2024-01-18-links.md", "title: Links", "A [link](nowhere.md), and <a href=\"gone.md\">another</a>.")
        .post("no-date-at-all.md", "title: Undated", "Text.")
        .post("dated-inside.md", "title: Dated inside\ndate: 2024-01-19", "Text.")
        .file("posts/README.md", "# About this folder\n")
        .post("_post/2024-01-20-lost.md", "title: Lost", "Text.")
        .post("2024-01-20-parser.md", "title: Odd task", "Words.\n\n- [ ] \\\n  - \n\n*More* words.")
        .post("2024-01-21-right.md", "title: Nothing wrong", "Text.");
    // Sparse: no disk holds 50 MB for it.
    File::create(draft.path("posts/2024-01-22-large.md")).and_then(|file| file.set_len(50_000_000)).expect("a file");
    fs::create_dir(draft.path("posts/2024-01-23-folder.md")).expect("a folder");
    draft = draft.post("2024-01-23-folder.md/2024-01-23-inside.md", "title: In a folder", "Text.");
    with_links(draft)
}

/// Permission bits stop everybody but root, so a file that cannot be read is a link to nothing here.
#[cfg(unix)]
fn with_links(draft: Draft) -> Draft {
    use std::os::unix::fs::symlink;

    symlink("nowhere", draft.path("posts/2024-01-24-dangling.md")).expect("a link");
    symlink("/etc/hostname", draft.path("posts/2024-01-25-leaves.md")).expect("a link");
    symlink(".", draft.path("posts/loop")).expect("a link");
    draft
}

#[cfg(not(unix))]
fn with_links(draft: Draft) -> Draft {
    draft
}

#[test]
#[cfg(unix)]
fn each_wrong_input_is_told_once_with_its_place_and_a_cure() {
    let site = everything_wrong().press();
    assert_snapshot!("everything_wrong", site.problems().join("\n"));
}

#[test]
fn what_is_right_is_shown_and_what_is_wrong_as_far_as_it_goes() {
    let site = everything_wrong().press();
    let shown = texts(&site.page("archive/index.html"), ".titles li").join("\n");
    assert_snapshot!("shown_all_the_same", shown);
    let text = |file: &str| texts(&site.page(file), ".prose").concat();
    assert_eq!(text("2024/01/07/bom-crlf.html"), "One two.");
    assert_eq!(text("2024/01/08/latin.html"), "Télé.");
    assert_eq!(text("2024/01/09/control.html"), "Ab.");
    assert_eq!(text("2024/01/05/not-closed.html"), "Text.");
    assert_eq!(text("2024/01/20/parser.html"), "Words. ☐\u{fe0e} More words.");
}

#[test]
fn settings_that_are_no_toml_cost_the_settings_only() {
    for toml in
        ["title = \"Never closed\n", "title: Jekyll's way\n", "\u{feff}url = \"example.org\"\n", "base = \"x/../y\""]
    {
        let site = Draft::new().file("lectern.toml", toml).post("2024-01-01-a.md", "title: A", "Text.").press();
        assert_eq!(texts(&site.page("2024/01/01/a.html"), "h1"), ["A"]);
        assert_eq!(site.problems().len(), 1, "{toml}: {:?}", site.problems());
        assert!(site.problems()[0].starts_with("lectern.toml:1:"), "{:?}", site.problems());
    }
}

#[test]
fn settings_that_are_not_utf_8_are_told() {
    let draft =
        Draft::new().bytes("lectern.toml", b"title = \"Caf\xe9\"\n").post("2024-01-01-a.md", "title: A", "Text.");
    let site = draft.press();
    assert_eq!(site.problems().len(), 1);
}

#[test]
fn a_blog_without_its_folder_of_posts_says_so() {
    let draft = Draft::new();
    fs::remove_dir(draft.path("posts")).expect("removed");
    let site = draft.press();
    assert_eq!(site.problems().len(), 1);
    assert!(site.problems()[0].starts_with("posts:1:1: cannot be read"), "{:?}", site.problems());
}
