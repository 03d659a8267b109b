//! Which file of a Jekyll site goes where.

use std::path::{Path, PathBuf};

use super::pages::{self, PagePlan};
use super::used::Used;
use crate::press::config;
use crate::press::files::{self, Kind, Listed};
use crate::press::jekyll::layout::Layout;
use crate::press::jekyll::site_folder::SiteFolder;
use crate::press::source::{self, SourceFile, SourceKind};

/// What is brought, and what is not.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of their new paths.
    pub items: Vec<Item>,
    /// In the order of their paths.
    pub left: Vec<Left>,
}

/// A file to be.
#[derive(Debug)]
pub struct Item {
    /// Its path below the project.
    pub to: String,
    /// What it is.
    pub what: What,
    /// What it says.
    pub content: Content,
}

/// What a brought file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A post.
    Post,
    /// A draft.
    Draft,
    /// A standalone page.
    Page,
    /// A picture or another file that texts use.
    Asset,
    /// A text that posts include.
    Include,
    /// A file of `_data`.
    Data,
    /// `lectern.toml`.
    Settings,
}

/// What a file is to say.
#[derive(Debug)]
pub enum Content {
    /// The same as this file.
    Of(PathBuf),
    /// This.
    Text(String),
}

/// A file that is not brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its path in the site.
    pub path: String,
    /// Why it is not brought.
    pub why: &'static str,
}

/// Plans an import.
pub fn plan(site: &SiteFolder) -> Plan {
    let mut plan = Plan::default();
    let mut used = Used::default();
    for document in &site.documents {
        plan.document(site, document, &mut used);
    }
    plan.includes(site, &mut used);
    plan.assets(site, &used);
    if used.data {
        plan.data(&site.data_folder);
    }
    if site.layout == Layout::Jekyll {
        let text = config::to_toml(&site.config);
        plan.items.push(Item { to: "lectern.toml".to_owned(), what: What::Settings, content: Content::Text(text) });
    }
    plan.items.sort_by(|one, other| (one.what, &one.to).cmp(&(other.what, &other.to)));
    plan.left.sort_by(|one, other| one.path.cmp(&other.path));
    plan
}

impl Plan {
    fn document(&mut self, site: &SiteFolder, document: &SourceFile, used: &mut Used) {
        // One that cannot be read is copied all the same, where its problem is told.
        let bytes = source::read(document).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let what = match document.kind {
            SourceKind::Draft(_) => What::Draft,
            SourceKind::Page(_) => match pages::plan(document, &text, &site.config) {
                PagePlan::Leave(why) => return self.left.push(Left { path: document.path.clone(), why }),
                PagePlan::Bring { to, text: brought } => {
                    used.read(&text);
                    let content = brought.map_or_else(|| Content::Of(document.file.clone()), Content::Text);
                    return self.items.push(Item { to, what: What::Page, content });
                }
            },
            SourceKind::Post(_) | SourceKind::Asset => What::Post,
        };
        used.read(&text);
        let to = format!("posts/{}", path_among_posts(&document.path));
        self.items.push(Item { to, what, content: Content::Of(document.file.clone()) });
    }

    /// The includes that are used, and those that they use.
    fn includes(&mut self, site: &SiteFolder, used: &mut Used) {
        let mut waiting: Vec<&String> = site.includes.keys().collect();
        loop {
            let (wanted, rest): (Vec<&String>, Vec<&String>) =
                waiting.iter().partition(|path| used.includes.contains(path.as_str()) || used.any_include);
            if wanted.is_empty() {
                return;
            }
            for path in wanted {
                if let Some(text) = site.includes.get(path) {
                    used.read(text);
                    let to = format!("posts/_includes/{path}");
                    self.items.push(Item { to, what: What::Include, content: Content::Text(text.clone()) });
                }
            }
            waiting = rest;
        }
    }

    fn assets(&mut self, site: &SiteFolder, used: &Used) {
        for asset in &site.assets {
            if used.names_file(&asset.path) {
                let to = format!("posts/{}", path_among_posts(&asset.path));
                self.items.push(Item { to, what: What::Asset, content: Content::Of(asset.file.clone()) });
            }
        }
    }

    fn data(&mut self, folder: &Path) {
        let mut waiting = vec![(folder.to_owned(), "posts/_data".to_owned())];
        while let Some((folder, to)) = waiting.pop() {
            for Listed { path, kind } in files::list(&folder).unwrap_or_default() {
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
                let to = format!("{to}/{name}");
                match kind {
                    Kind::Folder => waiting.push((path, to)),
                    Kind::File(_) => self.items.push(Item { to, what: What::Data, content: Content::Of(path) }),
                    Kind::Link(..) | Kind::DanglingLink | Kind::Special => {}
                }
            }
        }
    }
}

/// The place below `posts`, which stands for the `_posts` at the top of the site. Another `_posts` stays in the path, since
/// the folders above it are categories.
fn path_among_posts(path: &str) -> &str {
    path.strip_prefix("_posts/").unwrap_or(path)
}
