//! The addresses of an old site, and which of them the new one keeps.
//!
//! They come from its `sitemap.xml` or `feed.xml`. An address is kept if a host that knows nothing but files answers it
//! with a page: `/a` is answered by `a.html` and by `a/index.html`, `/a/` only by the second.

use std::collections::HashMap;

use super::addresses::{Addresses, Place, Wanted};
use super::post::{Post, PostKind};
use crate::permalink::Permalink;

mod read;
mod report;

pub use read::{OldUrlError, read};
pub use report::OldUrlReport;

/// What answers an old address. The order is that of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// A post.
    Post,
    /// A standalone page.
    Page,
    /// A page that leads to another address.
    Redirect,
    /// A list of posts.
    List,
    /// A feed or sitemap.
    Feed,
    /// A file that is copied as it is.
    File,
}

/// What became of the addresses of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many are answered, and by what.
    pub answers: HashMap<Answer, usize>,
    /// Those that nothing answers, in the order of the file.
    pub gone: Vec<Gone>,
}

/// An address that nothing answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The decoded path.
    pub path: String,
    /// A like address that the site has.
    pub nearest: Option<String>,
}

/// The pages that a site will have, by their files.
#[derive(Debug, Default)]
pub struct Pages(HashMap<String, Answer>);

impl Pages {
    /// The pages of documents that are shown.
    pub fn new<'a>(documents: impl Iterator<Item = &'a Post>) -> Pages {
        let answer = |post: &Post| if post.kind == PostKind::Page { Answer::Page } else { Answer::Post };
        Pages(documents.map(|post| (post.permalink.page_file(), answer(post))).collect())
    }

    /// Adds the page of a redirect.
    pub fn add_redirect(&mut self, from: &Permalink) {
        self.0.entry(from.page_file()).or_insert(Answer::Redirect);
    }

    fn answer(&self, path: &Permalink) -> Option<Answer> {
        let in_folder = || self.0.get(&format!("{}/index.html", path.as_str().trim_matches('/')));
        let is_bare = !path.as_str().ends_with('/');
        self.0.get(&path.page_file()).or_else(|| if is_bare { in_folder() } else { None }).copied()
    }
}

/// Tells which addresses are kept. Each is a URL or a path; the host does not matter, for it may be the old one.
pub fn kept(urls: &[String], pages: &Pages, addresses: &Addresses) -> Kept {
    let mut kept = Kept::default();
    let mut seen = std::collections::HashSet::new();
    for url in urls {
        let paths = paths(url, addresses);
        let Some(first) = paths.first().filter(|first| seen.insert(Permalink::from_url_path(first))) else { continue };
        match paths.iter().find_map(|path| answer(path, pages, addresses)) {
            Some(answer) => *kept.answers.entry(answer).or_default() += 1,
            None => kept.gone.push(Gone { path: first.clone(), nearest: nearest(&paths, addresses) }),
        }
    }
    kept
}

/// The decoded paths that a URL may mean: with and without the folder that the site is in.
fn paths(url: &str, addresses: &Addresses) -> Vec<String> {
    let url = url.split(['#', '?']).next().unwrap_or_default();
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|start| rest.get(start..)).unwrap_or("/"),
        None => url,
    };
    match addresses.place(path) {
        Place::Root(paths) => paths,
        Place::Whole(_) | Place::Elsewhere | Place::Relative(_) => Vec::new(),
    }
}

fn answer(path: &str, pages: &Pages, addresses: &Addresses) -> Option<Answer> {
    let tidy = Permalink::from_url_path(path)?;
    if let Some(answer) = pages.answer(&tidy) {
        return Some(answer);
    }
    let is_exact =
        |wanted| addresses.find(path, wanted).is_some_and(|found| !found.is_other_case && found.path == tidy.as_str());
    if is_exact(Wanted::File) {
        return Some(Answer::File);
    }
    let is_feed = path.ends_with(".xml") || path.ends_with(".json") || path.ends_with(".txt");
    is_exact(Wanted::Page).then_some(if is_feed { Answer::Feed } else { Answer::List })
}

fn nearest(paths: &[String], addresses: &Addresses) -> Option<String> {
    let means = |path: &String| addresses.find(path, Wanted::Page).map(|found| found.path);
    let found = paths.iter().find_map(means);
    found.or_else(|| paths.iter().find_map(|path| addresses.nearest(path, Wanted::Page)))
}

#[cfg(test)]
mod tests;
