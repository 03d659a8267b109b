//! What holds for every text and each part.

use std::time::{Duration, Instant};

use proptest::prelude::*;

pub(super) use super::edited;
use super::*;
use crate::markdown::unfiltered;

const PIECES: [&str; 72] = [
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\\",
    "word",
    " two words ",
    "שלום",
    "日本。",
    "&amp;",
    "\"",
    "'",
    "--",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "``",
    "```",
    "^",
    "x^2^",
    "H~2~O",
    "3~5",
    ":",
    ":smile:",
    ":+1:",
    "10:30:20",
    "#",
    "# a",
    "## b\n",
    ">",
    "> ",
    "> [!tip] a\n",
    "> [!bug]-\n",
    "> [!NOTE]\n",
    "- ",
    "1. ",
    "- [ ] ",
    "| a | b |\n|---|:-:|\n",
    "|",
    "[",
    "]",
    "[[",
    "]]",
    "[[a|b]]",
    "[[post]]",
    "[^1]",
    "[^1]: ",
    "[a](b)",
    "![",
    "(",
    ")",
    "*[A]: b\n",
    "A",
    "$",
    "$$",
    "\\\\(",
    "\\\\)",
    "{: .x}",
    "<",
    ">",
    "<T>",
    "<b>",
    "</b>",
    "<div class=\"notice\">",
    "</div>",
    "<table>",
    "</table>",
    "<p class=notice--info>",
];

/// Pieces without raw HTML: an element without an end may hide all that follows.
fn is_markdown(piece: &&str) -> bool {
    !piece.contains('<')
}

fn text_of(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn names() -> PostNames {
    let mut names = PostNames::default();
    names.add("_posts/2024-01-01-post.md", "A post", "/a/post/");
    names
}

/// Every part by itself, without anything that would hide a panic.
fn parts(text: &str, markup: Markup) -> Vec<(&'static str, String)> {
    let runs = runs::runs(text, markup);
    let chunks = raw_html::chunks(text, markup);
    let placed = raw_elements::placed(&chunks);
    let mut parts = vec![
        ("text like HTML", text_like_html::edits(text, &chunks)),
        ("marks", footnote_marks::edits(text, &chunks)),
        ("notices", notices::edits(text, &placed)),
        ("elements", raw_elements::edits(text, &placed)),
        ("emoji", emoji::edits(text, &runs)),
    ];
    if markup == Markup::Markdown {
        let german = quotes::language("de").expect("quotes");
        parts.extend([
            ("callouts", callouts::edits(text)),
            ("abbreviations", abbreviations::edits(text, &runs)),
            ("scripts", scripts::edits(text, &runs, &maths::maths(text, &runs))),
            ("quotes", quotes::edits(text, &german)),
            ("links", wikilinks::edits(text, &runs, &names()).0),
        ]);
        footnotes::problems(text);
        footnotes::unknown(text, &runs);
    }
    parts.into_iter().map(|(name, edits)| (name, edited(text, edits))).collect()
}

fn is_parsable(text: &str) -> bool {
    attempt(|| targets(text, Markup::Markdown)).is_some()
}

/// What is shown as code.
fn code(text: &str) -> Vec<String> {
    let html = scraper::Html::parse_fragment(&unfiltered(text, Markup::Markdown, &[]));
    let selector = scraper::Selector::parse("code").expect("a selector");
    html.select(&selector).map(|code| code.text().collect()).collect()
}

proptest! {
    #[test]
    fn no_part_panics(text in text_of(PIECES.to_vec())) {
        if is_parsable(&text) {
            parts(&text, Markup::Markdown);
        }
        parts(&text, Markup::Html);
    }

    #[test]
    fn code_stays_as_it_is(text in text_of(PIECES.into_iter().filter(is_markdown).collect())) {
        prop_assume!(is_parsable(&text));
        let before = code(&text);
        for (name, after) in parts(&text, Markup::Markdown) {
            // Lines that go on with a definition of an abbreviation may be code by themselves.
            if name != "abbreviations" && is_parsable(&after) {
                prop_assert_eq!(&code(&after), &before, "{} made {:?} of {:?}", name, after, text);
            }
        }
    }
}

/// None of these is to take the square of its length. The parser itself takes its time with some.
#[test]
fn long_and_odd_texts_take_no_time() {
    let pieces = [
        "> ",
        "- ",
        "[",
        "[[",
        "[[a",
        "[[a|b]] ",
        "]]",
        ":",
        ":a",
        ":smile:",
        ":smile: ",
        "^",
        "x^2^",
        "x~2~",
        "~",
        "$",
        "$a$",
        "$$",
        "\\\\(",
        "\\\\[a",
        "\"",
        "\"'a",
        "'",
        "*[A]: b\n",
        "*[A]: b\nA ",
        "A ",
        "[^a",
        "[^a]: b\n\n",
        "<T>",
        "<T>\n\n",
        "<a b ",
        "<p class=notice>",
        "</p>",
        "<p class=notice><b>a:</b>",
        "<table>",
        "<table></table>",
        "</table>",
        "<code>",
        "<sup id=\"fnref:a:html\">",
        "<p><sup id=\"fnref:a:html\"></sup></p>",
        "> [!tip] a\n\n",
        "> [!tip] a\n> ",
        "- > [!tip] a\n",
        "> [!tip]\n> > ",
        "# a\n",
        "`a`",
        "**a",
        "שa ",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000 / piece.len());
        if !is_parsable(&text) {
            continue;
        }
        for (text, markup) in [(text.as_str(), Markup::Markdown), (text.as_str(), Markup::Html)] {
            let start = Instant::now();
            parts(text, markup);
            assert!(start.elapsed() < Duration::from_secs(20), "{piece:?} takes {:?}", start.elapsed());
        }
        contents(&text, &[], CONTENTS_LABEL);
    }
}
