//! `lectern check`: folders of every shape, what it says of them, and that it leaves them alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insta::assert_snapshot;
use tempfile::TempDir;

use super::site::files_below;

/// A folder with texts in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

/// Runs the check inside a folder, so that no message names where that is.
fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    command.env("TZ", "UTC").current_dir(folder).arg("check").args(arguments).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn objects(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn paths(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let output = check(folder, &[&["--json"], arguments].concat());
    assert!(output.status.success(), "{}", err(&output));
    objects(&output).iter().map(|post| post["path"].as_str().expect("a path").to_owned()).collect()
}

/// A small site with something of everything.
fn small_site() -> TempDir {
    folder(&[
        ("_config.yml", "title: Rivers\npermalink: /:categories/:year/:title/\ntimezone: Europe/Lisbon\n"),
        ("index.html", "---\nlayout: home\n---\n"),
        ("about.md", "---\ntitle: About\npermalink: /about/\n---\n\nWho writes.\n"),
        ("README.md", "How this site is built.\n"),
        ("assets/heron.png", "png"),
        ("_includes/note.html", "<p>{{ include.text }}</p>\n"),
        (
            "_posts/2024-01-02-heron.md",
            "---\ntitle: The heron\nredirect_from: /heron-old/\n---\n\nIt *stands*. See [more](more.md).\n",
        ),
        (
            "_posts/2024-2-3-otter.md",
            "---\ntitle: 'Otters &amp; co'\ndate: 2024-02-04 10:00 WET\ncategory: Big River\ntags: water, fur\n---\n\nText.\n",
        ),
        ("blog/_posts/2024-03-01-eel.markdown", "---\ntitle: Eels\ntitle: The eel\npublished: false\n---\n\nLater.\n"),
        ("_posts/2999-01-01-future.html", "---\nexcerpt: Soon.\n---\n<p>Not yet.</p>\n"),
        ("_drafts/carp.md", "---\ntitle: Carp\n---\n\nA draft.\n"),
        ("vendor/bundle/gem/_posts/2024-01-01-welcome.md", "---\ntitle: No\n---\n"),
        ("_site/2024/heron/index.html", "<p>Old.</p>"),
    ])
}

#[test]
fn one_object_for_each_post() {
    let site = small_site();
    let output = check(site.path(), &["--json"]);
    assert!(output.status.success(), "{}", err(&output));
    let posts = objects(&output);
    let shown = posts.iter().map(|post| {
        let keys: Vec<&str> = post.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(
            keys,
            ["categories", "date", "excerpt", "html", "path", "published", "tags", "title", "url", "warnings"]
        );
        let mut post = post.clone();
        post["html"] = post["html"].as_str().expect("HTML").trim().into();
        post.to_string()
    });
    assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_report_of_a_small_site() {
    let site = small_site();
    let output = check(site.path(), &["."]);
    assert_snapshot!(out(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn folders_of_every_shape() {
    let jekyll = folder(&[("a/_posts/2024-01-01-a.md", "A."), ("b.md", "---\n---\n"), ("posts/c.md", "C.")]);
    assert_eq!(paths(jekyll.path(), &[]), ["a/_posts/2024-01-01-a.md"]);

    let posts = folder(&[("2024-01-01-a.md", "A."), ("sub/2024-01-02-b.md", "B."), ("_drafts/c.md", "C.")]);
    assert_eq!(paths(posts.path(), &[]), ["2024-01-01-a.md", "sub/2024-01-02-b.md"]);

    let undated = folder(&[("_posts/2024-01-01-a.md", "A."), ("_posts/template.md", "---\ntitle: T\n---\n")]);
    assert_eq!(paths(undated.path(), &[]), ["_posts/2024-01-01-a.md"]);
    let told = out(&check(undated.path(), &[]));
    assert!(told.contains("  texts that are no posts for want of a date (1)\n    _posts/template.md:1:1: not shown"));

    let years = folder(&[("_posts/2024/2024-01-01-a.md", "A."), ("_posts/2023/x/2023-01-01-b.md", "B.")]);
    assert_eq!(paths(years.path(), &["_posts"]), ["2023/x/2023-01-01-b.md", "2024/2024-01-01-a.md"]);

    let lectern = folder(&[("lectern.toml", "permalink = \"pretty\""), ("posts/2024-01-01-a.md", "A.")]);
    assert_eq!(paths(lectern.path(), &[]), ["posts/2024-01-01-a.md"]);
    assert_eq!(paths(lectern.path(), &["posts"]), ["2024-01-01-a.md"]);
    assert!(out(&check(lectern.path(), &[])).contains("The Lectern project `.` has 1 post"));
    assert!(out(&check(lectern.path(), &["posts"])).contains("The folder around it has settings"));
}

#[test]
fn a_folder_that_is_no_blog_is_told_what_to_do() {
    let empty = folder(&[("notes.md", "Notes."), ("docs/_config.yml", "")]);
    for (argument, message) in [
        ("nowhere", "there is no folder `nowhere`; name the folder of a Jekyll site"),
        ("notes.md", "`notes.md` is a file; name the folder of the site"),
        (".", "no posts in `.`, but a site in `./docs`; name that one"),
    ] {
        let output = check(empty.path(), &[argument]);
        assert_eq!(output.status.code(), Some(2), "{argument}");
        assert!(err(&output).starts_with(&format!("error: {message}")), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
    let output = check(folder(&[("a/notes.md", "Notes.")]).path(), &[]);
    assert!(err(&output).starts_with("error: no posts in `.`; name the folder of a Jekyll site"), "{}", err(&output));
}

#[test]
fn only_lost_texts_make_it_fail() {
    let site = folder(&[("_posts/2024-01-01-a.md", "---\ntitle: A\n---\n"), ("_posts/2024-01-02-b.md", "")]);
    assert_eq!(check(site.path(), &[]).status.code(), Some(0));
    let huge = fs::File::options().write(true).open(site.path().join("_posts/2024-01-02-b.md"));
    huge.and_then(|file| file.set_len(50_000_000)).expect("a large file");
    let output = check(site.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("Lost:\n  too large to be read (1)\n    _posts/2024-01-02-b.md:1:1: 50 MB of text"));
    assert!(out(&output).ends_with("1 file would be lost; mend what stands below `Lost` above, then check again.\n"));
}

#[test]
fn shows_a_few_places_or_all() {
    let names: Vec<String> = (1..=9).map(|day| format!("_posts/2024-01-0{day}-x.md")).collect();
    let site = folder(&names.iter().map(|name| (name.as_str(), "---\ntitle: X\ntitle: Y\n---\n")).collect::<Vec<_>>());
    let few = out(&check(site.path(), &[]));
    assert!(few.contains("  keys given twice (9)\n"), "{few}");
    assert_eq!(few.matches("_posts/").count(), 3);
    assert!(few.contains("    … and 6 more; `--all` shows them\n"), "{few}");
    let all = out(&check(site.path(), &["--all"]));
    assert_eq!(all.matches("_posts/").count(), 9);
    assert!(!all.contains("more;"));
}

#[test]
fn tells_which_old_addresses_are_kept() {
    let site = small_site();
    let urls = ["2024/heron/", "2024/heron/index.html", "about/", "heron-old/", "", "tags/water/", "2024/gone/"];
    let locations = urls.map(|url| format!("<url><loc>https://rivers.example.org/{url}</loc></url>"));
    fs::write(site.path().join("sitemap.xml"), format!("<urlset>{}</urlset>", locations.concat())).expect("a file");
    let feed =
        "<rss><channel><item><link>https://rivers.example.org/big%20river/2024/otter/</link></item></channel></rss>";
    fs::write(site.path().join("old-feed.xml"), feed).expect("a file");
    let output = check(site.path(), &["--old", "sitemap.xml", "--old", "old-feed.xml"]);
    assert_eq!(output.status.code(), Some(0));
    let told = out(&output);
    let (_, old) = told.split_once("\nOf ").expect("old addresses");
    assert_snapshot!(format!("Of {old}"));

    for (arguments, message) in [
        (&["--old", "nowhere.xml"][..], "error: failed to read `nowhere.xml`"),
        (&["--old", "about.md"], "error: no addresses in `about.md`"),
        (&["--old", "sitemap.xml", "--json"], "error: the argument '--old <FILE>' cannot be used with '--json'"),
    ] {
        let output = check(site.path(), arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).starts_with(message), "{}", err(&output));
    }
}

#[test]
fn nothing_is_written() {
    let site = small_site();
    let before = contents(site.path());
    for arguments in [&["--json"][..], &[], &["--all", "."], &["_posts"]] {
        check(site.path(), arguments);
        assert!(before == contents(site.path()), "{arguments:?}");
    }
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files_below(folder).into_iter();
    files.map(|path| (path.clone(), fs::read(folder.join(&path)).expect("a file"))).collect()
}
