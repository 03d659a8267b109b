use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Even on a busy machine, in a build that is not optimized.
const LONGEST: Duration = Duration::from_secs(30);

fn is_too_much(text: &str) {
    let start = Instant::now();
    let rendered = rendered(&format!("a{text}b{{{{ page.number }}}}"), UnknownInCode::Keep);
    assert_eq!(rendered.text, "ab5", "{text}");
    assert!(matches!(rendered.problems.as_slice(), [(1, LiquidProblem::TooMuch | LiquidProblem::TooDeep)]), "{text}");
    assert!(start.elapsed() < LONGEST, "{text}");
}

#[test]
fn no_template_exhausts_the_press() {
    is_too_much("{% for i in (1..1000000000) %}x{% endfor %}");
    is_too_much("{% for i in (1..1000000000) %}{% for i in (1..1000000000) %}{% endfor %}{% endfor %}");
    is_too_much("{% tablerow i in (1..1000000000) %}x{% endtablerow %}");
    is_too_much("{% include itself.html %}");
    is_too_much("{{ (1..1000000000) | join: ',' }}");
}

#[test]
fn doubling_ends() {
    for text in [
        "{% assign a = 'xxxxxxxxxx' %}{% for i in (1..100) %}{% assign a = a | append: a %}{% endfor %}",
        "{% assign a = 'x,y' | split: ',' %}{% for i in (1..100) %}{% assign a = a | concat: a %}{% endfor %}",
        "{% for i in (1..100) %}{% capture a %}{{ a }}{{ a }}x{% endcapture %}{% endfor %}",
        "{% assign a = '' | split: '' %}{% for i in (1..100) %}{% assign e = '' | split: '' %}{% assign a = e | push: a | push: a %}\
         {% endfor %}{{ a }}{{ a | jsonify }}{{ a | inspect }}{% if a == a %}{% endif %}",
        "{% for i in (1..100000) %}{{ 'xxxxxxxxxxxxxxxx' | replace: 'x', page.text | split: '' | sort | uniq | join: i }}{% endfor %}",
    ] {
        let start = Instant::now();
        shown(text);
        assert!(start.elapsed() < LONGEST, "{text}");
    }
}

#[test]
fn long_texts_are_read_once() {
    for piece in [
        "{{",
        "{%",
        "{{ a ",
        "{% if a %}",
        "{% raw %}",
        "{% comment %}",
        "{{ a[",
        "{{ '",
        "{{ (",
        "``` ",
        "```\n",
        "<pre>",
        "- ",
        "{% endif %}",
        "{{- a -}} ",
        "{% highlight a %}b{% endhighlight %}\n",
        "<div>\n{% highlight a %}b{% endhighlight %}",
    ] {
        let start = Instant::now();
        shown(&format!("{}{{{{ a }}}}", piece.repeat(100_000 / piece.len())));
        assert!(start.elapsed() < LONGEST, "{piece}");
    }
    let nested = format!("{}x{}", "{% if true %}".repeat(50), "{% endif %}".repeat(50));
    assert_eq!(shown(&nested), "x");
    let deep = format!("a{}x{}b", "{% if true %}".repeat(500), "{% endif %}".repeat(500));
    assert_eq!(shown(&deep), "ab");
}

fn piece() -> impl Strategy<Value = String> {
    let known = [
        "{{",
        "}}",
        "{%",
        "%}",
        "-",
        " ",
        "\n",
        "|",
        ":",
        ",",
        "'",
        "\"",
        "[",
        "]",
        "(",
        ")",
        "..",
        "=",
        "page.list",
        "page",
        "x",
        "1",
        "99999999999999999999",
        "-9223372036854775808",
        "if",
        "endif",
        "for i in",
        "endfor",
        "assign x",
        "capture x",
        "endcapture",
        "raw",
        "endraw",
        "include itself.html",
        "else",
        "case",
        "when",
        "endcase",
        "highlight js",
        "endhighlight",
        "divided_by: -1",
        "slice: -9, 9",
        "split: ''",
        "date: '%Q'",
        "round: 99",
        "truncate: -1",
        "é",
        "`",
        "    ",
        "> ",
        "cycle",
        "post_url",
        "size",
        "jsonify",
        "where_exp: 'x', 'x'",
        "(1..9999999999)",
    ];
    prop_oneof![proptest::sample::select(known.to_vec()).prop_map(str::to_owned), ".{0,3}"]
}

proptest! {
    #[test]
    fn no_text_panics(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        rendered(&text, UnknownInCode::Keep);
        rendered(&text, UnknownInCode::Drop);
    }

    #[test]
    fn no_filter_panics(pieces in proptest::collection::vec(piece(), 0..6), argument in piece(), name in piece()) {
        shown(&format!("{{{{ {} | {name}: {argument} }}}}{{% if {} %}}x{{% endif %}}", pieces.concat(), pieces.join(" ")));
    }

    #[test]
    fn text_without_liquid_stays(text in "[^{]{0,60}") {
        prop_assert_eq!(shown(&text), text);
    }
}
