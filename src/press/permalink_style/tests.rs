//! Addresses, compared with those of Jekyll 4.3.

use super::*;

fn parts<'a>(slug: &'a str, categories: &'a [String]) -> Parts<'a> {
    let clock = DateTime::constant(2024, 3, 5, 7, 8, 9, 0);
    Parts { path: "2024-03-05-a-b", slug, categories, clock }
}

fn address(style: &str, slug: &str, categories: &[&str]) -> String {
    let categories: Vec<String> = categories.iter().map(|name| (*name).to_owned()).collect();
    let style = PermalinkStyle::parse(style).expect("a style");
    style.permalink(&parts(slug, &categories)).to_string()
}

#[test]
fn makes_the_addresses_that_jekyll_makes() {
    for (style, slug, categories, expected) in [
        ("date", "a-b", &[][..], "/2024/03/05/a-b.html"),
        ("date", "a-b", &["Open Source", "Rust", "rust"], "/open source/rust/2024/03/05/a-b.html"),
        ("pretty", "Swift-1.2", &["thoughts"], "/thoughts/2024/03/05/Swift-1.2/"),
        ("ordinal", "a", &[], "/2024/065/a.html"),
        ("weekdate", "a", &[], "/2024/W10/Tue/a.html"),
        ("none", "a", &["x"], "/x/a.html"),
        ("/:year_:i_month/:i_day-:short_year/:title", "a", &[], "/2024_3/5-24/a"),
        (":hour:minute:second/:short_month/:long_month/:slug", "A.b c", &[], "/070809/Mar/March/a-b-c"),
        ("/blog/:title/", "[AI] 챗봇이란", &[], "/blog/AI-챗봇이란/"),
        ("/:title/", "*args, **kwargs?", &[], "/args,-kwargs/"),
        ("/:title/", "cafe\u{301} ①", &[], "/cafe\u{301}/"),
        ("/:title/", "a---b", &[], "/a-b/"),
        ("/:name/:path/:collection:output_ext", "a", &[], "/2024-03-05-a-b/2024-03-05-a-b/posts.html"),
        ("/:slugified_categories/", "a", &["C++ & co"], "/c-co/"),
        ("/a:b", "a", &[], ""),
        ("/10:30/:title", "a", &[], "/10:30/a"),
    ] {
        if expected.is_empty() {
            assert!(PermalinkStyle::parse(style).is_err());
        } else {
            assert_eq!(address(style, slug, categories), expected, "{style} {slug}");
        }
    }
}

#[test]
fn front_matter_may_leave_out_the_slash_and_encode() {
    for (template, expected) in [
        ("notes/rivers", "/notes/rivers"),
        ("/caf%C3%A9/", "/café/"),
        ("/a/index.html", "/a/"),
        ("pretty", "/pretty"),
        ("/", "/"),
    ] {
        let style = PermalinkStyle::parse_template(template).expect(template);
        assert_eq!(style.permalink(&parts("a", &[])).as_str(), expected, "{template}");
    }
    for template in ["/../a", "a/./b", "/%2e%2e/a", "\\a", "", " ", "https://example.org/a", "/a\u{0}", "%ff"] {
        let problem = Problem::BadPermalink { value: template.to_owned() };
        assert_eq!(PermalinkStyle::parse_template(template), Err(problem), "{template}");
    }
}

#[test]
fn names_the_nearest_placeholder() {
    let problem = Problem::UnknownPlaceholder { placeholder: ":titel".to_owned(), nearest: "title" };
    assert_eq!(PermalinkStyle::parse("/:titel/"), Err(problem));
}

#[test]
fn odd_names_still_have_an_address() {
    for (slug, expected) in [
        ("", "/untitled/"),
        ("...", "/untitled/"),
        ("??", "/untitled/"),
        ("wait...what", "/wait/.what/"),
        ("a\\..\\b", "/a-/-b/"),
        ("tab\there", "/tab-here/"),
    ] {
        assert_eq!(address("/:title/", slug, &[]), expected, "{slug}");
    }
    assert_eq!(address("/:categories/:title", "a", &["..", "b\\c\u{1}", "x/../y", "."]), "/b-c-/x/y/a");
}

#[test]
fn pages_are_folders() {
    for (path, expected) in [
        ("about", "/about/"),
        ("About us", "/about-us/"),
        ("docs/Setup", "/docs/setup/"),
        ("docs/index", "/docs/"),
        ("index", "/index/"),
        ("!", "/untitled/"),
    ] {
        assert_eq!(PermalinkStyle::page(path).as_str(), expected, "{path}");
    }
}

proptest::proptest! {
    #[test]
    fn every_address_is_a_path(template in "(/|:title|:categories|:path|:day|\\PC){1,12}", slug in "\\PC*", category in ".*") {
        let categories = [category];
        if let Ok(style) = PermalinkStyle::parse(&template) {
            let permalink = style.permalink(&Parts { path: &slug, ..parts(&slug, &categories) });
            proptest::prop_assert_eq!(Permalink::parse(permalink.as_str()), Some(permalink.clone()));
            proptest::prop_assert!(permalink.as_str() != "/" || !template.contains(":title"));
        }
        proptest::prop_assert!(PermalinkStyle::page(&slug) != Permalink::home());
    }
}
