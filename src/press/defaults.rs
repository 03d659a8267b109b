//! Values for the front matter of many posts at once: `defaults` of `_config.yml`, by Jekyll's rules
//! (`FrontmatterDefaults`).

use super::yaml::Entry;

mod glob;
mod merge;

pub use merge::merge;

/// Values and the posts that they are for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DefaultSet {
    /// The posts.
    pub scope: Scope,
    /// The values, as front matter.
    pub values: Vec<Entry>,
}

/// Which files a set is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The beginning of their paths, such as `_posts/en`, or a pattern with `*` in it. Empty for all.
    pub path: String,
    /// What they are. All, if it is not set.
    pub kind: Option<ScopeKind>,
}

/// What a file can be to a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// `posts`: posts, drafts among them.
    Posts,
    /// `drafts`.
    Drafts,
    /// `pages`.
    Pages,
}

/// A file that values are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopedFile<'a> {
    /// Its path below the site's root: `_posts/en/2024-09-15-hello.md`.
    pub path: &'a str,
    /// What it is.
    pub kind: ScopeKind,
}

impl ScopeKind {
    /// All of them, by their names.
    pub const NAMES: [(&str, ScopeKind); 3] =
        [("posts", ScopeKind::Posts), ("drafts", ScopeKind::Drafts), ("pages", ScopeKind::Pages)];

    /// Its name in `type`.
    pub fn name(self) -> &'static str {
        match self {
            ScopeKind::Posts => "posts",
            ScopeKind::Drafts => "drafts",
            ScopeKind::Pages => "pages",
        }
    }
}

impl ScopedFile<'_> {
    /// Where a page in `_pages` may have been in a site of Jekyll's.
    fn page_path(&self) -> Option<&str> {
        self.path.strip_prefix("_pages/").filter(|_| self.kind == ScopeKind::Pages)
    }
}

impl Scope {
    /// Whether a file is among those that the scope is for.
    pub fn holds(&self, file: ScopedFile<'_>) -> bool {
        let is_kind = match self.kind {
            None => true,
            Some(ScopeKind::Posts) => matches!(file.kind, ScopeKind::Posts | ScopeKind::Drafts),
            Some(kind) => file.kind == kind,
        };
        is_kind && (self.holds_path(file.path) || file.page_path().is_some_and(|path| self.holds_path(path)))
    }

    fn holds_path(&self, path: &str) -> bool {
        let wanted = self.path.as_str();
        if wanted.contains('*') { glob::begins(wanted, path) } else { path.starts_with(wanted) }
    }

    /// Whether its values go over those of another scope that holds the same file: the longer path wins, then the one
    /// that names a kind, then the later.
    fn goes_over(&self, other: &Scope) -> bool {
        let (own, others) = (bare(&self.path), bare(&other.path));
        if own.chars().count() == others.chars().count() {
            self.kind.is_some() || other.kind.is_none()
        } else {
            others.chars().count() < own.chars().count()
        }
    }
}

/// All values for a file, none of them with a place of its own.
pub fn values_for(sets: &[DefaultSet], file: ScopedFile<'_>) -> Vec<Entry> {
    let mut values: Vec<Entry> = Vec::new();
    let mut strongest: Option<&Scope> = None;
    for set in sets.iter().filter(|set| set.scope.holds(file)) {
        if strongest.is_none_or(|scope| set.scope.goes_over(scope)) {
            values = merge(values, set.values.clone());
            strongest = Some(&set.scope);
        } else {
            values = merge(set.values.clone(), values);
        }
    }
    values
}

fn bare(path: &str) -> &str {
    path.strip_prefix('/').map_or(path, |path| path.strip_suffix('/').unwrap_or(path))
}

#[cfg(test)]
mod tests;
