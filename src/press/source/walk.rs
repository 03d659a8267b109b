//! The walk through the posts folder.

use std::path::{Path, PathBuf};

use super::name::{DatedName, markup, of_path, split_extension};
use super::place::{FolderKind, is_about_the_folder, is_other_text, is_skipped, kind_of};
use super::{LONGEST_POST, MEGABYTE, Markup, SourceFile, SourceKind};
use crate::press::diagnostic::{Diagnostic, Problem};
use crate::press::files::{self, FileFacts, Kind, Listed};
use crate::press::jekyll::exclusion::{Entry, Exclusion};

/// Links to folders that are followed in one walk. Folders that link to each other could make it endless otherwise.
const MOST_LINKS: u32 = 1000;

/// What lies around the posts.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    /// Nothing: all texts are posts, but for those in folders that say otherwise.
    Posts,
    /// A Jekyll site: posts are in folders of posts only.
    Site(&'a Exclusion),
}

pub(super) fn walk(folder: &Path, shown: &str, scope: Scope<'_>) -> (Vec<SourceFile>, Vec<Diagnostic>) {
    let shown = shown.trim_end_matches('/');
    let kind = match scope {
        Scope::Posts => FolderKind::Posts,
        Scope::Site(_) => FolderKind::Site,
    };
    let mut walk = Walk { shown, scope, root: PathBuf::new(), links: 0, files: Vec::new(), diagnostics: Vec::new() };
    match files::real_path(folder) {
        Ok(root) => {
            walk.root.clone_from(&root);
            let top =
                Folder { path: folder.to_owned(), real: root, relative: String::new(), kind, links_from: Vec::new() };
            let mut waiting = vec![top];
            while let Some(folder) = waiting.pop() {
                walk.folder(&folder, &mut waiting);
            }
        }
        Err(error) => walk.report("", Problem::Unreadable { cause: error.cause() }),
    }
    walk.files.sort_by(|one, other| one.path.cmp(&other.path));
    (walk.files, walk.diagnostics)
}

struct Walk<'a> {
    shown: &'a str,
    scope: Scope<'a>,
    root: PathBuf,
    links: u32,
    files: Vec<SourceFile>,
    diagnostics: Vec<Diagnostic>,
}

struct Folder {
    path: PathBuf,
    /// Its path without links.
    real: PathBuf,
    relative: String,
    kind: FolderKind,
    /// The real folders whose links led here.
    links_from: Vec<PathBuf>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Folder, waiting: &mut Vec<Folder>) {
        let listed = match files::list(&folder.path) {
            Ok(listed) => listed,
            Err(error) => return self.report(&folder.relative, Problem::Unreadable { cause: error.cause() }),
        };
        for Listed { path, kind } in listed {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                let lossy = path.file_name().unwrap_or_default().to_string_lossy();
                self.report(&join(&folder.relative, &lossy), Problem::NameNotUnicode);
                continue;
            };
            let relative = join(&folder.relative, name);
            if self.is_skipped(name, &relative, &kind) {
                self.skip(name, &path, &relative, &kind);
                continue;
            }
            match kind {
                Kind::File(facts) => self.file(folder, path, relative, facts),
                Kind::Folder => {
                    let real = folder.real.join(name);
                    waiting.push(Folder {
                        kind: folder.kind.below(name),
                        links_from: folder.links_from.clone(),
                        path,
                        real,
                        relative,
                    });
                }
                Kind::Link(real, _) if !real.starts_with(&self.root) => self.report(&relative, Problem::LinkLeaves),
                Kind::Link(real, target) => match *target {
                    Kind::File(facts) => self.file(folder, path, relative, facts),
                    Kind::Folder => {
                        let kind = folder.kind.below(name);
                        self.linked_folder(
                            folder,
                            Folder { path, real, relative, kind, links_from: Vec::new() },
                            waiting,
                        );
                    }
                    Kind::Link(..) | Kind::DanglingLink | Kind::Special => self.report(&relative, Problem::NotAFile),
                },
                Kind::DanglingLink => self.report(&relative, Problem::LinkDangles),
                Kind::Special => self.report(&relative, Problem::NotAFile),
            }
        }
    }

    fn linked_folder(&mut self, from: &Folder, mut linked: Folder, waiting: &mut Vec<Folder>) {
        linked.links_from = from.links_from.iter().chain([&from.real]).cloned().collect();
        self.links += 1;
        if MOST_LINKS < self.links || linked.links_from.iter().any(|real| real.starts_with(&linked.real)) {
            return self.report(&linked.relative, Problem::LinkLoops);
        }
        waiting.push(linked);
    }

    fn file(&mut self, folder: &Folder, file: PathBuf, relative: String, facts: FileFacts) {
        let name = of_path(&relative);
        let kind = kind_of(name, &file, folder.kind);
        if kind != SourceKind::Asset && LONGEST_POST * MEGABYTE < facts.bytes {
            let problem = Problem::TooLarge { megabytes: facts.bytes.div_ceil(MEGABYTE), limit: LONGEST_POST };
            return self.report(&relative, problem);
        }
        if matches!(kind, SourceKind::Post(_)) && folder.relative.is_empty() && is_about_the_folder(name) {
            return self.report(&relative, Problem::NotAPost);
        }
        if kind == SourceKind::Asset && is_other_text(name, &file, folder.kind) {
            let better = split_extension(name).map_or(name, |(stem, _)| stem);
            return self.report(&relative, Problem::OtherMarkup { better: format!("{better}.md") });
        }
        let shown = self.shown(&relative);
        self.files.push(SourceFile { path: relative, shown, file, kind, modified: facts.modified });
    }

    fn is_skipped(&self, name: &str, relative: &str, kind: &Kind) -> bool {
        let is_folder = match kind {
            Kind::Folder => true,
            Kind::Link(_, target) => matches!(**target, Kind::Folder),
            Kind::File(_) | Kind::DanglingLink | Kind::Special => false,
        };
        let entry = if is_folder { Entry::Folder } else { Entry::File };
        match self.scope {
            Scope::Posts => is_skipped(name),
            Scope::Site(exclusion) if is_folder && matches!(name, "_posts" | "_drafts") => {
                exclusion.is_excluded(relative, entry)
            }
            Scope::Site(exclusion) => exclusion.is_left_out(relative, entry),
        }
    }

    /// Says so if posts are lost in a skipped folder, as they are after a slip in the name of `_posts`.
    fn skip(&mut self, name: &str, path: &Path, relative: &str, kind: &Kind) {
        if !name.starts_with('_') || !matches!(kind, Kind::Folder) || self.is_meant_to_be_skipped(relative) {
            return;
        }
        let posts = dated_posts(path);
        if 0 < posts {
            self.report(relative, Problem::PostsInSkippedFolder { posts });
        }
    }

    fn is_meant_to_be_skipped(&self, relative: &str) -> bool {
        match self.scope {
            Scope::Posts => false,
            Scope::Site(exclusion) => exclusion.is_excluded(relative, Entry::Folder),
        }
    }

    fn report(&mut self, relative: &str, problem: Problem) {
        let shown = self.shown(relative);
        self.diagnostics.push(Diagnostic::of_file(&shown, problem));
    }

    fn shown(&self, relative: &str) -> String {
        match (self.shown, relative) {
            (folder, "") => folder.to_owned(),
            ("" | ".", relative) => relative.to_owned(),
            (folder, relative) => join(folder, relative),
        }
    }
}

fn dated_posts(folder: &Path) -> u32 {
    let mut posts = 0;
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for Listed { path, kind } in files::list(&folder).unwrap_or_default() {
            match kind {
                Kind::Folder => waiting.push(path),
                Kind::File(_) => {
                    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                    let is_post = markup(name) == Some(Markup::Markdown) && DatedName::parse(name).is_some();
                    posts += u32::from(is_post);
                }
                Kind::Link(..) | Kind::DanglingLink | Kind::Special => {}
            }
        }
    }
    posts
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
