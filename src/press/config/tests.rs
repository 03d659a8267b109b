//! Settings, right and wrong.

use super::*;

fn told(text: &str) -> Vec<String> {
    let (_, diagnostics) = Config::read("lectern.toml", text);
    diagnostics.iter().map(ToString::to_string).collect()
}

#[test]
fn reads_every_key() {
    let text = r#"
title = "Field notes"
description = "Walks along small rivers."
author = "Ada"
url = "https://example.github.io/"
base = "blog"
lang = "pt_BR"
permalink = "/:year/:title/"
timezone = "America/Denver"
posts_per_page = 5
"#;
    let (config, diagnostics) = Config::read("lectern.toml", text);
    assert_eq!(diagnostics, []);
    let expected = Config {
        title: "Field notes".to_owned(),
        description: "Walks along small rivers.".to_owned(),
        author: "Ada".to_owned(),
        url: "https://example.github.io".to_owned(),
        base: Base::parse("/blog/"),
        lang: "pt-BR".to_owned(),
        permalink: PermalinkStyle::parse("/:year/:title/").expect("a template"),
        time_zone: TimeZone::get("America/Denver").ok(),
        posts_per_page: NonZeroU32::new(5).expect("not zero"),
    };
    assert_eq!(config, expected);
    assert_eq!(Config::read("lectern.toml", "\u{feff}"), (Config::default(), Vec::new()));
}

#[test]
fn tells_every_problem_in_one_run_and_reads_the_rest() {
    let text = "title = 5\ntime_zone = \"UTC\"\nurl = \"example.org\"\nposts_per_page = 0\nlang = \"de\"\nbase = \"/../\"\n\
                permalink = \"/:titel/\"\ntimezone = \"Europe/Lisbom\"\n[theme]\n";
    let (config, _) = Config::read("lectern.toml", text);
    assert_eq!(config, Config { lang: "de".to_owned(), ..Config::default() });
    assert_eq!(
        told(text),
        [
            "lectern.toml:1:9: `title` is a number, and is ignored; write text in quotes",
            "lectern.toml:2:1: there is no key `time_zone`; did you mean `timezone`?",
            "lectern.toml:3:7: `example.org` is no address of a site; write it like `https://example.org`",
            "lectern.toml:4:18: a page cannot have 0 posts; write a number from 1 to 1000",
            "lectern.toml:6:8: `/../` is no folder of a site; write it like `/blog/`",
            "lectern.toml:7:13: there is no placeholder `:titel`; did you mean `:title`?",
            "lectern.toml:8:12: there is no time zone `Europe/Lisbom`; did you mean `Europe/Lisbon`?",
            "lectern.toml:9:2: there is no key `theme`; remove it, or see the reference for all keys",
        ]
    );
}

#[test]
fn says_where_the_toml_is_broken() {
    let (config, diagnostics) = Config::read("lectern.toml", "title = \"a\"\nlang = en\n");
    assert_eq!(config, Config::default());
    assert_eq!(diagnostics.len(), 1);
    assert!(told("title = \"a\"\nlang = en\n").concat().starts_with("lectern.toml:2:8: "), "{diagnostics:?}");
}

#[test]
fn a_path_in_the_url_belongs_into_base() {
    let (config, diagnostics) = Config::read("lectern.toml", "url = \"HTTPS://example.org/my/blog/?x\"\n");
    assert_eq!(config.url, "https://example.org");
    assert_eq!(
        diagnostics.first().map(ToString::to_string).as_deref(),
        Some(
            "lectern.toml:1:7: `url` is scheme and host only; write `url = \"https://example.org\"` and `base = \"/my/blog/\"`"
        )
    );
}

#[test]
fn refuses_what_is_no_site() {
    for url in
        ["", "ftp://example.org", "https://", "https:///a", "https://user@example.org", "https://a b", "javascript:x"]
    {
        let (config, diagnostics) = Config::read("lectern.toml", &format!("url = {url:?}"));
        assert_eq!((config.url.as_str(), diagnostics.len()), ("", 1), "{url}");
    }
}

#[test]
fn helps_with_time_zones() {
    for (name, nearest) in
        [("Lisbon", Some("Europe/Lisbon")), ("America/New York", Some("America/New_York")), ("PST", None)]
    {
        let problem = Problem::UnknownTimeZone { name: name.to_owned(), nearest: nearest.map(str::to_owned) };
        assert_eq!(time_zone::read(name), Err(problem));
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", toml in "((title|url|base|lang|permalink|timezone|posts_per_page)? ?=? ?(\"\\PC{0,8}\"|[0-9]{1,12}|\\[|\\{)?\n?){0,6}") {
        Config::read("lectern.toml", &text);
        Config::read("lectern.toml", &toml);
    }
}
