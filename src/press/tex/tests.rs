use super::*;

fn one(tex: &str, display: Display) -> Result<String, TexError> {
    let formula = Formula { tex: tex.to_owned(), display };
    mathml(&[formula]).pop().expect("a result")
}

/// What stands between the element's tag and the source.
fn inside(tex: &str) -> String {
    let mathml = one(tex, Display::Block).unwrap_or_else(|error| panic!("{tex}: {error}"));
    let (_, rest) = mathml.split_once("<semantics><mrow>").expect("semantics");
    rest.split_once("</mrow><annotation").expect("an annotation").0.to_owned()
}

#[test]
fn a_formula_is_mathml_with_its_source() {
    assert_eq!(
        one("x^2 < 3", Display::Inline),
        Ok("<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mn>3</mn></mrow>\
            <annotation encoding=\"application/x-tex\">x^2 &lt; 3</annotation></semantics></math>"
            .to_owned())
    );
    assert!(one("x", Display::Block).is_ok_and(|mathml| mathml.starts_with("<math display=\"block\">")));
}

#[test]
fn macros_count_for_the_formulas_after_them() {
    let formulas = ["\\newcommand{\\R}{\\mathbb{R}}", "\\R^n", "\\def\\R{x}", "\\R"];
    let formulas = formulas.map(|tex| Formula { tex: tex.to_owned(), display: Display::Inline });
    let results: Vec<String> = mathml(&formulas).into_iter().map(|result| result.expect("MathML")).collect();
    assert_eq!([&results[0], &results[2]], ["", ""]);
    assert!(results[1].contains("ℝ") && results[3].contains("<mi>x</mi>"));
}

#[test]
fn equations_are_numbered_and_found_across_formulas() {
    let formulas = ["\\begin{equation}a\\label{x}\\end{equation}", "\\begin{align}b\\end{align}", "\\eqref{x}"];
    let formulas = formulas.map(|tex| Formula { tex: tex.to_owned(), display: Display::Block });
    let results: Vec<String> = mathml(&formulas).into_iter().map(|result| result.expect("MathML")).collect();
    assert!(results[0].contains("<mtext>(1)</mtext>") && results[1].contains("<mtext>(2)</mtext>"));
    assert!(results[2].contains("<mtext>(1)</mtext>"));
}

#[test]
fn what_other_programs_know_is_known() {
    for tex in [
        "\\mbox{if } x",
        "\\boxed{E=mc^2}",
        "\\textcolor{red}{x}",
        "\\sum_{\\substack{i\\\\j}}",
        "\\begin{split}a&=b\\end{split}",
        "\\begin{alignat}{2}a&=b&c&=d\\end{alignat}",
        "\\begin{smallmatrix}a\\end{smallmatrix}",
        "\\begin{eqnarray}a&=&b\\label{x}\\nonumber\\end{eqnarray}",
        "\\begin{array}{@{}l@{}}a\\end{array}",
        "\\mathop{\\mathrm{arg\\,min}}\\limits_x",
        "\\underbrace{a}\\limits_{b}",
        "\\sum\\limits_i",
        "\\operatorname*{\\rm argmax}_x",
        "\\left< x \\right>",
        "\\text{a_b & c $x_1$ d}",
        "E = mc^2 \\tag{1.2} \\label{e}",
        "x \\tag*{(a)}",
        "x \\label{y}",
        "a % comment }\n + b",
        "\\widetilde{abc} \\overline{AB} \\underline{x}",
        "{n \\choose k} {a \\over b}",
        "\\bm{x} \\pmb{x} \\dotsb \\cr",
        "\\left\\| x \\right\\|_2",
        "\\DeclareMathOperator{\\tr}{tr} \\tr A",
        "\\begin{cases*}a & b\\end{cases*}",
        "α + 日本 \\text{日本語}",
    ] {
        assert!(one(tex, Display::Block).is_ok(), "{tex}: {:?}", one(tex, Display::Block));
        assert!(one(tex, Display::Inline).is_ok() || tex.contains("\\tag"), "{tex}: {:?}", one(tex, Display::Inline));
    }
}

#[test]
fn no_style_link_id_or_html_is_left() {
    for (tex, mathml) in [
        ("\\text{a}\\textbf{b}", "<mtext>a</mtext><mtext class=\"math-bold\">b</mtext>"),
        ("\\textsf{b}", "<mtext class=\"math-sans\">b</mtext>"),
        ("{\\color{red}x}", "<mrow mathcolor=\"#FF0000\"><mi>x</mi></mrow>"),
        ("\\vec v", "<mover accent=\"true\"><mi>v</mi><mo stretchy=\"false\" class=\"math-vector\">→</mo></mover>"),
        ("\\!", "<mspace class=\"math-back-thin\"></mspace>"),
        ("\\cancel{x}", "<mrow class=\"math-strike-up\"><mi>x</mi></mrow>"),
        ("\\overline{AB}", "<mrow class=\"math-overline\"><mrow><mi>A</mi><mi>B</mi></mrow></mrow>"),
        (
            "\\begin{array}{|c|}\\hline a\\\\\\hline\\end{array}",
            "<mtable displaystyle=\"false\" scriptlevel=\"0\" class=\"math-bottom math-start-line math-top\"><mtr>\
             <mtd class=\"math-end-line\"><mi>a</mi></mtd></mtr></mtable>",
        ),
        (
            "\\begin{array}{c}a\\\\\\hline b\\end{array}",
            "<mtable displaystyle=\"false\" scriptlevel=\"0\"><mtr><mtd><mi>a</mi></mtd></mtr><mtr>\
             <mtd class=\"math-top\"><mi>b</mi></mtd></mtr></mtable>",
        ),
    ] {
        assert_eq!(inside(tex), mathml);
    }
    for tex in [
        "\\begin{align}a&=b\\label{q}\\end{align}",
        "\\hspace{-9em}",
        "\\cfrac12",
        "\\begin{multline}a\\\\b\\end{multline}",
    ] {
        let mathml = inside(tex);
        assert!(!mathml.contains(" style=") && !mathml.contains(" id=") && !mathml.contains("href"), "{mathml}");
    }
}

#[test]
fn an_error_says_what_is_wrong() {
    for (tex, message) in [
        ("\\foo", "unknown command `\\foo`"),
        ("{a", "expected closing token `}`, but reached end of input"),
        ("a & b", "found `&`, which may only appear in a table-like environment"),
    ] {
        assert_eq!(one(tex, Display::Block).map_err(|error| error.to_string()), Err(message.to_owned()));
    }
    let formula = Formula { tex: "a<b".to_owned(), display: Display::Block };
    assert_eq!(
        as_code(&formula, &TexError::TooDeep),
        "<code class=\"math-error\" title=\"groups inside of groups, too many of them\">\\[a&lt;b\\]</code>"
    );
}

#[test]
fn one_bad_formula_leaves_the_others_alone() {
    let formulas = ["a", "\\foo", "b"].map(|tex| Formula { tex: tex.to_owned(), display: Display::Inline });
    let results = mathml(&formulas);
    assert!(results[0].is_ok() && results[1].is_err() && results[2].is_ok());
}

/// Each of these asks for depth, length or time.
#[test]
fn nothing_runs_away() {
    for (piece, end) in [
        ("{", "}"),
        ("\\left(", "\\right)"),
        ("\\sqrt", ""),
        ("\\frac", ""),
        ("\\sqrt{", "}"),
        ("\\begin{matrix}", "\\end{matrix}"),
        ("\\begin{array}{", "}"),
        ("x_{", "}"),
        ("\\text{$", "$}"),
        ("\\text{\\text{", "}}"),
        ("\\hat", ""),
        ("\\not", ""),
        ("\\sqrt[", "]"),
        ("\\def\\a{\\a\\a}\\a", ""),
        ("\\newcommand{\\b}[1]{\\b{#1#1}}\\b{x}", ""),
        ("\\textcolor{red}{", "}"),
        ("\\color{red}{", "}"),
        ("\\boxed{", "}"),
        ("\\substack{", "}"),
        ("\\mathop{\\mathop{", "}}"),
        ("%", "\n"),
        ("\\", ""),
        ("$", ""),
        ("#1", ""),
        ("é\\é", ""),
        ("'", ""),
        ("&", ""),
    ] {
        for count in [1, 40, 300, 1000, 50_000] {
            let tex = piece.repeat(count) + "a" + &end.repeat(count);
            for display in [Display::Inline, Display::Block] {
                let start = std::time::Instant::now();
                let _ = one(&tex, display);
                assert!(start.elapsed().as_secs() < 3, "{count} of {piece}");
            }
        }
    }
}
