//! Addresses that lead elsewhere: those that a document had before, and documents that are on another site now.
//!
//! The keys are those of jekyll-redirect-from, `redirect_from` and `redirect_to`; `paginate_path` adds the pages of the
//! home list. Each such address gets a page of
//! its own that works without scripts. Beside it is where it leads, for the app, unless that is another site: then the
//! app leaves it to the browser.

use std::collections::{HashMap, HashSet};

use super::addresses::{Addresses, Place, Wanted};
use super::blog::Blog;
use super::diagnostic::{Diagnostic, LinkProblem, Problem};
use super::links::{Meaning, meaning};
use super::post::Post;
use super::source;
use crate::permalink::Permalink;

mod old_address;
mod old_lists;
mod page;

pub use old_address::{OldAddress, claim};
pub use old_lists::old_lists;
pub use page::{KEEP_FRAGMENT, MovedPage, moved_data, moved_page};

/// All redirects of a site.
#[derive(Debug, Default)]
pub struct Redirects {
    /// Their pages.
    pub pages: Vec<Redirect>,
    /// The documents among them.
    departed: HashSet<Permalink>,
}

/// An address that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The address.
    pub from: Permalink,
    /// The title of the document.
    pub title: String,
    /// BCP 47 tag of its language, if not the site's.
    pub lang: String,
    /// Where it leads.
    pub to: Destination,
}

/// Where a redirect leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a decoded path of this site, with a query and a fragment as written.
    Here(String, String),
    /// To another site.
    Elsewhere(String),
}

/// A redirect further than this is followed no more.
const LONGEST_CHAIN: usize = 100;

impl Redirects {
    /// Finds where old addresses and departed documents lead. `folder` is the one that the sources' names begin with.
    pub fn new(blog: &Blog, old: &[OldAddress], addresses: &Addresses, folder: &str) -> (Redirects, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let documents = || blog.documents();
        let mut destinations: HashMap<&Permalink, Destination> = HashMap::new();
        for post in documents() {
            let (destination, problem) = destination(post, addresses, folder);
            destinations.extend(destination.map(|destination| (&post.permalink, destination)));
            diagnostics.extend(problem.map(|problem| Diagnostic::of_file(&post.source, Problem::Link(problem))));
        }
        let looped: HashSet<&Permalink> =
            documents().map(|post| &post.permalink).filter(|from| leads_back(from, &destinations)).collect();
        for post in documents().filter(|post| looped.contains(&post.permalink)) {
            let target = post.redirect_to.clone().unwrap_or_default();
            let problem = Problem::Link(LinkProblem::RedirectLoop { target });
            diagnostics.push(Diagnostic::of_file(&post.source, problem));
        }
        destinations.retain(|from, _| !looped.contains(from));

        let mut pages = Vec::new();
        for OldAddress { from, to } in old {
            let Some(post) = documents().nth(*to) else { continue };
            let here = || Destination::Here(post.permalink.to_string(), String::new());
            let to = destinations.get(&post.permalink).cloned().unwrap_or_else(here);
            pages.push(Redirect { from: from.clone(), to, ..Redirect::of(post) });
        }
        for post in documents() {
            let to = destinations.get(&post.permalink);
            pages.extend(to.map(|to| Redirect { to: to.clone(), ..Redirect::of(post) }));
        }
        let departed = destinations.into_keys().cloned().collect();
        (Redirects { pages, departed }, diagnostics)
    }

    /// Whether the page of a document is only a redirect.
    pub fn has_departed(&self, permalink: &Permalink) -> bool {
        self.departed.contains(permalink)
    }
}

impl Redirect {
    fn of(post: &Post) -> Redirect {
        let to = Destination::Here(String::new(), String::new());
        Redirect { from: post.permalink.clone(), title: post.title.clone(), lang: post.lang.clone(), to }
    }
}

fn destination(post: &Post, addresses: &Addresses, folder: &str) -> (Option<Destination>, Option<LinkProblem>) {
    let Some(written) = post.redirect_to.as_deref().map(str::trim).filter(|to| !to.is_empty()) else {
        return (None, None);
    };
    let (target, suffix) = written.split_at(written.find(['#', '?']).unwrap_or(written.len()));
    let here = |path: String| Some(Destination::Here(path, suffix.to_owned()));
    match meaning(&post.permalink, source::below(&post.source, folder), target, Wanted::Page, addresses) {
        Meaning::AsWritten(path) | Meaning::At(path) | Meaning::OtherCase(path) => (here(path), None),
        Meaning::Elsewhere if is_web_address(target) => (Some(Destination::Elsewhere(written.to_owned())), None),
        Meaning::Elsewhere => (None, Some(LinkProblem::BadRedirect { key: "redirect_to", value: written.to_owned() })),
        Meaning::Missing(problem) => match (&problem, addresses.place(target)) {
            (LinkProblem::NoScheme { .. }, _) => {
                (Some(Destination::Elsewhere(format!("https://{written}"))), Some(problem))
            }
            // It may be a page that something else than Lectern makes.
            (_, Place::Root(paths)) => (paths.into_iter().next().and_then(here), Some(problem)),
            _ => (None, Some(problem)),
        },
    }
}

fn is_web_address(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    ["https://", "http://", "//"].iter().any(|start| lower.starts_with(start))
}

/// Whether following redirects from an address comes back to it.
fn leads_back(from: &Permalink, destinations: &HashMap<&Permalink, Destination>) -> bool {
    let mut here = from.clone();
    for _ in 0..LONGEST_CHAIN {
        let Some(Destination::Here(path, _)) = destinations.get(&here) else { return false };
        let Some(next) = Permalink::from_url_path(path) else { return false };
        here = next;
        if here == *from {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests;
