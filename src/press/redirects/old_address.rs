//! Addresses that documents had before.

use percent_encoding::percent_decode_str;

use crate::permalink::Permalink;
use crate::press::addresses::{OwnSite, Place};
use crate::press::blog::Blog;
use crate::press::claims::Claims;
use crate::press::diagnostic::{Diagnostic, LinkProblem, Problem};

/// An address of before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAddress {
    /// The address.
    pub from: Permalink,
    /// The position of its document among all posts and then all pages.
    pub to: usize,
}

/// Claims the old addresses of all documents. One that a page or a file has is not to be had.
pub fn claim(blog: &Blog, own_site: &OwnSite, claims: &mut Claims) -> (Vec<OldAddress>, Vec<Diagnostic>) {
    let mut old = Vec::new();
    let mut diagnostics = Vec::new();
    for (to, post) in blog.documents().enumerate() {
        for written in &post.redirect_from {
            let from = read(written, own_site).ok_or_else(|| {
                Problem::Link(LinkProblem::BadRedirect { key: "redirect_from", value: written.clone() })
            });
            let claimed = from.and_then(|from| {
                // Whoever names the present address, or one twice, loses nothing.
                let is_own = from.page_file() == post.permalink.page_file();
                let is_known =
                    || old.iter().rev().take_while(|old: &&OldAddress| old.to == to).any(|old| old.from == from);
                if is_own || is_known() {
                    return Ok(None);
                }
                claims.redirect(&from, &post.source).map_err(Problem::Link).map(|()| Some(from))
            });
            match claimed {
                Ok(from) => old.extend(from.map(|from| OldAddress { from, to })),
                Err(problem) => diagnostics.push(Diagnostic::of_file(&post.source, problem)),
            }
        }
    }
    (old, diagnostics)
}

/// An address as authors write it: a path from the site's root, with or without a slash, or a whole URL of this site.
/// What has a query is no file.
fn read(written: &str, own_site: &OwnSite) -> Option<Permalink> {
    let written = written.trim();
    let path = written.split('#').next().filter(|path| !path.is_empty() && !path.contains('?'))?;
    if path.contains("://") {
        let Place::Whole(paths) = own_site.place(path) else { return None };
        return Permalink::from_url_path(paths.first()?);
    }
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    Permalink::from_url_path(&decoded).filter(|permalink| !decoded.contains(':') && permalink.as_str() != "/")
}
