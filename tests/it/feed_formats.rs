//! Both formats of feeds, as a reader of all formats sees them.

use feed_rs::model::{Entry, Feed, FeedType};
use serde_json::Value;

use super::site::{Draft, Site};

const URL: &str = "https://example.org";

fn read(site: &Site, file: &str) -> Feed {
    feed_rs::parser::parse(site.text(file).as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn blog() -> Draft {
    Draft::new()
        .file("lectern.toml", "title = \"Notes & more\"\nauthor = \"Ada\"\nfeed_paths = [\"/atom.xml\"]\n")
        .base("/repo/")
        .url(URL)
        .bytes("posts/assets/p.png", &super::picture_files::png(1200, 600))
        .post(
            "2024-01-01-a.md",
            "title: A & <b>\ndate: 2024-01-01 10:00 +0200\nlast_modified_at: 2024-02-03 04:05 +0100\nauthors: [Grace]\n\
             tags: [x]\ndescription: In short\nimage: /assets/p.png",
            "Text with [a link](/2024/01/02/b/).",
        )
        .post("2024-01-02-b.md", "title: b\nlang: ar", "")
        .post("2024-01-03-c.md", "title: c\nredirect_to: https://example.com/", "")
}

/// What both formats say of an entry.
fn facts(entry: &Entry) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        entry.id.clone(),
        entry.title.as_ref().map(|title| title.content.clone()),
        entry.links.iter().map(|link| link.href.clone()).find(|link| link.ends_with(".html")),
        entry.published,
        entry.summary.as_ref().map(|summary| summary.content.clone()),
        entry.content.as_ref().and_then(|content| content.body.clone()).unwrap_or_default(),
        entry.categories.iter().map(|category| category.term.clone()).collect::<Vec<_>>(),
    )
}

#[test]
fn both_formats_say_the_same() {
    let site = blog().press_clean();
    for folder in ["", "tags/x/"] {
        let (atom, json) = (read(&site, &format!("{folder}feed.xml")), read(&site, &format!("{folder}feed.json")));
        assert_eq!((&atom.feed_type, &json.feed_type), (&FeedType::Atom, &FeedType::JSON));
        assert_eq!(atom.title.map(|title| title.content), json.title.map(|title| title.content));
        let [atom, json] = [atom.entries, json.entries].map(|entries| entries.iter().map(facts).collect::<Vec<_>>());
        assert_eq!(atom, json);
        assert!(!atom.is_empty());
    }
    let atom = read(&site, "feed.xml");
    let pictures = atom.entries.last().expect("an entry").media.iter();
    let pictures: Vec<String> =
        pictures.flat_map(|media| &media.thumbnails).map(|thumbnail| thumbnail.image.uri.clone()).collect();
    assert_eq!(pictures, ["https://example.org/repo/assets/p.png"]);
}

#[test]
fn json_feeds_have_what_their_specification_asks() {
    let feed: Value = serde_json::from_str(&blog().press_clean().text("feed.json")).expect("JSON");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["home_page_url"], "https://example.org/repo/");
    assert_eq!(feed["feed_url"], "https://example.org/repo/feed.json");
    let item = &feed["items"][2];
    assert_eq!(item["date_modified"], "2024-02-03T04:05:00+01:00");
    assert_eq!(item["image"], "https://example.org/repo/assets/p.png");
    assert_eq!(item["authors"][0]["name"], "Grace");
    assert_eq!(feed["items"][1]["language"], "ar");
    for item in feed["items"].as_array().expect("items") {
        assert!(item["id"].is_string() && item["content_html"].is_string(), "{item}");
    }
}

#[test]
fn a_feed_stays_where_it_was() {
    let site = blog().press_clean();
    let (new, old) = (site.text("feed.xml"), site.text("atom.xml"));
    // Each names itself; what a reader knows of the entries is the same.
    assert_eq!(old.replace("/repo/atom.xml", "/repo/feed.xml"), new);
}

#[test]
fn browsers_show_feeds_by_a_style_sheet() {
    let site = blog().press_clean();
    let feed = site.text("feed.xml");
    let (_, rest) = feed.split_once("<?xml-stylesheet type=\"text/css\" href=\"/repo/").expect("a style sheet");
    let css = site.text(rest.split('"').next().unwrap_or_default());
    assert!(css.contains("content: \"This is a feed"), "{css}");
    assert!(!css.contains("{about}"));
}

#[test]
fn as_many_posts_are_in_a_feed_as_the_settings_say() {
    let post = |draft: Draft, day: u32| draft.post(&format!("2024-01-01-p{day}.md"), "title: p", "");
    let draft = |settings: &str| Draft::new().url(URL).file("lectern.toml", settings);
    for (settings, expected) in [("# Nothing.\n", 50), ("feed_entries = 3\n", 3), ("feed_entries = 100\n", 60)] {
        let site = (0..60).fold(draft(settings), post).press_clean();
        assert_eq!(
            (read(&site, "feed.xml").entries.len(), read(&site, "feed.json").entries.len()),
            (expected, expected)
        );
    }
}
