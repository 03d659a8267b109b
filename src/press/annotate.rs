//! What is computed once, so that no browser has to: links, colors of code, excerpt, reading time.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::{Addresses, Wanted};
use super::around::Around;
use super::diagnostic::Diagnostic;
use super::edits::{self, Edit};
use super::excerpt::{gist, in_words, shorten, written};
use super::jekyll::layout::LECTERN_POSTS;
use super::links::{Anchor, Meaning, Resolved, meaning};
use super::pictures::Pictures;
use super::pictures::tags::{self, Surroundings};
use super::post::{Post, PostKind};
use super::sections::sections;
use super::source::below;
use super::{code, cover, images, links, maths, reading};
use crate::base::{Base, encode_path};
use crate::bundle::{Annotations, Bundle, Cover, Markup, Metadata, Section};
use crate::site::Site;
use crate::slug::term_slug;

/// What a text gives beside itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotated {
    /// For the renderer.
    pub annotations: Annotations,
    /// Reading time.
    pub minutes: u32,
    /// For the list of its sections.
    pub sections: Vec<Section>,
    /// The picture above the text.
    pub cover: Option<Cover>,
    /// For lists: the author's excerpt or description, else the beginning of the text.
    pub excerpt: String,
}

/// A document on its way: what is known before the pictures of the site are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// What is known.
    pub annotated: Annotated,
    /// The pictures and other media that it shows: targets as written, each with its place on the site, decoded.
    pub shown: BTreeMap<String, String>,
    /// The addresses on the site that it links, decoded: what [`super::backlinks`] turns around.
    pub linked: BTreeSet<String>,
    /// The places on pages of the site that its links name.
    pub anchors: Vec<Anchor>,
}

/// Prepares a document, and puts words into the places of missing pictures. `path` is its file relative to the posts
/// folder.
pub fn prepare(post: &mut Post, path: &str, addresses: &Addresses) -> (Prepared, Vec<Diagnostic>) {
    let gist = gist(post);
    let excerpt = written(post).map_or(gist.excerpt, |words| shorten(&words));
    let (Resolved { links, shown, linked, anchors, .. }, mut diagnostics) = resolve_addresses(post, path, addresses);
    let (maths, problems) = maths::annotate(post);
    diagnostics.extend(problems);
    let code = match post.markup {
        Markup::Markdown => code::annotate(&post.text),
        Markup::Html => Vec::new(),
    };
    let sections = sections(post);
    put_contents_above(post);
    let heading_ids = post.heading_ids.clone();
    let annotations = Annotations { heading_ids, links, maths, code, ..Annotations::default() };
    (
        Prepared {
            annotated: Annotated { annotations, minutes: gist.minutes, excerpt, sections, cover: None },
            shown,
            linked,
            anchors,
        },
        diagnostics,
    )
}

/// Adds the table of contents, after all that reads the text: it is no part of the excerpt, and takes no time to read.
fn put_contents_above(post: &mut Post) {
    let label = post.contents.as_ref().filter(|_| post.markup == Markup::Markdown);
    let contents = label.and_then(|label| reading::contents(&post.text, &post.heading_ids, label));
    if let Some(replacement) = contents {
        edits::apply(post, vec![Edit { range: 0..0, replacement }]);
    }
}

/// Resolves what a document refers to, and says what is not there. `path` is as in [`prepare`].
pub fn resolve_addresses(post: &mut Post, path: &str, addresses: &Addresses) -> (Resolved, Vec<Diagnostic>) {
    let mut resolved = links::resolve(post, path, addresses);
    images::show_words_for(post, &resolved.missing_pictures);
    let mut diagnostics = std::mem::take(&mut resolved.diagnostics);
    diagnostics.extend(cover::resolve(post, path, addresses));
    if cover::is_said_twice(post, &resolved.shown) {
        post.cover.clear();
    }
    (resolved, diagnostics)
}

/// Adds what is known of the pictures that a prepared document shows.
pub fn annotate(
    post: &mut Post,
    path: &str,
    prepared: Prepared,
    pictures: &Pictures,
    addresses: &Addresses,
    base: &Base,
) -> Annotated {
    let Prepared { mut annotated, shown, .. } = prepared;
    let known = shown.iter().filter_map(|(target, place)| Some((target.clone(), pictures.at(place)?.clone())));
    annotated.annotations.pictures = known.collect();
    annotated.cover = cover::cover(post, pictures);
    let page = post.permalink.clone();
    let place = |target: &str| {
        shown.get(target).cloned().or_else(|| match meaning(&page, path, target, Wanted::File, addresses) {
            Meaning::AsWritten(place) | Meaning::At(place) | Meaning::OtherCase(place) => Some(place),
            Meaning::Elsewhere | Meaning::Missing(_) => None,
        })
    };
    tags::complete(post, &Surroundings { place: &place, pictures, base });
    annotated
}

/// The document as it travels.
pub fn bundle(post: &Post, notes: &Annotated, around: Around, site: &Site) -> Bundle {
    let has_comments = site.comments.is_some() && post.has_comments && post.kind != PostKind::Page;
    let source = if site.edit.is_empty() { String::new() } else { encode_path(below(&post.source, LECTERN_POSTS)) };
    let (translation_langs, translations) = around.translations.into_iter().unzip();
    let metadata = Metadata {
        title: post.title.clone(),
        date: post.written.as_ref().map(|written| written.timestamp.clone()),
        last_modified_at: post.last_modified_at.clone(),
        permalink: post.permalink.clone(),
        day: around.day,
        day_of_change: around.day_of_change,
        authors: post.authors.clone(),
        description: description(post, notes),
        categories: post.categories.clone(),
        tags: post.tags.clone(),
        lang: post.lang.clone(),
        image: post.image.clone(),
        cover: notes.cover.clone(),
        markup: post.markup,
        minutes: notes.minutes,
        previous: around.previous,
        next: around.next,
        category_slugs: slugs(&post.categories),
        tag_slugs: slugs(&post.tags),
        author_slugs: slugs(&post.authors),
        series: around.series,
        contents: notes.sections.clone(),
        related: around.related,
        translations,
        translation_langs,
        linked_from: around.linked_from,
        linked_from_more: around.linked_from_more,
        source,
        comments: if has_comments { post.permalink.to_string() } else { String::new() },
        redirect_to: String::new(),
        length: u32::try_from(post.text.len()).unwrap_or(u32::MAX),
    };
    Bundle { metadata, annotations: notes.annotations.clone(), text: post.text.clone() }
}

/// What a document is about, on one line: as its author says, else its excerpt.
pub fn description(post: &Post, notes: &Annotated) -> String {
    if post.description.is_empty() { notes.excerpt.clone() } else { in_words(&post.description) }
}

fn slugs(names: &[String]) -> Vec<String> {
    names.iter().map(|name| term_slug(name)).collect()
}
