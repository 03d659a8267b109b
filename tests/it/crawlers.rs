//! What programs find beside the pages.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::site::{Draft, Site};

const URL: &str = "https://example.org";

/// The texts of all elements of a name, in well-formed XML.
pub(crate) fn elements(xml: &str, wanted: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut texts = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {xml}")) {
            Event::Eof => return texts,
            Event::Start(tag) => {
                inside = tag.name().as_ref() == wanted;
                if inside {
                    texts.push(String::new());
                }
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => {
                texts.last_mut().expect("an element").push_str(&text);
            }
            Event::GeneralRef(reference) if inside => {
                let text = if &*reference == "amp" { "&" } else { "?" };
                texts.last_mut().expect("an element").push_str(text);
            }
            _ => {}
        }
    }
}

fn addresses(site: &Site) -> Vec<String> {
    elements(&site.text("sitemap.xml"), "loc")
}

#[test]
fn the_sitemap_names_every_page_that_is_to_be_found() {
    let site = Draft::new()
        .base("/repo/")
        .url(URL)
        .post("2024-01-01-a.md", "title: a\ntags: [\"챗봇\"]\nlast_modified_at: 2024-02-03 04:05 +0100", "Text.")
        .post("2024-01-02-b & c.md", "title: b", "Text.")
        .post("2024-01-03-hidden.md", "title: c\nsitemap: false", "Text.")
        .post("2024-01-04-away.md", "title: d\nredirect_to: https://example.com/", "Text.")
        .post("2024-01-05-old.md", "title: e\nredirect_from: /old/", "Text.")
        .post("_pages/about.md", "title: About", "I.")
        .press_clean();
    let page = |path: &str| format!("https://example.org/repo{path}");
    let expected = [
        "/",
        "/2024/01/01/a.html",
        "/2024/01/02/b-&-c.html",
        "/2024/01/05/old.html",
        "/about/",
        "/archive/",
        "/archive/2024/",
        "/tags/",
        "/tags/%EC%B1%97%EB%B4%87/",
    ];
    let found: BTreeSet<String> = addresses(&site).into_iter().collect();
    assert_eq!(found, expected.map(page).into_iter().collect());
    let xml = site.text("sitemap.xml");
    assert!(
        xml.contains("<loc>https://example.org/repo/2024/01/01/a.html</loc><lastmod>2024-02-03T03:05:00Z</lastmod>")
    );
    assert!(xml.contains("<loc>https://example.org/repo/</loc><lastmod>2024-02-03T03:05:00Z</lastmod>"), "{xml}");
    assert_eq!(site.text("robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: https://example.org/repo/sitemap.xml\n");
    let search = site.text("opensearch.xml");
    assert_eq!(elements(&search, "ShortName"), ["A blog"]);
    assert!(search.contains("template=\"https://example.org/repo/search/?q={searchTerms}\""), "{search}");
}

#[test]
fn a_site_that_does_not_know_its_host_has_no_list_of_full_addresses() {
    let site = Draft::new().post("2024-01-01-a.md", "title: a", "Text.").press_clean();
    let files = site.files();
    assert!(!files.iter().any(|file| file.ends_with("sitemap.xml") || file == "opensearch.xml"), "{files:#?}");
    assert_eq!(site.text("robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(site.text("llms.txt").contains("- [a](/2024/01/01/a.md): Text."));
}

#[test]
fn language_models_get_lists_and_texts() {
    let draft = Draft::new()
        .file("lectern.toml", "title = \"Rivers\"\ndescription = \"Of water.\"\n")
        .url(URL)
        .post("2024-01-01-a.md", "title: \"An [old] one\"\ndescription: What is old.", "First *words*.")
        .post("2024-01-02-b.md", "title: New", "{% raw %}{{ x }}{% endraw %} & <b>more</b>.")
        .post("_pages/about.md", "title: About", "I.");
    let site = draft.press_clean();
    assert_eq!(
        site.text("llms.txt"),
        "# Rivers\n\n> Of water.\n\n## Posts\n\n- [New](https://example.org/2024/01/02/b.md): {{ x }} & more.\n\
         - [An \\[old\\] one](https://example.org/2024/01/01/a.md): What is old.\n\n## Pages\n\n\
         - [About](https://example.org/about/index.md): I.\n"
    );
    let full = site.text("llms-full.txt");
    assert!(
        full.starts_with("# Rivers\n\n> Of water.\n\n---\n\n# New\n\nAddress: https://example.org/2024/01/02/b.html\n")
    );
    assert!(full.contains("\nFirst *words*.\n") && full.ends_with("\nI.\n"), "{full}");
    let without = Draft::new().file("lectern.toml", "llms = false\n").press_clean();
    assert!(!without.files().iter().any(|file| file.starts_with("llms")));
}

#[test]
fn a_key_for_indexnow_is_in_a_file_of_its_name() {
    let site = Draft::new().file("lectern.toml", "indexnow = \"0a1b2c3d4e5f\"\n").press_clean();
    assert_eq!(site.text("0a1b2c3d4e5f.txt"), "0a1b2c3d4e5f");
}

#[test]
fn files_of_the_authors_own_stay() {
    let names = ["robots.txt", "sitemap.xml", "llms.txt", "llms-full.txt", "opensearch.xml", "feed.json"];
    let draft = names.iter().fold(Draft::new().url(URL), |draft, name| draft.file(&format!("posts/{name}"), "mine"));
    let site = draft.press_clean();
    for name in names {
        assert_eq!(site.text(name), "mine", "{name}");
    }
}

fn git(folder: &Path, time: &str, arguments: &[&str]) {
    let status = Command::new("git")
        .args(["-C", &folder.display().to_string(), "-c", "user.name=Ada", "-c", "user.email=ada@example.org"])
        .args(arguments)
        .env("GIT_AUTHOR_DATE", time)
        .env("GIT_COMMITTER_DATE", time)
        .output()
        .expect("git");
    assert!(status.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn git_remembers_when_posts_were_changed() {
    let commit = |draft: &Draft, time: &str| {
        git(&draft.path(""), time, &["add", "-A"]);
        git(&draft.path(""), time, &["commit", "-q", "-m", "x"]);
    };
    let changed = "2024-03-04T05:06:07Z";
    let build = |settings: &str, date: &str| {
        let draft = Draft::new().url(URL).file("lectern.toml", settings).post("2024-01-01-a.md", date, "Old.");
        let draft = draft.post("2024-01-01-b.md", "title: b\ndate: 2024-01-01 12:00 +0000", "Never changed.");
        git(&draft.path(""), changed, &["init", "-q"]);
        commit(&draft, "2024-02-02T02:02:02Z");
        let draft = draft.post("2024-01-01-a.md", date, "New.");
        commit(&draft, changed);
        std::fs::rename(draft.path("posts/2024-01-01-a.md"), draft.path("posts/2024-01-01-c.md")).expect("moved");
        commit(&draft, "2024-05-05T05:05:05Z");
        draft.press_clean()
    };
    let plain = "title: a\ndate: 2024-01-01 12:00 +0000";
    let change = |site: &Site, name: &str| {
        let xml = site.text("sitemap.xml");
        let (_, rest) = xml.split_once(&format!("{name}.html</loc><lastmod>")).expect("a date");
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    let site = build("# Nothing.\n", plain);
    assert_eq!((change(&site, "c"), change(&site, "b")), (changed.to_owned(), "2024-01-01T12:00:00Z".to_owned()));
    assert_eq!(
        elements(&site.text("feed.xml"), "updated"),
        ["2024-03-04T05:06:07+00:00", "2024-03-04T05:06:07+00:00", "2024-01-01T12:00:00+00:00"]
    );
    // Who says it in the post, or wants none of it, is heard.
    let site = build("# Nothing.\n", &format!("{plain}\nlast_modified_at: 2024-02-01 12:00 +0000"));
    assert_eq!(change(&site, "c"), "2024-02-01T12:00:00Z");
    assert_eq!(change(&build("git_dates = false\n", plain), "c"), "2024-01-01T12:00:00Z");
    // A post from after its last change was written with a date to come.
    let site = build("# Nothing.\n", "title: a\ndate: 2024-06-01 12:00 +0000\nslug: c\npermalink: /c.html");
    assert_eq!(change(&site, "c"), "2024-06-01T12:00:00Z");
}
