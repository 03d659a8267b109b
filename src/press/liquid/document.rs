//! Posts and pages as templates see them.

use std::sync::Arc;

use jiff::Timestamp;

use super::object::Object;
use crate::bundle::Markup;

/// A post, a draft or a page of the site.
#[derive(Clone, Debug)]
pub struct Document {
    /// Post, draft or page.
    pub kind: DocumentKind,
    /// Below the site's root, as `_posts/2018/2018-08-05-rivers.md`.
    pub path: String,
    /// As `/2018/08/05/rivers/`, percent-encoded, without the site's base.
    pub url: String,
    /// What the text is written in.
    pub markup: Markup,
    /// Decoded; empty if there is none.
    pub title: String,
    /// When it was written.
    pub date: Option<Timestamp>,
    /// From front matter and folders.
    pub categories: Vec<String>,
    /// From front matter.
    pub tags: Vec<String>,
    /// All keys, also the site's defaults.
    pub front_matter: Arc<Object>,
    /// The text below the front matter, as written.
    pub text: Arc<str>,
}

/// What a document is to Jekyll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// In `_posts`.
    Post,
    /// In `_drafts`.
    Draft,
    /// Anywhere else.
    Page,
}

impl Document {
    /// The file's name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The folders in which it is, empty or with `/` at the end.
    pub fn folder(&self) -> &str {
        self.path.strip_suffix(self.name()).unwrap_or_default()
    }

    /// The file's extension with its dot.
    pub fn extension(&self) -> &str {
        let name = self.name();
        name.rfind('.').and_then(|dot| name.get(dot..)).unwrap_or_default()
    }

    /// The file's name without extension.
    pub fn stem(&self) -> &str {
        self.name().strip_suffix(self.extension()).unwrap_or_default()
    }

    /// `page.slug`: what the front matter says, else the file's name without day and extension.
    pub fn slug(&self) -> &str {
        match self.front_matter.get("slug").and_then(|slug| slug.as_text()) {
            Some(slug) => slug,
            None => day_and_slug(self.stem()).map_or(self.stem(), |(_, slug)| slug),
        }
    }
}

/// Takes `2018-8-5-rivers` apart: its day as numbers and what follows.
pub(super) fn day_and_slug(name: &str) -> Option<([u32; 3], &str)> {
    let mut parts = name.splitn(4, '-');
    let mut number = || {
        let part = parts.next()?;
        part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let day = [number()?, number()?, number()?];
    Some((day, parts.next()?))
}
