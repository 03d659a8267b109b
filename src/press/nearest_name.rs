//! The known name that an author probably meant.

use strsim::{jaro_winkler, normalized_damerau_levenshtein};

/// See [`like_name`].
const LIKE_ENOUGH: f64 = 0.8;

/// The name nearest to a mistyped one. `None` if there are no names.
pub fn nearest_name<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    names.max_by(|one, other| likeness(&typed, one).total_cmp(&likeness(&typed, other)))
}

/// The nearest name if it is like enough to be worth a question.
pub fn like_name<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_name(typed, names).filter(|near| LIKE_ENOUGH <= likeness(&typed.to_lowercase(), near))
}

/// How like two names are, from 0 to 1. Slips of the fingers anywhere count alike, but a common beginning is worth a
/// little more.
pub fn likeness(typed: &str, name: &str) -> f64 {
    let name = name.to_lowercase();
    normalized_damerau_levenshtein(typed, &name) + 0.2 * jaro_winkler(typed, &name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["title", "description", "author", "url", "base", "lang", "permalink", "timezone", "posts_per_page"];
        for (typed, meant) in [
            ("time_zone", "timezone"),
            ("tilte", "title"),
            ("Base", "base"),
            ("post_per_page", "posts_per_page"),
            ("perma", "permalink"),
        ] {
            assert_eq!(nearest_name(typed, keys.into_iter()), Some(meant), "{typed}");
        }
        assert_eq!(nearest_name("x", [].into_iter()), None);
    }
}
