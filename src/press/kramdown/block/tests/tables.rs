//! Tables.

use super::assert_trees;

#[test]
fn tables() {
    assert_trees(&[
        ("| a | b |\n|---|:-:|\n| c | d |\n", r#"table .c(head(tr(td("a") td("b"))) body(tr(td("c") td("d"))))"#),
        ("a | b\n--|--:\nc | d\n", r#"table .r(head(tr(td("a") td("b"))) body(tr(td("c") td("d"))))"#),
        (
            "|a|b|\n|-|-|\n|c|\n|-|-|\n|d|e|\n|=|=|\n|f|g|\n",
            r#"table ..(head(tr(td("a") td("b"))) body(tr(td("c") td())) body(tr(td("d") td("e"))) foot(tr(td("f") td("g"))))"#,
        ),
        ("| a | b |\n| c | d |\n", r#"table ..(body(tr(td("a") td("b")) tr(td("c") td("d"))))"#),
        ("|---|\n| a |\n", r#"table .(body(tr(td("a"))))"#),
        ("| a |\n|---|\n", r#"p("| a |\n|" Symbol("—")() "|")"#),
        ("| a\nb\n", r#"p("| a\nb")"#),
        ("`a|b` | c\n", r#"table ..(body(tr(td(CodeSpan("a|b")()) td("c"))))"#),
        ("a \\| b | c\n", r#"table ..(body(tr(td("a | b") td("c"))))"#),
        ("a \\| b\n", r#"p("a | b")"#),
        ("<code>a|b</code> | c\n", r#"table ..(body(tr(td(<code> Raw("a|b")) td("c"))))"#),
        (
            "| a | b |\n|:--|\n| c | d | e |\n{:.x}\n",
            r#"table l.. class="x"(head(tr(td("a") td("b") td())) body(tr(td("c") td("d") td("e"))))"#,
        ),
        ("a\n| b | c |\n", r#"p("a\n| b | c |")"#),
        ("``a`b`` | c\n", r#"table ..(body(tr(td(CodeSpan("a`b")()) td("c"))))"#),
    ]);
}
