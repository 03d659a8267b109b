//! HTML between blocks.

use super::assert_trees;

#[test]
fn html() {
    assert_trees(&[
        ("<div>\n*a*\n\n<p>b</p>\n</div>\nc\n", r#"<div> Raw("\n*a*\n\n" <p> Raw("b") "\n") p("c")"#),
        ("<div markdown=\"1\">\na\n\n* b\n</div>\n", r#"<div> Block(p("a") / ul(li(-("b"))))"#),
        ("<p markdown=\"1\">a\nb</p>\n", r#"<p> Span("a\nb")"#),
        ("<div markdown=\"span\">a</div> b\n", r#"<div> Span("a") p("b")"#),
        ("<div>a\n", r#"<div> Raw("a\n")"#),
        ("</div>\n\na</b>\n", r#"p("</div>") / p("a</b>")"#),
        ("<!-- a\n\nb -->\nc\n", r#"<"<!-- a\n\nb -->"> p("c")"#),
        (" <!-- a -->\n", r#"p(<"<!-- a -->">)"#),
        ("<script>\nif (a < b) {}\n\n</script>\n", r#"<script> Raw(raw "\nif (a < b) {}\n\n") /"#),
        ("<hr />\na\n", r#"<hr> Closed() / p("a")"#),
        ("<video src=a />\n", r#"<video> Closed src="a"() /"#),
        ("<DIV CLASS='a b' Id=x>y</div>\n", r#"<div> Raw class="a b" id="x"("y")"#),
        ("<custom-element aB='c'>d</custom-element>\n", r#"<custom-element> Raw aB="c"("d")"#),
        ("<pre>\na &lt;\n  b</pre>\n", r#"<pre> Raw("\na &lt;\n  b")"#),
        (
            "<div><p markdown='1'>a</p><!-- b --><? c ?></div>\n",
            r#"<div> Raw(<p> Span("a") <"<!-- b -->"> <"<? c ?>">)"#,
        ),
        ("<span>a</span>\n\n<b>\n", r#"p(<span> Span("a")) / p(<b> Span())"#),
        ("{:.x}\n<div>a</div>\n{:.y}\n", r#"<div> Raw class="x y"("a")"#),
        ("<div markdown='1'>\n> a\n</div>\n", r#"<div> Block(quote(p("a")))"#),
    ]);
}
