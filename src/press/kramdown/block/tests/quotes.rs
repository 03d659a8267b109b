//! Quotes.

use super::assert_trees;

#[test]
fn quotes() {
    assert_trees(&[
        ("> a\nb\n> > c\n", r#"quote(p("a\nb") quote(p("c")))"#),
        (">a\n\n> b\n", r#"quote(p("a")) / quote(p("b"))"#),
        ("a\n> b\n", r#"p("a") quote(p("b"))"#),
        ("> a\n{:.x}\n", r#"quote class="x"(p("a"))"#),
        ("> ```\n> a\n> ```\n", r#"quote(code "a\n")"#),
        ("> a\n<div></div>\n", r#"quote(p("a")) <div> Raw()"#),
    ]);
}
