//! Settings that are wrong, and what is said of each.

use super::*;

#[test]
fn tells_every_problem_in_one_run_and_reads_the_rest() {
    let text = "title = 5\ntime_zone = \"UTC\"\nurl = \"example.org\"\nposts_per_page = 0\nlang = \"de\"\nbase = \"/../\"\n\
                permalink = \"/:titel/\"\ntimezone = \"Europe/Lisbom\"\n[skin]\n";
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
            "lectern.toml:9:2: there is no key `skin`; remove it, or see the reference for all keys",
        ]
    );
}

#[test]
fn tells_what_is_wrong_with_settings_in_tables() {
    let text = "future = \"yes\"\nmarkdown = \"asciidoc\"\nsite = 5\nexcerpt_separator = true\nkramdown.hardwrap = true\n\
                kramdown.toc_levels = \"0..9\"\nkramdown.smart_quotes = \"a\"\nkramdown.auto_ids = 1\n\
                defaults = [{ scope = { type = \"docs\" }, values = {} }, { scope = 1 }, 2, \
                { values = { permalink = \"/:titel\" }, value = {} }]\n";
    let (config, _) = Config::read("lectern.toml", text);
    assert_eq!(config.defaults.len(), 1);
    assert_eq!(Config { defaults: Vec::new(), ..config }, Config::default());
    assert_eq!(
        told(text),
        [
            "lectern.toml:1:10: `future` is text, and is ignored; write `true` or `false`",
            "lectern.toml:2:12: `asciidoc` is no value of `markdown`; write `kramdown` or `commonmark`",
            "lectern.toml:3:8: `site` is a number, and is ignored; write a table of keys and values",
            "lectern.toml:4:21: `excerpt_separator` is true or false, and is ignored; write text in quotes",
            "lectern.toml:5:10: there is no key `kramdown.hardwrap`; did you mean `hard_wrap`?",
            "lectern.toml:6:23: `0..9` is no value of `kramdown.toc_levels`; write levels from 1 to 6, such as `\"2..3\"`",
            "lectern.toml:7:25: `a` is no value of `kramdown.smart_quotes`; write four names, such as `\"lsquo,rsquo,ldquo,rdquo\"`",
            "lectern.toml:8:21: `kramdown.auto_ids` is a number, and is ignored; write `true` or `false`",
            "lectern.toml:9:32: `docs` is no value of `defaults.scope.type`; write `posts`, `drafts` or `pages`",
            "lectern.toml:9:67: `defaults.scope` is a number, and is ignored; write a table of keys and values",
            "lectern.toml:9:72: `defaults` is a number, and is ignored; write a table of keys and values",
            "lectern.toml:9:100: there is no placeholder `:titel`; did you mean `:title`?",
            "lectern.toml:9:113: there is no key `defaults.value`; did you mean `values`?",
        ]
    );
}

#[test]
fn tells_what_is_no_theme_and_no_place_to_edit() {
    assert_eq!(
        told("edit = \"javascript:alert(1)\"\n[theme]\nacent = \"red\"\npaper = \"red}body{}\"\nink = 3\n"),
        [
            "lectern.toml:1:8: `javascript:alert(1)` is no value of `edit`; write the address of the folder of posts where \
             it can be changed, such as `https://github.com/me/blog/edit/main/posts/`",
            "lectern.toml:3:1: there is no key `theme.acent`; did you mean `accent`?",
            "lectern.toml:4:9: `red}body{}` is no value of `theme.paper`; write one value of CSS, of 200 bytes at the most \
             and without `;`, `{`, `}` or `url(`",
            "lectern.toml:5:7: `theme.ink` is a number, and is ignored; write text in quotes",
        ]
    );
    for edit in ["https://", "ftp://a.b/", "https://a.b/ c", "https://a.b/\\\"", "//a.b"] {
        let (config, diagnostics) = Config::read("lectern.toml", &format!("edit = '{edit}'"));
        assert_eq!((config.edit.as_str(), diagnostics.len()), ("", 1), "{edit}");
    }
}
