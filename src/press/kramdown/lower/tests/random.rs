use proptest::prelude::*;

use super::super::*;
use crate::press::kramdown::compare::{Likeness, compare};
use crate::press::kramdown::document::Maths;

const PIECES: [&str; 65] = [
    "a",
    "b c",
    "\n",
    "\n\n",
    "\n\n\n",
    "  ",
    "    ",
    "\t",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "~~~ rb\n",
    "> ",
    "- ",
    "* ",
    "1. ",
    "# ",
    "## H\n",
    "===\n",
    "---\n",
    "| ",
    "|--|\n",
    ": ",
    "[",
    "](u)",
    "![",
    "][r]",
    "[r]: u\n",
    "[^1]",
    "[^1]: n\n",
    "{:toc}",
    "{: .c}",
    "{:#i}\n",
    "{::nomarkdown}",
    "{:/}",
    "$$",
    "<b>",
    "</b>",
    "<div>\n",
    "</div>",
    "<p>",
    "<!-- c -->",
    "<br>",
    "<T>",
    "&amp;",
    "&copy;",
    "\\",
    "\\*",
    "注：",
    "“",
    "日本",
    "\"",
    "'",
    "--",
    "$x$",
    "$`",
    "`$",
    "\\\\(",
    "\\\\)",
    "...",
    "<<",
    "^\n",
];

proptest! {
    #[test]
    fn what_is_lowered_shows_what_jekyll_would(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..30),
        maths in prop::sample::select(vec![Maths::AsInJekyll, Maths::AsInJekyll, Maths::Formulas, Maths::FormulasInDollars]),
    ) {
        let text: String = pieces.concat();
        let options = Options { maths, ..Options::default() };
        let mut document = block::parse(&text, &options);
        on_purpose::adapt(&text, &mut document, Deviations::OnPurpose);
        let mut converter = Converter::comparable(&document, entries(&document));
        let blocks: Vec<_> = document.root.children.iter().collect();
        let reference = converter.blocks(&blocks);
        let shown = |text: &str| -> String {
            let blocks = rendered::blocks(text, maths).unwrap_or_default();
            blocks.into_iter().map(|block| block.html).collect()
        };
        let lowered = lower(&text, &options, Deviations::OnPurpose);
        if lowered.differences.is_empty() {
            let found = shown(&lowered.text);
            prop_assert!(compare(&reference, &rendered::with_marks(&found)) < Likeness::Different, "{text}\n\n{}\n\n{reference}\n\n{found}", lowered.text);
        }
        if !text.contains("[^1]:") && !text.contains('<') && compare(&reference, &shown(&text)) == Likeness::Same {
            prop_assert_eq!(lowered.text, text);
        }
    }
}
