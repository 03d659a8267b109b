//! Formulas in texts that are to be read.

use super::*;
use crate::press::kramdown::document::Maths;

fn lowered(text: &str, maths: Maths) -> Lowered {
    lower(text, &Options { maths, ..Options::default() }, Deviations::OnPurpose)
}

#[track_caller]
fn check_formulas(text: &str, expected: &str) {
    let lowered = lowered(text, Maths::Formulas);
    assert_eq!(lowered.text, expected, "of {text:?}");
    assert!(lowered.differences.is_empty(), "{text:?} shows something else");
}

#[track_caller]
fn check_flagged(text: &str, expected: &str) {
    let lowered = lowered(text, Maths::FormulasInDollars);
    assert_eq!(lowered.text, expected, "of {text:?}");
    assert!(lowered.differences.is_empty(), "{text:?} shows something else");
}

#[test]
fn maths_is_written_as_the_renderer_knows_it() {
    check_formulas("It is $$a_1 * b_2$$.\n", "It is $`a_1 * b_2`$.\n");
    check_formulas("$$\n\\frac{a}{b} \\\\\n\nc\n$$\n", "```math\n\\frac{a}{b} \\\\\n\nc\n```\n");
    check_formulas("A \\\\(x\\_1 < 2\\\\) *b* \\\\[y\\\\]\n", "A $`x_1 < 2`$ *b* $$`y`$$\n");
    check_formulas(
        "\\\\[\n\\begin{a}\nx \\\\\\\\\ny\n\\end{a}\n\\\\]\n",
        "```math\n\\begin{a}\nx \\\\\ny\n\\end{a}\n```\n",
    );
    check_formulas("\\\\(\\vec{x}_1 _a\\\\) and \\\\(b_\\\\)\n", "$`\\vec{x}_1 _a`$ and $`b_`$\n");
    check_formulas("- a $$x$$\n- $$y$$ b\n", "- a $`x`$\n- $`y`$ b\n");
    check_formulas("| a | $$x$$ |\n|---|---|\n| b | c |\n", "| a | $`x`$ |\n| --- | --- |\n| b | c |\n");
    check_formulas("# On $$x$$\n", "# On $`x`$\n");
    check_formulas("Note[^1]\n\n[^1]: is $$x$$\n", "Note[^1]\n\n[^1]: is $`x`$\n");
}

#[test]
fn the_forms_of_github_stay_as_they_are() {
    for text in ["A $`x`$ b.\n", "```math\nx\n```\n", "A $$`x`$$.\n"] {
        check_formulas(text, text);
        check_flagged(text, text);
    }
}

#[test]
fn within_html_they_wait_for_the_press() {
    check_formulas(
        "Read $$x<y$$.\n{: .notice}\n",
        "<p class=\"notice\">Read <span class=\"math\">\\(x&lt;y\\)</span>.</p>\n",
    );
    check_formulas("<div markdown=\"1\">\nRead $$x$$.\n</div>\n", "<div>\n\nRead $`x`$.\n\n</div>\n");
}

#[test]
fn diagrams_in_html_are_code() {
    check_formulas("<div class=\"mermaid\">\ngraph TD\n  A --> B\n</div>\n", "```mermaid\ngraph TD\n  A --> B\n```\n");
    let written = "<div class=\"mermaid\">\n<b>x</b>\n</div>\n";
    check_formulas(written, written);
}

#[test]
fn dollars_and_single_backslashes_need_a_word_of_the_author() {
    for text in ["A $x$ b.\n", "It costs $5 and $10.\n", "`$HOME` $scope $(x)\n"] {
        check_formulas(text, text);
    }
    check_flagged("A $x_1$, \\(y\\) and \\[z\\].\n", "A $`x_1`$, $`y`$ and $$`z`$$.\n");
    check_flagged("\\[\nx\n\\]\n", "```math\nx\n```\n");
    check_flagged("$a*b$ *c* $d*e$\n", "$`a*b`$ *c* $`d*e`$\n");
    for text in
        ["It costs $5 and $10.\n", "`$HOME` $ x $ y\n", "```\n$x$\n```\n", "[a](/$x$/b)\n", "<b title=\"$x$\">a</b>\n"]
    {
        check_flagged(text, text);
    }
}

#[test]
fn in_comparison_nothing_has_changed() {
    for text in ["A \\\\(x\\\\) $y$ \\(z\\)\n", "A $`x`$ b.\n", "```math\nx\n```\n"] {
        let lowered = lowered(text, Maths::AsInJekyll);
        assert!(!lowered.text.contains("$`x`$") || text.contains("$`x`$"), "{text}");
        assert!(lowered.differences.is_empty());
    }
}

#[test]
fn texts_of_dollars_take_no_time() {
    for piece in ["$", "$a", "$$", "\\\\(", "\\\\[a\\\\", "$a$ ", "`$", "$`x`$ ", "$$a$$", "\\(", "$x$5"] {
        for maths in [Maths::Formulas, Maths::FormulasInDollars] {
            let start = std::time::Instant::now();
            lowered(&piece.repeat(20_000 / piece.len()), maths);
            assert!(start.elapsed().as_secs() < 5, "{piece:?}");
        }
    }
}
