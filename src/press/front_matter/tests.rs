//! Front matter of every shape that 10,917 real posts have.

use super::*;

fn found(file: &str) -> FrontMatter {
    let (document, problems) = read(file, Vec::new());
    assert_eq!(problems, [], "{file}");
    document.front_matter
}

fn text(value: Option<Written<String>>) -> String {
    value.map(|written| written.value).unwrap_or_default()
}

#[test]
fn reads_the_default_post_of_jekyll() {
    let file = "---\nlayout: post\ntitle:  \"One year\"\ndate:   2024-09-15 15:51:07 -0700\ncategories: thoughts\n---\n\n## A\n";
    let (document, problems) = read(file, Vec::new());
    assert_eq!(problems, []);
    assert_eq!((document.text.as_str(), document.text_line), ("\n## A\n", 7));
    let front_matter = document.front_matter;
    let date = front_matter.date.expect("a date");
    assert_eq!(date.position, Position { line: 4, column: 9 });
    let date = date.value.read(&jiff::tz::TimeZone::UTC).expect("a date");
    assert_eq!(date.timestamp.as_str(), "2024-09-15T15:51:07-07:00");
    assert_eq!(text(front_matter.title), "One year");
    assert_eq!(front_matter.categories, ["thoughts"]);
}

#[test]
fn finds_the_text() {
    for (file, title, rest, line, problem) in [
        ("--- \ntitle: a\n--- \t\nb\n", "a", "b\n", 4, None),
        ("---\ntitle: a\n...\nb", "a", "b", 4, None),
        ("---\n---\nb", "", "b", 3, None),
        ("---\n# none\n\n---", "", "", 4, None),
        ("---\ntitle: a\n---\n---\nb", "a", "---\nb", 4, None),
        ("\n \n---\ntitle: a\n---\nb", "a", "b", 6, Some((1, Problem::BlankAboveFrontMatter))),
        ("---\ntitle: a\ntags:\n- x\n\nb: c\n", "a", "\nb: c\n", 5, Some((1, Problem::FrontMatterNotClosed))),
        ("---\ntitle: a\ntags: b\nA line.\n", "a", "A line.\n", 4, Some((1, Problem::FrontMatterNotClosed))),
        ("---\n\nA rule above.\n", "", "---\n\nA rule above.\n", 1, Some((1, Problem::NoFrontMatter))),
        (
            "---\nBetween\nrules\n---\nb",
            "",
            "---\nBetween\nrules\n---\nb",
            1,
            Some((2, Problem::FrontMatterWithoutKeys)),
        ),
        (" ---\ntitle: a\n---\n", "", " ---\ntitle: a\n---\n", 1, Some((1, Problem::NoFrontMatter))),
        ("A text.\n", "", "A text.\n", 1, Some((1, Problem::NoFrontMatter))),
        ("", "", "", 1, None),
    ] {
        let (document, problems) = read(file, Vec::new());
        assert_eq!((document.text.as_str(), document.text_line), (rest, line), "{file}");
        assert_eq!(text(document.front_matter.title), title, "{file}");
        let problem = problem.map(|(line, problem)| (Position { line, column: 1 }, problem));
        let others = problems.iter().filter(|(_, problem)| !matches!(problem, Problem::BrokenYaml { .. })).cloned();
        assert_eq!(others.collect::<Vec<_>>(), problem.into_iter().collect::<Vec<_>>(), "{file}");
    }
}

#[test]
fn categories_and_tags_are_split_as_in_jekyll() {
    for (yaml, categories, tags) in [
        ("categories: jekyll update", &["jekyll", "update"][..], &[][..]),
        ("category: Open Source", &["Open Source"], &[]),
        ("category: [a b, c]", &["a b", "c"], &[]),
        ("categories: [a]\ncategory: b", &["a", "b"], &[]),
        ("tags: nshipster, popular", &[], &["nshipster,", "popular"]),
        ("tags:\n- a b\n- 3.0\n- ~\n- [c, d]", &[], &["a b", "3.0", "c", "d"]),
        ("categories: [3.10, '3.10', 007]\ntags: [1_000, yes]", &["3.1", "3.10", "7"], &["1000", "yes"]),
        ("tag: [x]\ntags: y", &[], &["x"]),
        ("tags: 2024\ncategories:\ncategory: ''", &[], &["2024"]),
        ("tags: []\ncategories: null", &[], &[]),
    ] {
        let front_matter = found(&format!("---\n{yaml}\n---\n"));
        assert_eq!(front_matter.categories, categories, "{yaml}");
        assert_eq!(front_matter.tags, tags, "{yaml}");
    }
}

/// Checked against Jekyll 4.3.1, which reads all of these.
#[test]
fn reads_titles_of_every_form() {
    for (yaml, title) in [
        ("title: ! 'A: b'", "A: b"),
        ("title: \"one\ntwo\"\ntags: x", "one two"),
        ("title: >-\n  one\n  two", "one two"),
        ("title: |\n  one\n  two", "one\ntwo"),
        ("title: 'multi\n  line'", "multi line"),
        ("title: \"a \\\"b\\\" c\"", "a \"b\" c"),
        ("title: it's a \"quote\"", "it's a \"quote\""),
        ("title: 'it''s'  # c", "it's"),
        ("title: a # comment", "a"),
        ("title: a#b :c", "a#b :c"),
        ("title : spaced  out  ", "spaced  out"),
        (" title: indented\n tags: a", "indented"),
        ("title: a\n  continued", "a continued"),
        ("\"title\": q\n'tags': [a]", "q"),
        ("{title: flow, tags: [a]}", "flow"),
        ("? title\n: complex", "complex"),
        ("title: !!str 123", "123"),
        ("title: &a anchored\ndescription: *a", "anchored"),
        ("title:\ttabbed", "tabbed"),
        ("title: t\ntags:\n  - melody\t\n  - b", "t"),
        ("# comment\ntitle: a\n#c", "a"),
        ("title: 日本語：タイトル", "日本語：タイトル"),
        ("title: \"\\U0001F600 \\u00e9\"", "\u{1f600} é"),
        ("Title: Caps", ""),
        ("title: ~", ""),
    ] {
        assert_eq!(text(found(&format!("---\n{yaml}\n---\n")).title), title, "{yaml}");
    }
}

#[test]
fn defaults_lie_below_the_front_matter() {
    let defaults = |yaml: &str| crate::press::config::normal_variables(&yaml::read(yaml, 1).0);
    let below =
        "layout: post\ncategories: a b\ntags: [t]\nauthor: Ada\nimage: {path: /a.png, alt: A}\nlang: en\ndate: soon\n";
    let file = "---\ncategories: [b, c]\ncategory: d\ntags: [u]\nauthor:\nimage: {path: /b.png}\ntitle: [x]\n---\n";
    let (document, problems) = read(file, defaults(below));
    let problems: Vec<u32> = problems.iter().map(|(position, _)| position.line).collect();
    assert_eq!(problems, [7]);
    let found = document.front_matter;
    assert_eq!(
        (found.categories, found.tags),
        (["a", "b", "b", "c", "d"].map(str::to_owned).to_vec(), vec!["u".to_owned()])
    );
    assert_eq!(
        (found.authors, text(found.image), found.image_alt, text(found.lang)),
        (vec!["Ada".to_owned()], "/b.png".to_owned(), "A".to_owned(), "en".to_owned())
    );
    let keys: Vec<&str> = document.values.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["layout", "categories", "tags", "author", "image", "lang", "date", "category", "title"]);
    let (document, _) = read("No front matter.\n", defaults("category: a\n"));
    assert_eq!(
        (document.front_matter.categories, document.text.as_str()),
        (vec!["a".to_owned()], "No front matter.\n")
    );
}

#[test]
fn reads_what_concerns_the_text_and_other_addresses() {
    let front_matter = found(
        "---\nauthors: [Ada, {name: Grace}]\nredirect_from: /old/\nredirect_to: [https://example.org/, x]\n\
         render_with_liquid: false\nexcerpt_separator: \"\\n\\n\\n\"\npublished:\n---\n",
    );
    assert_eq!(front_matter.authors, ["Ada", "Grace"]);
    assert_eq!(front_matter.redirect_from, ["/old/"]);
    assert_eq!(text(front_matter.redirect_to), "https://example.org/");
    assert_eq!(text(front_matter.excerpt_separator), "\n\n\n");
    assert_eq!(front_matter.render_with_liquid.map(|written| written.value), Some(false));
    assert_eq!(front_matter.published.map(|written| written.value), Some(false));
    let front_matter = found("---\nredirect_from:\n- /a b/\n- /c/\nauthor: Ada\nauthors: [Grace]\n---\n");
    assert_eq!(
        (front_matter.redirect_from, front_matter.authors),
        (vec!["/a b/".to_owned(), "/c/".to_owned()], vec!["Ada".to_owned()])
    );
}

#[test]
fn reads_the_other_keys() {
    for (yaml, authors, image, published) in [
        ("author: Ada\nimage: /a.png\npublished: false", &["Ada"][..], "/a.png", Some(false)),
        (
            "author: [Ada, Grace]\nimage: {path: /a.png, alt: x}\npublished: true",
            &["Ada", "Grace"],
            "/a.png",
            Some(true),
        ),
        ("author: {name: Ada, url: x}\nimage: {url: /a.png}", &["Ada"], "/a.png", None),
        ("author: [{name: Ada}, Grace]\nimage: ''", &["Ada", "Grace"], "", None),
    ] {
        let front_matter = found(&format!("---\n{yaml}\n---\n"));
        assert_eq!(front_matter.authors, authors, "{yaml}");
        assert_eq!(text(front_matter.image), image, "{yaml}");
        assert_eq!(front_matter.published.map(|written| written.value), published, "{yaml}");
    }
}

#[test]
fn reads_what_readers_see_around_the_text() {
    for (yaml, pinned, series, comments) in [
        ("pin: true\nseries: Small rivers", Some(true), "Small rivers", None),
        ("featured: yes\ncomments: false", Some(true), "", Some(false)),
        ("pin: false\nfeatured: true\nseries:\ncomments: on", Some(false), "", Some(true)),
    ] {
        let front_matter = found(&format!("---\n{yaml}\n---\n"));
        assert_eq!(front_matter.pinned.map(|written| written.value), pinned, "{yaml}");
        assert_eq!(text(front_matter.series), series, "{yaml}");
        assert_eq!(front_matter.comments.map(|written| written.value), comments, "{yaml}");
    }
    let own = |path: &str| Some(Cover::Own(path.to_owned()));
    for (yaml, cover, alt) in [
        ("cover: false", Some(Cover::Hidden), ""),
        ("cover: true", Some(Cover::Image), ""),
        ("cover: /a.png", own("/a.png"), ""),
        ("cover: {path: /a.png, alt: A  heron}", own("/a.png"), "A heron"),
        ("cover: {image: a.png, caption: x}", own("a.png"), ""),
        ("cover:", None, ""),
    ] {
        let front_matter = found(&format!("---\n{yaml}\n---\n"));
        assert_eq!(front_matter.cover.map(|written| written.value), cover, "{yaml}");
        assert_eq!(front_matter.cover_alt, alt, "{yaml}");
    }
    let (_, problems) = read("---\nseries: [a]\npin: often\ncover: [a]\n---\n", Vec::new());
    let told: Vec<String> = problems.iter().map(|(_, problem)| problem.to_string()).collect();
    assert_eq!(
        told,
        [
            "`series` is a list, and is ignored; write text",
            "`pin` is another text, and is ignored; write `true` or `false`",
            "`cover` is a list, and is ignored; write `false`, or a path such as `/assets/heron.jpg`",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_type_is_told_and_the_rest_is_read() {
    let (document, problems) =
        read("---\ntitle: [a]\ndate: {a: b}\npublished: maybe\ntags: {a: b}\nimage: [a]\nlang: en\n---\n", Vec::new());
    assert_eq!(text(document.front_matter.lang), "en");
    let told: Vec<(u32, u32, String)> =
        problems.iter().map(|(position, problem)| (position.line, position.column, problem.to_string())).collect();
    let told: Vec<(u32, u32, &str)> = told.iter().map(|(line, column, text)| (*line, *column, text.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, 8, "`title` is a list, and is ignored; write text"),
            (3, 7, "`date` is keys with values, and is ignored; write a date such as `2024-09-15`"),
            (4, 12, "`published` is another text, and is ignored; write `true` or `false`"),
            (5, 7, "`tags` is keys with values, and is ignored; write a list such as `[one, two]`"),
            (6, 8, "`image` is a list, and is ignored; write a path such as `/assets/heron.jpg`"),
        ]
    );
}
