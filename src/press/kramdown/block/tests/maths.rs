//! Maths.

use super::assert_trees;

#[test]
fn maths() {
    assert_trees(&[
        ("$$\na\n\nb\n$$\n", r#"math "a\n\nb""#),
        ("$$a$$\n", r#"math "a""#),
        ("\\$$a$$\n", r#"p(math "a")"#),
        ("$$a$$ b\n", r#"p(math "a" " b")"#),
        ("a\n$$b$$\n", r#"p("a\n" math "b")"#),
    ]);
}
