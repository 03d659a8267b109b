//! Feeds as readers of feeds see them.

use atom_syndication::{Entry, Feed};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::html::attributes;
use super::picture_files::png;
use super::site::{Draft, Site};

const URL: &str = "https://example.org";

/// A written feed. It is well-formed, holds nothing that XML or Atom forbids, and no id twice.
fn feed(site: &Site, file: &str) -> Feed {
    let text = site.text(file);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    while !matches!(reader.read_event().unwrap_or_else(|error| panic!("{file}: {error}")), Event::Eof) {}
    let is_forbidden = |char: char| char < ' ' && !"\t\n\r".contains(char) || matches!(char, '\u{fffe}' | '\u{ffff}');
    assert!(!text.contains(is_forbidden), "{file}");
    let feed: Feed = text.parse().unwrap_or_else(|error| panic!("{file}: {error}\n{text}"));
    let mut ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).chain([feed.id.as_str()]).collect();
    assert!(ids.iter().all(|id| url::Url::parse(id).is_ok()), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), feed.entries.len() + 1, "{file}");
    assert!(feed.authors.iter().all(|author| !author.name.is_empty()) && !feed.authors.is_empty());
    feed
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.title.as_str()).collect()
}

fn content(entry: &Entry) -> &str {
    let content = entry.content.as_ref().expect("content");
    assert_eq!(content.content_type.as_deref(), Some("html"));
    content.value.as_deref().unwrap_or_default()
}

/// The feed and the content of a blog with one post.
fn one_post(front_matter: &str, text: &str) -> (Feed, String) {
    let draft = Draft::new().base("/repo/").url(URL).post("2024-01-01-a.md", front_matter, text);
    let feed = feed(&draft.press(), "feed.xml");
    let content = content(&feed.entries[0]).to_owned();
    (feed, content)
}

fn links(feed: &Feed) -> Vec<(&str, &str)> {
    feed.links.iter().map(|link| (link.rel.as_str(), link.href.as_str())).collect()
}

#[test]
fn a_blog_has_a_feed_of_its_posts() {
    let site = Draft::of_fixture("small").base("/repo/").url(URL).press_clean();
    let feed = feed(&site, "feed.xml");
    assert_eq!(feed.id, "https://example.org/repo/feed.xml");
    assert_eq!((feed.title.as_str(), feed.lang.as_deref()), ("A small blog", Some("en")));
    assert_eq!(feed.subtitle.as_ref().map(|text| text.as_str()), Some("A page of every kind, and no more."));
    assert_eq!(
        links(&feed),
        [("self", "https://example.org/repo/feed.xml"), ("alternate", "https://example.org/repo/")]
    );
    assert_eq!(feed.generator.as_ref().map(|generator| generator.value.as_str()), Some("Lectern"));
    assert_eq!(feed.authors[0].name, "Ada");
    assert_eq!(feed.updated, feed.entries.iter().map(|entry| entry.updated).max().expect("an entry"));
    // Ids as Jekyll writes them: the address without extension.
    let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "https://example.org/repo/thoughts/2024/09/15/one-year",
            "https://example.org/repo/notes/2024/02/29/leap%20day",
            "https://example.org/repo/thoughts/%C3%BCber%20uns/2023/01/02/hello",
        ]
    );
    let hrefs: Vec<&str> = feed.entries.iter().map(|entry| entry.links[0].href.as_str()).collect();
    assert_eq!(hrefs[0], "https://example.org/repo/thoughts/2024/09/15/one-year.html");
}

#[test]
fn entries_say_what_is_known_of_posts() {
    let (feed, content) = one_post(
        "title: A & 1 < 2\ndate: 2024-01-01 10:00 +0200\nlast_modified_at: 2024-02-03 04:05 +0100\nauthors: [Ada, Grace]\n\
         description: In short\ncategories: [Walks, Rivers]\ntags: [rivers, Walks]\nlang: ar\nslug: b\npermalink: /x/y/",
        "## Heading\n\nText.\n\n```rust\nlet a = 1;\n```",
    );
    let entry = &feed.entries[0];
    assert_eq!((entry.title.as_str(), entry.title.lang.as_deref()), ("A & 1 < 2", Some("ar")));
    assert_eq!(entry.id, "https://example.org/repo/x/b");
    assert_eq!(entry.links[0].href, "https://example.org/repo/x/y/");
    assert_eq!(entry.published.map(|date| date.to_rfc3339()).as_deref(), Some("2024-01-01T10:00:00+02:00"));
    assert_eq!(entry.updated.to_rfc3339(), "2024-02-03T04:05:00+01:00");
    assert_eq!(feed.updated, entry.updated);
    let authors: Vec<&str> = entry.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(authors, ["Ada", "Grace"]);
    let terms: Vec<&str> = entry.categories.iter().map(|category| category.term.as_str()).collect();
    assert_eq!(terms, ["Walks", "Rivers", "rivers"]);
    assert_eq!(entry.summary.as_ref().map(|text| text.as_str()), Some("In short"));
    for left_out in ["class=", "tabindex", "anchor", "<span", "button", "data-"] {
        assert!(!content.contains(left_out), "{left_out} in {content}");
    }
    assert!(content.contains("<h2 id=\"heading\">Heading</h2>"), "{content}");
    assert!(content.contains("<pre><code>let a = 1;"), "{content}");
}

#[test]
fn addresses_are_full() {
    let text = "[a](2024-01-01-a.md#x) [home](/) [here](#fn) [away](https://example.com/?a=1&b=2) ![](assets/p.png)[^1]\n\n\
                [^1]: Note.\n\n## x\n\n## fn\n\n<video poster=\"/assets/p.png\" src=\"assets/p.png\"></video>";
    let site = Draft::new()
        .base("/repo/")
        .url(URL)
        .bytes("posts/assets/p.png", &png(1200, 600))
        .post("2024-01-01-a.md", "title: a", text)
        .press();
    let feed = feed(&site, "feed.xml");
    let content = content(&feed.entries[0]);
    let page = scraper::Html::parse_fragment(content);
    for name in ["href", "src", "poster"] {
        for address in attributes(&page, &format!("[{name}]"), name) {
            assert!(address.starts_with("https://"), "{address} in {content}");
        }
    }
    let choices = attributes(&page, "[srcset]", "srcset").concat();
    assert!(choices.starts_with("https://example.org/repo/assets/p.png.480.webp 480w, https://"), "{choices}");
    assert!(content.contains("href=\"https://example.org/repo/2024/01/01/a.html#x\""), "{content}");
    assert!(content.contains("href=\"https://example.org/repo/2024/01/01/a.html#fn\""), "{content}");
    assert!(content.contains("href=\"https://example.com/?a=1&amp;b=2\""), "{content}");
}

#[test]
fn the_newest_posts_are_in_it() {
    let post = |draft: Draft, day: u32| {
        let front_matter = format!("title: p{day}\nseries: Rivers\npin: {}", day == 1);
        draft.post(&format!("2024-01-{day:02}-p.md"), &front_matter, "Text.")
    };
    let site = (1..=25).fold(Draft::new().url(URL).file("lectern.toml", "feed_entries = 20\n"), post).press_clean();
    let newest: Vec<String> = (6..=25).rev().map(|day| format!("p{day}")).collect();
    assert_eq!(titles(&feed(&site, "feed.xml")), newest);
    assert_eq!(titles(&feed(&site, "series/rivers/feed.xml")), newest);
}

#[test]
fn each_term_has_a_feed() {
    let site = Draft::new()
        .file("lectern.toml", "title = \"Notes & more\"\n")
        .base("/repo/")
        .url(URL)
        .post("2024-01-01-a.md", "title: a\ncategories: Walks\ntags: [C++]\nseries: Ways\nauthor: Ada", "")
        .post("2024-01-02-b.md", "title: b\ntags: [C++, 챗봇]", "To [the feed](/tags/cplusplus/feed.xml).")
        .press_clean();
    for (file, title, posts) in [
        ("feed.xml", "Notes & more", vec!["b", "a"]),
        ("categories/walks/feed.xml", "Walks · Notes & more", vec!["a"]),
        ("tags/cplusplus/feed.xml", "C++ · Notes & more", vec!["b", "a"]),
        ("tags/챗봇/feed.xml", "챗봇 · Notes & more", vec!["b"]),
        ("series/ways/feed.xml", "Ways · Notes & more", vec!["a"]),
        ("authors/ada/feed.xml", "Ada · Notes & more", vec!["a"]),
    ] {
        let feed = feed(&site, file);
        assert_eq!((feed.title.as_str(), titles(&feed)), (title, posts), "{file}");
    }
    let term = feed(&site, "tags/챗봇/feed.xml");
    let folder = "https://example.org/repo/tags/%EC%B1%97%EB%B4%87/";
    assert_eq!(links(&term), [("self", format!("{folder}feed.xml").as_str()), ("alternate", folder)]);
    // The same post is the same entry everywhere.
    assert_eq!(term.entries[0], feed(&site, "feed.xml").entries[0]);
}

#[test]
fn pages_name_their_feeds() {
    let site = Draft::of_fixture("small").base("/repo/").press_clean();
    let feeds = |file: &str| {
        let (page, link) = (site.page(file), "link[rel=alternate][type='application/atom+xml']");
        attributes(&page, link, "title").into_iter().zip(attributes(&page, link, "href")).collect::<Vec<_>>()
    };
    let whole = ("A small blog".to_owned(), "/repo/feed.xml".to_owned());
    for file in ["index.html", "page/2/index.html", "about/index.html", "archive/2024/index.html", "tags/index.html"] {
        assert_eq!(feeds(file), std::slice::from_ref(&whole), "{file}");
    }
    let term = ("C++ · A small blog".to_owned(), "/repo/tags/cplusplus/feed.xml".to_owned());
    assert_eq!(feeds("tags/cplusplus/index.html"), [whole, term]);
    assert_eq!(feeds("404.html"), []);
}

#[test]
fn any_text_is_told() {
    let text = "]]> & &amp; &#1; a\u{1}b\u{c}c \u{fffe} 🌊 <b>شعر</b> \u{202e}x\u{202c}\n\n    </content> ]]>";
    let (feed, content) = one_post("title: \"]]> & < \\x01 🌊 عربي\"\ndescription: \"a ]]> \\x02 & b\"", text);
    let title: Vec<&str> = feed.entries[0].title.split_whitespace().collect();
    assert_eq!(title, ["]]>", "&", "<", "🌊", "عربي"]);
    for part in ["]]&gt; &amp; &amp;", "🌊", "<b>شعر</b>", "&lt;/content&gt; ]]&gt;"] {
        assert!(content.contains(part), "{part} in {content}");
    }
}

#[test]
fn posts_of_one_id_are_told_apart() {
    let site = Draft::new()
        .url(URL)
        .post("2024-01-01-a.md", "title: old\npermalink: /x/", "")
        .post("2024-01-02-a.md", "title: new\npermalink: /y/", "")
        .press_clean();
    let ids: Vec<String> = feed(&site, "feed.xml").entries.into_iter().map(|entry| entry.id).collect();
    assert_eq!(ids, ["https://example.org/y/", "https://example.org/a"]);
}

#[test]
fn a_blog_that_does_not_know_its_host_has_paths() {
    let site = Draft::new()
        .base("/repo/")
        .post("2024-01-01-a.md", "title: a", "[home](/) [here](#x) ![](https://example.org/x.png)\n\n## x")
        .press();
    let feed = feed(&site, "feed.xml");
    assert_eq!(links(&feed), [("self", "/repo/feed.xml"), ("alternate", "/repo/")]);
    let entry = &feed.entries[0];
    assert_eq!(
        (entry.id.as_str(), entry.links[0].href.as_str()),
        ("urn:x-lectern:/repo/2024/01/01/a", "/repo/2024/01/01/a.html")
    );
    assert!(content(entry).contains("<a href=\"/repo/\">home</a> <a href=\"/repo/2024/01/01/a.html#x\">here</a>"));
}

#[test]
fn a_feed_of_the_authors_own_stays() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: a\ntags: x", "")
        .file("posts/feed.xml", "<own/>")
        .file("posts/tags/x/feed.xml", "<mine/>")
        .press_clean();
    assert_eq!((site.text("feed.xml"), site.text("tags/x/feed.xml")), ("<own/>".into(), "<mine/>".into()));
}

#[test]
fn a_page_where_a_feed_would_be_stays() {
    let site = Draft::new().post("2024-01-01-a.md", "title: a\npermalink: /feed.xml/", "Text.").press_clean();
    assert!(site.files().contains(&"feed.xml/index.html".to_owned()));
}

#[test]
fn an_empty_blog_has_an_empty_feed() {
    let feed = feed(&Draft::new().url(URL).press_clean(), "feed.xml");
    assert!(feed.entries.is_empty());
    assert_eq!((feed.title.as_str(), feed.updated.timestamp()), ("A blog", 0));
}

#[test]
fn a_post_that_has_moved_is_told_without_its_text() {
    let draft = Draft::new().url(URL);
    let site = draft.post("2024-01-01-a.md", "title: a\nredirect_to: https://example.com/", "Text.").press_clean();
    let feed = feed(&site, "feed.xml");
    assert_eq!((titles(&feed), feed.entries[0].content.is_none()), (vec!["a"], true));
}
