//! The addresses of other sites that documents name, with their places.

use url::Url;

use super::fragments;
use crate::markdown::{Purpose, targets};
use crate::press::addresses::Wanted;
use crate::press::check::{Checked, CheckedDocument};
use crate::press::diagnostic::Place;
use crate::press::links::{Lines, Meaning, meaning};
use crate::press::post::title::decode_entities;

/// A link, a picture or a medium of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// What to ask for.
    pub(super) address: Url,
    /// The place on its page, if it is to have one.
    pub(super) fragment: Option<String>,
    /// As its author wrote it.
    pub(super) written: String,
    pub(super) place: Place,
}

/// All links of all documents that the settings do not leave out, in order.
pub(super) fn links(checked: &Checked) -> Vec<Link> {
    let unchecked = &checked.site.config.unchecked_links;
    let mut links: Vec<Link> = checked.documents.iter().flat_map(|document| of_document(document, checked)).collect();
    links.retain(|link| !unchecked.iter().any(|pattern| pattern.matches(link.address.as_str())));
    links
}

fn of_document(document: &CheckedDocument, checked: &Checked) -> Vec<Link> {
    let CheckedDocument { source, post, .. } = document;
    let mut lines = Lines::of(post);
    let mut links: Vec<Link> = Vec::new();
    let in_front_matter = [Some(post.image.as_str()), post.redirect_to.as_deref()].into_iter().flatten();
    let in_front_matter = in_front_matter.map(|written| (written.to_owned(), Wanted::Page, None));
    let in_text = targets(&post.text, post.markup).into_iter().map(|target| {
        let wanted = if target.purpose == Purpose::Link { Wanted::Page } else { Wanted::File };
        (target.address, wanted, Some(target.range.start))
    });
    for (written, wanted, offset) in in_front_matter.chain(in_text) {
        let Some(address) = outside(&written) else { continue };
        let path = written.split(['#', '?']).next().unwrap_or_default();
        if meaning(&post.permalink, &source.path, path, wanted, &checked.addresses) != Meaning::Elsewhere {
            continue;
        }
        let position = match offset {
            Some(offset) => lines.position(offset),
            None => post.place_in_front_matter(&written),
        };
        let fragment = fragments::wanted(&address);
        let mut without_fragment = address;
        without_fragment.set_fragment(None);
        links.push(Link { address: without_fragment, fragment, written, place: position.in_file(&post.source) });
    }
    links
}

/// An address with a host, asked by way of HTTP.
fn outside(written: &str) -> Option<Url> {
    let decoded = decode_entities(written);
    let decoded = decoded.trim();
    let whole = if decoded.starts_with("//") { format!("https:{decoded}") } else { decoded.to_owned() };
    Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
