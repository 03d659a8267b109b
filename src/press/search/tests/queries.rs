//! What queries find.

use super::blog::{many, post};
use super::*;

#[test]
fn a_title_is_before_a_heading_and_that_before_a_text() {
    let mut blog = Searched::new(&blog());
    assert_eq!(blog.paths("nest"), ["/nest-boxes/", "/heron/"]);
    assert_eq!(blog.paths("heron"), ["/heron/", "/kite/"]);
    assert_eq!(blog.paths("heron church"), ["/kite/"]);
}

#[test]
fn hits_lead_to_the_section_with_the_words_marked() {
    let answer = Searched::new(&blog()).answer("alder heron");
    let hit = &answer.hits[0];
    assert_eq!(hit.title, ["The ", "heron", " of the lower river"]);
    assert_eq!(hit.sections[0].anchor, "where-it-nests");
    assert_eq!(hit.sections[0].heading, ["Where it nests"]);
    assert_eq!(hit.sections[0].excerpt, ["The nest is high in an ", "alder", ", and ", "herons", " return to it."]);
    assert_eq!(hit.day, "2024-09-15");
    assert_eq!((answer.total, answer.close, answer.meant), (1, false, None));
}

#[test]
fn phrases_are_found_as_they_are_written() {
    let mut small = Searched::new(&blog());
    assert_eq!(small.paths("\"lower river\"").len(), 2);
    assert_eq!(small.paths("\"the lower river\""), ["/heron/"]);
    assert!(small.paths("\"river lower\"").is_empty());
    assert_eq!(small.paths("\"図書館は\""), ["/tokyo/"]);
    // Here all words are frequent, and the index itself knows the pairs.
    let documents = many(300);
    let mut large = Searched::new(&documents);
    let phrase = "river heron nest";
    let having = documents.iter().filter(|document| document.sections[0].blocks[0].text().contains(phrase));
    let expected: std::collections::BTreeSet<&str> = having.map(|document| document.path.as_str()).collect();
    assert!(2 < expected.len());
    let request = Request { query: format!("\"{phrase}\""), order: Order::Relevance, from: 0, count: 300 };
    let total = large.answer(&request.query).total;
    assert_eq!(total as usize, expected.len());
}

#[test]
fn words_beside_each_other_come_first() {
    let mut documents = many(200);
    documents
        .insert(0, post("/together/", "Number", (2025, 1, 1), "en", &[("", &format!("{} zzz", "rain ".repeat(20)))]));
    documents[0].sections[0].blocks = vec![Block::Text(format!("winter field {}", "rain rain ".repeat(15)))];
    let mut blog = Searched::new(&documents);
    let first = blog.answer("winter field").hits.remove(0);
    let text: String = first.sections[0].excerpt.concat();
    assert!(text.contains("winter field"), "{text}");
}

#[test]
fn some_posts_can_be_left_out_and_others_singled_out() {
    let mut blog = Searched::new(&blog());
    assert_eq!(blog.paths("heron -kites"), ["/heron/"]);
    assert_eq!(blog.paths("heron -kite"), ["/heron/"], "other forms of the word, too");
    assert_eq!(blog.paths("category:birds"), ["/heron/", "/kite/"]);
    assert_eq!(blog.paths("category:\"field notes\""), ["/heron/"]);
    assert_eq!(blog.paths("heron author:ada"), ["/kite/"]);
    assert_eq!(blog.paths("tag:Rivers nest"), ["/heron/"]);
    assert_eq!(blog.paths("year:2024"), ["/heron/", "/kite/"]);
    assert_eq!(blog.paths("before:2024-05-17 after:2022"), ["/nest-boxes/", "/reiher/"]);
    assert_eq!(blog.paths("after:2024-05-17 before:2024-05-18"), ["/kite/"]);
    assert_eq!(blog.paths("after:2024-06"), ["/heron/"]);
    assert!(blog.paths("tag:nothing").is_empty());
}

#[test]
fn the_newest_come_first_where_that_is_asked_for() {
    let mut blog = Searched::new(&blog());
    let paths = |answer: Answer| answer.hits.into_iter().map(|hit| hit.path).collect::<Vec<_>>();
    assert_eq!(paths(blog.ask("nest", Order::Date)), ["/heron/", "/nest-boxes/"]);
}

#[test]
fn an_empty_query_finds_nothing_and_a_page_is_found_as_a_post_is() {
    let mut blog = Searched::new(&blog());
    assert_eq!(blog.answer("  ").total, 0);
    assert_eq!(blog.paths("about"), ["/about/"]);
    assert_eq!(Searched::new(&[]).answer("heron").total, 0);
}

#[test]
fn a_query_brings_no_more_of_a_larger_blog() {
    let fetched = |count| {
        let mut blog = Searched::new(&many(count));
        assert_eq!(blog.paths("marker77 "), ["/77/"]);
        blog.fetched
    };
    assert!(fetched(2000) <= fetched(200) + 3);
}
