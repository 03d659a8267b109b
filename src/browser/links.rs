//! Which clicks the app follows itself. All others stay the browser's.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use super::dom;
use crate::base::Base;
use crate::permalink::Permalink;

/// An address of this site that the app can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The page.
    pub(super) permalink: Permalink,
    /// The whole address, with query and fragment.
    pub(super) url: String,
    /// What follows `#`; empty if nothing does.
    pub(super) fragment: String,
}

impl Target {
    /// Where the browser is now; `None` if that is outside the base.
    pub(super) fn of_location(base: &Base) -> Option<Target> {
        let location = dom::window()?.location();
        target(base, &location.pathname().ok()?, &location.search().ok()?, &location.hash().ok()?)
    }

    /// Where this target has moved to: a path with what may follow it. It keeps the fragment if that has none.
    pub(super) fn moved(&self, base: &Base, address: &str) -> Option<Target> {
        let (address, hash) = address.split_once('#').unwrap_or((address, &self.fragment));
        let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
        let hash = if hash.is_empty() { String::new() } else { ["#", hash].concat() };
        target(base, path, query, &hash).filter(|moved| moved.permalink != self.permalink)
    }
}

/// The link that a click is on, if the app is to follow it: a plain click of the first button, on a link of
/// this site that opens here and is not a download.
pub(super) fn followed_link(base: &Base, event: &MouseEvent) -> Option<Target> {
    let has_modifier = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || has_modifier {
        return None;
    }
    internal_link(base, event)
}

/// The link under an event's target, if the app can show where it leads.
pub(super) fn internal_link(base: &Base, event: &Event) -> Option<Target> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let anchor: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let opens_elsewhere = !matches!(anchor.target().as_str(), "" | "_self") || anchor.has_attribute("download");
    let is_external = anchor.rel().split_ascii_whitespace().any(|rel| rel == "external");
    let origin = dom::window()?.location().origin().ok()?;
    if opens_elsewhere || is_external || anchor.origin() != origin {
        return None;
    }
    target(base, &anchor.pathname(), &anchor.search(), &anchor.hash())
}

fn target(base: &Base, path: &str, query: &str, hash: &str) -> Option<Target> {
    let decoded = js_sys::decode_uri_component(base.strip(path)?).ok()?.as_string()?;
    let permalink = Permalink::from_url_path(&decoded)?;
    if !names_a_page(&permalink) {
        return None;
    }
    let fragment = hash.trim_start_matches('#').to_owned();
    Some(Target { permalink, url: format!("{path}{query}{hash}"), fragment })
}

/// Whether a path may be a page's: `/a/`, `/a.html`, `/a`. A feed, a picture or an archive is a file for the
/// browser; one whose name only looks like a page's costs a look at its data and then is opened all the same.
fn names_a_page(permalink: &Permalink) -> bool {
    permalink.as_str().ends_with('/') || permalink.as_str().ends_with(".html") || !permalink.name().contains('.')
}
