//! A blog's folder, read: its settings, its texts and what they draw on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::layout::{self, CONFIG_NAMES, LECTERN_CONFIG, LECTERN_POSTS, Layout, NoBlog};
use super::places::Places;
use super::site_data;
use crate::press::config::Config;
use crate::press::decode::decode;
use crate::press::diagnostic::{Diagnostic, Position, Problem};
use crate::press::files::{self, Kind, Listed};
use crate::press::jekyll;
use crate::press::source::{self, SourceFile, SourceKind};
use crate::press::yaml::Value;

/// What lies in a blog's folder. The texts themselves are still to be read.
#[derive(Debug)]
pub struct SiteFolder {
    /// How its files lie.
    pub layout: Layout,
    /// The folder.
    pub folder: PathBuf,
    /// Its settings.
    pub config: Config,
    /// Posts, drafts and pages, by path.
    pub documents: Vec<SourceFile>,
    /// All other files that a site has as they are.
    pub assets: Vec<SourceFile>,
    /// The texts of `_includes` by their paths there.
    pub includes: BTreeMap<String, String>,
    /// What `site.data` is: a map of the files in `_data`.
    pub data: Value,
    /// The folder of those files, which `data_dir` may name.
    pub data_folder: PathBuf,
    /// What is wrong with the folder and its settings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Bytes of settings, an include or a data file that nobody writes.
const LONGEST: u64 = 10_000_000;

/// Includes and data files of one site, and folders of them.
const MOST_FILES: usize = 20_000;

/// Reads a folder, whatever its layout is.
pub fn read(folder: &Path) -> Result<SiteFolder, NoBlog> {
    Ok(read_as(folder, layout::layout(folder)?))
}

/// Reads a folder whose layout is known.
pub fn read_as(folder: &Path, layout: Layout) -> SiteFolder {
    let mut diagnostics = Vec::new();
    let (config, places) = settings(folder, layout, &mut diagnostics);
    let (found, problems) = match layout {
        Layout::Jekyll => source::walk_site(folder, &places.exclusion),
        Layout::Posts => source::walk(folder, ""),
        Layout::Lectern => source::walk(&folder.join(LECTERN_POSTS), LECTERN_POSTS),
    };
    diagnostics.extend(problems);
    let (assets, documents) =
        in_collections(found, &places.collections).into_iter().partition(|file| file.kind == SourceKind::Asset);
    let around = if layout == Layout::Lectern { folder.join(LECTERN_POSTS) } else { folder.to_owned() };
    let data_folder = around.join(&places.data);
    let mut data = Vec::new();
    for (path, text) in texts_below(&data_folder, &mut diagnostics) {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if let Some(value) = site_data::read(extension, &text) {
            site_data::insert(&mut data, &path, value);
        }
    }
    let includes = texts_below(&around.join(&places.includes), &mut diagnostics).into_iter().collect();
    let folder = folder.to_owned();
    let data = Value::Map(data);
    SiteFolder { layout, folder, config, documents, assets, includes, data, data_folder, diagnostics }
}

impl SiteFolder {
    /// The folder that the paths of texts and assets begin in, as it is shown before them.
    pub fn sources(&self) -> &'static str {
        match self.layout {
            Layout::Jekyll | Layout::Posts => "",
            Layout::Lectern => LECTERN_POSTS,
        }
    }
}

fn settings(folder: &Path, layout: Layout, diagnostics: &mut Vec<Diagnostic>) -> (Config, Places) {
    let names = match layout {
        Layout::Jekyll => &CONFIG_NAMES[..],
        Layout::Lectern => &[LECTERN_CONFIG],
        Layout::Posts => &[],
    };
    let name = names.iter().find(|name| folder.join(name).is_file());
    let read = name.and_then(|name| Some((name, text(&folder.join(name), name, diagnostics)?)));
    let text = read.map(|(name, (text, problems))| {
        // A title with a lost letter is for all to see.
        diagnostics.extend(problems.into_iter().map(|(position, problem)| Diagnostic::new(name, position, problem)));
        (name, text)
    });
    let ((config, problems), places) = match text {
        Some((name, text)) if layout == Layout::Jekyll => {
            (jekyll::config::read(name, &text), Places::read(name, &text))
        }
        Some((name, text)) => (Config::read(name, &text), Places::default()),
        None => return (Config::default(), Places::default()),
    };
    diagnostics.extend(problems);
    (config, places)
}

/// With a folder of all collections, posts are looked for only there, and their paths begin there.
fn in_collections(files: Vec<SourceFile>, collections: &str) -> Vec<SourceFile> {
    if collections.is_empty() {
        return files;
    }
    let is_text = |kind| matches!(kind, SourceKind::Post(_) | SourceKind::Draft(_));
    let inside = |path: &str| path.strip_prefix(collections)?.strip_prefix('/').map(str::to_owned);
    let files = files.into_iter().filter_map(|file| match is_text(file.kind) {
        true => Some(SourceFile { path: inside(&file.path)?, ..file }),
        false => Some(file),
    });
    files.collect()
}

/// The texts below a folder by their paths there; none if it does not exist.
fn texts_below(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    let mut seen = 0;
    while let Some((folder, path)) = waiting.pop() {
        for Listed { path: file, kind } in files::list(&folder).unwrap_or_default() {
            seen += 1;
            if MOST_FILES < seen {
                return texts;
            }
            let Some(name) = file.file_name().and_then(|name| name.to_str()) else { continue };
            if name.starts_with('.') {
                continue;
            }
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            match kind {
                Kind::Folder => waiting.push((file, path)),
                // What is wrong with its characters is nothing that readers see.
                Kind::File(_) => texts.extend(text(&file, &path, diagnostics).map(|(text, _)| (path, text))),
                Kind::Link(..) | Kind::DanglingLink | Kind::Special => {}
            }
        }
    }
    texts.sort();
    texts
}

/// A text of the site around the posts, and what is wrong with its characters.
fn text(file: &Path, shown: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<(String, Vec<(Position, Problem)>)> {
    match files::read(file, LONGEST) {
        Ok(bytes) => Some(decode(&bytes)),
        Err(error) => {
            diagnostics.push(Diagnostic::of_file(shown, Problem::Unreadable { cause: error.cause() }));
            None
        }
    }
}

#[cfg(test)]
mod tests;
