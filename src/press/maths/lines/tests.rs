use super::*;

fn written(text: &str, with_dollars: bool) -> String {
    let mut output = text.to_owned();
    for Edit { range, replacement } in find(text, with_dollars).into_iter().rev() {
        output.replace_range(range, &replacement);
    }
    output
}

#[test]
fn formulas_are_written_as_the_renderer_knows_them() {
    for (text, expected) in [
        ("\\(x_1*y_2*z\\)", "$`x_1*y_2*z`$"),
        ("a \\(x\\), \\[y\\] b", "a $`x`$, $$`y`$$ b"),
        ("a $$x$$ b", "a $$`x`$$ b"),
        ("\\\\(a\\_b\\\\)", "$`a_b`$"),
        ("# On \\(x\\)\n", "# On $`x`$\n"),
        ("- \\(x\\)\n- b \\(y\\)\n", "- $`x`$\n- b $`y`$\n"),
        ("| \\(a\\|b\\) | c |\n|---|---|\n", "| $`a\\|b`$ | c |\n|---|---|\n"),
        ("> a \\(x\n> = y\\) b\n", "> a $`x = y`$ b\n"),
        ("*a \\(x*y\\) b*", "*a $`x*y`$ b*"),
        ("\\(a`b\\)", "$``a`b``$"),
        ("[\\(x\\)](/a_\\(b\\))", "[$`x`$](/a_\\(b\\))"),
        ("Note.[^1]\n\n[^1]: \\(x\\)\n", "Note.[^1]\n\n[^1]: $`x`$\n"),
        ("a \\(x % y\n= z\\)", "a $`x = z`$"),
    ] {
        assert_eq!(written(text, false), expected);
        assert_eq!(written(text, true), expected);
    }
}

#[test]
fn dollars_are_formulas_where_the_text_says_so() {
    for (text, expected) in [
        ("let $x$ and $y_1$, $z$.", "let $`x`$ and $`y_1`$, $`z`$."),
        ("a $\\$5$ b", "a $`\\$5`$ b"),
        ("$|x|$", "$`|x|`$"),
        ("*$a*b$*", "*$`a*b`$*"),
    ] {
        assert_eq!(written(text, true), expected);
        assert_eq!(written(text, false), text);
    }
}

/// With and without the word that there is maths: prices, shells, templates and other programs.
#[test]
fn money_and_programs_are_no_formulas() {
    for text in [
        "It costs $5 and $10.",
        "Use `$HOME`, `$(pwd)` and `$x$`.",
        "```sh\necho $$ $x $y\n```\n",
        "    echo \\(x\\) $$ $$\n",
        "<div data-x=\"$$a$$ \\(b\\)\">\n\\(c\\)\n</div>\n",
        "<b title=\"$a$\">x</b>",
        "![\\(x\\)](/a.png)",
        "<https://a.example/$x$/$$y$$>",
        "[a]: /b_$x$_$y$\n\n[a]\n",
        "[b](/c?$x$ \"$$t$$\")",
        "\\$5$ and \\$6$",
        "$ a $ b $",
        "$x and y",
        "\\(\\)",
        "$$ $$",
        "$`x`$ and $$`y`$$",
        "a$",
    ] {
        for with_dollars in [false, true] {
            assert_eq!(written(text, with_dollars), text);
        }
    }
    assert_eq!(written("`\\(`a\\)", true), "`\\(`a\\)");
    assert_eq!(written("\\(a `\\)` b", false), "\\(a `\\)` b");
    let money = "between $130,000 USD) and 5.9 BTC ($";
    assert_eq!(written(money, false), money);
    assert_eq!(written("$scope and $(LIBXUL) and ${x}", false), "$scope and $(LIBXUL) and ${x}");
}

#[test]
fn no_text_takes_long() {
    for piece in ["$", "$$", "$a", "\\(", "\\(a\\", "\\[a\\)", "$$a", "`$", "[$](", "<a $", "\\", "$x$5 ", "| $"] {
        for with_dollars in [false, true] {
            let start = std::time::Instant::now();
            find(&piece.repeat(200_000 / piece.len()), with_dollars);
            assert!(start.elapsed().as_secs() < 10, "{piece}");
        }
    }
}
