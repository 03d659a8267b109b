//! What search engines, language models and browsers' search boxes find beside the pages.
//!
//! None of these files is on a reader's way, so they alone may grow with the number of posts. A file of the author's own
//! takes the place of any of them ([`super::claims::Claims::generated`]).

use std::collections::HashMap;

use super::blog::Blog;
use super::config::{LlmsFiles, Machines};
use super::feeds::last_change;
use super::git::ChangeDates;
use super::post::Post;
use super::redirects::Redirects;
use super::words::Catalogue;
use crate::permalink::Permalink;
use crate::site::Site;

mod llms;
mod open_search;
mod sitemap;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrawlerFile {
    /// Below the site's root.
    pub file: String,
    /// What it says.
    pub text: String,
}

/// What the files are made of.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// The site's own data.
    pub site: &'a Site,
    /// All documents, their texts as they travel.
    pub blog: &'a Blog,
    /// What each is about, on one line: posts first, then pages.
    pub descriptions: &'a [String],
    /// The first pages of lists that have posts.
    pub lists: &'a [Permalink],
    /// Which documents are elsewhere.
    pub redirects: &'a Redirects,
    /// What git remembers.
    pub changes: &'a ChangeDates,
    /// The words of the site's language.
    pub words: &'a Catalogue,
}

/// All of them. Those that need full addresses are not there if the site does not know its host.
pub fn files(matter: &Matter<'_>, machines: &Machines) -> Vec<CrawlerFile> {
    let Matter { site, .. } = *matter;
    let mut files = vec![CrawlerFile { file: "robots.txt".to_owned(), text: robots(site) }];
    if !site.url.is_empty() {
        files.extend(sitemap::files(site, &addresses(matter)));
        let text = open_search::description(site, matter.words);
        files.push(CrawlerFile { file: "opensearch.xml".to_owned(), text });
    }
    if machines.llms == LlmsFiles::Written {
        files.push(CrawlerFile { file: "llms.txt".to_owned(), text: llms::index(matter) });
        files.push(CrawlerFile { file: "llms-full.txt".to_owned(), text: llms::texts(matter) });
    }
    if !machines.index_now.is_empty() {
        // The protocol wants a file of this name that holds nothing else.
        files.push(CrawlerFile { file: format!("{}.txt", machines.index_now), text: machines.index_now.clone() });
    }
    files
}

impl<'a> Matter<'a> {
    /// The documents that are pages of this site, each with what it is about: posts first, newest first.
    fn documents(self) -> impl Iterator<Item = (&'a Post, &'a str)> {
        let all = self.blog.documents().zip(self.descriptions);
        let here = all.filter(move |(post, _)| !self.redirects.has_departed(&post.permalink));
        here.map(|(post, description)| (post, description.as_str()))
    }
}

/// Everything may be read. Where the site is a folder of its host nobody asks for this file, but it does no harm there.
fn robots(site: &Site) -> String {
    let sitemap = match site.url.as_str() {
        "" => String::new(),
        _ => format!("\nSitemap: {}\n", site.absolute("/sitemap.xml")),
    };
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// The pages to be found, each with the time of its last change if that is known.
fn addresses(matter: &Matter<'_>) -> Vec<sitemap::Address> {
    let known = |time: &str| time.parse::<jiff::Timestamp>().ok();
    let mut changes: HashMap<&Permalink, jiff::Timestamp> = HashMap::new();
    let mut addresses = Vec::new();
    for (post, _) in matter.documents() {
        let changed = last_change(post, matter.changes).and_then(|time| known(time.as_str()));
        let changed = changed.or_else(|| post.written.as_ref().map(|written| written.instant));
        changes.extend(changed.map(|changed| (&post.permalink, changed)));
        if post.is_in_sitemap {
            let address = matter.site.absolute(post.permalink.as_str());
            addresses.push(sitemap::Address { address, changed });
        }
    }
    // The home page shows what is newest.
    let newest = changes.values().max().copied();
    let lists = matter.lists.iter().map(|list| sitemap::Address {
        address: matter.site.absolute(list.as_str()),
        changed: newest.filter(|_| *list == Permalink::home()),
    });
    lists.chain(addresses).collect()
}
