//! All documents at once, on all cores.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::assets::Copy;
use super::{Options, POSTS};
use crate::base::Base;
use crate::markdown::plain_text_blocks;
use crate::press::addresses::Addresses;
use crate::press::annotate::{self, Annotated, Prepared};
use crate::press::blog::Blog;
use crate::press::config::Config;
use crate::press::cover;
use crate::press::diagnostic::Diagnostic;
use crate::press::jekyll::site_folder::SiteFolder;
use crate::press::links::{self, Anchor};
use crate::press::lower::{Lowering, Purpose, Surroundings};
use crate::press::media;
use crate::press::pictures::cache::Cache;
use crate::press::pictures::{Copies, Pictures, Source};
use crate::press::post::{Post, read_post};
use crate::press::progress::Progress;
use crate::press::related::{Matter, related};
use crate::press::source::{self, SourceFile};

/// Reads every document.
pub(super) fn read(files: &[SourceFile], config: &Config, now: jiff::Timestamp) -> (Vec<Post>, Vec<Diagnostic>) {
    let progress = Progress::new("reading", files.len());
    let read = files.par_iter().map(|file| {
        progress.step();
        match source::read(file) {
            Ok(bytes) => read_post(file, &bytes, config, now),
            Err(diagnostic) => (None, vec![diagnostic]),
        }
    });
    let (posts, diagnostics): (Vec<Option<Post>>, Vec<Vec<Diagnostic>>) = read.collect::<Vec<_>>().into_iter().unzip();
    (posts.into_iter().flatten().collect(), diagnostics.into_iter().flatten().collect())
}

/// Lowers every document to what the renderer knows.
pub(super) fn lower(blog: &mut Blog, folder: &SiteFolder, options: &Options) -> Vec<Diagnostic> {
    let url = options.url.clone().unwrap_or_else(|| folder.config.url.clone());
    // The renderer puts the base before the paths of links.
    let surroundings = Surroundings { url, base: String::new(), now: options.now, purpose: Purpose::Reading };
    let lowering = Lowering::new(folder, blog.documents(), surroundings);
    let progress = Progress::new("lowering", blog.posts.len() + blog.pages.len());
    let documents = blog.posts.par_iter_mut().chain(&mut blog.pages);
    let diagnostics = documents.map(|post| {
        progress.step();
        lowering.lower(post)
    });
    media::gather(diagnostics.collect::<Vec<_>>().into_iter().flatten().collect())
}

/// Prepares every document; what comes back is in the order of posts, then pages.
pub(super) fn prepare(blog: &mut Blog, addresses: &Addresses) -> (Vec<Prepared>, Vec<Diagnostic>) {
    let prepared = blog.posts.par_iter_mut().chain(&mut blog.pages).map(|post| {
        let path = source::below(&post.source, POSTS).to_owned();
        annotate::prepare(post, &path, addresses)
    });
    let (prepared, diagnostics): (Vec<Prepared>, Vec<Vec<_>>) = prepared.collect::<Vec<_>>().into_iter().unzip();
    let anchors: Vec<Anchor> = prepared.iter().flat_map(|prepared| prepared.anchors.iter().cloned()).collect();
    let nowhere = links::check_anchors(&anchors, blog.documents());
    (prepared, diagnostics.into_iter().flatten().chain(nowhere).collect())
}

/// For each post the positions of those like it.
pub(super) fn like_posts(blog: &Blog, lang: &str) -> Vec<Vec<usize>> {
    related(&blog.posts, |post| {
        let blocks: Vec<String> = plain_text_blocks(&post.text).map(|block| block.text).collect();
        Matter {
            title: post.title.clone(),
            terms: post.categories.iter().chain(&post.tags).cloned().collect(),
            text: blocks.join("\n"),
            lang: if post.lang.is_empty() { lang.to_owned() } else { post.lang.clone() },
        }
    })
}

/// Looks at every picture that a document shows, each once.
pub(super) fn look_at_pictures(
    blog: &Blog,
    prepared: &[Prepared],
    files: &[Copy],
    copies: Copies,
    options: &Options,
) -> (Pictures, Vec<Diagnostic>) {
    let by_place: HashMap<&str, &SourceFile> =
        files.iter().map(|copy| (copy.site_path.as_str(), &copy.asset)).collect();
    let covers = blog.documents().filter_map(cover::own_place);
    let shown: BTreeSet<&str> =
        prepared.iter().flat_map(|prepared| prepared.shown.values()).map(String::as_str).chain(covers).collect();
    let sources: Vec<Source> = shown
        .into_iter()
        .map(|place| {
            let path = place.trim_start_matches('/');
            let (file, shown) = match by_place.get(path) {
                Some(asset) => (asset.file.clone(), asset.shown.clone()),
                // Some other program has put it there.
                None => (options.staging.join(path), path.to_owned()),
            };
            Source { place: place.to_owned(), file, shown }
        })
        .collect();
    let is_free = |place: &str| !by_place.contains_key(place.trim_start_matches('/'));
    Pictures::look_at(&sources, copies, &Cache::of_project(&options.source), &options.staging, is_free)
}

/// Adds what is known of pictures to every document.
pub(super) fn annotate(
    blog: &mut Blog,
    prepared: Vec<Prepared>,
    pictures: &Pictures,
    addresses: &Addresses,
    base: &Base,
) -> Vec<Annotated> {
    let documents: Vec<&mut Post> = blog.posts.iter_mut().chain(&mut blog.pages).collect();
    let annotated = documents.into_par_iter().zip(prepared).map(|(post, prepared)| {
        let path = source::below(&post.source, POSTS).to_owned();
        annotate::annotate(post, &path, prepared, pictures, addresses, base)
    });
    annotated.collect()
}
