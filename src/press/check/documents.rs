//! All documents at once, on all cores.

use std::collections::HashMap;

use rayon::prelude::*;

use super::handled::{Feature, Handled};
use super::{Articles, CheckedDocument};
use crate::markdown;
use crate::press::addresses::Addresses;
use crate::press::annotate::resolve_addresses;
use crate::press::decode::decode;
use crate::press::diagnostic::{self, Diagnostic, Problem};
use crate::press::import::pages::{self, PagePlan};
use crate::press::jekyll::layout::Layout;
use crate::press::jekyll::site_folder::SiteFolder;
use crate::press::links::{Anchor, check_anchors, gather};
use crate::press::lower::{Lowering, Purpose, Surroundings};
use crate::press::media::{self, Policy};
use crate::press::post::{PostKind, read_post};
use crate::press::progress::Progress;
use crate::press::source::{self, SourceFile};

/// Reads every document of a site. What is wrong with those that are none comes back by itself.
pub(super) fn read(site: &SiteFolder, now: jiff::Timestamp) -> (Vec<CheckedDocument>, Handled, Vec<Diagnostic>) {
    let progress = Progress::new("reading", site.documents.len());
    let read = site.documents.par_iter().map(|source| {
        let read = read_one(source, site, now);
        progress.step();
        read
    });
    let (mut documents, mut handled, mut diagnostics) = (Vec::new(), Handled::default(), Vec::new());
    for found in read.collect::<Vec<_>>() {
        match found {
            Ok((document, of_file)) => {
                documents.push(document);
                handled.extend(&of_file);
            }
            Err(problems) => diagnostics.extend(problems),
        }
    }
    (documents, handled, diagnostics)
}

fn read_one(
    source: &SourceFile,
    site: &SiteFolder,
    now: jiff::Timestamp,
) -> Result<(CheckedDocument, Handled), Vec<Diagnostic>> {
    let bytes = source::read(source).map_err(|diagnostic| vec![diagnostic])?;
    let file = decode(&bytes).0;
    let handled = Handled::of_file(source, &file);
    let (post, diagnostics) = read_post(source, &bytes, &site.config, now);
    let Some(mut post) = post else { return Err(diagnostics) };
    if post.kind == PostKind::Page && site.layout == Layout::Jekyll {
        match pages::plan(source, &file, &site.config) {
            PagePlan::Leave(reason) => {
                return Err(vec![Diagnostic::of_file(&source.shown, Problem::PageLeft { reason })]);
            }
            PagePlan::Bring { text: None, .. } => {}
            // It keeps its address by a line in its front matter.
            PagePlan::Bring { text: Some(text), .. } => {
                let (brought, _) = read_post(source, text.as_bytes(), &site.config, now);
                post.permalink = brought.map_or(post.permalink, |brought| brought.permalink);
            }
        }
    }
    Ok((CheckedDocument { source: source.clone(), post, html: String::new(), diagnostics }, handled))
}

/// Lowers the documents to what the renderer knows, as Jekyll would have them shown, and counts those that are not as
/// they were. Each may ask for any other's address.
pub(super) fn lower(documents: &mut [CheckedDocument], site: &SiteFolder, now: jiff::Timestamp) -> Handled {
    let surroundings = Surroundings {
        url: site.config.url.clone(),
        base: site.config.base.as_str().trim_end_matches('/').to_owned(),
        now,
        purpose: Purpose::Comparison,
    };
    let lowering = Lowering::new(site, documents.iter().map(|document| &document.post), surroundings);
    let progress = Progress::new("lowering", documents.len());
    let rewritten = documents.par_iter_mut().map(|document| {
        let written = document.post.text.clone();
        document.diagnostics.extend(lowering.lower(&mut document.post));
        progress.step();
        usize::from(written != document.post.text)
    });
    let mut handled = Handled::default();
    rewritten.collect::<Vec<_>>().into_iter().for_each(|times| handled.add(Feature::Rewritten, times));
    handled
}

/// Renders the documents if that is wanted, and adds what is wrong with their links and pictures. What concerns a whole
/// folder comes back by itself.
pub(super) fn resolve(
    documents: &mut [CheckedDocument],
    policy: &Policy,
    addresses: &Addresses,
    articles: Articles,
) -> Vec<Diagnostic> {
    let progress = Progress::new("rendering", documents.len());
    let found = documents.par_iter_mut().map(|document| {
        if articles == Articles::Html {
            let CheckedDocument { post, html, .. } = &mut *document;
            *html = markdown::unfiltered(&post.text, post.markup, &post.heading_ids);
        }
        let mut post = document.post.clone();
        let mut diagnostics = media::rewrite(&mut post, policy);
        let (resolved, problems) = resolve_addresses(&mut post, &document.source.path, addresses);
        diagnostics.extend(problems);
        progress.step();
        (diagnostics, resolved.anchors)
    });
    let (found, anchors): (Vec<Vec<Diagnostic>>, Vec<Vec<Anchor>>) = found.collect::<Vec<_>>().into_iter().unzip();
    let nowhere = check_anchors(&anchors.concat(), documents.iter().map(|document| &document.post));
    let found: Vec<Diagnostic> = found.into_iter().flatten().chain(nowhere).collect();
    give(documents, media::gather(gather(found, addresses)))
}

/// Gives each document what is wrong with it; returns what is wrong with none of them.
pub(super) fn give(documents: &mut [CheckedDocument], diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut by_path: HashMap<String, Vec<Diagnostic>> = HashMap::new();
    for diagnostic in diagnostics {
        by_path.entry(diagnostic.place.path.clone()).or_default().push(diagnostic);
    }
    for document in documents {
        document.diagnostics.extend(by_path.remove(&document.source.shown).unwrap_or_default());
        diagnostic::sort(&mut document.diagnostics);
    }
    by_path.into_values().flatten().collect()
}
