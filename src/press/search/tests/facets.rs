//! What posts found have in common.

use super::*;
use crate::search::answer::Facet;

fn facet(name: &str, filter: &str, posts: u32) -> Facet {
    Facet(name.to_owned(), filter.to_owned(), posts)
}

#[test]
fn terms_and_years_of_what_was_found_are_counted() {
    let facets = Searched::new(&blog()).answer("heron").facets.expect("facets");
    assert_eq!(
        facets.category,
        [facet("birds", "category:birds", 2), facet("Field notes", "category:\"Field notes\"", 1)]
    );
    assert_eq!(facets.tag, [facet("rivers", "tag:rivers", 1)]);
    assert_eq!(facets.author, [facet("Ada", "author:Ada", 1)]);
    assert_eq!(facets.year, [facet("2024", "year:2024", 2)]);
}

#[test]
fn every_filter_that_is_told_finds_what_it_counts() {
    let mut blog = Searched::new(&blog());
    let facets = blog.answer("category:birds").facets.expect("facets");
    for Facet(_, filter, posts) in [facets.category, facets.tag, facets.author, facets.year].concat() {
        assert_eq!(blog.answer(&format!("category:birds {filter}")).total, posts, "{filter}");
    }
}
