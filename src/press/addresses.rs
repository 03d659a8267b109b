//! Every address of the site, and which of them is meant by one that is almost right.
//!
//! Posts are older than the site they are on: their links say what was right under another permalink style, in
//! another folder, on another day of the calendar or on a host that did not tell large letters from small ones.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::blog::Blog;
use super::redirects::OldAddress;
use super::source;
use super::source::name::{DatedName, of_path};
use crate::permalink::Permalink;

mod lists;
mod near;
mod own_site;
mod slugs;

use lists::Lists;
use near::Near;
pub use own_site::{OwnSite, Place};
use slugs::Slugs;

/// The addresses of a site. All paths are decoded and begin with a slash.
#[derive(Debug, Default)]
pub struct Addresses {
    own_site: OwnSite,
    /// The folder of the sources, in messages.
    source_folder: String,
    /// Addresses of pages, and old ones, each with the address that counts.
    pages: HashMap<String, String>,
    files: HashSet<String>,
    /// Addresses of pages without what tells one way of writing them from another.
    similar_pages: HashMap<String, String>,
    /// Files by their lower-case paths.
    similar_files: HashMap<String, String>,
    /// Files by their lower-case names, each the first of its name.
    file_names: HashMap<String, String>,
    /// The folders at the site's root that have files.
    folders: HashSet<String>,
    /// What became of each file of the source folder, by its path below that.
    sources: HashMap<String, String>,
    slugs: Slugs,
    lists: Lists,
    near_pages: Near,
    near_files: Near,
    /// Where other programs have put files of the site.
    staging: Option<PathBuf>,
}

/// What an address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The address that counts.
    pub path: String,
    /// Whether a file has this name only if large letters count as small ones.
    pub is_other_case: bool,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A page, or a file that a reader may open.
    Page,
    /// A file that a page shows.
    File,
}

/// Files that a site is expected to have, made by Lectern or at the time of publishing.
const EXPECTED: [&str; 10] = [
    "/feed.xml",
    "/atom.xml",
    "/rss.xml",
    "/index.xml",
    "/feed.json",
    "/feed/",
    "/rss/",
    "/sitemap.xml",
    "/robots.txt",
    "/llms.txt",
];

impl Addresses {
    /// The addresses of all documents and lists. `folder` is the one that the sources' names begin with.
    pub fn new(own_site: OwnSite, blog: &Blog, folder: &str) -> Addresses {
        let source_folder = folder.to_owned();
        let mut addresses = Addresses { own_site, source_folder, lists: Lists::of(blog), ..Addresses::default() };
        for post in blog.documents() {
            let path = post.permalink.as_str();
            addresses.add_page(path, path);
            addresses.sources.insert(source::below(&post.source, folder).to_owned(), path.to_owned());
            addresses.near_pages.add(&post.permalink);
        }
        for post in &blog.posts {
            let dated = DatedName::parse(of_path(&post.source));
            let day = post.written.as_ref().map(|written| written.clock().date());
            addresses.slugs.add(&post.permalink, dated, day);
        }
        addresses
    }

    /// Adds a file that is copied: its path below the source folder, and its place below the site's root.
    pub fn add_file(&mut self, source: &str, site_path: &str) {
        let path = format!("/{site_path}");
        self.similar_files.entry(path.to_lowercase()).or_insert_with(|| path.clone());
        self.file_names.entry(of_path(&path).to_lowercase()).or_insert_with(|| path.clone());
        if let Some((folder, _)) = site_path.split_once('/') {
            self.folders.insert(folder.to_owned());
        }
        if let Some(permalink) = Permalink::parse(&path) {
            self.near_files.add(&permalink);
        }
        self.sources.insert(source.to_owned(), path.clone());
        self.files.insert(path);
    }

    /// Adds addresses that documents had before. One that a page has stays that page's.
    pub fn add_old(&mut self, blog: &Blog, old: &[OldAddress]) {
        let documents: Vec<&str> = blog.addresses().map(|(_, permalink)| permalink.as_str()).collect();
        for OldAddress { from, to } in old {
            if let Some(to) = documents.get(*to) {
                self.add_page(from.as_str(), to);
            }
        }
    }

    /// Counts the files of a folder, too, that some other program has filled.
    pub fn with_files_in(self, staging: PathBuf) -> Addresses {
        Addresses { staging: Some(staging), ..self }
    }

    /// Where an address as written leads to.
    pub fn place(&self, target: &str) -> Place {
        self.own_site.place(target)
    }

    /// What became of a file of the source folder.
    pub fn of_source(&self, path: &str) -> Option<&str> {
        self.sources.get(path).map(String::as_str)
    }

    /// Where a file must be put to get a path, as shown to the author.
    pub fn source_place(&self, path: &str) -> String {
        format!("{}/{}", self.source_folder, path.trim_start_matches('/')).trim_start_matches('/').to_owned()
    }

    /// What a path of the site means, nearest first.
    pub fn find(&self, path: &str, wanted: Wanted) -> Option<Found> {
        let exact = |path: String| Found { path, is_other_case: false };
        if wanted == Wanted::File {
            return self.find_file(path);
        }
        let tidy = Permalink::from_url_path(path).map_or_else(|| path.to_owned(), |tidy| tidy.to_string());
        if let Some(page) = self.pages.get(&tidy) {
            return Some(exact(page.clone()));
        }
        if EXPECTED.contains(&path) {
            return Some(exact(path.to_owned()));
        }
        if let Some(list) = self.lists.find(&tidy).or_else(|| self.lists.find_feed(path)) {
            return Some(exact(list));
        }
        let similar = || self.similar_pages.get(&similar_key(&tidy)).cloned().map(exact);
        let by_name = || self.slugs.find(&tidy).map(|path| exact(path.to_owned()));
        self.find_file(path).or_else(similar).or_else(by_name)
    }

    /// An address like one that does not exist, for a message.
    pub fn nearest(&self, path: &str, wanted: Wanted) -> Option<String> {
        let missing = Permalink::parse(path)?;
        if wanted == Wanted::Page {
            return self.near_pages.nearest(&missing);
        }
        let same_name = self.file_names.get(&of_path(path).to_lowercase());
        same_name.cloned().or_else(|| self.near_files.nearest(&missing))
    }

    /// Whether the site has any file in a folder at its root.
    pub fn has_files_in(&self, folder: &str) -> bool {
        let is_staged = || self.staging.as_ref().is_some_and(|staging| staging.join(folder).is_dir());
        self.folders.contains(folder) || is_staged()
    }

    fn add_page(&mut self, from: &str, to: &str) {
        self.pages.entry(from.to_owned()).or_insert_with(|| to.to_owned());
        self.similar_pages.entry(similar_key(from)).or_insert_with(|| to.to_owned());
    }

    fn find_file(&self, path: &str) -> Option<Found> {
        let path = Permalink::parse(path).filter(|path| !path.as_str().ends_with('/'))?;
        let path = path.as_str();
        let is_staged =
            || self.staging.as_ref().is_some_and(|staging| staging.join(path.trim_start_matches('/')).is_file());
        if self.files.contains(path) || is_staged() {
            return Some(Found { path: path.to_owned(), is_other_case: false });
        }
        let similar = self.similar_files.get(&path.to_lowercase())?;
        Some(Found { path: similar.clone(), is_other_case: true })
    }
}

/// An address of a page without case, ending and slashes.
fn similar_key(path: &str) -> String {
    let lower = path.to_lowercase();
    let path = lower.trim_end_matches('/');
    let stem = [".html", ".htm"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
    stem.strip_suffix("/index").unwrap_or(stem).to_owned()
}
