use super::*;

#[test]
fn variables_are_printed() {
    all_shown(&[
        ("{{ page.title }} {{page.number}}", "Title of first 5"),
        ("{{ site.title }}{{ site.baseurl }}{{ site.url }}", "Rivers/bloghttps://example.org"),
        ("{{ page.list }} {{ page.list[0] }} {{ page.map.z }} {{ page['map']['a'] }}", "3b 3 last 1"),
        ("a{{ nothing }}b{{ page.nothing.further }}c", "abc"),
        ("{{ page.date }} {{ page.id }} {{ page.slug }}", "2015-01-02 03:04:05 +0000 /2015/first first"),
        ("{% assign b = 'https://x/' %}[r]: {{b}}123", "[r]: https://x/123"),
        ("{{ page.excerpt }}", "<p>First paragraph.</p>\n"),
    ]);
}

#[test]
fn includes_are_shown() {
    all_shown(&[
        ("{% include note.html text=\"a \\\"b\\\"\" %}{{ noted }}", "<p>a \"b\": 5</p>yes"),
        ("{% include {{ 'note' }}.html text=page.title %}", "<p>Title of first: 5</p>"),
        ("{% include_cached links.md %}", "[river]: https://example.org/river"),
        ("{% include_relative part.md %}", "a part"),
        ("a{% include none.html %}b{% include ../secret %}c", "abc"),
    ]);
    let missing = |file: &str| LiquidProblem::MissingInclude { file: file.to_owned() };
    assert_eq!(problems("a\n{% include none.html %}"), [(2, missing("none.html"))]);
    let problem = Box::new(LiquidProblem::UnknownTag { tag: "nothing".to_owned() });
    let inside = LiquidProblem::InInclude { file: "bad.html".to_owned(), line: 2, problem };
    assert_eq!(problems("\n\n{% include bad.html %}"), [(3, inside)]);
}
