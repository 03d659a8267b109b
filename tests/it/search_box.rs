//! What readers search with: a script that no page loads by itself, a page of its own, and the way browsers find that.

use super::html::{all, attributes, one, texts};
use super::site::{Draft, Site};

fn blog() -> Draft {
    Draft::new().base("/r/").url("https://example.org").post("2024-01-01-a.md", "title: One", "Text.")
}

/// The one file whose name begins with a word and goes on with a hash.
fn hashed(site: &Site, beginning: &str) -> String {
    let is_it = |file: &String| {
        file.strip_prefix(beginning)
            .is_some_and(|rest| rest.len() == 19 && rest.ends_with(".js") && !rest.contains('/'))
    };
    let found: Vec<String> = site.files().into_iter().filter(is_it).collect();
    assert_eq!(found.len(), 1, "{beginning}: {found:?} in {:?}", site.files());
    found.concat()
}

#[test]
fn the_script_carries_its_words_and_styles_and_names_its_worker() {
    let draft = blog().file("lectern.toml", "lang = \"de\"\nurl = \"https://example.org\"");
    let site = draft.press_clean();
    let script = site.text(&hashed(&site, "search-"));
    assert!(script.starts_with("const words = {") && script.contains("\"count\":\"Gefundene Beiträge: {count}\""));
    assert!(script.contains("\nconst style = \".search {\\n"), "{}", &script[..4000]);
    assert!(script.contains("\nconst workerFile = \"search-worker"));
    assert!(script.contains("export const start = ") && !script.contains("\n// ") && !script.contains("/*"));
    let pages = site.pages();
    assert!(pages.values().all(|page| !page.html().contains(".search {")), "pages do not grow by it");
}

#[test]
fn the_page_says_what_there_is_without_scripts_and_is_not_to_be_indexed() {
    let site = blog().press_clean();
    let page = site.page("search/index.html");
    assert_eq!(texts(&page, "h1"), ["Search"]);
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [""; 0]);
    assert!(one(&page, ".prose > p.without-script").text().collect::<String>().contains("needs JavaScript"));
    assert_eq!(attributes(&page, ".prose > div#search a", "href"), ["/r/archive/"]);
    assert_eq!(attributes(&page, ".byline time", "datetime"), [""; 0]);
    // The app has the same of the page's data, but for what it says of scripts.
    let bundle = site.bundle("search/index.md");
    let article = lectern::press::sanitize::article(&bundle, &lectern::base::Base::parse("/r/"), &words());
    assert_eq!(article.trim(), "<div id=\"search\"><p><a href=\"/r/archive/\">Archive</a></p></div>");
}

fn words() -> lectern::words::Words {
    lectern::press::words::Catalogue::of("en").page
}

#[test]
fn nobody_is_led_to_the_page_by_a_list() {
    let site = blog().press_clean();
    for file in ["sitemap.xml", "feed.xml", "llms.txt", "llms-full.txt", "names/0.json"] {
        assert!(!site.text(file).contains("/search/"), "{file}");
    }
    let list = blog().published().press_clean().text("offline.json");
    assert!(list.contains("\"search/index.md\""), "it opens without a network, too: {list}");
}

#[test]
fn browsers_find_the_search_on_every_page() {
    let site = blog().press_clean();
    for (file, page) in site.pages() {
        let link = "link[rel=search][type='application/opensearchdescription+xml']";
        assert_eq!(attributes(&page, link, "href"), ["/r/opensearch.xml"], "{file}");
    }
    assert!(site.files().contains(&"opensearch.xml".to_owned()));
    let unknown = Draft::new().post("2024-01-01-a.md", "title: One", "Text.").press_clean();
    assert!(
        all(&unknown.page("index.html"), "link[rel=search]").is_empty(),
        "without a host there are no full addresses"
    );
}

#[test]
fn an_authors_own_page_takes_the_place_of_ours() {
    let site = blog().post("_pages/search.md", "title: My search\npermalink: /search/", "Mine.").press_clean();
    let page = site.page("search/index.html");
    assert_eq!(texts(&page, "h1"), ["My search"]);
    assert!(all(&page, "meta[name=robots], link[rel=search]").is_empty());
    assert!(!site.files().contains(&"opensearch.xml".to_owned()));
    // The box still opens over other pages.
    hashed(&site, "search-");
}

#[test]
fn every_page_has_the_button() {
    let site = blog().press_clean();
    for (file, page) in site.pages() {
        assert_eq!(attributes(&page, ".site-header [data-tool=search]", "aria-label"), ["Search"], "{file}");
    }
}

#[test]
fn the_worker_for_reading_offline_keeps_the_script() {
    let site = blog().published().press_clean();
    assert!(site.text("service-worker.js").contains(&hashed(&site, "search-")));
}
