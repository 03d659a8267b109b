//! Settings written and read again.

use proptest::prelude::*;

use super::*;
use crate::press::kramdown::document::Maths;

#[test]
fn writes_what_differs_and_a_word_on_it() {
    assert_eq!(to_toml(&Config::default()), "");
    let text = "title: 'Notes: \"mine\"'\nurl: https://example.org/blog\npermalink: /:year/:title_x/100%25/\npaginate: 7\nfuture: true\n\
                kramdown: {hard_wrap: true, toc_levels: 2..3, smart_quotes: [apos, apos, ldquo, rdquo]}\nbirds: [heron, {name: kite, wings: 2}]\n\
                odd key: 2024-09-15\ndefaults:\n- scope: {path: _posts, type: posts}\n  values: {layout: post, toc: yes, x:}\n- values: {}\n";
    let (_, diagnostics) = crate::press::jekyll::config::read("_config.yml", text);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    let text = text.replace(":title_x", ":title");
    let (config, diagnostics) = crate::press::jekyll::config::read("_config.yml", &text);
    assert_eq!(diagnostics, []);
    let expected = r#"title = "Notes: \"mine\""
url = "https://example.org"

# The folder on the host.
base = "/blog/"

# How the addresses of posts are made.
permalink = "/:year/:title/100%25/"

# Whose clock dates without an offset mean.
timezone = "UTC"

posts_per_page = 7

# Where the pages of the home list were before.
paginate_path = "/page:num"

# Posts of days to come are shown.
future = true

# Codes such as `:smile:` stay as they are written.
emoji = false

# How the Markdown of posts is read.
[kramdown]
hard_wrap = true
toc_levels = "2,3"
smart_quotes = "apos,apos,ldquo,rdquo"

# Further values of `{{ site }}` in posts.
[site]
birds = ["heron", { name = "kite", wings = 2 }]
"odd key" = 2024-09-15

# Front matter for many posts at once.
[[defaults]]
scope = { path = "_posts", type = "posts" }
values = { layout = "post", toc = true }

[[defaults]]
scope = { path = "" }
values = {}
"#;
    assert_eq!(to_toml(&config), expected);
}

/// Values of templates as YAML may have them.
fn any_variables() -> impl Strategy<Value = Vec<Entry>> {
    let text =
        ("\\PC{0,6}|[0-9.eE+-]{1,5}|true|no|20[0-9]{2}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}:[0-9]{2})?", any::<bool>());
    let leaf = text
        .prop_map(|(text, plain)| Value::Text(text, if plain { yaml::Quoting::Plain } else { yaml::Quoting::Quoted }));
    let node = |value| Node { value, position: Position::START };
    let value = leaf.prop_recursive(3, 12, 3, move |inner| {
        let entries = proptest::collection::vec(("\\PC{0,4}", inner.clone()), 0..3);
        let entry = move |(key, value)| Entry { key, position: Position::START, value: node(value) };
        prop_oneof![
            proptest::collection::vec(inner.prop_map(node), 0..3).prop_map(Value::List),
            entries.prop_map(move |entries| Value::Map(entries.into_iter().map(entry).collect())),
        ]
    });
    let entry = move |(key, value)| Entry { key, position: Position::START, value: node(value) };
    let entries = proptest::collection::vec(("[a-z]{1,4}|\\PC{0,4}", value).prop_map(entry), 0..4);
    entries.prop_map(|entries| normal_variables(&entries))
}

proptest::proptest! {
    #[test]
    fn what_is_written_is_read_again(
        texts in proptest::array::uniform4("\\PC{0,8}|a\n\tb\"\\\\"),
        style in "date|none|(/|:title|:year_|:month|%25|%20|x|\\PC){1,6}",
        numbers in (1_u32..=1000, 0_u8..64, 0_usize..4),
        switches in proptest::array::uniform8(any::<bool>()),
        quotes in proptest::array::uniform4(prop_oneof![Just('’'), Just('"'), Just('「'), Just('«')]),
        sets in proptest::collection::vec(("\\PC{0,6}", 0_usize..4, any_variables()), 0..3),
        site_variables in any_variables(),
    ) {
        let [title, description, author, separator] = texts;
        let [future, drafts, gfm, hard_wrap, auto_ids, block, end, typographic] = switches;
        let zone = ["UTC", "Asia/Seoul", "Etc/GMT-8"].get(numbers.2).and_then(|name| TimeZone::get(name).ok());
        let set = |(path, kind, values): (String, usize, Vec<Entry>)| {
            let values = values.into_iter().filter(|entry| entry.key != "permalink").collect();
            DefaultSet { scope: Scope { path, kind: ScopeKind::NAMES.get(kind).map(|(_, kind)| *kind) }, values }
        };
        let config = Config {
            title: title.trim().to_owned(),
            description: description.trim().to_owned(),
            author: author.trim().to_owned(),
            permalink: PermalinkStyle::parse(&style).unwrap_or_default(),
            time_zone: zone,
            posts_per_page: NonZeroU32::new(numbers.0).unwrap_or(NonZeroU32::MIN),
            excerpt_separator: separator,
            hidden: Hidden { drafts: drafts.into(), future: future.into(), unpublished: Shown::No },
            markdown: if block { MarkdownDialect::CommonMark } else { MarkdownDialect::Kramdown },
            edit: if gfm { "https://example.org/edit/posts/".to_owned() } else { String::new() },
            theme: if hard_wrap { vec![("accent", "red".to_owned()), ("serif", "\"A B\", serif".to_owned())] } else { Vec::new() },
            comments: auto_ids.then(|| Comments {
                repo: "ada/notes".to_owned(),
                repo_id: "R_kgDO".to_owned(),
                category: "A \"b\"".to_owned(),
                category_id: "DIC=".to_owned(),
            }),
            machines: Machines {
                feed_entries: NonZeroU32::new(numbers.0).unwrap_or(NonZeroU32::MIN),
                feed_paths: if hard_wrap { vec!["/atom.xml".to_owned()] } else { Vec::new() },
                llms: if gfm { LlmsFiles::Written } else { LlmsFiles::None },
                index_now: if block { "0123-4567-abcd".to_owned() } else { String::new() },
                git_dates: if end { GitDates::Asked } else { GitDates::Ignored },
            },
            emoji: if end { EmojiCodes::Shown } else { EmojiCodes::AsWritten },
            kramdown: Options {
                gfm,
                hard_wrap,
                auto_ids,
                auto_id_prefix: title.clone(),
                parse_block_html: block,
                parse_span_html: !block,
                toc_levels: numbers.1 << 1,
                smart_quotes: quotes,
                paragraph_end: end,
                typographic_symbols: typographic,
                maths: Maths::AsInJekyll,
                after_fence: Options::default().after_fence,
                unknown_tags: Options::default().unknown_tags,
            },
            defaults: sets.into_iter().map(set).collect(),
            site_variables,
            ..Config::default()
        };
        let text = to_toml(&config);
        let (read, diagnostics) = Config::read("lectern.toml", &text);
        prop_assert_eq!(diagnostics, vec![], "{}", text);
        prop_assert_eq!(sorted(read), sorted(config), "{}", text);
    }
}
