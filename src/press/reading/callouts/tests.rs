use super::super::tests::edited;
use super::*;

fn check(text: &str, expected: &str) {
    assert_eq!(edited(text, edits(text)), expected, "of {text:?}");
}

fn same(text: &str) {
    check(text, text);
}

#[test]
fn titles_kinds_and_folds() {
    check(
        "> [!tip] A *good* idea\n> Read\n> > this.\n\nAfter.\n",
        "<div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\">A <em>good</em> idea</p>\n\n\
         Read\n> this.\n\n</div>\n\nAfter.\n",
    );
    check(
        "> [!bug]- It's `broken`\n> - a\n>\n>       code\n",
        "<details class=\"callout callout-caution\"><summary class=\"callout-title\">It’s <code>broken</code></summary>\n\n\
         - a\n\n      code\n\n</details>\n",
    );
    check(
        "> [!FAQ]+\n> a\nlazy\n",
        "<details class=\"callout callout-note\" open><summary class=\"callout-title\">FAQ</summary>\n\na\nlazy\n\n</details>\n",
    );
    check(
        "> [!todo]\n",
        "<div class=\"callout callout-note\" role=\"note\"><p class=\"callout-title\">To do</p></div>\n",
    );
    check(
        "> \\[!info\\] <b>1</b> # 2\n> a\n",
        "<div class=\"callout callout-note\" role=\"note\"><p class=\"callout-title\">&lt;b&gt;1&lt;/b&gt; # 2</p>\n\na\n\n</div>\n",
    );
}

#[test]
fn in_lists_and_in_each_other() {
    check(
        "1. > [!tip] T\n   > a\n   >\n   > b\n\n   after\n",
        "1. <div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\">T</p>\n\n   a\n\n   b\n\n   </div>\n\n   after\n",
    );
    check(
        "> [!tip] One\n> a\n>\n> > [!tip] Two\n> > b\n",
        "<div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\">One</p>\n\na\n\n\
         <div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\">Two</p>\n\nb\n\n</div>\n\n</div>\n",
    );
}

#[test]
fn all_other_quotes_stay() {
    for text in [
        "> [!NOTE]\n> a\n",
        "> [!OTHER]\n> a\n",
        "> [!tip]Title\n",
        "> text [!tip] a\n",
        "[!tip] a\n",
        "```\n> [!tip] a\n```\n",
        "> > [!tip] a\n",
        // What is left open would swallow the end of the box.
        "> [!tip] a\n> ```\n> b\n",
        "> [!tip] a\n> <!-- b\n",
    ] {
        same(text);
    }
}
