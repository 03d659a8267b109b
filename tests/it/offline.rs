//! What browsers keep of a site for reading without a network: the worker with its files, and the list of all there is.

use sha2::{Digest, Sha256};

use super::html::attributes;
use super::picture_files::png;
use super::site::{Draft, Site};

fn blog() -> Draft {
    Draft::new()
        .post("2024-01-01-a.md", "title: One\ncategories: x", "![A heron](assets/a%20heron.png) Text.")
        .post("2024-01-02-b.md", "title: Two", "![From elsewhere](https://example.org/b.png)")
        .file("lectern.toml", "media_from = [\"https://example.org\"]\n")
        .bytes("posts/assets/a heron.png", &png(40, 30))
        .bytes("posts/assets/unused.png", &png(2, 2))
        .published()
}

/// The names of the worker's files and their hashes; the last is the page that stands in for others.
fn unit(site: &Site) -> Vec<(String, String)> {
    let worker = site.text("service-worker.js");
    let line = worker.lines().nth(1).and_then(|line| line.strip_prefix("const unit = ")).expect("the files");
    serde_json::from_str(line.trim_end_matches(';')).expect("names and hashes")
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_worker_knows_the_files_of_its_build() {
    let site = blog().base("/r/").press_clean();
    let unit = unit(&site);
    let (shell, others) = unit.split_last().expect("files");
    assert_eq!(shell.1, "");
    assert!(others.iter().any(|(name, _)| name.starts_with("style-")), "{unit:?}");
    assert!(others.iter().any(|(name, _)| name.starts_with("offline-") && name.ends_with(".js")), "{unit:?}");
    for (name, of_name) in others {
        assert_eq!(hash(&site.bytes(name)), *of_name, "{name}");
    }
    let page = site.page(&shell.0);
    assert_eq!(attributes(&page, "link[rel=stylesheet]", "href"), [format!("/r/{}", style(&unit))]);
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [""; 0]);
    assert_eq!(attributes(&page, "[data-place]", "data-place"), ["kept"]);
}

fn style(unit: &[(String, String)]) -> &str {
    unit.iter().map(|(name, _)| name.as_str()).find(|name| name.starts_with("style-")).expect("a style sheet")
}

/// Browsers look for a new worker by its bytes.
#[test]
fn the_worker_changes_with_the_build_and_with_nothing_else() {
    let worker = |draft: Draft| draft.press_clean().text("service-worker.js");
    let first = worker(blog());
    assert_eq!(worker(blog()), first);
    assert_eq!(worker(blog().post("2024-01-03-c.md", "title: Three", "More.")), first);
    assert_ne!(worker(blog().file("theme.css", "p { color: red }")), first);
    assert_ne!(
        worker(blog().file("lectern.toml", "title = \"Another\"\nmedia_from = [\"https://example.org\"]")),
        first
    );
}

#[test]
fn the_list_has_the_data_of_all_pages_and_their_pictures() {
    let site = blog().base("/r/").press_clean();
    let list: serde_json::Value = serde_json::from_str(&site.text("offline.json")).expect("JSON");
    assert_eq!(list["posts"], 2);
    let files: Vec<(String, String, usize)> = serde_json::from_value(list["files"].clone()).expect("files");
    let names: Vec<&str> = files.iter().map(|(name, ..)| name.as_str()).collect();
    for wanted in
        ["x/2024/01/01/a.md", "2024/01/02/b.md", "index.json", "archive/2024/index.json", "categories/x/index.json"]
    {
        assert!(names.contains(&wanted), "{wanted}: {names:?}");
    }
    assert!(names.contains(&"assets/a%20heron.png") && !names.iter().any(|name| name.contains("unused")), "{names:?}");
    for (name, of_name, size) in &files {
        let bytes = site.bytes(&name.replace("%20", " "));
        assert_eq!((hash(&bytes), bytes.len()), (of_name.clone(), *size), "{name}");
    }
}

/// Neither where the author wants none of it, nor while a site is worked on.
#[test]
fn a_worker_that_is_not_wanted_leaves_and_takes_all_with_it() {
    let off = || Draft::new().post("2024-01-01-a.md", "title: One", "Text.");
    for site in [off().press_clean(), off().file("lectern.toml", "offline = false\n").published().press_clean()] {
        let worker = site.text("service-worker.js");
        assert!(worker.contains("registration.unregister()") && worker.contains("caches.delete"), "{worker}");
        assert!(!site.files().iter().any(|file| file.starts_with("offline")), "{:?}", site.files());
    }
}

#[test]
fn an_authors_file_does_not_take_the_workers_place() {
    let site = blog().file("posts/service-worker.js", "alert(1)").press();
    assert_eq!(site.problems().len(), 1);
    assert!(site.text("service-worker.js").starts_with("const version"));
}
