//! `_config.yml` as people write it.

use jiff::tz::TimeZone;

use super::*;
use crate::base::Base;
use crate::press::config::{EmojiCodes, MarkdownDialect, normal_variables};
use crate::press::defaults::{Scope, ScopeKind};
use crate::press::hidden::{Hidden, Shown};
use crate::press::permalink_style::PermalinkStyle;
use crate::site::Comments;

fn told(text: &str) -> Vec<String> {
    read("_config.yml", text).1.iter().map(ToString::to_string).collect()
}

fn good(text: &str) -> Config {
    let (config, diagnostics) = read("_config.yml", text);
    assert_eq!(diagnostics, [], "{text}");
    config
}

#[test]
fn reads_what_lectern_has_too() {
    let text = "---\n# Site\nname: Field notes\ndescription: >\n  Walks along\n  small rivers.\nauthor:\n  name: Ada\n  \
                twitter: ada\nurl: \"https://example.org/\" # host\nbaseurl: /blog\npermalink: pretty\ntimezone: \
                Europe/Lisbon\nlocale: pt_PT\nexcerpt_separator: <!--more-->\nfuture: true\nshow_drafts: yes\n\
                paginate: 5\nmarkdown: CommonMark\nkramdown:\n  input: GFM\n  hard_wrap: true\n  toc_levels: [2, 3]\n  \
                smart_quotes: [apos, apos, quot, quot]\n  syntax_highlighter: rouge\nplugins: [jekyll-feed]\nrivers:\n- Tejo\n- Douro\n\
                exclude:\n- Gemfile\n";
    let config = good(text);
    let shown = (config.title.as_str(), config.description.as_str(), config.author.as_str(), config.url.as_str());
    assert_eq!(shown, ("Field notes", "Walks along small rivers.", "Ada", "https://example.org"));
    assert_eq!((config.base, config.lang.as_str()), (Base::parse("/blog/"), "pt-PT"));
    assert_eq!(config.permalink, PermalinkStyle::parse("pretty").expect("a style"));
    assert_eq!(config.time_zone, TimeZone::get("Europe/Lisbon").ok());
    assert_eq!(config.excerpt_separator, "<!--more-->");
    assert_eq!(config.hidden, Hidden { drafts: Shown::Yes, future: Shown::Yes, unpublished: Shown::No });
    assert_eq!((config.posts_per_page.get(), config.markdown), (5, MarkdownDialect::CommonMark));
    assert!(config.kramdown.hard_wrap && config.kramdown.toc_levels == 0b1100);
    assert_eq!(config.kramdown.smart_quotes, ['\'', '\'', '"', '"']);
    let variables = "name: Field notes\nauthor: {name: Ada, twitter: ada}\nlocale: pt_PT\nrivers: [Tejo, Douro]\n";
    assert_eq!(config.site_variables, normal_variables(&yaml::read(variables, 1).0));
}

#[test]
fn an_empty_site_is_one_in_utc() {
    for text in ["", "---\n", "# nothing\n", "title:\nbaseurl: \"\"\nurl: ''\npaginate: false\ntimezone: ~\nauthor:\n"]
    {
        let expected = Config { time_zone: Some(TimeZone::UTC), emoji: EmojiCodes::AsWritten, ..Config::default() };
        assert_eq!(good(text), expected, "{text}");
    }
}

#[test]
fn codes_are_signs_if_the_plugin_is_there() {
    for (text, emoji) in [
        ("plugins: [jekyll-feed, jemoji]", EmojiCodes::Shown),
        ("gems:\n- jemoji", EmojiCodes::Shown),
        ("plugins: jemoji", EmojiCodes::Shown),
        ("plugins: [jekyll-feed]", EmojiCodes::AsWritten),
    ] {
        assert_eq!(good(text).emoji, emoji, "{text}");
    }
}

#[test]
fn the_address_may_be_in_either_key() {
    for (text, url, base) in [
        ("url: https://example.org/blog", "https://example.org", "/blog/"),
        ("url: https://example.org/\nbaseurl: blog/", "https://example.org", "/blog/"),
        ("url: http://example.org:4000\nbaseurl: /", "http://example.org:4000", "/"),
        ("url: https://example.org/a/\nbaseurl: /b", "https://example.org", "/a/b/"),
        ("baseurl: /b/c", "", "/b/c/"),
    ] {
        let config = good(text);
        assert_eq!((config.url.as_str(), config.base.as_str()), (url, base), "{text}");
    }
    assert_eq!(
        told("url: example.org"),
        ["_config.yml:1:6: `example.org` is no address of a site; write it like `https://example.org`"]
    );
}

#[test]
fn the_posts_own_permalink_counts_first() {
    for (text, style) in [
        ("permalink: /:year/:title", "/:year/:title"),
        ("permalink: none\ncollections:\n  posts:\n    permalink: /news/:title/", "/news/:title/"),
        ("permalink: none\ncollections:\n  posts:\n    permalink: pretty", "/pretty"),
        ("permalink: none\ncollections:\n  posts:\n    output: true", "none"),
        ("permalink: none\ncollections: [docs]", "none"),
    ] {
        assert_eq!(good(text).permalink, PermalinkStyle::parse(style).expect("a style"), "{text}");
    }
}

#[test]
fn defaults_keep_what_is_for_posts_and_pages() {
    let text = "collections_dir: my\ndefaults:\n- scope: {path: '', type: post}\n  values: {layout: post, permalink: /:title/}\n\
                - scope: {path: my/_posts/en}\n  values: {lang: en}\n- scope: {path: _docs, type: docs}\n  values: {layout: docs}\n\
                -\n  scope:\n  values:\n    comments: true\n- scope: {path: 404}\n  values: {sitemap: no}\n";
    let scope = |path: &str, kind| Scope { path: path.to_owned(), kind };
    let scopes: Vec<Scope> = good(text).defaults.into_iter().map(|set| set.scope).collect();
    assert_eq!(
        scopes,
        [scope("", Some(ScopeKind::Posts)), scope("_posts/en", None), scope("", None), scope("404", None)]
    );
}

#[test]
fn time_zones_may_be_offsets_and_what_is_wrong_is_told() {
    for (name, zone) in [("UTC-8", "Etc/GMT-8"), ("UTC", "UTC"), ("EST5EDT", "EST5EDT"), (":Asia/Seoul", "Asia/Seoul")]
    {
        assert_eq!(good(&format!("timezone: '{name}'")).time_zone, TimeZone::get(zone).ok(), "{name}");
    }
    let (config, diagnostics) = read("_config.yml", "timezone: Asia/Soul\ntitle: A: b\nlimit_posts: 5\n");
    assert_eq!((config.time_zone, config.title.as_str()), (None, "A: b"));
    let told: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "_config.yml:1:11: there is no time zone `Asia/Soul`; did you mean `Asia/Seoul`?",
            "_config.yml:2:9: a colon and a blank inside a value without quotes; put quotes around the value",
            "_config.yml:3:14: `limit_posts` is not followed; all posts are shown",
        ]
    );
}

#[test]
fn notes_are_made_of_what_readers_would_miss() {
    let text = "plugins:\n- jekyll-toc\n- jekyll-feed\nexclude: [_posts/old]\nmarkdown_ext: md,txt\nkramdown: {header_offset: 1, \
                auto_id_stripping: false, math_engine: katex}\ncollections: {docs: {output: true}, data: {output: false}}\n";
    assert_eq!(
        told(text),
        [
            "_config.yml:2:3: `jekyll-toc` is not followed; its table of contents is not made",
            "_config.yml:5:15: `markdown_ext` is not followed; posts end in .md, .markdown, .mkd, .mkdn, .mkdown or .html",
            "_config.yml:6:12: `kramdown.header_offset` is not followed; headings keep the level that they are written with",
            "_config.yml:7:15: `collections.docs` is not followed; its texts are neither posts nor pages",
        ]
    );
}

#[test]
fn comments_by_giscus_and_the_link_to_the_source_are_kept() {
    let minimal_mistakes = "repository: ada/notes\ncomments:\n  provider: giscus\n  giscus:\n    repo_id: R_a\n    \
                            category_name: Notes\n    category_id: DIC_b\n";
    let chirpy =
        "comments:\n  active: giscus\n  giscus: {repo: ada/notes, repo_id: R_a, category: Notes, category_id: DIC_b}\n";
    let comments = Comments {
        repo: "ada/notes".to_owned(),
        repo_id: "R_a".to_owned(),
        category: "Notes".to_owned(),
        category_id: "DIC_b".to_owned(),
    };
    for text in
        [minimal_mistakes, chirpy, "giscus: {repo: ada/notes, repo_id: R_a, category: Notes, category_id: DIC_b}\n"]
    {
        assert_eq!(good(text).comments, Some(comments.clone()), "{text}");
    }
    for text in [
        "comments:\n  provider: disqus\n  giscus: {repo: ada/notes, repo_id: R_a, category: Notes, category_id: DIC_b}\n",
        "comments:\n  giscus: {repo: ~, repo_id: ~, category: ~, category_id: ~}\n",
        "comments: true\n",
    ] {
        assert_eq!(good(text).comments, None, "{text}");
    }
    let edit = "gh_edit_link: true\ngh_edit_repository: https://github.com/ada/notes\ngh_edit_branch: main\n\
                gh_edit_view_mode: tree\n";
    assert_eq!(good(edit).edit, "https://github.com/ada/notes/edit/main/posts/");
    assert_eq!(good(&edit.replace("true", "false")).edit, "");
}

#[test]
fn reads_toml_as_well() {
    let (config, diagnostics) = read("_config.toml", "name = \"Notes\"\nbaseurl = \"/b\"\npaginate = 3\n");
    assert_eq!(diagnostics, []);
    assert_eq!((config.title.as_str(), config.base.as_str(), config.posts_per_page.get()), ("Notes", "/b/", 3));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(
        text in "\\PC*",
        yaml in "((title|url|baseurl|author|permalink|timezone|defaults|collections|kramdown|paginate|plugins)?:? ?(\\PC{0,8}|- |\\[|\\{|[0-9]{1,3})?\n {0,4}){0,8}",
    ) {
        read("_config.yml", &text);
        read("_config.yml", &yaml);
    }
}
