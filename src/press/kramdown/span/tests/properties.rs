//! What holds for every text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::super::document::{Definitions, Options};
use super::super::super::tree::{Element, Kind};
use super::super::parse;

const MARKUP: &str = "[-*_`<>()\\[\\]!\"'\\\\$\\{\\}:&~.^#=/ \nab1é中“i]{0,40}";

proptest! {
    #[test]
    fn no_text_panics(text in MARKUP, hard_wrap: bool, gfm: bool) {
        let options = Options { hard_wrap, gfm, ..Options::default() };
        parse(&text, &mut Definitions::default(), &options);
    }

    #[test]
    fn text_without_markup_survives(text in "[a-z中é,;:?% \t]{0,40}") {
        let children = parse(&text, &mut Definitions::default(), &Options::default());
        prop_assert_eq!(shown(&children), text);
    }

    #[test]
    fn words_survive_all_markup(text in "([a-c]{1,3}|\\*|_|\\*\\*|~~|\"|\\[|\\]|<i>|</i>| |\n|中){0,30}") {
        let letters = |text: &str| text.chars().filter(|char| "abc中".contains(*char)).collect::<String>();
        let children = parse(&text, &mut Definitions::default(), &Options::default());
        prop_assert_eq!(letters(&shown(&children)), letters(&text));
    }
}

fn shown(children: &[Element]) -> String {
    let shown = |child: &Element| match &child.kind {
        Kind::Text(text) => text.clone(),
        _ => self::shown(&child.children),
    };
    children.iter().map(shown).collect()
}

#[test]
fn long_texts_are_read_at_once() {
    let start = Instant::now();
    for pattern in [
        "*",
        "*a ",
        "**a _b ",
        "`",
        "`a``b",
        "[",
        "![",
        "[a](",
        "[a]: ",
        "<",
        "<a b=\"",
        "<!--",
        "<i>",
        "*<i>",
        "$$",
        "$",
        "(",
        "\"",
        "'\"",
        "&",
        "{:",
        "{:.a ",
        "{::comment}",
        "~~a ",
        "<http:a",
        "\\",
        "[^1",
        "--",
        "  \n",
        "![[a]",
    ] {
        let text = pattern.repeat(100_000 / pattern.len());
        parse(&text, &mut Definitions::default(), &Options::default());
    }
    let text = "[".repeat(50_000) + &"]".repeat(50_000);
    parse(&text, &mut Definitions::default(), &Options::default());
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}
