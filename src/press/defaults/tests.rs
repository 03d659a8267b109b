//! Which values a file gets.

use super::*;
use crate::press::yaml::{self, Value};

fn set(path: &str, kind: Option<ScopeKind>, values: &str) -> DefaultSet {
    DefaultSet { scope: Scope { path: path.to_owned(), kind }, values: yaml::read(values, 1).0 }
}

fn text(entries: &[Entry]) -> Vec<String> {
    let value = |entry: &Entry| match &entry.value.value {
        Value::Text(text, _) => text.clone(),
        Value::Map(entries) => format!("{{{}}}", text(entries).join(",")),
        other => format!("{other:?}"),
    };
    entries.iter().map(|entry| format!("{}={}", entry.key, value(entry))).collect()
}

fn found(sets: &[DefaultSet], path: &str, kind: ScopeKind) -> String {
    text(&values_for(sets, ScopedFile { path, kind })).join(" ")
}

#[test]
fn the_longest_path_wins_then_the_kind_then_the_later() {
    let sets = [
        set("_posts/en", None, "a: deep\nb: deep"),
        set("", Some(ScopeKind::Posts), "a: typed\nc: typed"),
        set("", None, "a: all\nc: all\nd: all"),
        set("", None, "d: later"),
        set("_drafts", Some(ScopeKind::Drafts), "a: draft"),
    ];
    for (path, kind, expected) in [
        ("_posts/en/2024-09-15-x.md", ScopeKind::Posts, "a=deep b=deep c=typed d=all"),
        ("_posts/2024-09-15-x.md", ScopeKind::Posts, "a=typed c=typed d=all"),
        ("about.md", ScopeKind::Pages, "a=all c=all d=later"),
        ("_drafts/x.md", ScopeKind::Drafts, "a=draft c=typed d=all"),
    ] {
        let mut found: Vec<String> = text(&values_for(&sets, ScopedFile { path, kind }));
        found.sort();
        assert_eq!(found.join(" "), expected, "{path}");
    }
}

#[test]
fn maps_are_merged_and_empty_values_do_not_count() {
    let sets = [set("", None, "image: {path: /a.png, alt: A}\nx: 1"), set("", None, "image: {alt: B}\nx:")];
    assert_eq!(found(&sets, "_posts/x.md", ScopeKind::Posts), "image={path=/a.png,alt=B} x=1");
}

#[test]
fn patterns_fit_as_in_ruby() {
    for (pattern, path, expected) in [
        ("_posts/*", "_posts/x.md", true),
        ("_posts/*/old", "_posts/en/old/x.md", true),
        ("_posts/*/old", "_posts/old/x.md", false),
        ("_posts/**/old", "_posts/old/x.md", true),
        ("**/old/*", "_posts/en/a/old/x.md", true),
        ("_posts/2024-*-x.md", "_posts/2024-09-15-x.md", true),
        ("_posts/2024-*-y.md", "_posts/2024-09-15-x.md", false),
        ("*", ".hidden/x.md", false),
        ("{_posts,news}/*", "news/x.md", true),
        ("section/*/special-page.html", "section/level1/level2/special-page.html", false),
        ("**", "_posts/x.md", true),
    ] {
        let scope = Scope { path: pattern.to_owned(), kind: None };
        assert_eq!(scope.holds(ScopedFile { path, kind: ScopeKind::Posts }), expected, "{pattern} {path}");
    }
}

proptest::proptest! {
    #[test]
    fn no_pattern_makes_it_hang(pattern in "[a*?{},/.]{0,60}", path in "[a/.]{0,80}") {
        glob::begins(&pattern, &path);
    }
}
