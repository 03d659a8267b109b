//! Code, indented and between fences.

use super::assert_trees;

#[test]
fn code() {
    assert_trees(&[
        ("    a\n\n    b\nlazy\n    c\n", r#"code "a\n\nb lazy\nc\n""#),
        ("\ta\n  \n\n\tb\n", r#"code "a\n  \n\nb\n""#),
        ("    a\n<div>\n", r#"code "a\n" <div> Raw("\n")"#),
        ("    a\n{:.c}\n", r#"code class="c" "a\n""#),
        ("```ruby\na\n```\n", r#"code ruby "a\n""#),
        ("~~~ c++?x=y\n```\n~~~~\n", r#"code c++ "```\n""#),
        ("```\na\n", r#"p("```\na")"#),
        ("``` a b\nc\n```\n", r#"p(CodeSpan("a b\nc\n")())"#),
        ("`````\na\n```\n", r#"code `` "a\n""#),
        ("````\n```\n````\n", r#"code "```\n""#),
        ("  ```\n  a\n  ```\n", r#"code "  a\n""#),
        ("a\n```\nb\n```\nc\n", r#"p("a") code "b\n" p("c")"#),
    ]);
}
