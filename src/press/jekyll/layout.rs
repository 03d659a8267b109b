//! What kind of folder an author names.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::press::files::{self, Kind, Listed};
use crate::press::source::name::{DatedName, markup};

/// How the files of a blog lie in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A Jekyll site: posts in any `_posts`, beside pages and assets.
    Jekyll,
    /// A folder of posts and nothing around it.
    Posts,
    /// A Lectern project: `lectern.toml`, and all texts in `posts`.
    Lectern,
}

/// Why a folder is no blog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoBlog {
    /// There is nothing at this path.
    Missing(PathBuf),
    /// It is a file.
    NotAFolder(PathBuf),
    /// Neither a post nor a `_config.yml` is in it.
    NoPosts(PathBuf),
    /// The blog is in a folder below.
    Below(PathBuf, PathBuf),
}

/// The settings of a Jekyll site, by the names Jekyll looks for.
pub const CONFIG_NAMES: [&str; 3] = ["_config.yml", "_config.yaml", "_config.toml"];

/// The settings of a Lectern project.
pub const LECTERN_CONFIG: &str = "lectern.toml";

/// The folder of posts in a Lectern project.
pub const LECTERN_POSTS: &str = "posts";

/// Folders that are looked into before a folder counts as one without posts.
const MOST_FOLDERS: u32 = 2000;

/// Tells what a folder is. Posts need not be there if there are settings.
pub fn layout(folder: &Path) -> Result<Layout, NoBlog> {
    if !folder.exists() {
        return Err(NoBlog::Missing(folder.to_owned()));
    }
    if !folder.is_dir() {
        return Err(NoBlog::NotAFolder(folder.to_owned()));
    }
    let has_lectern_posts = folder.join(LECTERN_POSTS).is_dir();
    if has_lectern_posts && folder.join(LECTERN_CONFIG).is_file() {
        return Ok(Layout::Lectern);
    }
    if CONFIG_NAMES.iter().any(|name| folder.join(name).is_file()) {
        return Ok(Layout::Jekyll);
    }
    let found = find(folder);
    if found.dated_at_top {
        return Ok(Layout::Posts);
    }
    if found.posts_folder {
        return Ok(Layout::Jekyll);
    }
    if has_lectern_posts && find(&folder.join(LECTERN_POSTS)).has_posts() {
        return Ok(Layout::Lectern);
    }
    if found.dated_below {
        return Ok(Layout::Posts);
    }
    match site_below(folder) {
        Some(below) => Err(NoBlog::Below(folder.to_owned(), below)),
        None => Err(NoBlog::NoPosts(folder.to_owned())),
    }
}

/// What a folder holds, as far as that tells what it is.
#[derive(Clone, Copy, Default)]
struct Found {
    /// A text with a date in its name, right in the folder.
    dated_at_top: bool,
    /// One in a folder below.
    dated_below: bool,
    /// A folder by one of Jekyll's two names.
    posts_folder: bool,
}

impl Found {
    fn has_posts(self) -> bool {
        self.dated_at_top || self.dated_below || self.posts_folder
    }
}

fn find(folder: &Path) -> Found {
    let mut found = Found::default();
    let mut waiting = vec![folder.to_owned()];
    for _ in 0..MOST_FOLDERS {
        let Some(next) = waiting.pop() else { break };
        let is_top = next == folder;
        for Listed { path, kind } in files::list(&next).unwrap_or_default() {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            match kind {
                Kind::File(_) if markup(name).is_some() && DatedName::parse(name).is_some() => {
                    found.dated_at_top |= is_top;
                    found.dated_below |= !is_top;
                }
                Kind::Folder | Kind::Link(..) if matches!(name, "_posts" | "_drafts") => found.posts_folder = true,
                Kind::Folder if !name.starts_with(['.', '_']) && name != "node_modules" => waiting.push(path),
                _ => {}
            }
        }
    }
    found
}

/// A site in a folder of this one, as `docs` of a repository.
fn site_below(folder: &Path) -> Option<PathBuf> {
    let listed = files::list(folder).unwrap_or_default().into_iter();
    let mut folders = listed.filter(|listed| matches!(listed.kind, Kind::Folder)).map(|listed| listed.path);
    folders.find(|path| CONFIG_NAMES.iter().any(|name| path.join(name).is_file()))
}

impl fmt::Display for NoBlog {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoBlog::Missing(path) => write!(
                formatter,
                "there is no folder `{}`; name the folder of a Jekyll site, the one that holds `_config.yml`",
                path.display()
            ),
            NoBlog::NotAFolder(path) => write!(
                formatter,
                "`{}` is a file; name the folder of the site, the one that holds `_config.yml`",
                path.display()
            ),
            NoBlog::NoPosts(path) => write!(
                formatter,
                "no posts in `{}`; name the folder of a Jekyll site, a folder of posts with names such as \
                 `2024-09-15-hello.md`, or a Lectern project",
                path.display()
            ),
            NoBlog::Below(path, below) => {
                write!(
                    formatter,
                    "no posts in `{}`, but a site in `{}`; name that one",
                    path.display(),
                    below.display()
                )
            }
        }
    }
}

impl std::error::Error for NoBlog {}
