//! Headings and rules.

use super::assert_trees;

#[test]
fn headings() {
    assert_trees(&[
        ("# a #\n## b {#id}\n#c\n", r##"h1("a") h2 id="id"("b") p("#c")"##),
        ("a\n===\nb\n---\n", r#"h1("a") p("b\n" Symbol("—")())"#),
        ("a\n\nb {#x}\n---  \n", r#"p("a") / h2 id="x"("b")"#),
        ("a\n# b\nc\n", r#"p("a") h1("b") p("c")"#),
        ("#\n", r##"p("#")"##),
        ("####### a\n", r########"p("####### a")"########),
        ("{:.x}\n# a\n{: #y}\n", r#"h1 class="x" id="y"("a")"#),
        ("* * *\n---\n___\n", "hr hr hr"),
    ]);
}
