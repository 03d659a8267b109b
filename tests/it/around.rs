//! What stands around texts and lists: days in words, pinned and changed posts, series, authors, parts of categories, posts
//! alike, links turned around, sections, covers, the way to the source, comments, the author's own theme.

use lectern::bundle::Metadata;
use lectern::page::{Entry, List, PageLink, StoredPage, Terms};

use super::html::{attributes, texts};
use super::picture_files::png;
use super::site::{Draft, Site};

fn metadata(site: &Site, file: &str) -> Metadata {
    let metadata = site.bundle(&file.replace(".html", ".md")).metadata;
    match site.payload(file).page {
        StoredPage::Document(in_page) => assert_eq!(in_page, metadata, "{file}"),
        other => panic!("{file}: {other:?}"),
    }
    metadata
}

fn list(site: &Site, file: &str) -> List {
    match site.payload(file).page {
        StoredPage::List(list) => list,
        other => panic!("{file}: {other:?}"),
    }
}

fn terms(site: &Site, file: &str) -> Terms {
    match site.payload(file).page {
        StoredPage::Terms(terms) => terms,
        other => panic!("{file}: {other:?}"),
    }
}

fn titles(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.link.title.as_str()).collect()
}

fn link_titles(links: &[PageLink]) -> Vec<&str> {
    links.iter().map(|link| link.title.as_str()).collect()
}

#[test]
fn days_are_in_the_words_of_the_sites_language() {
    let site = Draft::new()
        .file("lectern.toml", "lang = \"de\"\n")
        .post("2024-09-15-a.md", "title: a\nlast_modified_at: 2025-02-28", "")
        .post("2024-03-01-b.md", "title: b\nlast_modified_at: 2024-03-01 23:00", "")
        .press_clean();
    let a = metadata(&site, "2024/09/15/a.html");
    assert_eq!((a.day.as_str(), a.day_of_change.as_str()), ("15. September 2024", "28. Februar 2025"));
    let b = metadata(&site, "2024/03/01/b.html");
    assert_eq!((b.day.as_str(), b.day_of_change.as_str()), ("1. März 2024", ""));
    let archive = list(&site, "archive/index.html");
    let months: Vec<(u32, u32, &str, u32)> =
        archive.months.iter().map(|month| (month.year, month.month, month.name.as_str(), month.posts)).collect();
    assert_eq!(months, [(2024, 9, "September", 1), (2024, 3, "März", 1)]);
    assert_eq!(list(&site, "archive/2024/index.html").months, archive.months);
    assert!(list(&site, "index.html").months.is_empty());
}

#[test]
fn changed_posts_are_told_in_the_archive() {
    let post = |draft: Draft, day: u32| {
        let front_matter = format!("title: p{day}\nlast_modified_at: 2025-01-{:02}", 20 - day);
        draft.post(&format!("2024-01-0{day}-p.md"), &front_matter, "")
    };
    let site = (1..=7).fold(Draft::new(), post).press_clean();
    let archive = list(&site, "archive/index.html");
    assert_eq!(titles(&archive.updated), ["p1", "p2", "p3", "p4", "p5"]);
    assert_eq!(archive.updated.first().map(|entry| entry.day.as_str()), Some("January 19, 2025"));
    assert!(list(&site, "archive/2024/index.html").updated.is_empty());
}

#[test]
fn pinned_posts_stand_above_the_others_once() {
    let mut draft = Draft::new().file("lectern.toml", "posts_per_page = 2\n");
    for day in 1..=6 {
        let pin = if day % 3 == 0 { "\npin: true" } else { "" };
        draft = draft.post(&format!("2024-01-0{day}-p.md"), &format!("title: p{day}{pin}"), "Text.");
    }
    let site = draft.press_clean();
    let first = list(&site, "index.html");
    assert_eq!((titles(&first.pinned), titles(&first.posts)), (vec!["p6", "p3"], vec!["p5", "p4"]));
    assert_eq!((first.pages, first.total), (2, 6));
    let second = list(&site, "page/2/index.html");
    assert_eq!((titles(&second.pinned), titles(&second.posts)), (vec![], vec!["p2", "p1"]));
    assert_eq!(list(&site, "archive/index.html").posts.len(), 6);
}

#[test]
fn a_series_is_read_from_its_beginning() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: a\nseries: Small rivers", "")
        .post("2024-01-02-b.md", "title: b", "")
        .post("2024-01-03-c.md", "title: c\nseries: Small Rivers", "")
        .press_clean();
    let series = list(&site, "series/small-rivers/index.html");
    assert_eq!((series.name.as_str(), titles(&series.posts)), ("Small Rivers", vec!["a", "c"]));
    let place = metadata(&site, "2024/01/03/c.html").series.expect("a place");
    assert_eq!((place.part, place.parts, place.slug.as_str()), (2, 2, "small-rivers"));
    assert_eq!((place.previous.map(|link| link.title), place.next), (Some("a".to_owned()), None));
    assert_eq!(metadata(&site, "2024/01/02/b.html").series, None);
    assert!(site.payload("index.html").site.navigation.iter().any(|link| link.permalink.as_str() == "/series/"));
}

#[test]
fn authors_have_lists_of_their_own() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: a\nauthors: [Ada, {name: Grace Hopper}]", "")
        .post("2024-01-02-b.md", "title: b\nauthor: Ada", "")
        .press_clean();
    assert_eq!(titles(&list(&site, "authors/ada/index.html").posts), ["b", "a"]);
    let a = metadata(&site, "2024/01/01/a.html");
    assert_eq!(
        (a.authors, a.author_slugs),
        (vec!["Ada".into(), "Grace Hopper".into()], vec!["ada".into(), "grace-hopper".into()])
    );
    let navigation = |site: &Site| site.payload("index.html").site.navigation;
    assert!(navigation(&site).iter().any(|link| link.permalink.as_str() == "/authors/"));
    let alone = Draft::new().post("2024-01-01-a.md", "title: a\nauthor: Ada", "").press_clean();
    assert!(!navigation(&alone).iter().any(|link| link.permalink.as_str() == "/authors/"));
}

#[test]
fn a_category_behind_another_is_a_part_of_it() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: a\ncategories: [Walks, Rivers]", "")
        .post("2024-01-02-b.md", "title: b\ncategories: [Walks, rivers, Lakes]", "")
        .post("2024-01-03-c.md", "title: c\ncategories: [Bread, Walks]", "")
        .post("2024-01-04-d.md", "title: d\ncategories: [Bread]", "")
        .press_clean();
    let categories = terms(&site, "categories/index.html").terms;
    let shown = categories.iter().map(|term| {
        let parts = term.parts.iter().map(|(part, posts)| format!("{} {posts}", part.name));
        format!("{} {}: {}", term.term.name, term.posts, parts.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(shown.collect::<Vec<_>>(), ["Bread 2: ", "Walks 3: Lakes 1, rivers 2"]);
}

#[test]
fn posts_on_the_same_matter_know_each_other() {
    let site = Draft::new()
        .post(
            "2024-01-01-a.md",
            "title: Herons at dawn\ntags: [birds]",
            "A grey heron waited for fish in the shallows.",
        )
        .post("2024-01-02-b.md", "title: Sourdough\ntags: [baking]", "Flour, water, salt and a warm oven make bread.")
        .post("2024-01-03-c.md", "title: Kingfishers\ntags: [birds]", "It dives for fish in the shallows near a heron.")
        .press_clean();
    let related = metadata(&site, "2024/01/01/a.html").related;
    assert_eq!(link_titles(&related), ["Kingfishers"]);
    assert!(metadata(&site, "2024/01/02/b.html").related.is_empty());
}

#[test]
fn a_page_knows_who_links_to_it() {
    let mut draft = Draft::new()
        .post("2024-01-01-a.md", "title: a\npermalink: /a b/", "To [myself](#x) and [again](/a%20b/).\n\n## x")
        .post("_pages/about.md", "title: About", "My [first](../2024-01-01-a.md) post.")
        .post("2024-01-02-b.md", "title: b", "<a href=\"/a%20b/#x\">raw</a>, [twice](2024-01-01-a.md).");
    for day in 3..=15 {
        draft = draft.post(&format!("2024-01-{day:02}-p.md"), &format!("title: p{day}"), "See [a](/a%20b/).");
    }
    let site = draft.press_clean();
    let a = site.bundle("a b/index.md").metadata;
    let expected: Vec<String> = (4..=15).rev().map(|day| format!("p{day}")).collect();
    assert_eq!((link_titles(&a.linked_from), a.linked_from_more), (expected.iter().map(String::as_str).collect(), 3));
}

#[test]
fn sections_lead_to_their_headings() {
    let text = "## One\n\n### Inside\n\n## Two `code`\n\n## Three\n";
    let site = Draft::new().post("2024-01-01-a.md", "title: a", text).press_clean();
    let sections = metadata(&site, "2024/01/01/a.html").contents;
    let shown: Vec<(u32, &str, &str)> =
        sections.iter().map(|section| (section.level, section.id.as_str(), section.title.as_str())).collect();
    assert_eq!(shown, [(1, "one", "One"), (2, "inside", "Inside"), (1, "two-code", "Two code"), (1, "three", "Three")]);
    let page = site.page("2024/01/01/a.html");
    assert!(sections.iter().all(|section| !texts(&page, &format!("article #{}", section.id)).is_empty()));
}

#[test]
fn a_cover_is_measured_and_stands_once() {
    let blog = |front_matter: &str, text: &str| {
        let site = Draft::new()
            .bytes("posts/assets/a heron.png", &png(1200, 600))
            .post("2024-01-01-a.md", &format!("title: a\n{front_matter}"), text)
            .press_clean();
        let (metadata, page) = (metadata(&site, "2024/01/01/a.html"), site.page("2024/01/01/a.html"));
        // The page names the file by the very address of its data.
        let shown = attributes(&page, ".cover img", "src");
        assert_eq!(shown, metadata.cover.iter().map(|cover| cover.address.clone()).collect::<Vec<_>>());
        metadata.cover
    };
    let cover = blog("image: {path: /assets/a heron.png, alt: A heron}", "Text.").expect("a cover");
    assert_eq!((cover.address.as_str(), cover.alt.as_str()), ("/assets/a%20heron.png", "A heron"));
    assert_eq!((cover.picture.width, cover.picture.height), (1200, 600));
    assert!(!cover.picture.copies.is_empty());
    assert_eq!(blog("image: /assets/a heron.png\ncover: false", "Text."), None);
    assert_eq!(blog("image: /assets/a heron.png", "![](/assets/a%20heron.png)\n\nText."), None);
    assert!(blog("image: /assets/a heron.png", "Text.\n\n![](/assets/a%20heron.png)").is_some());
    assert_eq!(blog("cover: https://example.org/a.png", "Text."), None);
    assert_eq!(blog("", "Text."), None);
}

#[test]
fn readers_can_comment_and_mend_where_the_author_says_so() {
    let settings = "edit = \"https://github.com/ada/notes/edit/main/posts\"\n[comments]\nrepo = \"ada/notes\"\n\
                    repo_id = \"R_a\"\ncategory = \"Notes\"\ncategory_id = \"DIC_b\"\n";
    let site = Draft::new()
        .file("lectern.toml", settings)
        .post("en/2024-01-01-a b.md", "title: a\npermalink: /a/", "")
        .post("2024-01-02-b.md", "title: b\ncomments: false", "")
        .post("_pages/about.md", "title: About", "")
        .press_clean();
    let a = site.bundle("a/index.md").metadata;
    assert_eq!((a.source.as_str(), a.comments.as_str()), ("en/2024-01-01-a%20b.md", "/a/"));
    assert_eq!(metadata(&site, "2024/01/02/b.html").comments, "");
    assert_eq!(site.bundle("about/index.md").metadata.comments, "");
    assert_eq!(site.payload("index.html").site.comments.map(|comments| comments.repo).as_deref(), Some("ada/notes"));
    let policy = attributes(&site.page("a/index.html"), "meta[http-equiv='Content-Security-Policy']", "content");
    assert!(policy.concat().contains("frame-src https://giscus.app;"), "{policy:?}");
    let plain = Draft::new().post("2024-01-01-a.md", "title: a", "").press_clean();
    let plain = metadata(&plain, "2024/01/01/a.html");
    assert_eq!((plain.source.as_str(), plain.comments.as_str()), ("", ""));
}

#[test]
fn a_theme_stands_at_the_end_of_the_stylesheet() {
    let site = Draft::new()
        .file("lectern.toml", "[theme]\naccent = \"#17566f\"\n")
        .file("theme.css", "\u{feff}article { color: red }\n")
        .press_clean();
    let stylesheet = attributes(&site.page("index.html"), "link[rel=stylesheet]", "href").concat();
    let rules = site.text(stylesheet.trim_start_matches('/'));
    assert!(rules.ends_with("\n:root{--accent:#17566f}\narticle { color: red }\n"), "{rules}");
}
