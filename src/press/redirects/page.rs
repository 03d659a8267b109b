//! The page of a redirect.

use super::{Destination, Redirect};
use crate::bundle::{Annotations, Bundle, Metadata};
use crate::html::escape;
use crate::site::Site;

/// Goes where the page leads if the reader's address has a fragment. Every page's policy names it, so that there is one
/// policy.
pub const KEEP_FRAGMENT: &str = include_str!("../../moved.js");

/// What the template needs of a page without the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPage {
    /// Of `<html lang>`.
    pub language: String,
    /// Of `<title>`.
    pub title: String,
    /// The page's tags in the head.
    pub tags: String,
    /// The inside of the root element.
    pub body: String,
}

/// The data of an address that leads to a page of this site, by which the app follows it without loading a document.
pub fn moved_data(redirect: &Redirect, site: &Site) -> Option<Bundle> {
    let Destination::Here(path, suffix) = &redirect.to else { return None };
    let metadata = Metadata {
        title: redirect.title.clone(),
        permalink: redirect.from.clone(),
        redirect_to: site.base.join(path) + suffix,
        ..Metadata::default()
    };
    Some(Bundle { metadata, annotations: Annotations::default(), text: String::new() })
}

/// A page that sends browsers on at once, tells search engines where to, and shows a link to everybody else.
pub fn moved_page(redirect: &Redirect, site: &Site) -> MovedPage {
    let (address, canonical) = match &redirect.to {
        Destination::Here(path, suffix) => {
            (site.base.join(path) + suffix, site.absolute(path) + suffix.split('#').next().unwrap_or_default())
        }
        Destination::Elsewhere(url) => (url.clone(), url.clone()),
    };
    let (address, canonical, title) = (escape(&address), escape(&canonical), escape(&redirect.title));
    MovedPage {
        language: if redirect.lang.is_empty() { site.lang.clone() } else { redirect.lang.clone() },
        title: format!("{} · {}", redirect.title, site.title),
        tags: format!(
            "<script data-to=\"{address}\">{KEEP_FRAGMENT}</script>\n<meta http-equiv=\"refresh\" content=\"0; url={address}\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <link rel=\"canonical\" href=\"{canonical}\">\n"
        ),
        body: format!(
            "<main class=\"document\"><header><h1>{title}</h1></header>\
             <div class=\"prose\"><p>This page is now at <a href=\"{address}\">{canonical}</a>.</p></div></main>"
        ),
    }
}
