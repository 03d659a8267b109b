//! Terms and definitions.

use super::assert_trees;

#[test]
fn definition_lists() {
    assert_trees(&[
        ("a\n: b\n", r#"dl(dt("a") dd(-("b")))"#),
        ("a\nb\n: c\n: d\n", r#"dl(dt("a") dt("b") dd(-("c")) dd(-("d")))"#),
        ("a\n\n: b\n", r#"dl(dt("a") dd(p("b")))"#),
        ("a\n: b\n\n  c\n\nd\n: e\n", r#"dl(dt("a") dd(-("b\n") / p("c")) dt("d") dd(-("e")))"#),
        ("{:.x}\na\n: {:.y} b\n", r#"dl class="x"(dt("a") dd class="y"(-("b")))"#),
        ("{:.t} a\n: b\n", r#"dl(dt class="t"("a") dd(-("b")))"#),
        ("a\n:   b\n    lazy\n\n        code\n", r#"dl(dt("a") dd(-("b\nlazy\n") / code "code\n"))"#),
        (": a\n", r#"p(": a")"#),
    ]);
}
