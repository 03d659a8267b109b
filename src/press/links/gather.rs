//! One message for a whole folder that is not here, instead of one for each of its files.

use std::collections::{BTreeMap, BTreeSet};

use crate::press::addresses::{Addresses, Place};
use crate::press::diagnostic::{Diagnostic, LinkProblem, Problem};

/// So few missing files, in so few texts, are told one by one.
const FEW: usize = 3;

#[derive(Default)]
struct Folder {
    files: BTreeSet<String>,
    texts: BTreeSet<String>,
}

/// Puts the missing files of a folder at the site's root together if the site has no file in it at all, as when only
/// posts were brought.
pub fn gather(diagnostics: Vec<Diagnostic>, addresses: &Addresses) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    for diagnostic in &diagnostics {
        if let Some((folder, file)) = absent(diagnostic, addresses) {
            let entry = folders.entry(folder).or_default();
            entry.files.insert(file);
            entry.texts.insert(diagnostic.place.path.clone());
        }
    }
    folders.retain(|_, folder| FEW < folder.files.len().max(folder.texts.len()));
    let is_gathered = |diagnostic: &Diagnostic| {
        absent(diagnostic, addresses).is_some_and(|(folder, _)| folders.contains_key(&folder))
    };
    let mut kept: Vec<Diagnostic> = diagnostics.into_iter().filter(|diagnostic| !is_gathered(diagnostic)).collect();
    kept.extend(folders.iter().map(|(name, folder)| {
        let place = addresses.source_place(&format!("/{name}"));
        let problem = LinkProblem::MissingFolder {
            folder: format!("/{name}"),
            place: place.clone(),
            files: folder.files.len(),
            documents: folder.texts.len(),
        };
        Diagnostic::of_file(&place, Problem::Link(problem))
    }));
    kept
}

/// The folder at the root, without any file, in which a missing file would be, and the file.
fn absent(diagnostic: &Diagnostic, addresses: &Addresses) -> Option<(String, String)> {
    let Problem::Link(LinkProblem::MissingFile { target, nearest: None, .. }) = &diagnostic.problem else {
        return None;
    };
    let Place::Root(paths) = addresses.place(target) else { return None };
    let path = paths.first()?;
    let (folder, _) = path.trim_start_matches('/').split_once('/')?;
    (!addresses.has_files_in(folder)).then(|| (folder.to_owned(), path.clone()))
}
