//! Lists: close, loose, nested, interrupted, of tasks.

use super::assert_trees;

#[test]
fn lists() {
    assert_trees(&[
        ("* a\n* b\n", r#"ul(li(-("a")) li(-("b")))"#),
        ("* a\n\n* b\n", r#"ul(li(p("a")) li(p("b")))"#),
        ("* a\n\n* b\n* c\n", r#"ul(li(p("a")) li(-("b")) li(-("c")))"#),
        ("* a\n  * b\n    * c\n* d\n", r#"ul(li(-("a\n") ul(li(-("b\n") ul(li(-("c")))))) li(-("d")))"#),
        ("* a\n\n  b\n* c\n", r#"ul(li(p("a") / p("b")) li(p("c")))"#),
        ("* a\nlazy\n", r#"ul(li(-("a\nlazy")))"#),
        ("* a\n\nb\n", r#"ul(li(-("a"))) / p("b")"#),
        ("1. a\n2. b\n10. c\n", r#"ol 1(li(-("a")) li(-("b")) li(-("c")))"#),
        ("* a\n1. b\n", r#"ul(li(-("a\n") ol 1(li(-("b")))))"#),
        ("* a\n^\n* b\n", r#"ul(li(-("a"))) ul(li(-("b")))"#),
        ("* {:.x} a\n* b\n{:.y}\n", r#"ul class="y"(li class="x"(-("a")) li(-("b")))"#),
        ("* a\n{:.p}\n\n* b\n", r#"ul class="p"(li(-("a"))) / ul(li(-("b")))"#),
        ("*\ta\n\n\tb\n", r#"ul(li(p("a") / p("b")))"#),
        ("* # a\n  b\n", r#"ul(li(h1("a") p("b")))"#),
        ("* a\n\n      code\n", r#"ul(li(p("a") / code "code\n"))"#),
        ("*\n* a\n", r#"p("*") ul(li(-("a")))"#),
        (
            "* [ ] a\n* [x] b\n* c\n",
            r#"ul class="task-list"(li class="task-list-item"(-(<input> Raw type="checkbox" class="task-list-item-checkbox" disabled="disabled"() "a")) li class="task-list-item"(-(<input> Raw type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked"() "b")) li class="task-list-item"(-("c")))"#,
        ),
        ("* a\n  > b\n", r#"ul(li(-("a\n") quote(p("b"))))"#),
        ("* a\n\n  ```\n  b\n  ```\n", r#"ul(li(p("a") / code "b\n"))"#),
        ("- a\n+ b\n", r#"ul(li(-("a")) li(-("b")))"#),
        ("* a\n\n\n* * *\n", r#"ul(li(-("a"))) / hr"#),
        ("* toc\n{:toc}\n\n1. x\n{:toc}\n", r#"TableOfContents { ordered: false }() / ol 1(li(-("x")))"#),
        ("{:.before}\n* a\n", r#"ul class="before"(li(-("a")))"#),
    ]);
}
