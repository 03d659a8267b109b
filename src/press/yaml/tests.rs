//! Forms of YAML that real front matter has, and some that it should not have.

use super::*;

/// A tree in short: `title="A: b" tags=[a b]`.
fn short(entries: &[Entry]) -> String {
    let shown: Vec<String> =
        entries.iter().map(|entry| format!("{}={}", entry.key, short_node(&entry.value))).collect();
    shown.join(" ")
}

fn short_node(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Text(text, Quoting::Plain) => format!("<{text}>"),
        Value::Text(text, Quoting::Quoted) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(short_node).collect::<Vec<_>>().join(" ")),
        Value::Map(entries) => format!("{{{}}}", short(entries)),
    }
}

#[test]
fn reads_what_libyaml_reads() {
    for (yaml, expected) in [
        ("", ""),
        ("# only a comment\n", ""),
        ("title:  \"A title\"\ncategories: thoughts\n", "title=\"A title\" categories=<thoughts>"),
        ("title: ! 'A: b'\nid: 007\n", "title=\"A: b\" id=<007>"),
        ("title: \"one\ntwo\" \ntags: x\n", "title=\"one two\" tags=<x>"),
        ("title: >-\n  one\n  two\nx: |\n  a\n  b\n", "title=\"one two\" x=\"a\\nb\\n\""),
        ("title: one\n  two\n", "title=<one two>"),
        ("title: \"a \\\"b\\\" c\"\n", r#"title="a \"b\" c""#),
        ("tags: [a,b]     # comment\n", "tags=[<a> <b>]"),
        ("tags:\n- a\t\n- b c\n", "tags=[<a> <b c>]"),
        ("excerpt : >\n  foo\n", "excerpt=\"foo\\n\""),
        ("image: {path: /a.png, alt: 'x'}\nn: ~\ne:\n", "image={path=</a.png> alt=\"x\"} n=null e=null"),
        ("title: go :through it\nlink: a#b\n", "title=<go :through it> link=<a#b>"),
        ("a: &x [1]\nb: *x\n", "a=[<1>] b=[<1>]"),
        ("a: \"b\\0c\\n\\td\\x1be\"\n", r#"a="bc\n\tde""#),
    ] {
        let (entries, problems) = read(yaml, 2);
        assert_eq!(short(&entries), expected, "{yaml}");
        assert_eq!(problems, [], "{yaml}");
    }
}

#[test]
fn a_broken_value_is_the_text_the_author_sees_and_the_rest_counts() {
    for (yaml, expected, line, column) in [
        ("title: Rivers: a walk\ntags: [a]\n", "title=\"Rivers: a walk\" tags=[<a>]", 2, 14),
        ("a: 1\ntitle: \"[H2] say \"~\" twice\"\n", r#"a=<1> title="[H2] say \"~\" twice""#, 3, 19),
        ("title: [H2] twice\nb: 1\n", "title=\"[H2] twice\" b=<1>", 2, 13),
        ("title: @all\n", "title=\"@all\"", 2, 8),
        ("title: \"not closed\nb: 1\nc: 2\n", "title=\"\\\"not closed\" b=<1> c=<2>", 2, 8),
        ("title:Rivers\nb: 1\n", "title=\"Rivers\" b=<1>", 2, 1),
        ("title:Rivers\n", "title=\"Rivers\"", 2, 1),
        ("b: 1\ndescription: one\ntwo\nthree: 3\n", "b=<1> description=\"one two\" three=<3>", 5, 1),
        ("tags:\n  - a: b: c\n  - d\n", "tags=[\"a: b: c\" \"d\"]", 3, 9),
        ("title: a *nope\nb: *nope\n", "title=<a *nope> b=\"*nope\"", 3, 4),
    ] {
        let (entries, problems) = read(yaml, 2);
        assert_eq!(short(&entries), expected, "{yaml}");
        let places: Vec<Position> = problems.iter().map(|(position, _)| *position).collect();
        assert_eq!(places, [Position { line, column }], "{yaml}: {problems:?}");
    }
}

#[test]
fn tells_the_cure_in_plain_words() {
    let (_, problems) = read("title: Rivers: a walk\n", 2);
    assert_eq!(
        problems.first().map(|(_, problem)| problem.to_string()).as_deref(),
        Some("a colon and a blank inside a value without quotes; put quotes around the value")
    );
}

#[test]
fn positions_are_those_of_the_file_though_lines_were_indented() {
    let (entries, _) = read("title: \"one\ntwo\"\ntags: x\n", 2);
    let positions: Vec<Position> = entries.iter().map(|entry| entry.value.position).collect();
    assert_eq!(positions, [Position { line: 2, column: 8 }, Position { line: 4, column: 7 }]);
}

#[test]
fn the_last_of_equal_keys_counts() {
    let (entries, problems) = read("a: 1\nb: 2\na: 3\n", 2);
    assert_eq!(short(&entries), "a=<3> b=<2>");
    let problem = Problem::KeyTwice { key: "a".to_owned(), first_line: 2 };
    assert_eq!(problems, [(Position { line: 4, column: 1 }, problem)]);
}

/// As Jekyll's own reader has it, and YAML: what a map says itself counts more.
#[test]
fn maps_are_merged_into_others() {
    for (yaml, expected) in [
        ("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n", "a={x=<1> y=<2>} b={x=<1> y=<3>}"),
        ("a: &a {x: 1}\nx: 0\n<<: *a\n", "a={x=<1>} x=<0>"),
        (
            "a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc: {<<: [*a, *b], w: 4}\n",
            "a={x=<1>} b={x=<2> z=<3>} c={x=<1> z=<3> w=<4>}",
        ),
        ("a: {\"<<\": {x: 1}}\n", "a={<<={x=<1>}}"),
        ("<<: text\n", "<<=<text>"),
    ] {
        let (entries, problems) = read(yaml, 1);
        assert_eq!(short(&entries), expected, "{yaml}");
        assert_eq!(problems, [], "{yaml}");
    }
}

#[test]
fn a_few_lines_cannot_fill_the_memory() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, next) in ('a'..='y').zip('b'..='z') {
        bomb.push_str(&format!("{next}: &{next} [{}]\n", vec![format!("*{name}"); 10].join(", ")));
    }
    let (entries, _) = read(&bomb, 2);
    assert!(entries.len() <= 26);
    for text in ["[".repeat(100_000), "- ".repeat(100_000), "a: {".repeat(50_000), "a:\n ".repeat(50_000)] {
        let (entries, _) = read(&text, 2);
        assert!(entries.len() < 2, "{entries:?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", yaml in "([a-c\"'\\[\\]{}&*!|>:,#%@`~ \t\n?-]|: |- |\n){0,60}") {
        read(&text, 2);
        read(&yaml, 2);
    }
}
