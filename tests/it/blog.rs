//! Posts in their order, and what depends on it: neighbors, lists, terms, addresses.

use lectern::nearest::{self, Shard};
use lectern::page::{PageLink, StoredPage};
use lectern::permalink::Permalink;

use super::html::{attributes, texts};
use super::json;
use super::picture_files::png;
use super::site::{Draft, Site};

/// A blog with posts of the given days, titled by their files' names: `a` for `2024-01-01-a.md`.
fn days(names: &[&str]) -> Draft {
    names.iter().fold(Draft::new(), |draft, name| {
        let title = name.get(11..).unwrap_or(name);
        draft.post(&format!("{name}.md"), &format!("title: {title}"), "Text.")
    })
}

fn titles(site: &Site, file: &str) -> Vec<String> {
    texts(&site.page(file), ".entries h2, .titles a")
}

#[test]
fn the_newest_post_is_first_by_instant_and_then_by_name() {
    let site = Draft::new()
        .post("2024-01-01-b.md", "title: b", "")
        .post("2024-01-01-a.md", "title: a", "")
        .post("2024-01-02-west.md", "title: west\ndate: 2024-01-01 23:30:00 -0800", "")
        .post("2024-01-02-east.md", "title: east\ndate: 2024-01-02 00:30:00 +0900", "")
        .post("2020-05-05-dated-anew.md", "title: anew\ndate: 2025-01-01", "")
        .press_clean();
    assert_eq!(titles(&site, "index.html"), ["anew", "west", "east", "b", "a"]);
    assert_eq!(titles(&site, "archive/index.html"), titles(&site, "index.html"));
}

#[test]
fn each_post_knows_the_one_before_and_the_one_after() {
    let site = days(&["2024-01-01-a", "2024-01-02-b", "2024-01-03-c"]).press_clean();
    for (file, previous, next) in [
        ("2024/01/01/a.html", vec![], vec!["/2024/01/02/b.html"]),
        ("2024/01/02/b.html", vec!["/2024/01/01/a.html"], vec!["/2024/01/03/c.html"]),
        ("2024/01/03/c.html", vec!["/2024/01/02/b.html"], vec![]),
    ] {
        let page = site.page(file);
        assert_eq!(attributes(&page, ".neighbors > :first-child a", "href"), previous, "{file}");
        assert_eq!(attributes(&page, ".neighbors > :last-child a", "href"), next, "{file}");
    }
}

#[test]
fn long_lists_have_pages() {
    let names: Vec<String> = (1..=5).map(|day| format!("2024-01-0{day}-p{day}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let site = days(&names).file("lectern.toml", "posts_per_page = 2\n").press_clean();
    assert_eq!(titles(&site, "index.html"), ["p5", "p4"]);
    assert_eq!(titles(&site, "page/2/index.html"), ["p3", "p2"]);
    assert_eq!(titles(&site, "page/3/index.html"), ["p1"]);
    assert!(!site.files().contains(&"page/4/index.html".to_owned()));
    let middle = site.page("page/2/index.html");
    assert_eq!(attributes(&middle, ".pagination a", "href"), ["/", "/page/3/"]);
    assert_eq!(texts(&middle, ".pagination span"), ["Page 2 of 3"]);
    assert_eq!(texts(&middle, "title"), ["Posts · Page 2 of 3 · A blog"]);
}

#[test]
fn the_archive_has_every_year_and_200_titles_a_page() {
    let posts = (0..450).map(|number| format!("{}-01-{:02}-p{number}", 2020 + number / 100, 1 + number % 28));
    let names: Vec<String> = posts.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let site = days(&names).press_clean();
    for (file, count) in
        [("archive/index.html", 200), ("archive/page/3/index.html", 50), ("archive/2021/index.html", 100)]
    {
        assert_eq!(titles(&site, file).len(), count, "{file}");
    }
    let archive = site.page("archive/index.html");
    assert_eq!(texts(&archive, ".years li"), ["2024 50", "2023 100", "2022 100", "2021 100", "2020 100"]);
    assert_eq!(texts(&archive, "h2"), ["2024 50", "2023 100", "2022 100"]);
}

#[test]
fn a_term_is_one_whatever_its_case_and_signs_tell_terms_apart() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: a\ntags: [C, c++, Rust]", "")
        .post("2024-01-02-b.md", "title: b\ntags: [C#, C++, rust, RUST]", "")
        .post("2024-01-03-c.md", "title: c\ncategory: Open Source\ntags: [日本語, .NET]", "")
        .press_clean();
    let page = site.page("tags/index.html");
    let tags = [".NET 1", "C 1", "C# 1", "C++ 2", "rust 2", "日本語 1"];
    assert_eq!(texts(&page, ".terms li"), tags);
    let paths = ["dotnet", "c", "csharp", "cplusplus", "rust", "%E6%97%A5%E6%9C%AC%E8%AA%9E"];
    assert_eq!(attributes(&page, ".terms li a", "href"), paths.map(|slug| format!("/tags/{slug}/")));
    assert_eq!(titles(&site, "tags/cplusplus/index.html"), ["b", "a"]);
    assert_eq!(titles(&site, "tags/日本語/index.html"), ["c"]);
    assert_eq!(texts(&site.page("categories/index.html"), ".terms li"), ["Open Source 1"]);
    assert_eq!(titles(&site, "categories/open-source/index.html"), ["c"]);
}

#[test]
fn hidden_posts_are_shown_only_where_they_are_asked_for() {
    let draft = || {
        Draft::new()
            .post("2026-07-01-now.md", "title: now\ndate: 2026-07-01 11:59:59", "")
            .post("2026-07-02-soon.md", "title: soon", "")
            .post("_drafts/draft.md", "title: draft\ndate: 2026-06-01", "")
            .post("2026-05-01-never.md", "title: never\npublished: false", "")
            .file("posts/_drafts/picture.png", "a picture")
    };
    let draft_file = "posts/_drafts/picture.png".trim_start_matches("posts/_drafts/").to_owned();
    for (site, expected, hidden) in [
        (draft().press_clean(), vec!["now"], 3),
        (draft().with_future().press_clean(), vec!["soon", "now"], 2),
        (draft().with_drafts().press_clean(), vec!["now", "draft"], 2),
        (draft().with_drafts().with_future().press_clean(), vec!["soon", "now", "draft"], 1),
    ] {
        assert_eq!(titles(&site, "index.html"), expected);
        assert_eq!(site.report.hidden, hidden);
        // Scripts say other things, and the files of the search are packed.
        let is_read = |file: &&String| !file.ends_with(".js") && !file.ends_with(".idx");
        let all_text: String = site.files().iter().filter(is_read).map(|file| site.text(file)).collect();
        assert_eq!(all_text.contains("soon"), expected.contains(&"soon"));
        assert!(!all_text.contains("never"));
        assert_eq!(site.files().contains(&draft_file), expected.contains(&"draft"));
    }
}

#[test]
fn two_posts_never_share_an_address_and_lists_keep_theirs() {
    let site = Draft::new()
        .post("2024-01-01-a.md", "title: first\npermalink: /same/", "")
        .post("2024-01-02-b.md", "title: second\npermalink: /same/", "")
        .post("2024-01-03-c.md", "title: third\npermalink: /archive/", "")
        .post("2024-01-04-d.md", "title: fourth\npermalink: /", "")
        .post("2024-01-05-e.md", "title: fifth\npermalink: /404.html", "")
        .post("2024-01-06-f.md", "title: sixth\npermalink: /names/0.json", "")
        .file("posts/same/index.html", "an asset in the place of a page")
        .file("posts/index.json", "an asset in the place of a list's data")
        .file("posts/style.css", "an asset that is in nobody's way")
        .press();
    let headings = ["same/index.html", "same-2/index.html", "archive.html", "home.html"];
    assert_eq!(headings.map(|file| texts(&site.page(file), "h1").concat()), ["first", "second", "third", "fourth"]);
    assert_eq!(texts(&site.page("archive/index.html"), "h1"), ["Archive"]);
    assert_eq!(texts(&site.page("404.html"), "h1"), ["Page not found"]);
    assert_eq!(texts(&site.page("index.html"), "h1"), ["Posts"]);
    assert_eq!(site.text("style.css"), "an asset that is in nobody's way");
    let home: StoredPage = json::read(&site.text("index.json")).expect("the list's own data");
    assert!(matches!(home, StoredPage::List(_)));
    insta::assert_snapshot!("addresses", site.problems().join("\n"));
}

#[test]
fn assets_are_copied_to_where_links_to_them_lead() {
    let site = Draft::new()
        .post("trips/_posts/2024-01-01-a.md", "title: a", "![p](../photos/p%20q.png) <img src='../photos/p q.png'>")
        .bytes("posts/trips/photos/p q.png", &png(2, 2))
        .file("posts/.hidden", "x")
        .file("posts/_private/x.txt", "x")
        .press_clean();
    let page = site.page("trips/2024/01/01/a.html");
    assert_eq!(attributes(&page, "img", "src"), ["/trips/photos/p%20q.png"; 2]);
    let files = site.files();
    assert!(files.contains(&"trips/photos/p q.png".to_owned()));
    assert!(!files.iter().any(|file| file.contains("hidden") || file.contains("private")));
}

#[test]
fn links_between_sources_lead_to_pages_wherever_the_site_is() {
    let site = Draft::new()
        .post(
            "2024-01-01-a.md",
            "title: a",
            "[b](deep/2024-01-02-b.md#part) [none](2024-01-09-none.md)\n\n[gone](gone.md)",
        )
        .post("deep/2024-01-02-b.md", "title: b", "[a](../2024-01-01-a.md) [page](../_pages/page.md?x=1#y)\n\n## Part")
        .file("posts/_pages/page.md", "---\ntitle: Page\n---\n\n[a](../2024-01-01-a.md)\n\n## Y\n")
        .base("/repo/")
        .press();
    assert_eq!(attributes(&site.page("2024/01/01/a.html"), ".prose a", "href")[0], "/repo/2024/01/02/b.html#part");
    let links = ["/repo/2024/01/01/a.html", "/repo/page/?x=1#y", "#part"];
    assert_eq!(attributes(&site.page("2024/01/02/b.html"), ".prose a", "href"), links);
    assert_eq!(attributes(&site.page("page/index.html"), ".prose a", "href"), ["/repo/2024/01/01/a.html", "#y"]);
    let problems = [
        "posts/2024-01-01-a.md:5:32: there is no page `2024-01-09-none.md`; mend the link or remove it",
        "posts/2024-01-01-a.md:7:1: there is no page `gone.md`; mend the link or remove it",
    ];
    assert_eq!(site.problems(), problems);
}

#[test]
fn a_mistyped_address_finds_its_page_in_the_shards_of_names() {
    let names: Vec<String> = (1..=60).map(|number| format!("2024-02-{:02}-post-{number}", 1 + number % 28)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let site = days(&names).post("2024-03-01-keeping-a-river-diary.md", "title: River diary", "").press_clean();
    let shards = site.payload("404.html").site.name_shards;
    assert!(1 < shards);
    let missing = Permalink::parse("/2024/03/01/keeping-a-rivre-dairy.html").expect("a path");
    let keys = nearest::keys(&missing);
    let shards = keys.iter().map(|key| nearest::shard_file(nearest::shard_of(*key, shards)));
    let filed = shards.flat_map(|file| json::read::<Shard>(&site.text(&file)).expect("a shard"));
    let candidates: Vec<PageLink> = filed.filter(|(key, _)| keys.contains(key)).map(|(_, link)| link).collect();
    let found = nearest::rank(&missing, &candidates);
    assert_eq!(found.first().map(|link| link.title.as_str()), Some("River diary"));
}

#[test]
fn the_bytes_of_a_page_do_not_grow_with_the_number_of_posts() {
    let size = |count: u32| {
        let names: Vec<String> = (0..count).map(|number| format!("{}-01-01-p{number:03}", 1900 + number)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let site = days(&names).post("2025-01-01-measured.md", "title: Measured", "Text.").press_clean();
        let sizes = ["index.html", "2025/01/01/measured.html", "404.html"].map(|file| site.text(file).len());
        sizes.map(|size| size / 100)
    };
    assert_eq!(size(30), size(100));
}
