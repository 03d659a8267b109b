//! `lectern check`: what becomes of a Jekyll site, and what will look different.

use std::path::PathBuf;

use rayon::prelude::*;

use super::annotate;
use super::diagnostic::{self, Diagnostic};
use super::jekyll::layout::NoBlog;
use super::jekyll::site_folder::{self, SiteFolder};
use super::parsable::make_parsable;
use super::post::{Post, read_post};
use super::progress::Progress;
use super::source::{self, SourceFile};
use crate::base::Base;
use crate::markdown;

pub mod json;

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
    /// What is wrong with files that are none of the documents.
    pub diagnostics: Vec<Diagnostic>,
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
    for found in read.collect::<Vec<_>>() {
        match found {
            Ok(document) => documents.push(document),
            Err(problems) => diagnostics.extend(problems),
        }
    }
    diagnostic::sort(&mut diagnostics);
    Ok(Checked { site, documents, diagnostics })
}

fn document(source: &SourceFile, site: &SiteFolder, now: jiff::Timestamp) -> Result<CheckedDocument, Vec<Diagnostic>> {
    let bytes = source::read(source).map_err(|diagnostic| vec![diagnostic])?;
    let (post, mut diagnostics) = read_post(source, &bytes, &site.config, now);
    let Some(mut post) = post else { return Err(diagnostics) };
    diagnostics.extend(make_parsable(&mut post));
    let html = article(&post);
    diagnostic::sort(&mut diagnostics);
    Ok(CheckedDocument { source: source.clone(), post, html, diagnostics })
}

fn article(post: &Post) -> String {
    let notes = annotate::annotate_alone(post);
    markdown::render(&annotate::bundle(post, &notes, (None, None)), &Base::parse("/"))
}
