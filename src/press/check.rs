//! `lectern check`: what becomes of a Jekyll site, and what will look different.
//!
//! The way is that of [`bundle`](super::bundle), and nothing is written at its end: the site's folder is read, its texts
//! are put in order and get their addresses, then each is made what readers will see. [`report`] tells a person,
//! [`json`] a program, and whatever is wrong is the same diagnostic in both.

use std::path::PathBuf;

use super::addresses::{Addresses, OwnSite};
use super::blog::Blog;
use super::claims::Claims;
use super::diagnostic::{self, Diagnostic};
use super::jekyll::layout::{Layout, NoBlog};
use super::jekyll::site_folder::{self, SiteFolder};
use super::media::Policy;
use super::old_urls::Pages;
use super::post::{Post, PostKind, Visibility};
use super::redirects::{self, OldAddress, Redirects};
use super::source::SourceFile;

mod documents;
pub mod groups;
pub mod handled;
pub mod json;
pub mod report;

use handled::{Feature, Handled};

/// What is to be checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// A Jekyll site, a folder of posts or a Lectern project.
    pub folder: PathBuf,
    /// The present, which tells future posts.
    pub now: jiff::Timestamp,
    /// Whether articles are wanted, too, or only what is wrong with them.
    pub articles: Articles,
}

/// Whether articles are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Articles {
    /// They are not.
    Unwanted,
    /// As HTML.
    Html,
}

/// A site as found.
#[derive(Debug)]
pub struct Checked {
    /// What lies where.
    pub site: SiteFolder,
    /// Posts, drafts and pages in the order of their paths.
    pub documents: Vec<CheckedDocument>,
    /// Every address that the site will have.
    pub addresses: Addresses,
    /// Which of them are pages.
    pub pages: Pages,
    /// What is wrong with files that are none of the documents, and between documents.
    pub diagnostics: Vec<Diagnostic>,
    /// What was handled.
    pub handled: Handled,
}

/// A document as it will be shown.
#[derive(Debug)]
pub struct CheckedDocument {
    /// Its file.
    pub source: SourceFile,
    /// What its file says.
    pub post: Post,
    /// Its article before anything is made safe, if that is wanted.
    pub html: String,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many documents there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Posts, hidden or not.
    pub posts: u64,
    /// Drafts.
    pub drafts: u64,
    /// Standalone pages.
    pub pages: u64,
    /// Posts that say `published: false`.
    pub unpublished: u64,
    /// Posts of days to come.
    pub future: u64,
}

/// Reads a site and everything in it. Nothing is written.
pub fn check(options: &Options) -> Result<Checked, NoBlog> {
    let mut site = site_folder::read(&options.folder)?;
    let mut diagnostics = std::mem::take(&mut site.diagnostics);
    let (mut documents, mut handled, problems) = documents::read(&site, options.now);
    diagnostics.extend(problems);

    let mut claims = Claims::default();
    let posts = documents.iter().map(|document| document.post.clone());
    let (blog, problems) = Blog::new(posts.collect(), site.config.hidden, &mut claims);
    diagnostics.extend(problems);
    handled.extend(&documents::lower(&mut documents, &site, options.now));
    let own_site = OwnSite::new([site.config.url.as_str()], [site.config.base.clone()]);
    let (old, problems) = redirects::claim(&blog, &own_site, &mut claims);
    diagnostics.extend(problems);
    let addresses = addresses(own_site, &site, &blog, &old);
    diagnostics.extend(Redirects::new(&blog, &old, &addresses, site.sources()).1);
    let mut pages = Pages::new(blog.documents());
    for OldAddress { from, .. } in &old {
        pages.add_redirect(from);
        handled.add(Feature::Redirect, 1);
    }
    for redirect in redirects::old_lists(&site.config, blog.posts.len(), &mut claims) {
        pages.add_redirect(&redirect.from);
    }
    let policy = match site.layout {
        Layout::Lectern => Policy::of(&site.config, ""),
        // An import puts into the settings what the texts need.
        Layout::Jekyll | Layout::Posts => Policy::open(&site.config),
    };
    diagnostics.extend(documents::resolve(&mut documents, &policy, &addresses, options.articles));

    diagnostic::sort(&mut diagnostics);
    Ok(Checked { site, documents, addresses, pages, diagnostics, handled })
}

fn addresses(own_site: OwnSite, site: &SiteFolder, blog: &Blog, old: &[OldAddress]) -> Addresses {
    let mut addresses = Addresses::new(own_site, blog, site.sources());
    for asset in &site.assets {
        addresses.add_file(&asset.path, &asset.site_path());
    }
    addresses.add_old(blog, old);
    addresses
}

impl Checked {
    /// Adds what was found later, each to its document.
    pub fn add(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(documents::give(&mut self.documents, diagnostics));
        diagnostic::sort(&mut self.diagnostics);
    }

    /// Everything that is wrong, in no particular order.
    pub fn all_diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().chain(self.documents.iter().flat_map(|document| &document.diagnostics))
    }

    /// How many documents there are.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for CheckedDocument { post, .. } in &self.documents {
            match post.kind {
                PostKind::Post => tally.posts += 1,
                PostKind::Draft => tally.drafts += 1,
                PostKind::Page => tally.pages += 1,
            }
            match post.visibility {
                Visibility::Unpublished if post.kind == PostKind::Post => tally.unpublished += 1,
                Visibility::Future => tally.future += 1,
                _ => {}
            }
        }
        tally
    }
}
