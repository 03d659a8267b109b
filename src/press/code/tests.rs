use super::*;

/// What a block is called, and its runs with the text that each is about.
fn told(info: &str, code: &str) -> String {
    let block = block(info, code);
    let mut rest = code;
    let mut told = format!("{}:", block.label);
    for (length, letter) in crate::code::runs(&block.spans) {
        let (inside, behind) = rest.split_at(length as usize);
        rest = behind;
        if letter != PLAIN {
            told.push_str(&format!(" {letter}‹{}›", inside.trim_end_matches('\n')));
        }
    }
    told
}

#[test]
fn code_is_told_apart() {
    for (info, code, expected) in [
        (
            "rust",
            "#[test]\nfn main() -> u8 { let x = \"a\\n\"; self.f(x + 1) } // c\n",
            "Rust: a‹#› a‹test› k‹fn› f‹main› k‹u8› k‹let› o‹=› s‹\"a› e‹\\n› s‹\"› k‹self› f‹f› o‹+› n‹1› c‹// c›",
        ),
        ("json", "{\"a\": [1, true, \"b\"]}\n", "JSON: p‹\"a\"› n‹1› n‹true› s‹\"b\"›"),
        ("yml", "a: A post # c\n", "YAML: p‹a› c‹# c›"),
        ("sh", "ls -l \"$HOME/x\" | sort\n", "Shell: f‹ls› a‹ -l› s‹\"› v‹$HOME› s‹/x\"› o‹|› f‹sort›"),
        ("html", "<a href=\"x\">t</a><!-- c -->\n", "HTML: g‹a› a‹href› s‹\"x\"› g‹a› c‹<!-- c -->›"),
        ("css", ".a { color: red }\n", "CSS: a‹.a› p‹color› n‹red›"),
        ("objc", "@interface A : NSObject\n", "Objective-C: k‹@interface› t‹A› t‹NSObject›"),
        ("C#", "public class A : B { }\n", "C#: k‹public› k‹class› t‹A› t‹B›"),
        ("jsx", "<B c=\"d\">{e}</B>\n", "JSX: g‹B› a‹c› o‹=› s‹\"d\"› e‹{› e‹}› g‹B›"),
        ("php", "<?php echo $x;\n", "PHP: e‹<?php› f‹echo› v‹$x›"),
        ("php", "echo 'x';\n", "PHP: f‹echo› s‹'x'›"),
        ("console", "$ cargo test\nok\n", "Terminal: o‹$ › f‹cargo›"),
        ("diff", "@@ -1 +1 @@\n-a\n+b\n", "Diff: m‹@@ -1 +1 @@›"),
        ("diff-js", "-f(1)\n+f('x')\n", "JavaScript diff: f‹f› n‹1› f‹f› s‹'x'›"),
        ("swift-diff", "+let\n", "Swift diff: k‹let›"),
        ("js diff", "+1\n", "JavaScript diff: n‹1›"),
        ("diff lang=\"js\"", "+1\n", "JavaScript diff: n‹1›"),
        ("", "let x = 1;\n", ":"),
        ("text", "let x = 1;\n", ":"),
        ("coq", "Lemma x.\n", "coq:"),
    ] {
        assert_eq!(told(info, code), expected, "{info} {code}");
    }
}

#[test]
fn lines_are_told_apart() {
    let code = "a\nb\n+c\n-d\n";
    for (info, first_line, lines) in [
        ("js", 0, ""),
        ("js {2}", 0, "1_1m2_"),
        ("js linenos", 1, "4l"),
        ("js linenos start=7 {1,4}", 7, "1m2l1m"),
        ("diff", 0, "2_1i1d"),
        ("diff linenos {3}", 1, "2l1m1d"),
        ("js {9}", 0, ""),
    ] {
        let block = block(info, code);
        assert_eq!((block.first_line, block.lines.as_str()), (first_line, lines), "{info}");
    }
}

#[test]
fn blocks_are_found_in_their_order() {
    let text = "    a\n\n```rust title=\"x.rs\"\nfn\n```\n\n[^1]: ~~~sh\n    ls\n    ~~~\n\n```mermaid\ngraph\n```\n\n- ```js\n  1\n  ```\n\n```\nb\n```\n";
    let found = annotate(text);
    let titles: Vec<&str> = found.iter().map(|code| code.language.as_str()).collect();
    assert_eq!(titles, ["", "rust", "sh", "mermaid", "js"]);
    assert_eq!(found[3].title, "Diagram (Mermaid)");
    assert_eq!(found[1].title, "x.rs");
    assert!(annotate("no code").is_empty() && annotate("```\nplain\n```").is_empty());
}

/// Some grammars read a line again and again. These end all the same, and soon.
#[test]
fn large_and_odd_blocks_end() {
    for language in
        ["rust", "js", "html", "markdown", "bash", "php", "ruby", "csharp", "yaml", "sql", "diff", "console"]
    {
        for piece in ["(", "\"a", "<a ", "/* ", "{{ ", "`", "a.b(", "\\", "$(", "- ", "é", "[^a"] {
            let line = piece.repeat(1_900 / piece.len());
            let code = format!("{line}\n{line}{line}\n").repeat(5);
            let spans = block(language, &code).spans;
            let covered: usize = crate::code::runs(&spans).map(|(length, _)| length as usize).sum();
            assert!(spans.is_empty() || covered == code.len(), "{language} {piece}");
        }
    }
    assert_eq!(block("rust", &"let x = 1;\n".repeat(20_000)).spans, "");
}
