//! Which words stand for which.

use super::*;

#[test]
fn the_beginning_of_the_last_word_is_enough() {
    let mut blog = Searched::new(&blog());
    assert_eq!(blog.paths("shall"), ["/heron/"]);
    assert_eq!(blog.paths("ki"), ["/kite/"]);
    assert!(blog.paths("shall ").is_empty(), "it is not typed any more");
}

#[test]
fn other_forms_of_a_word_are_found() {
    let mut blog = Searched::new(&blog());
    assert_eq!(blog.paths("kite ").first().map(String::as_str), Some("/kite/"));
    assert_eq!(blog.paths("haus "), ["/reiher/"]);
    // No text has this form.
    assert!(blog.paths("publish ").contains(&"/kite/".to_owned()));
}

#[test]
fn mistakes_are_forgiven_and_told() {
    let mut blog = Searched::new(&blog());
    for (typed, meant) in [("hreon", "heron"), ("eron", "heron"), ("herom ", "heron"), ("publushedd ", "published")] {
        let answer = blog.answer(typed);
        assert!(answer.close && answer.hits.iter().any(|hit| hit.path == "/kite/"), "{typed}");
        assert_eq!(answer.meant.as_deref().map(str::trim), Some(meant), "{typed}");
    }
    assert_eq!(blog.answer("red hreon").meant.as_deref(), Some("red heron"));
    assert_eq!(blog.answer("\"hreon\"").total, 0, "what is quoted is meant so");
    assert_eq!(blog.answer("kte").total, 0, "short words are words of their own");
}

#[test]
fn marks_and_case_make_no_difference() {
    let mut blog = Searched::new(&blog());
    for query in ["NAIVE", "naïve", "c++", "hauser", "fluss"] {
        assert_eq!(blog.paths(query).len(), 1, "{query}");
    }
}

#[test]
fn scripts_without_blanks_are_searched_by_any_part() {
    let mut blog = Searched::new(&blog());
    for query in ["図書館", "東京都", "館", "一九〇八年", "都立図書", "rust 本"] {
        assert_eq!(blog.paths(query), ["/tokyo/"], "{query}");
    }
    let hit = blog.answer("図書館は").hits.remove(0);
    assert_eq!(hit.sections[0].excerpt[1], "図書館は");
    assert_eq!(blog.paths("학교"), ["/seoul/"]);
    assert_eq!(blog.paths("읽었"), ["/seoul/"]);
}

#[test]
fn a_wrong_letter_is_forgiven_where_letters_are_not_put_together_to_words() {
    let mut blog = Searched::new(&blog());
    // In the middle, at the beginning, at the end, and one too many; with blanks around, and beside other words.
    for query in ["都立河書館", "川京都立図書", "東京都立図川", "都立川図書館", "rust 都立河書館 "]
    {
        let answer = blog.answer(query);
        let paths: Vec<&str> = answer.hits.iter().map(|hit| hit.path.as_str()).collect();
        assert_eq!(paths, ["/tokyo/"], "{query}");
        assert!(answer.close && answer.meant.is_none(), "{query}");
    }
    assert_eq!(blog.paths("학교에소 책을"), ["/seoul/"]);
    assert_eq!(blog.answer("図川館").total, 0, "short ones are meant so");
    assert_eq!(blog.answer("\"都立河書館\"").total, 0, "and so is what is quoted");
    assert_eq!(blog.answer("川京都河図書").total, 0, "two wrong letters are too many");
    assert!(!blog.answer("東京都立図書館").close);
}

#[test]
fn a_post_with_most_of_the_words_is_better_than_none() {
    let answer = Searched::new(&blog()).answer("grey heron shallows xylophone");
    assert!(answer.close);
    assert_eq!(answer.hits[0].path, "/heron/");
}

#[test]
fn words_to_be_marked_are_told() {
    let answer = Searched::new(&blog()).answer("kite ");
    let words: Vec<&str> = answer.words.iter().map(|marked| marked.word.as_str()).collect();
    assert!(words.contains(&"kite") || words.contains(&"kites"), "{words:?}");
    let answer = Searched::new(&blog()).answer("her");
    assert!(answer.words.iter().any(|marked| marked.word == "her" && marked.is_prefix));
}
