//! Posts from bytes.

use jiff::tz::TimeZone;

use super::*;

mod urls;

fn source(path: &str, kind: SourceKind) -> SourceFile {
    SourceFile { path: path.to_owned(), shown: format!("posts/{path}"), file: path.into(), kind, modified: None }
}

fn now() -> jiff::Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a timestamp")
}

fn read(path: &str, text: &str, config: &Config) -> (Option<Post>, Vec<String>) {
    let kind = match path {
        _ if path.contains("_drafts/") => SourceKind::Draft(Markup::Markdown),
        _ if path.contains("_pages/") => SourceKind::Page(Markup::Markdown),
        _ => SourceKind::Post(Markup::Markdown),
    };
    let (post, diagnostics) = read_post(&source(path, kind), text.as_bytes(), config, now());
    (post, diagnostics.iter().map(ToString::to_string).collect())
}

fn good(path: &str, text: &str, config: &Config) -> Post {
    let (post, diagnostics) = read(path, text, config);
    assert_eq!(diagnostics, [""; 0], "{path}");
    post.expect(path)
}

fn in_new_york() -> Config {
    Config { time_zone: TimeZone::get("America/New_York").ok(), ..Config::default() }
}

#[test]
fn reads_the_seed() {
    let text = "---\nlayout: post\ntitle:  \"One year, one lake\"\ndate:   2024-09-15 15:51:07 -0700\ncategories: thoughts\n---\n\nText\n";
    let post = good("2024-09-15-one-year.md", text, &Config::default());
    assert_eq!(post.title, "One year, one lake");
    assert_eq!(post.permalink.as_str(), "/thoughts/2024/09/15/one-year.html");
    let written = post.written.expect("a date");
    assert_eq!(written.timestamp.as_str(), "2024-09-15T15:51:07-07:00");
    assert_eq!(written.instant.to_string(), "2024-09-15T22:51:07Z");
    assert_eq!((post.categories, post.visibility), (vec!["thoughts".to_owned()], Visibility::Shown));
    assert_eq!((post.text.as_str(), post.text_line), ("\nText\n", 7));
}

#[test]
fn the_addresss_day_is_the_sites_if_it_has_a_zone_else_the_authors() {
    for (path, date, here, new_york) in [
        ("2015-01-02-x.md", "date: 2015-01-02 02:00:00", "2015/01/02", "2015/01/01"),
        ("2015-01-02-x.md", "date: '2015-01-02 02:00:00'", "2015/01/02", "2015/01/02"),
        ("2015-01-02-x.md", "date: 2015-01-02 02:00", "2015/01/02", "2015/01/02"),
        ("2015-01-02-x.md", "", "2015/01/02", "2015/01/02"),
        ("2014-01-29-x.md", "date: 2015-01-29", "2015/01/29", "2015/01/29"),
        ("2015-1-2-x.md", "date: 2015-01-02 23:30:00 -0700", "2015/01/02", "2015/01/03"),
        ("2022-21-25-x.md", "date: 2022-12-25", "2022/12/25", "2022/12/25"),
    ] {
        let text = format!("---\ntitle: x\n{date}\n---\nx");
        for (config, day) in [(Config::default(), here), (in_new_york(), new_york)] {
            let post = good(path, &text, &config);
            assert_eq!(post.permalink.as_str(), format!("/{day}/x.html"), "{path} {date}");
        }
    }
}

#[test]
fn a_bad_value_costs_no_more_than_itself() {
    let text = "---\ntitle: Rivers: a walk\ndate: 2024-13-30\nlast_modified_at: soon\npermalink: /../x\nlang: English!\ntags: [a]\n---\nx";
    let (post, diagnostics) = read("2024-02-29-x.md", text, &Config::default());
    let post = post.expect("a post");
    assert_eq!(post.title, "Rivers: a walk");
    assert_eq!(post.permalink.as_str(), "/2024/02/29/x.html");
    assert_eq!((post.lang.as_str(), post.tags.as_slice()), ("", &["a".to_owned()][..]));
    assert_eq!(
        diagnostics,
        [
            "posts/2024-02-29-x.md:2:14: a colon and a blank inside a value without quotes; put quotes around the value",
            "posts/2024-02-29-x.md:3:7: the day 2024-13-30 does not exist, so `date` is ignored; write it like `2024-09-15 15:51:07 -0700`",
            "posts/2024-02-29-x.md:4:19: no date is found in `last_modified_at`: `soon`; write it like `2024-09-15` or `2024-09-15 15:51:07 -0700`",
            "posts/2024-02-29-x.md:5:12: `/../x` is no address of a page; write a path such as `/notes/rivers/`, without `..` or `\\`",
            "posts/2024-02-29-x.md:6:7: `English!` is no language tag; write one such as `en`, `pt-BR` or `zh-Hant`",
        ]
    );
}

#[test]
fn files_without_a_usable_date_are_told_how_to_be_named() {
    let (post, told) = read("my trip.md", "---\ntitle: x\ndate: 2024-05-06 10:00\n---\nx", &Config::default());
    assert_eq!(post.expect("a post").permalink.as_str(), "/2024/05/06/my-trip.html");
    assert_eq!(
        told,
        ["posts/my trip.md:1:1: the date is missing from the file's name; rename it to `2024-05-06-my-trip.md`"]
    );
    let (post, told) = read("template.md", "No front matter.", &Config::default());
    assert_eq!(post, None);
    assert_eq!(
        told,
        [
            "posts/template.md:1:1: not shown, for it has no date; rename it to `2026-11-23-template.md`, or move it to `_drafts` or `_pages`"
        ]
    );
    let (post, told) = read("2023-02-30-x.md", "---\ntitle: x\n---\nx", &Config::default());
    assert_eq!(post.expect("a post").permalink.as_str(), "/2023/03/02/x.html");
    assert_eq!(
        told,
        ["posts/2023-02-30-x.md:1:1: the file's name has a day that does not exist; rename it to `2023-03-02-x.md`"]
    );
}

#[test]
fn an_empty_file_is_shown_with_the_title_of_its_name() {
    let (post, told) = read("2024-05-06-low-water.md", "", &Config::default());
    assert_eq!(post.expect("a post").title, "Low Water");
    assert_eq!(
        told,
        ["posts/2024-05-06-low-water.md:1:1: the file is empty; write a title and some text, or remove it"]
    );
}

#[test]
fn place_and_front_matter_tell_who_may_see_it() {
    for (path, front_matter, visibility) in [
        ("2024-05-06-x.md", "published: true", Visibility::Shown),
        ("2024-05-06-x.md", "published: false", Visibility::Unpublished),
        ("2024-05-06-x.md", "date: 2026-11-23 12:00:01 Z", Visibility::Future),
        ("2024-05-06-x.md", "date: 2026-11-23 12:00:00 Z", Visibility::Shown),
        ("2027-05-06-x.md", "title: x", Visibility::Future),
        ("_drafts/x.md", "title: x", Visibility::Draft),
        ("_drafts/x.md", "published: false", Visibility::Unpublished),
        ("_pages/x.md", "title: x", Visibility::Shown),
    ] {
        let post = good(path, &format!("---\n{front_matter}\n---\nx"), &Config::default());
        assert_eq!(post.visibility, visibility, "{path} {front_matter}");
    }
}

#[test]
fn drafts_and_pages_have_addresses_too() {
    for (path, front_matter, address) in [
        ("_drafts/low water.md", "title: x", "/2026/11/23/low-water.html"),
        ("_drafts/2024-05-06-x.md", "title: x", "/2024/05/06/x.html"),
        ("_pages/About us.md", "title: x", "/about-us/"),
        ("_pages/docs/setup.md", "permalink: handbook/:title/", "/handbook/setup/"),
        ("_pages/2024-05-06-x.md", "title: x", "/2024-05-06-x/"),
        ("2024-05-06-x.md", "slug: Other Name", "/2024/05/06/Other-Name.html"),
        ("sub/2024-05-06-x.md", "categories: [A b, a B]", "/a b/2024/05/06/x.html"),
        ("2024-05-06-x.md", "categories: a, b", "/a,/b/2024/05/06/x.html"),
        ("news/_posts/en/2024-05-06-x.md", "category: c", "/news/c/2024/05/06/x.html"),
        ("2024-05-06-x.md", "permalink: 2024/:i_month", "/2024/5"),
    ] {
        let post = good(path, &format!("---\n{front_matter}\n---\nx"), &Config::default());
        assert_eq!(post.permalink.as_str(), address, "{path} {front_matter}");
    }
    let post = good("2024-05-06-x.md", "---\ncategories: a, b\ntags: [c, 'c,', ',']\n---\nx", &Config::default());
    assert_eq!((post.categories, post.tags), (vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]));
}

#[test]
fn the_excerpt_ends_where_site_or_post_say_so() {
    let site = Config { excerpt_separator: "<!-- cut -->".to_owned(), ..Config::default() };
    let gist = |front_matter: &str, text: &str, config: &Config| {
        crate::press::excerpt::gist(&good("2024-05-06-x.md", &format!("---\n{front_matter}\n---\n{text}"), config))
            .excerpt
    };
    assert_eq!(gist("title: x", "One.\n\nTwo.\n\nThree.\n", &Config::default()), "One.");
    assert_eq!(gist("title: x", "One.\n\nTwo.\n<!-- cut -->\n\nThree.\n", &site), "One. Two.");
    assert_eq!(gist("title: x", "One.\n\nTwo.\n<!-- MORE -->\n\nThree.\n", &site), "One. Two.");
    assert_eq!(gist("excerpt_separator: \"\\n\\n\\n\"", "One.\n\nTwo.\n\n\nThree.\n", &site), "One. Two.");
    assert_eq!(gist("excerpt_separator: '***'", "One.\n\nTwo [a].\n\n***\n\n[a]: /b\n", &site), "One. Two a.");
    assert_eq!(gist("excerpt_separator: ''", "One.\n\nTwo.\n<!--more-->\n", &site), "One.");
}

proptest::proptest! {
    #[test]
    fn no_file_makes_it_panic(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200),
        file in "\n?---\n((title|date|tags|category|permalink|lang|image|author|slug|published): ?(\\PC{0,12}|[0-9:TZ -]{0,20})\n|- x\n|---\n|\"){0,8}",
        name in "([0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}-)?\\PC{0,8}(\\.md)?",
    ) {
        for kind in [SourceKind::Post(Markup::Markdown), SourceKind::Draft(Markup::Html), SourceKind::Page(Markup::Markdown)] {
            let source = source(&name, kind);
            for bytes in [bytes.as_slice(), file.as_bytes()] {
                let (post, diagnostics) = read_post(&source, bytes, &in_new_york(), now());
                proptest::prop_assert!(diagnostics.iter().all(|diagnostic| !diagnostic.to_string().contains('\n')));
                let is_whole = post.is_none_or(|post| {
                    let has_date = post.written.is_some() || post.kind == PostKind::Page;
                    has_date && !post.title.is_empty() && Permalink::parse(post.permalink.as_str()).is_some()
                });
                proptest::prop_assert!(is_whole);
            }
        }
    }
}
