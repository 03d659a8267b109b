//! The files of the posts folder, and what each is by its name and place. The rules are Jekyll's.

use std::path::{Path, PathBuf};

pub use crate::bundle::Markup;
use crate::press::diagnostic::{Diagnostic, Problem};
use crate::press::files::{self, FileError};
use crate::press::jekyll::exclusion::Exclusion;

pub mod name;
mod place;
mod walk;

/// A file of the posts folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path below the posts folder, with `/` on every system.
    pub path: String,
    /// The path to show to the author: `posts/x.md`.
    pub shown: String,
    /// Where to read it.
    pub file: PathBuf,
    /// What it is.
    pub kind: SourceKind,
    /// When it was last written, if the system keeps that.
    pub modified: Option<jiff::Timestamp>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A post, whether or not its name has a date.
    Post(Markup),
    /// A post in `_drafts`.
    Draft(Markup),
    /// A standalone page, in `_pages`.
    Page(Markup),
    /// Anything else: copied as it is.
    Asset,
}

/// Megabytes that a post may have. The longest books have ten.
pub const LONGEST_POST: u64 = 10;

/// How many bytes are a megabyte.
const MEGABYTE: u64 = 1_000_000;

/// All files below a folder, sorted by path, but for those that Jekyll skips. `shown` is the folder's name in messages.
pub fn walk(folder: &Path, shown: &str) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    walk::walk(folder, shown, walk::Scope::Posts)
}

/// The same for a Jekyll site: posts and drafts are those in `_posts` and `_drafts`, pages the other texts with front
/// matter. Paths are below the site's root.
pub fn walk_site(folder: &Path, exclusion: &Exclusion) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    walk::walk(folder, "", walk::Scope::Site(exclusion))
}

/// Reads a text, unless it is too large or the system refuses.
pub fn read(source: &SourceFile) -> Result<Vec<u8>, Diagnostic> {
    files::read(&source.file, LONGEST_POST * MEGABYTE).map_err(|error| {
        let problem = match &error {
            // It has grown since the walk.
            FileError::TooLarge { .. } => Problem::TooLarge { megabytes: LONGEST_POST + 1, limit: LONGEST_POST },
            FileError::System { .. } => Problem::Unreadable { cause: error.cause() },
        };
        Diagnostic::of_file(&source.shown, problem)
    })
}

/// The path below the folder of sources, of a path as it is shown to the author.
pub fn below<'a>(shown: &'a str, folder: &str) -> &'a str {
    shown.strip_prefix(folder).unwrap_or(shown).trim_start_matches('/')
}

impl SourceFile {
    /// Where an asset lies on the site, below the base: its path without the special folders on the way.
    pub fn site_path(&self) -> String {
        let segments: Vec<&str> =
            self.path.split('/').filter(|segment| !matches!(*segment, "_posts" | "_drafts" | "_pages")).collect();
        segments.join("/")
    }

    /// Whether it belongs to the drafts, as a text or an asset of theirs.
    pub fn is_of_drafts(&self) -> bool {
        self.path.split('/').any(|segment| segment == "_drafts")
    }
}

#[cfg(test)]
mod tests;
