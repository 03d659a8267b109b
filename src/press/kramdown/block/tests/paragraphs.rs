//! Paragraphs and what ends them.

use super::assert_trees;

#[test]
fn paragraphs() {
    assert_trees(&[
        ("a\nb  \n\n  c\n", r#"p("a\nb") / p("c")"#),
        ("a\n<div\nb\n", r#"p("a\n<div\nb")"#),
        ("a  \n</div>\nb\n", r#"p("a" LineBreak() "\n</div>\nb")"#),
        (" \ta\n", r#"-(" \ta\n")"#),
        ("a\n* b\n1. c\n", r#"p("a") ul(li(-("b\n") ol 1(li(-("c")))))"#),
        ("a\n^\nb\n^\n", r#"p("a") p("b")"#),
    ]);
}
