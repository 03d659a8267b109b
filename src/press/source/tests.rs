//! Folders made for each test.

use super::*;

fn folder_with(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in names {
        files::write(&folder.path().join(name), b"text").expect("written");
    }
    folder
}

fn kinds(sources: &[SourceFile]) -> Vec<(&str, SourceKind)> {
    sources.iter().map(|source| (source.path.as_str(), source.kind)).collect()
}

fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| format!("{} {:?}", diagnostic.place.path, diagnostic.problem)).collect()
}

#[test]
fn knows_each_file_by_its_name_and_place() {
    let folder = folder_with(&[
        "2024-09-15-hello.md",
        "2019-4-6-old.MARKDOWN",
        "coding test/알고리즘/2023-01-14-[AI] 챗봇이란.md",
        "_posts/2024-01-01-in-posts.mkd",
        "_posts/en/heron.png",
        "2010-01-01-html.html",
        "demo.html",
        "template.md",
        "_drafts/idea.md",
        "_drafts/deep/idea.png",
        "_pages/about.md",
        "_pages/legal.html",
        "assets/heron.jpg",
        ".DS_Store",
        ".idea/2024-01-01-x.md",
        "#2024-01-01-x.md#",
        "2024-01-01-x.md~",
        "_2024-01-01-x.md",
        "_includes/a.md",
    ]);
    let (sources, diagnostics) = walk(folder.path(), "posts/");
    use Markup::{Html, Markdown};
    assert_eq!(
        kinds(&sources),
        [
            ("2010-01-01-html.html", SourceKind::Post(Html)),
            ("2019-4-6-old.MARKDOWN", SourceKind::Post(Markdown)),
            ("2024-09-15-hello.md", SourceKind::Post(Markdown)),
            ("_drafts/deep/idea.png", SourceKind::Asset),
            ("_drafts/idea.md", SourceKind::Draft(Markdown)),
            ("_pages/about.md", SourceKind::Page(Markdown)),
            ("_pages/legal.html", SourceKind::Page(Html)),
            ("_posts/2024-01-01-in-posts.mkd", SourceKind::Post(Markdown)),
            ("_posts/en/heron.png", SourceKind::Asset),
            ("assets/heron.jpg", SourceKind::Asset),
            ("coding test/알고리즘/2023-01-14-[AI] 챗봇이란.md", SourceKind::Post(Markdown)),
            ("demo.html", SourceKind::Asset),
            ("template.md", SourceKind::Post(Markdown)),
        ]
    );
    assert_eq!(shown(&diagnostics), [""; 0]);
    let heron = sources.iter().find(|source| source.path == "_posts/en/heron.png").expect("the picture");
    assert_eq!((heron.shown.as_str(), heron.site_path().as_str()), ("posts/_posts/en/heron.png", "en/heron.png"));
    assert_eq!(sources.iter().filter(|source| source.is_of_drafts()).count(), 2);
    assert_eq!(read(heron).expect("read"), b"text");
}

#[test]
fn nothing_is_left_out_in_silence_that_may_be_a_post() {
    let folder = folder_with(&[
        "README.md",
        "index.markdown",
        "sub/readme.md",
        "_post/2024-01-01-x.md",
        "_post/b/2024-01-02-y.md",
    ]);
    let (sources, diagnostics) = walk(folder.path(), "posts");
    assert_eq!(kinds(&sources), [("sub/readme.md", SourceKind::Post(Markup::Markdown))]);
    assert_eq!(
        shown(&diagnostics),
        ["posts/README.md NotAPost", "posts/_post PostsInSkippedFolder { posts: 2 }", "posts/index.markdown NotAPost"]
    );
    let (_, diagnostics) = walk(&folder.path().join("none"), "posts");
    assert!(matches!(diagnostics.as_slice(), [Diagnostic { problem: Problem::Unreadable { .. }, .. }]));
}

#[test]
fn a_post_in_another_language_is_told() {
    let folder = folder_with(&["_posts/2024-01-01-data.csv", "_posts/x.textile"]);
    for name in ["_posts/2024-01-02-y.textile", "_drafts/2024-01-02-y.org", "2024-01-02-y.txt"] {
        files::write(&folder.path().join(name), b"---\ntitle: Y\n---\nh1. Y").expect("written");
    }
    let told = "_posts/2024-01-02-y.textile OtherMarkup { better: \"2024-01-02-y.md\" }";
    let (sources, diagnostics) = walk_site(folder.path(), &Exclusion::default());
    assert_eq!(shown(&diagnostics), [told]);
    assert_eq!(sources.len(), 4);
}

#[test]
fn a_huge_text_is_left_out_unread_and_a_huge_picture_is_not() {
    let folder = folder_with(&[]);
    let huge = vec![b'a'; 10_000_001];
    for name in ["2024-01-01-x.md", "film.mp4"] {
        files::write(&folder.path().join(name), &huge).expect("written");
    }
    let (sources, diagnostics) = walk(folder.path(), ".");
    assert_eq!(kinds(&sources), [("film.mp4", SourceKind::Asset)]);
    assert_eq!(
        diagnostics.first().map(ToString::to_string).as_deref(),
        Some("2024-01-01-x.md:1:1: 11 MB of text; split it into parts of 10 MB at the most")
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_folder_only() {
    use std::os::unix::fs::symlink;

    let outside = folder_with(&["secret.md"]);
    let folder = folder_with(&["a/2024-01-01-x.md", "b/c/2024-01-02-y.md"]);
    let link = |target: &Path, name: &str| symlink(target, folder.path().join(name)).expect("a link");
    link(outside.path(), "outside");
    link(&outside.path().join("secret.md"), "2024-01-03-secret.md");
    link(Path::new("nowhere.md"), "2024-01-04-nowhere.md");
    link(Path::new("itself"), "itself");
    link(Path::new("."), "loop");
    link(Path::new("../b"), "a/to-b");
    link(Path::new("../../a"), "b/c/to-a");
    link(Path::new("a/2024-01-01-x.md"), "2024-01-05-x.md");
    let (sources, mut diagnostics) = walk(folder.path(), "posts");
    let paths: Vec<&str> = sources.iter().map(|source| source.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "2024-01-05-x.md",
            "a/2024-01-01-x.md",
            "a/to-b/c/2024-01-02-y.md",
            "b/c/2024-01-02-y.md",
            "b/c/to-a/2024-01-01-x.md",
        ]
    );
    crate::press::diagnostic::sort(&mut diagnostics);
    assert_eq!(
        shown(&diagnostics),
        [
            "posts/2024-01-03-secret.md LinkLeaves",
            "posts/2024-01-04-nowhere.md LinkDangles",
            "posts/a/to-b/c/to-a LinkLoops",
            "posts/b/c/to-a/to-b LinkLoops",
            "posts/itself LinkDangles",
            "posts/loop LinkLoops",
            "posts/outside LinkLeaves",
        ]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = folder_with(&[]);
    files::write(&folder.path().join(OsStr::from_bytes(b"2024-01-01-\xff.md")), b"").expect("written");
    let (sources, diagnostics) = walk(folder.path(), "posts");
    assert_eq!(sources, []);
    assert_eq!(shown(&diagnostics), ["posts/2024-01-01-\u{fffd}.md NameNotUnicode"]);
}
