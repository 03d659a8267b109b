//! The sections of a text, for those who look for one of them.

use crate::bundle::{Markup, Section};
use crate::markdown::{Heading, headings};
use crate::press::post::Post;

/// Fewer sections are in view without a list of them.
const FEWEST: usize = 3;

/// The headings of a post's text, of the two highest levels that divide it; none if they are too few to choose from.
pub fn sections(post: &Post) -> Vec<Section> {
    match post.markup {
        Markup::Markdown => sections_of(&headings(&post.text), &post.heading_ids),
        Markup::Html => Vec::new(),
    }
}

fn sections_of(headings: &[Heading], ids: &[String]) -> Vec<Section> {
    let named: Vec<(&Heading, &String)> =
        headings.iter().zip(ids).filter(|(heading, id)| !heading.text.trim().is_empty() && !id.is_empty()).collect();
    let named = without_title(&named);
    let highest = named.iter().map(|(heading, _)| heading.level).min().unwrap_or_default();
    let second = named.iter().map(|(heading, _)| heading.level).filter(|level| highest < *level).min();
    let listed = named.iter().filter(|(heading, _)| heading.level == highest || Some(heading.level) == second);
    let sections: Vec<Section> = listed
        .map(|(heading, id)| Section {
            level: if heading.level == highest { 1 } else { 2 },
            id: (*id).clone(),
            title: heading.text.split_whitespace().collect::<Vec<_>>().join(" "),
        })
        .collect();
    if sections.len() < FEWEST { Vec::new() } else { sections }
}

/// A first heading above all others does not divide a text but names it.
fn without_title<'a, 'b>(named: &'a [(&'b Heading, &'b String)]) -> &'a [(&'b Heading, &'b String)] {
    match named.split_first() {
        Some(((title, _), rest)) if rest.iter().all(|(heading, _)| title.level < heading.level) => rest,
        _ => named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(text: &str) -> Vec<(u32, String)> {
        let headings = headings(text);
        let ids: Vec<String> = (0..headings.len()).map(|number| format!("h{number}")).collect();
        sections_of(&headings, &ids).into_iter().map(|section| (section.level, section.title)).collect()
    }

    fn expected(sections: &[(u32, &str)]) -> Vec<(u32, String)> {
        sections.iter().map(|(level, title)| (*level, (*title).to_owned())).collect()
    }

    #[test]
    fn the_two_highest_levels_divide_a_text() {
        assert_eq!(listed("## A\n\n### B\n\n#### no\n\n## C *d* `e`\n"), expected(&[(1, "A"), (2, "B"), (1, "C d e")]));
        assert_eq!(listed("# A\n\n# B\n\n### C\n"), expected(&[(1, "A"), (1, "B"), (2, "C")]));
        assert_eq!(listed("### B\n\n## A\n\n## C\n"), expected(&[(2, "B"), (1, "A"), (1, "C")]));
    }

    #[test]
    fn a_title_is_no_section() {
        assert_eq!(listed("# T\n\n## A\n\n## B\n\n### C\n"), expected(&[(1, "A"), (1, "B"), (2, "C")]));
        assert_eq!(listed("# T\n\n## A\n\n## B\n"), []);
    }

    #[test]
    fn few_sections_are_not_listed() {
        assert_eq!(listed("## A\n\n## B\n\n#### \n"), []);
        assert_eq!(listed(""), []);
    }
}
