//! What a file is by its name and its folder.

use std::path::Path;

use super::name::{DatedName, markup};
use super::{Markup, SourceKind};
use crate::press::files;

/// What the texts of a folder are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FolderKind {
    /// Around the posts of a Jekyll site.
    Site,
    /// Posts, in whatever folders.
    Posts,
    /// Drafts.
    Drafts,
    /// Standalone pages.
    Pages,
}

impl FolderKind {
    /// Drafts stay drafts however deep they lie.
    pub(super) fn below(self, name: &str) -> FolderKind {
        match name {
            "_drafts" => FolderKind::Drafts,
            "_posts" if self == FolderKind::Site => FolderKind::Posts,
            "_pages" if self == FolderKind::Posts => FolderKind::Pages,
            _ => self,
        }
    }
}

/// What a file is. `file` is where to read it.
pub(super) fn kind_of(name: &str, file: &Path, folder: FolderKind) -> SourceKind {
    let Some(markup) = markup(name) else {
        return SourceKind::Asset;
    };
    match folder {
        FolderKind::Drafts => SourceKind::Draft(markup),
        FolderKind::Pages => SourceKind::Page(markup),
        FolderKind::Site if has_front_matter(file) => SourceKind::Page(markup),
        FolderKind::Site => SourceKind::Asset,
        // Without a date it may be anything, such as a demo that a post shows.
        FolderKind::Posts if markup == Markup::Html && DatedName::parse(name).is_none() => SourceKind::Asset,
        FolderKind::Posts => SourceKind::Post(markup),
    }
}

/// Whether a file is a post in a language that is not read, such as Textile: it has a date and front matter.
pub(super) fn is_other_text(name: &str, file: &Path, folder: FolderKind) -> bool {
    folder == FolderKind::Posts && markup(name).is_none() && DatedName::parse(name).is_some() && has_front_matter(file)
}

/// Around the posts, Jekyll makes a page of a text only if it begins with the line of front matter.
fn has_front_matter(file: &Path) -> bool {
    let beginning = files::beginning(file, 6).unwrap_or_default();
    beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&beginning).starts_with(b"---")
}

/// Jekyll's `EntryFilter`, but for the folders that have a meaning.
pub(super) fn is_skipped(name: &str) -> bool {
    name.starts_with(['.', '_', '#']) && !matches!(name, "_posts" | "_drafts" | "_pages") || name.ends_with('~')
}

/// Files that tell about a repository, or that begin a site, rather than being posts.
pub(super) fn is_about_the_folder(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index")
}
