//! Addresses that mean the same wherever they are read.

use std::borrow::Cow;

use url::{Position, Url};

use crate::permalink::Permalink;
use crate::site::Site;

/// Stands for the host of a site that does not know its own; such a name is nobody's (RFC 2606).
const NO_HOST: &str = "https://lectern.invalid";

/// The id of what has a decoded path. Paths are no ids in Atom, so a site that does not know its host makes names of
/// them.
pub(super) fn id(site: &Site, path: &str) -> String {
    if site.url.is_empty() { format!("urn:x-lectern:{}", site.base.join(path)) } else { site.absolute(path) }
}

/// The address of a page, against which those in its article are read.
pub(super) struct PageAddress {
    url: Option<Url>,
    has_host: bool,
}

impl PageAddress {
    pub(super) fn new(site: &Site, page: &Permalink) -> PageAddress {
        let known = Url::parse(&site.absolute(page.as_str())).ok();
        let has_host = known.is_some();
        let url = known.or_else(|| Url::parse(&format!("{NO_HOST}{}", site.base.href(page))).ok());
        PageAddress { url, has_host }
    }

    /// An address of the article in full, or a path from the root if the host is not known.
    pub(super) fn resolve<'a>(&self, address: &'a str) -> Cow<'a, str> {
        let is_full = Url::parse(address).is_ok() || (!self.has_host && address.starts_with("//"));
        match self.url.as_ref().filter(|_| !is_full).and_then(|url| url.join(address).ok()) {
            None => Cow::Borrowed(address),
            Some(url) if self.has_host => Cow::Owned(url.into()),
            Some(url) => Cow::Owned(url[Position::BeforePath..].to_owned()),
        }
    }
}
