use super::*;

#[test]
fn prints_what_ruby_prints() {
    all_shown(&[
        ("{{ page.number bar }}{{ page.number, 1 }}{{ page.number + 1 }}", "555"),
        ("{{ \"{{\" }}", "{{"),
        ("a{{closure}}b{{ }}c{{ 'x' | unknown: 1 }}", "abcx"),
        ("{{ page.number|plus:1 }}{{ page.number | plus: '2' , 3 }}", "67"),
        ("{% if page.number==5 %}y{% endif %}{% if page.number == 5 junk %}z{% endif %}", "yz"),
        ("{{ page.number || plus: 3 }}{{ 'it''s' }}", "8it"),
        ("{{ 日本 }}{{ $x }}{{ page.q? }}|", "|"),
        ("{{ page['number'] }}{{ page[ 'number' ] }}{{ site.posts.first.title | upcase | slice: 0, 5 }}", "55TITLE"),
    ]);
}

#[test]
fn a_bad_piece_costs_no_other() {
    all_shown(&[
        ("a{% if %}b{% endif %}c{{ page.number }}", "ac5"),
        ("a{% if true %}b", "ab"),
        ("a{% endif %}b{% else %}c", "abc"),
        ("{% if true %}{% for x in y %}a{% endif %}b", "ab"),
        ("\\frac{{a}{b}} {{ page.number }}", "\\frac{{a}{b}} 5"),
        ("a {{ b", "a {{ b"),
        ("a {% b", "a {% b"),
        ("a {%%} b", "a {%%} b"),
        ("{{ page.number | divided_by: 0 }}{{ page.number }}", "5"),
        ("{% raw %}{{ page.number }}", "5"),
    ]);
    let never_closed = LiquidProblem::NeverClosed { tag: "if".to_owned() };
    assert_eq!(problems("a\n{% if x %}"), [(2, never_closed)]);
    assert_eq!(problems("a\n\n{{ b"), [(3, LiquidProblem::NotEnded)]);
    let filter = LiquidProblem::UnknownFilter { filter: "nothing".to_owned() };
    assert_eq!(problems("{{ 'a' | nothing }}"), [(1, filter)]);
}

#[test]
fn code_keeps_what_jekyll_would_lose() {
    let text = "```yaml\na: ${{ secrets.X }} {{ page.number }} {% nothing %}\n```\n`{{closure}}` {{ gone }}\n\n    {{ x }}\n\n\
                <pre>{{- y -}} </pre>\n{% highlight js %}{{ z.a }}{% endhighlight %}\n";
    let kept = "```yaml\na: ${{ secrets.X }} 5 {% nothing %}\n```\n`{{closure}}` \n\n    {{ x }}\n\n\
                <pre>{{- y -}} </pre>\n```js\n{{ z.a }}\n```\n";
    assert_eq!(shown(text), kept);
    let dropped = "```yaml\na: $ 5 \n```\n`` \n\n    \n\n<pre></pre>\n```js\n```\n";
    assert_eq!(rendered(text, UnknownInCode::Drop).text, dropped);
    all_shown(&[
        (
            "`{% for x in none %}{{ x }}{% endfor %}` {% for x in none %}{{ x }}{% endfor %}|",
            "`{% for x in none %}{{ x }}{% endfor %}` |",
        ),
        ("`a  {{- b -}}  {{- c -}}  d`", "`a  {{- b -}}  {{- c -}}  d`"),
        ("- a\n\n    {{ x }}b\n", "- a\n\n    b\n"),
        ("```\n{{ x }}", "```\n"),
        ("` {{ x }}\n\n`", "` \n\n`"),
    ]);
    let source = "{{ a }}".to_owned();
    assert_eq!(problems("\n`{{ a }}`"), [(2, LiquidProblem::KeptInCode { source })]);
}
