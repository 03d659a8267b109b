//! What is computed once, so that no browser has to: links, excerpt, reading time.

use super::addresses::Addresses;
use super::diagnostic::Diagnostic;
use super::excerpt::{gist, in_words, shorten, written};
use super::post::Post;
use super::{images, links, maths};
use crate::bundle::{Annotations, Bundle, Links, Metadata};
use crate::page::PageLink;
use crate::slug::term_slug;

/// What a text gives beside itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// For the renderer.
    pub annotations: Annotations,
    /// Reading time.
    pub minutes: u32,
    /// For lists: the author's excerpt or description, else the beginning of the text.
    pub excerpt: String,
}

/// Annotates a document, and puts words into the places of missing pictures. `path` is its file relative to the posts
/// folder.
pub fn annotate(post: &mut Post, path: &str, addresses: &Addresses) -> (Annotated, Vec<Diagnostic>) {
    let gist = gist(post);
    let excerpt = written(post).map_or(gist.excerpt, |words| shorten(&words));
    let (links, mut diagnostics) = resolve_addresses(post, path, addresses);
    let (maths, problems) = maths::annotate(post);
    diagnostics.extend(problems);
    let annotations = Annotations { heading_ids: post.heading_ids.clone(), links, maths };
    (Annotated { annotations, minutes: gist.minutes, excerpt }, diagnostics)
}

/// Resolves what a document refers to, and says what is not there. `path` is as in [`annotate`].
pub fn resolve_addresses(post: &mut Post, path: &str, addresses: &Addresses) -> (Links, Vec<Diagnostic>) {
    let links::Resolved { links, missing_pictures, mut diagnostics } = links::resolve(post, path, addresses);
    images::show_words_for(post, &missing_pictures);
    diagnostics.extend(images::resolve_cover(post, path, addresses));
    (links, diagnostics)
}

/// The document as it travels.
pub fn bundle(post: &Post, notes: &Annotated, neighbors: (Option<PageLink>, Option<PageLink>)) -> Bundle {
    let description = if post.description.is_empty() { notes.excerpt.clone() } else { in_words(&post.description) };
    let metadata = Metadata {
        title: post.title.clone(),
        date: post.written.as_ref().map(|written| written.timestamp.clone()),
        last_modified_at: post.last_modified_at.clone(),
        permalink: post.permalink.clone(),
        author: post.author.clone(),
        description,
        categories: post.categories.clone(),
        tags: post.tags.clone(),
        lang: post.lang.clone(),
        image: post.image.clone(),
        markup: post.markup,
        minutes: notes.minutes,
        previous: neighbors.0,
        next: neighbors.1,
        category_slugs: slugs(&post.categories),
        tag_slugs: slugs(&post.tags),
        length: u32::try_from(post.text.len()).unwrap_or(u32::MAX),
    };
    Bundle { metadata, annotations: notes.annotations.clone(), text: post.text.clone() }
}

fn slugs(names: &[String]) -> Vec<String> {
    names.iter().map(|name| term_slug(name)).collect()
}
