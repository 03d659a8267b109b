//! Ids of headings, as Jekyll makes them, so that old links to sections keep working.

use crate::markdown::{Heading, headings};
use crate::page::{PAYLOAD_ID, ROOT_ID};

use super::kramdown::ids::{FreeIds, NAMELESS, gfm_base};

/// An id for each heading of a Markdown text, in order: the author's own, else one made of the heading's text by the
/// rule of kramdown's GFM parser (`generate_gfm_header_id`), which is Jekyll's default. None is given twice, and none that
/// the page around the text has.
pub fn heading_ids(text: &str) -> Vec<String> {
    let headings = headings(text);
    let own_ids = headings.iter().filter_map(|heading| heading.own_id.clone());
    let mut free = FreeIds::besides(own_ids.chain(ids_of_the_page()));
    let id = |Heading { own_id, text, .. }: &Heading| own_id.clone().unwrap_or_else(|| free.take(&base_id(text)));
    headings.iter().map(id).collect()
}

/// The ids as they are, but for those that are empty, given before, or an id of the page around the text: the page must
/// have each once.
pub fn each_once(ids: Vec<String>) -> Vec<String> {
    let mut free = FreeIds::besides(ids_of_the_page());
    ids.iter().map(|id| free.take(id)).collect()
}

fn ids_of_the_page() -> impl Iterator<Item = String> {
    [ROOT_ID, PAYLOAD_ID].into_iter().map(str::to_owned)
}

fn base_id(text: &str) -> String {
    let id = gfm_base(text);
    if id.is_empty() { NAMELESS.to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_jekylls() {
        for (text, id) in [
            ("Learnings", "learnings"),
            ("Domain expert & innovation", "domain-expert--innovation"),
            ("2.0 is here!", "20-is-here"),
            ("snake_case and kebab-case", "snake_case-and-kebab-case"),
            ("日本語 の見出し", "日本語-の見出し"),
            ("!?", "section"),
        ] {
            assert_eq!(base_id(text), id);
        }
    }

    #[test]
    fn known_ids_are_changed_only_if_they_must_be() {
        let ids = each_once(["a", "", "a", "", "lectern", "a-1"].map(str::to_owned).to_vec());
        assert_eq!(ids, ["a", "section", "a-1", "section-1", "lectern-1", "a-1-1"]);
    }

    #[test]
    fn no_id_is_given_twice() {
        let ids = heading_ids("# A\n\n# A\n\n# B {#a-1}\n\n# A\n\n# B {#mine}\n");
        assert_eq!(ids, ["a", "a-2", "a-1", "a-3", "mine"]);
        assert_eq!(heading_ids("# Lectern\n\n# Lectern page\n"), ["lectern-1", "lectern-page-1"]);
    }
}
