//! What was counted of documents in the last run.

use std::ops::Range;
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::counts::Counted;
use super::document::Document;
use super::kept::{KeptFile, Key, key_of};
use crate::search::bytes::{Damaged, Reader, put_bytes};

/// Documents by their hashes, as bytes.
#[derive(Default)]
pub(super) struct CountCache {
    file: Option<KeptFile>,
    bytes: Vec<u8>,
    /// Where in the bytes each document is.
    places: FxHashMap<Key, Range<usize>>,
}

impl CountCache {
    /// The cache of a project.
    pub(super) fn of_project(source: &Path) -> CountCache {
        let file = KeptFile::of_project(source, "search-counts");
        let bytes = file.read();
        let places = places(&bytes).unwrap_or_default();
        CountCache { file: Some(file), bytes, places }
    }

    /// What is known of a document.
    pub(super) fn get(&self, key: &Key) -> Option<Counted<'_>> {
        Counted::read(self.bytes.get(self.places.get(key)?.clone())?).ok()
    }

    /// Keeps documents for the next run, and forgets all others.
    pub(super) fn keep(&self, keys: &[Key], counted: &[Counted<'_>]) {
        let is_known = keys.iter().all(|key| self.places.contains_key(key));
        let Some(file) = self.file.as_ref().filter(|_| !is_known) else { return };
        let written = keys.par_iter().zip(counted).map(|(key, counted)| {
            let old = self.places.get(key).and_then(|range| self.bytes.get(range.clone()));
            let mut output = key.to_vec();
            match old {
                Some(bytes) => put_bytes(&mut output, bytes),
                None => put_bytes(&mut output, &counted.to_bytes()),
            }
            output
        });
        file.write(written.collect::<Vec<_>>().concat());
    }
}

/// The hash of all that is counted of a document.
pub(super) fn key(document: &Document) -> Key {
    let mut hasher = Sha256::new();
    let mut add = |text: &str| {
        hasher.update(u64::try_from(text.len()).unwrap_or_default().to_le_bytes());
        hasher.update(text.as_bytes());
    };
    add(&document.title);
    for names in [&document.categories, &document.tags, &document.authors] {
        add("");
        names.iter().for_each(|name| add(name));
    }
    for section in &document.sections {
        add("#");
        add(&section.heading);
        for block in &section.blocks {
            add(block.kind());
            add(block.text());
        }
    }
    key_of(hasher)
}

fn places(bytes: &[u8]) -> Result<FxHashMap<Key, Range<usize>>, Damaged> {
    let mut reader = Reader::new(bytes);
    let mut places = FxHashMap::default();
    while !reader.is_at_end() {
        let key = Key::try_from(reader.bytes(16)?).map_err(|_| Damaged)?;
        let length = reader.count()?;
        let start = bytes.len() - reader.remaining();
        reader.bytes(length)?;
        places.insert(key, start..start + length);
    }
    Ok(places)
}
