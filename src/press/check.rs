//! `lectern check`: what becomes of a Jekyll site, and what will look different.

use std::path::PathBuf;

use rayon::prelude::*;

use super::annotate;
use super::decode::decode;
use super::diagnostic::{self, Diagnostic};
use super::jekyll::layout::NoBlog;
use super::jekyll::site_folder::{self, SiteFolder};
use super::parsable::make_parsable;
use super::post::{Post, PostKind, Visibility, read_post};
use super::progress::Progress;
use super::source::{self, SourceFile};
use crate::base::Base;
use crate::markdown;

pub mod groups;
pub mod handled;
pub mod json;
pub mod report;

use handled::Handled;

/// What is to be checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// A Jekyll site, a folder of posts or a Lectern project.
    pub folder: PathBuf,
    /// The present, which tells future posts.
    pub now: jiff::Timestamp,
}

/// A site as found.
#[derive(Debug)]
pub struct Checked {
    /// What lies where.
    pub site: SiteFolder,
    /// Posts, drafts and pages in the order of their paths.
    pub documents: Vec<CheckedDocument>,
    /// What is wrong with files that are none of the documents, and between documents.
    pub diagnostics: Vec<Diagnostic>,
    /// What was handled.
    pub handled: Handled,
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

/// A document as it will be shown.
#[derive(Debug)]
pub struct CheckedDocument {
    /// Its file.
    pub source: SourceFile,
    /// What its file says.
    pub post: Post,
    /// Its article before anything is made safe.
    pub html: String,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a site and everything in it. Nothing is written.
pub fn check(options: &Options) -> Result<Checked, NoBlog> {
    let mut site = site_folder::read(&options.folder)?;
    let mut diagnostics = std::mem::take(&mut site.diagnostics);
    let progress = Progress::new("reading", site.documents.len());
    let read = site.documents.par_iter().map(|source| {
        progress.step();
        document(source, &site, options.now)
    });
    let mut documents = Vec::with_capacity(site.documents.len());
    let mut handled = Handled::default();
    for found in read.collect::<Vec<_>>() {
        match found {
            Ok((document, of_file)) => {
                documents.push(document);
                handled.extend(&of_file);
            }
            Err(problems) => diagnostics.extend(problems),
        }
    }
    diagnostic::sort(&mut diagnostics);
    Ok(Checked { site, documents, diagnostics, handled })
}

impl Checked {
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

type Read = Result<(CheckedDocument, Handled), Vec<Diagnostic>>;

fn document(source: &SourceFile, site: &SiteFolder, now: jiff::Timestamp) -> Read {
    let bytes = source::read(source).map_err(|diagnostic| vec![diagnostic])?;
    let handled = Handled::of_file(source, &decode(&bytes).0);
    let (post, mut diagnostics) = read_post(source, &bytes, &site.config, now);
    let Some(mut post) = post else { return Err(diagnostics) };
    diagnostics.extend(make_parsable(&mut post));
    let html = article(&post);
    diagnostic::sort(&mut diagnostics);
    Ok((CheckedDocument { source: source.clone(), post, html, diagnostics }, handled))
}

fn article(post: &Post) -> String {
    let notes = annotate::annotate_alone(post);
    markdown::render(&annotate::bundle(post, &notes, (None, None)), &Base::parse("/"))
}
