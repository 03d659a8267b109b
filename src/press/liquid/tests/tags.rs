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

#[test]
fn blocks_are_shown() {
    all_shown(&[
        ("{% if page.number > 3 and page.text contains 'b' %}y{% else %}n{% endif %}", "y"),
        ("{% unless page.none %}a{% elsif true %}b{% endunless %}", "a"),
        ("{% case page.number %}{% when 1, 5 %}one{% else %}no{% endcase %}", "one"),
        ("{% for i in (1..4) reversed limit: 2 offset: 1 %}{{ i }}{{ forloop.last }} {% endfor %}", "3false 2true "),
        ("{% for i in page.none %}x{% else %}none{% endfor %}", "none"),
        (
            "{% for i in (1..9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}",
            "13",
        ),
        ("{% for e in page.map %}{{ e[0] }}={{ e[1] }} {% endfor %}", "a=1 z=last "),
        (
            "{% tablerow i in (1..2) cols: 1 %}{{ i }}{% endtablerow %}",
            "<tr class=\"row1\">\n<td class=\"col1\">1</td></tr>\n<tr class=\"row2\"><td class=\"col1\">2</td></tr>\n",
        ),
        ("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba"),
        ("{% increment n %}{% increment n %}{% decrement m %}", "01-1"),
        ("{% capture c %}a{{ page.number }}{% endcapture %}[{{ c }}]", "[a5]"),
        ("a{% comment %}{% if %}{{ x }}{% endcomment %}b", "ab"),
        ("{% raw %}{{ x }}{% y %}{% endraw %}", "{{ x }}{% y %}"),
        ("a {%- if true -%} b {%- endif -%} c", "abc"),
        ("  {% if true %}\n {% assign x = 1 %}\n{% endif %}  z", "    z"),
        ("{% liquid\nassign z = 3\nif z == 3\necho z\nendif %}", "3"),
        ("{% ifchanged %}a{% endifchanged %}{% ifchanged %}a{% endifchanged %}", "a"),
    ]);
}

#[test]
fn links_lead_to_posts_and_files() {
    all_shown(&[
        ("{% post_url 2015-2-3-second %}", "/blog/2015/second/"),
        ("{% post_url 2015-02-03-second %}", "/blog/2015/second/"),
        ("{% post_url old/2014-01-01-third %} {% post_url 2014-01-01-third %}", "/blog/2015/third/ /blog/2015/third/"),
        ("{% link _posts/2015-2-3-second.md %} {% link assets/map.pdf %}", "/blog/2015/second/ /blog/assets/map.pdf"),
        ("{% link _posts/{{ page.slug }}.md %}", "/blog/_posts/first.md"),
        ("{% gist 3888301 %}", "[Gist 3888301](https://gist.github.com/3888301)"),
        ("{% youtube aB-c %}", "<iframe src=\"https://www.youtube.com/watch?v=aB-c\"></iframe>"),
    ]);
    // Jekyll without that plugin has no frame.
    let compared = rendered("{% youtube aB-c %}", UnknownInCode::Drop).text;
    assert_eq!(compared, "[https://www.youtube.com/watch?v=aB-c](https://www.youtube.com/watch?v=aB-c)");
    let not_found = LiquidProblem::PostNotFound { name: "2015-01-09-none".to_owned() };
    assert_eq!(problems("\n{% post_url 2015-01-09-none %}"), [(2, not_found)]);
}

#[test]
fn plugins_keep_what_they_enclose() {
    all_shown(&[("{% info %}**x**{% endinfo %}", "**x**"), ("a{% chart 1 %}b", "ab"), ("a{% endchart %}b", "ab")]);
    assert_eq!(problems("{% info %}x{% endinfo %}"), [(1, LiquidProblem::UnknownBlock { tag: "info".to_owned() })]);
    assert_eq!(problems("\n{% chart %}"), [(2, LiquidProblem::UnknownTag { tag: "chart".to_owned() })]);
}

#[test]
fn highlighted_code_becomes_a_fence() {
    all_shown(&[
        (
            "text\n{% highlight Ruby linenos %}\n\n# {{ page.number }}\n\n*b*\n\n{% endhighlight %}\nmore",
            "text\n```ruby linenos\n# 5\n\n*b*\n```\nmore",
        ),
        ("{% highlight c++ %}```{% endhighlight %} more", "````c++\n```\n````\n more"),
        ("1. a\n\n   {% highlight js %}\n   b;\n   {% endhighlight %}\n", "1. a\n\n   ```js\n   b;\n   ```\n"),
        ("1. a\n   {% highlight js %}\nb;\n{% endhighlight %}\n", "1. a\n   ```js\n   b;\n   ```\n"),
        ("- {% highlight js %}b{% endhighlight %}\n", "- ```js\n  b\n  ```\n"),
        ("  {% highlight js %}\n  b\n{% endhighlight %}\n", "```js\n  b\n```\n"),
        ("> {% highlight js %}\n> a\n>\n> b\n> {% endhighlight %}\n", "> ```js\n> a\n>\n> b\n> ```\n"),
        ("{% codeblock A title lang:sh %}ls{% endcodeblock %}", "```sh title=\"A title\"\nls\n```\n"),
        (
            "{% codeblock start:5 mark:1,3 https://example.org text %}x{% endcodeblock %}",
            "```text start=5 {1,3}\nx\n```\n",
        ),
        ("{% highlight js mark_lines=\"1 2\" %}\nb\n{% endhighlight %}", "```js mark_lines=\"1 2\"\nb\n```\n"),
    ]);
    let element =
        "<figure class=\"highlight\"><pre><code class=\"language-js\" data-lang=\"js\">a &lt; b</code></pre></figure>";
    assert_eq!(shown("<div>\n{% highlight js %}a < b{% endhighlight %}\n</div>"), format!("<div>\n{element}\n</div>"));
    let fenced = "<div markdown=\"1\">\n```js\na < b\n```\n</div>";
    assert_eq!(shown("<div markdown=\"1\">\n{% highlight js %}a < b{% endhighlight %}\n</div>"), fenced);
    let mut page = Document::clone(&post("_posts/2015-01-02-first.md", Object::new()));
    page.markup = Markup::Html;
    let page = Arc::new(page);
    let text = "x {% highlight js %}a < b{% endhighlight %} y";
    assert_eq!(engine(&page).render(&page, text, UnknownInCode::Keep).text, format!("x {element} y"));
}
