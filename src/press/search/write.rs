//! From the documents of a site to the files of its index.

use rayon::prelude::*;

use super::{Document, Effort, IndexCache, WorkerFiles, index, sections};
use crate::bundle::Metadata;
use crate::press::bundle::{Options, Profile};
use crate::press::files::{self, FileError};
use crate::search::places::day_number;
use crate::site::Site;

/// The one file whose name stays; it names the root.
const POINTER: &str = "search/root.json";

/// What the index takes of a document, of which `article` is its text in HTML.
pub fn document(metadata: &Metadata, article: &str, site: &Site) -> Document {
    let day = metadata.date.as_ref().map(|date| date.day());
    let lang = metadata.lang.clone();
    Document {
        title: metadata.title.clone(),
        path: metadata.permalink.to_string(),
        day: metadata.day.clone(),
        day_number: day.map_or(0, |day| day_number(day.year, day.month.into(), day.day.into())),
        language: if lang.is_empty() { site.lang.clone() } else { lang.clone() },
        lang,
        categories: metadata.categories.clone(),
        tags: metadata.tags.clone(),
        authors: metadata.authors.clone(),
        sections: sections(article),
    }
}

/// Writes the index of documents, and says which files one needs to search them, the searcher's among them.
pub fn write_index(
    options: &Options,
    mut documents: Vec<Document>,
    searcher: &WorkerFiles,
) -> Result<Vec<String>, FileError> {
    let staging = &options.staging;
    // Posts by their days, newest first, as the index counts them; pages, which have none, last.
    documents.sort_by_key(|document| std::cmp::Reverse(document.day_number));
    let effort = match options.profile {
        Profile::Debug => Effort::Little,
        Profile::Release => Effort::Full,
    };
    let index = index(&documents, effort, &IndexCache::of_project(&options.source));
    index.files.par_iter().try_for_each(|(name, bytes)| files::write(&staging.join(name.path()), bytes))?;
    files::write(&staging.join(POINTER), format!("{{\"root\":\"{}\"}}\n", index.root.path()).as_bytes())?;
    let of_index = index.files.iter().map(|(name, _)| name.path()).chain([POINTER.to_owned()]);
    let of_searcher = [&searcher.script, &searcher.module].into_iter().filter(|name| !name.is_empty());
    Ok(of_index.chain(of_searcher.cloned()).collect())
}
