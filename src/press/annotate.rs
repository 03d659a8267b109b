//! What is computed once, so that no browser has to: links, excerpt, reading time.

use super::diagnostic::Diagnostic;
use super::excerpt::{gist, shorten};
use super::heading_ids::heading_ids;
use super::post::Post;
use super::relative_links::{self, SitePaths};
use crate::bundle::{Bundle, Links, Markup, Metadata};
use crate::page::PageLink;
use crate::slug::term_slug;

/// What a text gives beside itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// Targets that name files of the posts folder, and where those are on the site.
    pub links: Links,
    /// An id for each heading.
    pub heading_ids: Vec<String>,
    /// Reading time.
    pub minutes: u32,
    /// For lists: the author's excerpt or description, else the beginning of the text.
    pub excerpt: String,
}

/// Annotates a document. `path` is its file relative to the posts folder.
pub fn annotate(post: &Post, path: &str, site_paths: &SitePaths) -> (Annotated, Vec<Diagnostic>) {
    let (links, diagnostics) = relative_links::resolve(post, path, site_paths);
    let gist = gist(&post.text);
    let written = [&post.excerpt, &post.description].into_iter().find(|text| !text.trim().is_empty());
    let excerpt = written.map_or(gist.excerpt, |text| shorten(text.trim()));
    let heading_ids = match post.markup {
        Markup::Markdown => heading_ids(&post.text),
        Markup::Html => Vec::new(),
    };
    (Annotated { links, heading_ids, minutes: gist.minutes, excerpt }, diagnostics)
}

/// The document as it travels.
pub fn bundle(post: &Post, notes: &Annotated, neighbors: (Option<PageLink>, Option<PageLink>)) -> Bundle {
    let description = if post.description.is_empty() { notes.excerpt.clone() } else { post.description.clone() };
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
        heading_ids: notes.heading_ids.clone(),
        links: notes.links.clone(),
        length: u32::try_from(post.text.len()).unwrap_or(u32::MAX),
    };
    Bundle { metadata, text: post.text.clone() }
}

fn slugs(names: &[String]) -> Vec<String> {
    names.iter().map(|name| term_slug(name)).collect()
}
