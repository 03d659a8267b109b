use proptest::prelude::*;

use super::*;
use crate::press::config::Config;
use crate::press::post::read_post;
use crate::press::source::{Markup as Language, SourceFile, SourceKind};

/// A post of which nothing is lowered yet.
fn post(front_matter: &str, text: &str) -> Post {
    let path = "2024-01-01-a.md";
    let kind = SourceKind::Post(Language::Markdown);
    let source =
        SourceFile { path: path.to_owned(), shown: format!("posts/{path}"), file: path.into(), kind, modified: None };
    let file = format!("---\ntitle: A\n{front_matter}---\n{text}");
    read_post(&source, file.as_bytes(), &Config::default(), jiff::Timestamp::UNIX_EPOCH).0.expect("a post")
}

#[test]
fn front_matter_says_whether_there_is_maths() {
    for (front_matter, expected) in [
        ("math: true\n", Maths::FormulasInDollars),
        ("mathjax: yes\n", Maths::FormulasInDollars),
        ("MathJax: True\n", Maths::FormulasInDollars),
        ("use_math: 1\n", Maths::FormulasInDollars),
        ("math: katex\n", Maths::FormulasInDollars),
        ("math: false\n", Maths::Formulas),
        ("math:\n", Maths::Formulas),
        ("", Maths::Formulas),
    ] {
        assert_eq!(in_kramdown(&post(front_matter, "").values), expected, "{front_matter}");
    }
}

#[test]
fn texts_in_commonmark_are_rewritten() {
    let mut with_flag = post("math: true\n", "A $x$ and\n\n$$\ny\n$$\n");
    write_plainly(&mut with_flag);
    assert_eq!(with_flag.text, "A $`x`$ and\n\n```math\ny\n```\n");
    let mut without = post("", "A $x$ and \\(y\\)\n");
    write_plainly(&mut without);
    assert_eq!(without.text, "A $x$ and $`y`$\n");
}

#[test]
fn every_formula_has_its_mathml_in_order() {
    let text = "A $`x`$[^n] $$`y`$$\n\n[^n]: $`z`$\n\n```math\n\\begin{aligned} long &= long + long + long \\\\ &= q \\end{aligned}\n```\n";
    let mut post = post("", text);
    let (maths, diagnostics) = annotate(&mut post);
    assert!(diagnostics.is_empty());
    assert_eq!(maths.len(), 4);
    assert!(maths[0].starts_with("<math><semantics><mrow><mi>x</mi>"));
    assert!(maths[1].starts_with("<span class=\"math-display\"><math display=\"block\">"));
    assert!(maths[2].contains("<mi>z</mi>"));
    assert!(maths[3].starts_with("<div class=\"math-display\" tabindex=\"0\"><math display=\"block\">"));
    assert_eq!(post.text, text);
}

#[test]
fn formulas_in_html_are_counted_with_the_others() {
    let text = "\n<p class=\"a\">\nLet <span class=\"math\">\\(a &lt; b\\)</span> and $$c$$.</p>\n\nThen $`x`$.\n";
    let (maths, diagnostics) = annotate(&mut post("", text));
    assert!(diagnostics.is_empty());
    assert_eq!(maths.len(), 2);
    assert!(maths[0].contains("<mo>&lt;</mo>") && maths[1].contains("<mi>x</mi>"));

    let mut with_flag = post("math: true\n", text);
    let (maths, _) = annotate(&mut with_flag);
    assert_eq!(maths.len(), 3);
    assert!(maths[1].contains("<mi>c</mi>"));
    assert!(with_flag.text.contains("and <span class=\"math\">\\[c\\]</span>.</p>"));
}

#[test]
fn what_is_no_tex_is_told_by_its_line() {
    let mut post = post("", "One $`\\foo x`$.\n\n```math\n{a\n```\n");
    let (maths, diagnostics) = annotate(&mut post);
    assert_eq!(maths[0], "<code class=\"math-error\" title=\"unknown command `\\foo`\">\\(\\foo x\\)</code>");
    let diagnostics: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        diagnostics,
        [
            "posts/2024-01-01-a.md:4:1: the formula `\\foo x` is shown as it is written: unknown command `\\foo`; \
             mend it, or say it in other words",
            "posts/2024-01-01-a.md:6:1: the formula `{a` is shown as it is written: expected closing token `}`, but \
             reached end of input; mend it, or say it in other words",
        ]
    );
}

/// What begins, ends or hides formulas.
const PIECES: [&str; 24] = [
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "`",
    "```math\n",
    "```\n",
    "\n",
    "\n\n",
    "x_1",
    " ",
    "\\",
    "> ",
    "- ",
    "| ",
    "<b>",
    "<span class=\"math\">\\(",
    "</span>",
    "[a](",
    ")",
    "\\frac{",
    "}",
];

proptest! {
    #[test]
    fn every_formula_that_the_renderer_finds_is_annotated(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
        flagged in any::<bool>(),
    ) {
        let mut post = post(if flagged { "math: true\n" } else { "" }, &pieces.concat());
        write_plainly(&mut post);
        let (maths, _) = annotate(&mut post);
        prop_assert_eq!(maths.len(), attempt(|| find(&post.text, post.markup)).unwrap_or_default().len());
    }
}
