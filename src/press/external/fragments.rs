//! Places on pages of other sites.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use scraper::Html;
use url::Url;

use crate::press::links::ids_of;
use crate::press::nearest_name::like_name;

/// What GitHub puts before the ids of headings.
const FOREIGN_PREFIX: &str = "user-content-";

/// Places that a page does not have, each with the nearest that it has.
pub(super) type Missing = BTreeMap<String, Option<String>>;

/// The place that an address names, if it is one that the page's own HTML can have: not one that a browser or the page's
/// scripts make.
pub(super) fn wanted(address: &Url) -> Option<String> {
    let fragment = address.fragment()?;
    let is_made = fragment.contains([':', '=', '/', '!', ',', '&', '?', '(']) || is_line(fragment);
    let decoded = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
    (!is_made && !decoded.is_empty() && !decoded.eq_ignore_ascii_case("top")).then_some(decoded)
}

/// Which of the places a page lacks.
pub(super) fn missing(html: &str, wanted: &BTreeSet<String>) -> Missing {
    let ids = ids_of(&Html::parse_document(html));
    let has = |place: &String| ids.contains(place) || ids.contains(&format!("{FOREIGN_PREFIX}{place}"));
    let nearest = |place: &String| {
        let names = ids.iter().map(|id| id.strip_prefix(FOREIGN_PREFIX).unwrap_or(id));
        like_name(place, names).map(str::to_owned)
    };
    wanted.iter().filter(|place| !has(place)).map(|place| (place.clone(), nearest(place))).collect()
}

/// `L10`, `L10-L20`, `issuecomment-12`: made by the scripts of sites for code.
fn is_line(fragment: &str) -> bool {
    let is_made = |rest: &str| rest.starts_with(|char: char| char.is_ascii_digit());
    ["L", "issuecomment-", "discussion_r", "discussioncomment-", "diff-", "comment-"]
        .iter()
        .any(|start| fragment.strip_prefix(start).is_some_and(is_made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_of_html_are_looked_for() {
        for (fragment, place) in [
            ("", None),
            ("#", None),
            ("#top", None),
            ("#in-short", Some("in-short")),
            ("#caf%C3%A9", Some("café")),
            ("#:~:text=river", None),
            ("#L10", None),
            ("#L10-L20", None),
            ("#Lakes", Some("Lakes")),
            ("#/route", None),
            ("#!old", None),
            ("#page=3", None),
            ("#issuecomment-1", None),
        ] {
            let address = Url::parse(&format!("https://example.org/{fragment}")).expect("an address");
            assert_eq!(wanted(&address).as_deref(), place, "{fragment}");
        }
    }

    #[test]
    fn missing_places_come_with_the_nearest() {
        let html = "<h2 id=in-short>x</h2><a name=old></a><h3 id=user-content-usage>y</h3>";
        let wanted = ["in-short", "in-shrot", "old", "usage", "far"].map(str::to_owned).into();
        let expected = [("far".to_owned(), None), ("in-shrot".to_owned(), Some("in-short".to_owned()))];
        assert_eq!(missing(html, &wanted), expected.into());
    }
}
