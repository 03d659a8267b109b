//! What is defined beside the blocks, and extensions.

use super::assert_trees;

#[test]
fn definitions() {
    assert_trees(&[
        ("[a]: b\n[C  d]: <e f> 'g'\n[h]: i\n  \"j k\"\n", r#"[a]: b [c d]: e f "g" [h]: i "j k""#),
        ("[a]: b\n{:.x}\n", r#"[a]: b class="x""#),
        ("[a]: b \"c\n", r#"p("[a]: b " SmartQuote('“')() "c")"#),
        ("[a]: b 'c' d\n", r#"p("[a]: b " SmartQuote('‘')() "c" SmartQuote('’')() " d")"#),
        ("[^1]: a\n\n    b\n\n[^n]: c\nd\n", r#"/ p("d") [^1]: p("a") / p("b") [^n]: p("c")"#),
        ("*[HTML]: Hyper Text\n*[a b]:\n", r#"*[HTML]: "Hyper Text" *[a b]: """#),
        ("{:x: .y #z}\n{:.w x}\na\n", r#"p class="y w" id="z"("a")"#),
        ("{:x: y}\n{:y: x .z}\na\n{: x}\n", r#"p class="z"("a")"#),
        ("a\n{:.x}\n{:.y\n.z}\nb\n", r#"p class="x y z"("a") p("b")"#),
        ("{:.x}\n\na\n", r#"/ p("a")"#),
        ("{::comment}\na\n\n{:/comment}\nb\n", r#"comment "a\n" p("b")"#),
        ("{::comment}\na\n", r#"p("{::comment}\na")"#),
        ("{::nomarkdown}\n<a>\n{:/}\n", r#"raw "<a>""#),
        ("{::nomarkdown type=\"latex\"}\na\n{:/}\n", r#"raw """#),
        ("{::options parse_block_html=\"true\" /}\n<div>\na\n</div>\n", r#"<div> Block(p("a"))"#),
        ("{::other /}\n", r#"p("{::other /}")"#),
        ("{:/}\n", r#"p("{:/}")"#),
        ("* a\n{:footnotes}\n", "FootnoteList()"),
    ]);
}
