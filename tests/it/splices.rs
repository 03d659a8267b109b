//! What holds for texts that are put together of parts of the attacks, which no list of attacks could hold.

use std::sync::LazyLock;

use lectern::base::Base;
use lectern::bundle::{Bundle, Markup};
use lectern::markdown;
use lectern::press::front_matter;
use lectern::press::kramdown::document::Options;
use lectern::press::kramdown::lower::{Deviations, lower};
use lectern::press::sanitize;
use proptest::prelude::*;
use scraper::Html;

use super::attacks::vectors::{self, Means};
use super::attacks::{article, frame};
use super::fixture;
use super::html::{all, article_faults, as_parsed, one, with_sorted_attributes};
use super::pathological::stages::evaluate;
use super::site::Draft;

/// Every attack, and its parts between the signs at which markup begins and ends.
static PARTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let attacks = vectors::all(vectors::HOST).into_iter().filter(|attack| attack.means != Means::FileName);
    let mut parts = Vec::new();
    for attack in attacks {
        parts.extend(attack.source.split_inclusive(['>', '\n', ']', ')', '}']).map(str::to_owned));
        parts.extend(attack.source.split(['<', '"', '[', '{']).map(|part| format!("<{part}")));
        parts.push(attack.source);
    }
    parts.sort_unstable();
    parts.dedup();
    parts
});

/// A text of some parts, each whole or cut off.
fn text() -> impl Strategy<Value = String> {
    let part = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8).prop_map(|(part, cut, way)| {
        let part = part.get(&PARTS);
        let cut = part.floor_char_boundary(cut.index(part.len() + 1));
        match way {
            0 => part[cut..].to_owned(),
            1 => part[..cut].to_owned(),
            _ => part.clone(),
        }
    });
    let gap = prop::sample::select(vec!["", "", " ", "\n", "\n\n", "</", "<", "\n> ", "\n- "]);
    prop::collection::vec((part, gap), 1..10)
        .prop_map(|parts| parts.into_iter().map(|(part, gap)| part + gap).collect())
}

fn bundle(text: &str, markup: Markup) -> Bundle {
    let mut bundle = fixture::bundle(text);
    bundle.metadata.markup = markup;
    bundle
}

fn cleaned(text: &str, markup: Markup) -> String {
    sanitize::article(&bundle(text, markup), &Base::parse("/repo/"), &crate::fixture::words())
}

proptest! {
    #[test]
    fn articles_hold_nothing_that_harms(text in text(), is_html: bool) {
        let markup = if is_html { Markup::Html } else { Markup::Markdown };
        let clean = cleaned(&text, markup);
        let around = Html::parse_fragment(&format!("<div>{clean}</div>"));
        prop_assert_eq!(article::faults(one(&around, "html > div:first-child")), [""; 0]);
        prop_assert_eq!(article_faults(&clean), [""; 0]);
    }

    /// What is clean stays as it is, whoever cleans it again.
    #[test]
    fn cleaning_twice_is_cleaning_once(text in text()) {
        let clean = cleaned(&text, Markup::Html);
        prop_assert_eq!(cleaned(&clean, Markup::Html), clean);
    }

    /// What the press has written is what browsers read: nothing changes its meaning by being read once more.
    #[test]
    fn articles_are_read_as_they_are_written(text in text(), is_html: bool) {
        let clean = cleaned(&text, if is_html { Markup::Html } else { Markup::Markdown });
        prop_assert_eq!(as_parsed(&clean), with_sorted_attributes(&clean));
    }

    #[test]
    fn front_matter_is_read_to_its_end(text in text(), is_closed: bool) {
        let file = format!("---\n{text}{}", if is_closed { "\n---\ntext\n" } else { "" });
        let (document, _) = front_matter::read(&file, Vec::new());
        prop_assert!(file.ends_with(&document.text));
        front_matter::read(&text, Vec::new());
    }

    #[test]
    fn templates_are_evaluated_to_their_end(text in text()) {
        let evaluated = evaluate(&text);
        let is_plain = !text.contains("{{") && !text.contains("{%");
        prop_assert!(!is_plain || evaluated == text, "{}", text);
    }

    #[test]
    fn lowered_texts_have_an_id_for_each_heading(text in text()) {
        let lowered = lower(&text, &Options::default(), Deviations::OnPurpose);
        prop_assert_eq!(lowered.heading_ids.len(), markdown::headings(&lowered.text).len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 16, ..ProptestConfig::default() })]

    /// The whole way, from files to pages.
    #[test]
    fn posts_are_pressed(texts in prop::collection::vec(text(), 8)) {
        let harmless = ["2020-01-01-first.md", "2022-01-01-harmless.md", "2024-01-01-last.md"];
        let front_matter = "title: A post\ndescription: Words";
        let mut draft = harmless.iter().fold(Draft::new(), |draft, name| draft.post(name, front_matter, "Words."));
        for (number, text) in texts.iter().enumerate() {
            let ending = if number % 4 == 0 { "html" } else { "md" };
            let front_matter = format!("{front_matter}\ndate: 2021-01-01 00:{number:02}:00");
            draft = draft.post(&format!("2021-01-01-attack-{number}.{ending}"), &front_matter, text);
        }
        let site = draft.press();
        let usual = frame::outline(&site.page("2022/01/01/harmless.html"));
        for (number, text) in texts.iter().enumerate() {
            let page = site.page(&format!("2021/01/01/attack-{number}.html"));
            prop_assert_eq!(&frame::outline(&page), &usual, "{}", text);
            let faults: Vec<String> = all(&page, ".prose").into_iter().flat_map(article::faults).collect();
            prop_assert_eq!(faults, [""; 0], "{}", text);
        }
    }
}
