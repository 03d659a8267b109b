use super::*;
use crate::press::kramdown::document::{AfterFence, UnknownTags};

mod formulas;
mod random;

/// Whether a text becomes another one, and looks as Jekyll shows it.
fn check(text: &str, expected: &str) {
    let lowered = lower(text, &Options::default(), Deviations::OnPurpose);
    assert_eq!(lowered.text, expected, "of {text:?}");
    assert!(lowered.differences.is_empty(), "{text:?} shows something else");
}

fn same(text: &str) {
    check(text, text);
}

/// Where a text is to be read, options of code are kept, and come behind the fence.
#[test]
fn options_of_code_stand_behind_its_fence() {
    let options = Options { after_fence: AfterFence::Options, ..Options::default() };
    for (text, expected) in [
        ("```rust title=\"a b\" {1,3}\nx\n```\n", "```rust title=\"a b\" {1,3}\nx\n```\n"),
        ("```rust\nx\n```\n{: file=\"src/a.rs\" .line-numbers }\n", "```rust file=\"src/a.rs\" line-numbers\nx\n```\n"),
        (
            "- a\n\n  ```\n  x\n  ```\n  {: file=\"a\" .nolineno}\n",
            "- a\n\n  ```text file=\"a\" nolineno\n  x\n  ```\n",
        ),
        ("    x\n{: .language-rb start_line=\"5\"}\n", "```rb start_line=\"5\"\nx\n```\n"),
        ("```rust\nx\n```\n{: .wide #b}\n", "```rust\nx\n```\n"),
    ] {
        let lowered = lower(text, &options, Deviations::OnPurpose);
        assert_eq!(lowered.text, expected, "of {text:?}");
        assert!(lowered.differences.is_empty(), "{text:?} shows something else");
    }
}

#[test]
fn what_both_show_alike_stays_as_it_is() {
    for text in [
        "",
        "\n\n",
        "One *paragraph*\nof `two` lines.",
        "# A heading #\n\nand  \na break\n",
        "* a\n* b\n    * c\n\n1. d\n2. e\n",
        "> quote\n\n    code\n\n```rust\nfn main() {}\n```\n",
        "| a | b |\n|---|:-:|\n| 1 | 2 |\n",
        "See [this][1] and [that].\n\n[1]: http://a.example/\n[that]: /b \"B\"\n",
        "Noted.[^1]\n\n[^1]: With *text*.\n",
        "term\n: definition\n",
        "<div class=\"box\">\n  <p>It's \"raw\".</p>\n</div>\n\n<!--more-->\n\nIt's \"smart\" -- and...\n",
        "- [ ] open\n- [x] done\n",
        "3. three\n4. four\n",
        "> [!NOTE]\n> An alert.\n",
        "Application | Office\n",
        "![it's a picture](/a.png \"title\")\n",
    ] {
        same(text);
    }
}

#[test]
fn what_is_better_on_purpose_is_as_in_jekyll_for_comparison() {
    for (text, expected) in [
        ("> [!NOTE]\n> An alert.\n", "> \\[!NOTE\\]\n> An alert.\n"),
        ("* a\n\n  > [!tip]\n  > b\n", "- a\n\n  > \\[!tip\\]\n  > b\n"),
    ] {
        let lowered = lower(text, &Options::default(), Deviations::None);
        assert_eq!(lowered.text, expected);
        assert_eq!(lowered.differences, []);
        same(text);
    }
    let lowered = lower("Application | Office\n", &Options::default(), Deviations::None);
    assert!(lowered.text.contains("<td>Office</td>"), "{}", lowered.text);
}

#[test]
fn emphasis_beside_other_scripts_and_punctuation_is_html() {
    check("**注：**经验证\n", "<strong>注：</strong>经验证\n");
    check("~~删除，~~后\n", "<del>删除，</del>后\n");
    check("**UPDATE (8/3):**Fixed\n", "<strong>UPDATE (8/3):</strong>Fixed\n");
    same("日本**語**です **粗体**。\n");
}

#[test]
fn attribute_lists_become_attributes() {
    check("> Tip.\n{: .prompt-tip }\n", "<blockquote class=\"prompt-tip\">\n\nTip.\n\n</blockquote>\n");
    check("Read *this*.\n{: .notice--info}\n", "<p class=\"notice--info\">Read <em>this</em>.</p>\n");
    check(
        "A ![b](c.png){: width=\"9\"} and [d](e){:target=\"_blank\"}.\n",
        "A <img src=\"c.png\" alt=\"b\" width=\"9\" /> and <a href=\"e\" target=\"_blank\">d</a>.\n",
    );
    check("[a](b){: data-x=\"y\"}\n", "[a](b)\n");
    check("# H {#own}\n{: .alone}\n", "# H {#own .alone}\n");
    check("## H\n{: .no_toc}\n", "## H {.no_toc}\n");
    check("```ruby\nputs 1\n```\n{: file=\"a.rb\" .nolineno}\n", "```ruby\nputs 1\n```\n");
    check(
        "| a | b |\n|---|--:|\n| c | d |\n{: .wide}\n",
        "<table class=\"wide\"><thead>\n<tr><th>a</th><th align=\"right\">b</th></tr>\n</thead><tbody>\n\
         <tr><td>c</td><td align=\"right\">d</td></tr>\n</tbody></table>\n",
    );
}

#[test]
fn a_table_of_contents_is_a_list_of_links() {
    let lowered =
        lower("# One\n\n* TOC\n{:toc}\n\n## Two, *too*\n\n## Two, too\n", &Options::default(), Deviations::OnPurpose);
    assert_eq!(
        lowered.text,
        "# One\n\n- [One](#one)\n  - [Two, *too*](#two-too)\n  - [Two, too](#two-too-1)\n\n## Two, *too*\n\n## Two, too\n"
    );
    assert_eq!(lowered.heading_ids, ["one", "two-too", "two-too-1"]);
}

#[test]
fn headings_have_the_ids_of_jekyll() {
    let ids = |text: &str| lower(text, &Options::default(), Deviations::OnPurpose).heading_ids;
    assert_eq!(ids("# A\n\n> # A\n\n## B {#own}\n\n日本 語!\n===\n"), ["a", "a-1", "own", "日本-語"]);
    assert_eq!(ids("# é\u{301} 👍\n\n# !\n"), ["é\u{301}-", "section"]);
    assert_eq!(ids("- x\n{: .y}\n\n## Z\n"), ["z"]);
}

#[test]
fn maths_stays_text_of_tex() {
    check("It is $$a_1 * b_2$$.\n", "It is \\\\(a_1 * b_2\\\\).\n");
    check("$$\n\\frac{a}{b} \\\\\nc\n$$\n", "\\\\[\\\\frac{a}{b} \\\\\\\\\nc\\\\]\n");
}

#[test]
fn extensions_are_done() {
    check("a {::comment}b{:/} c\n", "a <!-- b --> c\n");
    check("{::nomarkdown}\n<div>*x*</div>\n{:/}\n", "<div>*x*</div>\n");
    check("{::options parse_block_html=\"true\" /}\n\n<div>\n*x*\n</div>\n", "<div>\n\n*x*\n\n</div>\n");
}

#[test]
fn html_holds_no_blank_lines() {
    check("<div>\n\n    <p>x</p>\n\n</div>\n", "<div>\n    <p>x</p>\n</div>\n");
    check("<div><pre>a\n\nb</pre></div>\n", "<div><pre>a&#10;\nb</pre></div>\n");
    same("<pre>\na\n\n  b\n</pre>\n");
    check("<div markdown=\"1\">\n*x*\n</div>\n", "<div>\n\n*x*\n\n</div>\n");
    check("<img src=\"a.png\" width=\"3\">\n", "<p><img src=\"a.png\" width=\"3\" /></p>\n");
    same("<table>\n<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>\n</table>\n");
}

#[test]
fn what_only_the_renderer_takes_for_markup_is_escaped() {
    check("Hi\n:-) there\n", "Hi\n\\:-) there\n");
    check("text\n| a | b |\n|--|--|\n", "text\n| a | b |\n|–|–|\n");
    check("~one~ and ~two~\n", "\\~one\\~ and \\~two\\~\n");
    check("a\\\\\nb\n", "a\\\nb\n");
    check("Text\n2. a list in kramdown\n", "Text\n\n2. a list in kramdown\n");
}

#[test]
fn lists_beside_each_other_stay_apart() {
    check("* a\n{: .x}\n\n^\n\n* b\n\n^\n\n* c\n", "<ul class=\"x\">\n<li>a</li>\n</ul>\n\n- b\n\n* c\n");
}

#[test]
fn footnotes_that_only_kramdown_sees_are_found() {
    check("A[^x].\n\n[^x]:\n    late\n\n\nB.\n", "A[^x].\n\n[^x]:\n    late\n\n\nB.\n");
}

#[test]
fn a_text_that_the_parser_cannot_take_is_lowered_nevertheless() {
    let lowered = lower("- [ ] \\\n  - \n\n*after*\n", &Options::default(), Deviations::OnPurpose);
    assert!(lowered.text.contains("after"));
}

#[test]
fn long_texts_take_no_time() {
    for piece in [
        "*a* ",
        "> ",
        "- a\n",
        "1. ",
        "[",
        "<div>",
        "**注：**经 ",
        "| ",
        "a\n: b\n\n",
        "# a\n",
        "`",
        "{: .a}\n",
        "<!--",
    ] {
        let text = piece.repeat(30_000 / piece.len());
        let start = std::time::Instant::now();
        lower(&text, &Options::default(), Deviations::OnPurpose);
        assert!(start.elapsed().as_secs() < 5, "{piece:?}");
    }
}

#[test]
fn what_is_no_element_is_text_if_that_is_wanted() {
    let options = Options { unknown_tags: UnknownTags::Text, ..Options::default() };
    for (text, expected) in [
        ("A Vec<T> and *b*.\n", "A Vec\\<T> and *b*.\n"),
        ("<T>\n# H\n\n*b* <b>c</b>\n", "\\<T>\n\n# H\n\n*b* <b>c</b>\n"),
        ("<div><Vec></div>\n", "<div>&lt;Vec&gt;</div>\n"),
        ("<unknown a=\"*b*\">*c*</unknown>\n", "\\<unknown a=\\\"\\*b\\*\\\">*c*\\</unknown>\n"),
        ("`Vec<T>` <my-element>x</my-element>\n", "`Vec<T>` <my-element>x</my-element>\n"),
    ] {
        let lowered = lower(text, &options, Deviations::OnPurpose);
        assert_eq!((lowered.text.as_str(), lowered.warnings), (expected, Vec::new()), "of {text:?}");
    }
}

/// What is around such a mark is Markdown again before readers see it.
#[test]
fn a_mark_of_a_footnote_in_html_is_no_difference() {
    let lowered = lower("Lead.[^1]\n{: .lead}\n\n[^1]: One.\n", &Options::default(), Deviations::OnPurpose);
    assert!(lowered.text.contains("<p class=\"lead\">Lead.<sup id=\"fnref:1:html\">"), "{}", lowered.text);
    assert_eq!(lowered.differences, []);
}
