//! Places on pages of the site that links name: `#in-short`.

use std::collections::{BTreeSet, HashMap};

use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use scraper::{Html, Selector};

use crate::markdown::unfiltered;
use crate::page::{PAYLOAD_ID, ROOT_ID};
use crate::press::diagnostic::{Diagnostic, LinkProblem, Position, Problem};
use crate::press::nearest_name::like_name;
use crate::press::post::Post;

/// A link to a place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The page's path, decoded.
    pub page: String,
    /// The place on it, decoded.
    pub place: String,
    /// The address as written.
    pub written: String,
    /// The file that names it.
    pub source: String,
    /// Where it does.
    pub position: Position,
}

/// The place that an address names, decoded; `None` if it is one that browsers know by themselves.
pub(super) fn place(address: &str) -> Option<String> {
    let (_, fragment) = address.split_once('#')?;
    let place = percent_decode_str(fragment).decode_utf8_lossy().into_owned();
    (!place.is_empty() && !place.eq_ignore_ascii_case("top") && !place.starts_with(":~:")).then_some(place)
}

/// Tells of places that pages do not have. Of the pages that are no documents nothing is told.
pub fn check<'a>(anchors: &[Anchor], documents: impl Iterator<Item = &'a Post>) -> Vec<Diagnostic> {
    let wanted: BTreeSet<&str> = anchors.iter().map(|anchor| anchor.page.as_str()).collect();
    let documents = documents.filter(|post| post.redirect_to.is_none() && wanted.contains(post.permalink.as_str()));
    let documents: Vec<&Post> = documents.collect();
    let ids: HashMap<&str, BTreeSet<String>> =
        documents.par_iter().map(|post| (post.permalink.as_str(), ids(post))).collect();
    // The view's own names all hold a colon.
    let is_of_page = |place: &str| [ROOT_ID, PAYLOAD_ID].contains(&place) || place.starts_with("lectern:");
    let missing = anchors.iter().filter_map(|anchor| {
        let ids = ids.get(anchor.page.as_str())?;
        if ids.contains(&anchor.place) || is_of_page(&anchor.place) {
            return None;
        }
        let nearest = like_name(&anchor.place, ids.iter().map(String::as_str)).map(str::to_owned);
        let problem = LinkProblem::NoSuchPlace { target: anchor.written.clone(), nearest };
        Some(Diagnostic::new(&anchor.source, anchor.position, Problem::Link(problem)))
    });
    missing.collect()
}

/// The names of all places on the page of a document.
fn ids(post: &Post) -> BTreeSet<String> {
    ids_of(&Html::parse_fragment(&unfiltered(&post.text, post.markup, &post.heading_ids)))
}

/// The names of all places in HTML.
pub fn ids_of(html: &Html) -> BTreeSet<String> {
    let Ok(selector) = Selector::parse("[id], a[name]") else { return BTreeSet::new() };
    let elements = html.select(&selector);
    elements.flat_map(|element| [element.attr("id"), element.attr("name")]).flatten().map(str::to_owned).collect()
}
