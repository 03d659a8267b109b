use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Vec<String> {
    Query::parse(text).words.into_iter().map(|word| word.text).collect()
}

#[test]
fn words_are_cut_as_texts_are() {
    assert_eq!(words("  Élan vital's  C++ "), ["elan", "vital", "s", "c++"]);
    assert_eq!(words("東京都 rust"), ["東京", "京都", "rust"]);
    assert_eq!(words("http://x tag: - \" \""), ["http", "x", "tag"]);
}

#[test]
fn the_last_word_may_be_a_beginning() {
    let is_beginning = |text: &str| Query::parse(text).words.last().unwrap().is_beginning;
    assert!(is_beginning("heron ne") && is_beginning("heron"));
    assert!(!is_beginning("heron ") && !is_beginning("\"heron ne") && !is_beginning("heron tag:x"));
}

#[test]
fn phrases_stand_in_quotation_marks_of_any_kind() {
    for text in ["a \"b c d\" e", "a “b c d” e", "a «b c d» e"] {
        let query = Query::parse(text);
        assert_eq!(query.phrases, [(1, 3)], "{text}");
        assert!(query.words[1].is_quoted && !query.words[0].is_quoted && !query.words[4].is_quoted);
    }
    assert_eq!(Query::parse("\"one").phrases, []);
    assert_eq!(Query::parse("\"one two").phrases, [(0, 1)]);
}

#[test]
fn filters_and_what_must_not_be_there_are_told_apart_from_words() {
    let query =
        Query::parse("heron -nest tag:rivers category:\"two words\" year:2024 before:2024-05-17 after:2023-02 -");
    assert_eq!(query.words.len(), 1);
    assert_eq!(query.without, ["nest"]);
    assert_eq!(
        query.filters,
        [
            Filter::Term(FacetKind::Tag, "rivers".to_owned()),
            Filter::Term(FacetKind::Category, "two words".to_owned()),
            Filter::From(day_number(2024, 1, 0)),
            Filter::Before(day_number(2025, 1, 0)),
            Filter::Before(day_number(2024, 5, 17)),
            Filter::From(day_number(2023, 2, 0)),
        ]
    );
    // What is no date is a word.
    assert_eq!(words("year:soon before:2024-13"), ["year", "soon", "before", "2024", "13"]);
    assert_eq!(words("state-of-the-art"), ["state", "of", "the", "art"]);
}

#[test]
fn words_know_where_they_stand() {
    let text = "tag:x Élan \"vital force\" 東京都";
    for word in Query::parse(text).words {
        let mut found = Vec::new();
        let written = &text[word.start as usize..word.end as usize];
        each_word(written, Purpose::Query, |word, _| found.push(word.to_owned()));
        assert_eq!(found, [word.text]);
    }
}

proptest! {
    #[test]
    fn every_text_is_a_query(text in "(\\PC|[\"“: -]|tag:|year:|before:2024-){0,20}") {
        let query = Query::parse(&text);
        for word in &query.words {
            prop_assert!(text.get(word.start as usize..word.end as usize).is_some());
        }
        for (first, last) in query.phrases {
            prop_assert!(first < last && (last as usize) < query.words.len());
        }
    }
}
