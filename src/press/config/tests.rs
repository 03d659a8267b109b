//! Settings, right and wrong.

use super::*;
use crate::press::defaults::{Scope, ScopeKind};
use crate::press::hidden::Shown;
use crate::press::kramdown::document::Maths;
use crate::press::yaml::{self, Node, Value};

fn told(text: &str) -> Vec<String> {
    let (_, diagnostics) = Config::read("lectern.toml", text);
    diagnostics.iter().map(ToString::to_string).collect()
}

mod round_trip;
mod wrong;

/// Values as YAML has them.
fn variables(yaml: &str) -> Vec<Entry> {
    normal_variables(&yaml::read(yaml, 1).0)
}

/// TOML tells nothing of the order of keys.
fn sorted(mut config: Config) -> Config {
    config.defaults.iter_mut().for_each(|set| sort_entries(&mut set.values));
    sort_entries(&mut config.site_variables);
    config
}

fn sort_entries(entries: &mut [Entry]) {
    entries.sort_by(|one, other| one.key.cmp(&other.key));
    entries.iter_mut().for_each(|entry| sort_node(&mut entry.value));
}

fn sort_node(node: &mut Node) {
    match &mut node.value {
        Value::Map(entries) => sort_entries(entries),
        Value::List(items) => items.iter_mut().for_each(sort_node),
        Value::Null | Value::Text(..) => {}
    }
}

#[test]
fn reads_every_key() {
    let text = r#"
title = "Field notes"
description = "Walks along small rivers."
author = "Ada"
edit = " https://github.com/ada/notes/edit/main/posts"
url = "https://example.github.io/"
base = "blog"
lang = "pt_BR"
permalink = "/:year/:title/"
timezone = "America/Denver"
posts_per_page = 5
paginate_path = "page:num/"
excerpt_separator = "<!--more-->"
future = true
show_drafts = true
unpublished = false
markdown = "commonmark"
media_from = ["https://i.imgur.com/"]
embeds = ["YouTube", "vimeo", "youtube"]
picture_copies = false
unchecked_links = ["https://Example.org", "example.com/a/"]
offline = false
social_pictures = false
emoji = false

[theme]
measure = "66ch"
accent = "light-dark(#17566f, #85c5dd)"

[comments]
repo = "ada/notes"
repo_id = "R_kgDO"
category = "Announcements"
category_id = "DIC_kwDO"

[kramdown]
input = "kramdown"
hard_wrap = true
auto_ids = false
auto_id_prefix = "h-"
toc_levels = "2..3"
smart_quotes = "apos,apos,34,quot"
parse_block_html = true
parse_span_html = false
gfm_quirks = ["no_auto_typographic"]

[[defaults]]
scope = { path = "_posts/en", type = "posts" }
values = { layout = "post", toc = true, image = { path = "/a.png" } }

[[defaults]]
values = { author = "Grace" }

[site]
founded = 1969
motto = "slowly"
rivers = [{ name = "Tejo", length = 1007.5 }]
"#;
    let (config, diagnostics) = Config::read("lectern.toml", text);
    assert_eq!(diagnostics, []);
    let mut media_from = Origins::default();
    media_from.add("https://i.imgur.com".to_owned());
    let expected = Config {
        machines: Machines::default(),
        title: "Field notes".to_owned(),
        description: "Walks along small rivers.".to_owned(),
        author: "Ada".to_owned(),
        edit: "https://github.com/ada/notes/edit/main/posts/".to_owned(),
        url: "https://example.github.io".to_owned(),
        base: Base::parse("/blog/"),
        lang: "pt-BR".to_owned(),
        permalink: PermalinkStyle::parse("/:year/:title/").expect("a template"),
        time_zone: TimeZone::get("America/Denver").ok(),
        posts_per_page: NonZeroU32::new(5).expect("not zero"),
        paginate_path: "/page:num/".to_owned(),
        excerpt_separator: "<!--more-->".to_owned(),
        hidden: Hidden { drafts: Shown::Yes, future: Shown::Yes, unpublished: Shown::No },
        markdown: MarkdownDialect::CommonMark,
        emoji: EmojiCodes::AsWritten,
        kramdown: Options {
            gfm: false,
            hard_wrap: true,
            auto_ids: false,
            auto_id_prefix: "h-".to_owned(),
            parse_block_html: true,
            parse_span_html: false,
            toc_levels: 0b1100,
            smart_quotes: ['\'', '\'', '"', '"'],
            paragraph_end: false,
            typographic_symbols: false,
            maths: Maths::AsInJekyll,
            after_fence: Options::default().after_fence,
            unknown_tags: Options::default().unknown_tags,
        },
        media_from,
        embeds: vec!["youtube", "vimeo"],
        picture_copies: Copies::None,
        unchecked_links: ["example.org", "example.com/a/"].iter().filter_map(|text| Pattern::parse(text)).collect(),
        offline: Offline::Off,
        social_pictures: SocialPictures::None,
        theme: vec![("accent", "light-dark(#17566f, #85c5dd)".to_owned()), ("measure", "66ch".to_owned())],
        comments: Some(Comments {
            repo: "ada/notes".to_owned(),
            repo_id: "R_kgDO".to_owned(),
            category: "Announcements".to_owned(),
            category_id: "DIC_kwDO".to_owned(),
        }),
        defaults: vec![
            DefaultSet {
                scope: Scope { path: "_posts/en".to_owned(), kind: Some(ScopeKind::Posts) },
                values: variables("layout: post\ntoc: yes\nimage: {path: /a.png}\n"),
            },
            DefaultSet { scope: Scope::default(), values: variables("author: Grace\n") },
        ],
        site_variables: variables("founded: 1969\nmotto: slowly\nrivers: [{name: Tejo, length: 1007.5}]\n"),
    };
    assert_eq!(sorted(config), sorted(expected));
    assert_eq!(Config::read("lectern.toml", "\u{feff}"), (Config::default(), Vec::new()));
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
