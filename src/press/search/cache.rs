//! What was counted of documents in the last run, so that a change of one post does not count all others again.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::counts::Counted;
use super::document::Document;
use crate::press::files;
use crate::search::bytes::{Damaged, Reader, put_bytes, put_number};

/// All that decides what is counted and how it is kept: what another version has kept is not taken.
const SOURCES: [&[u8]; 9] = [
    include_bytes!("cache.rs"),
    include_bytes!("counts.rs"),
    include_bytes!("pair_list.rs"),
    include_bytes!("split.rs"),
    include_bytes!("word_list.rs"),
    include_bytes!("../../search/bytes.rs"),
    include_bytes!("../../search/fold.rs"),
    include_bytes!("../../search/tokens.rs"),
    include_bytes!("../../search/weights.rs"),
];

/// The hash of a document and of all that counts in it.
pub(super) type Key = [u8; 16];

/// Documents by their hashes, as bytes.
#[derive(Default)]
pub struct CountCache {
    file: Option<PathBuf>,
    bytes: Vec<u8>,
    /// Where in the bytes each document is.
    places: FxHashMap<Key, std::ops::Range<usize>>,
}

impl CountCache {
    /// The cache of a project. What is not there, or not as it was written, counts as empty.
    pub fn of_project(source: &Path) -> CountCache {
        let file = source.join("target").join("lectern").join("search-counts");
        let bytes = files::read(&file, u64::MAX).unwrap_or_default();
        let places = places(&bytes).unwrap_or_default();
        CountCache { file: Some(file), bytes, places }
    }

    /// What is known of a document.
    pub(super) fn get(&self, key: &Key) -> Option<Counted<'_>> {
        Counted::read(self.bytes.get(self.places.get(key)?.clone())?).ok()
    }

    /// Keeps documents for the next run, and forgets all others. That it cannot be written costs time, no more.
    pub(super) fn keep(&self, documents: &[(Key, &Counted<'_>)]) {
        let is_known = |(key, _): &(Key, &Counted<'_>)| self.places.contains_key(key);
        let Some(file) = self.file.as_ref().filter(|_| !documents.iter().all(is_known)) else { return };
        let written: Vec<Vec<u8>> = documents
            .par_iter()
            .map(|(key, counted)| {
                let old = self.places.get(key).and_then(|range| self.bytes.get(range.clone()));
                old.map_or_else(|| counted.to_bytes(), <[u8]>::to_vec)
            })
            .collect();
        let mut output = Vec::new();
        put_number(&mut output, version());
        for ((key, _), bytes) in documents.iter().zip(&written) {
            output.extend_from_slice(key);
            put_bytes(&mut output, bytes);
        }
        let _ = files::write_atomically(file, &output);
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
    let mut key = Key::default();
    key.iter_mut().zip(hasher.finalize()).for_each(|(byte, hash)| *byte = hash);
    key
}

fn version() -> u32 {
    let mut hasher = Sha256::new();
    SOURCES.iter().for_each(|source| hasher.update(source));
    hasher.finalize().iter().take(4).fold(0, |version, byte| (version << 8) | u32::from(*byte))
}

fn places(bytes: &[u8]) -> Result<FxHashMap<Key, std::ops::Range<usize>>, Damaged> {
    let mut reader = Reader::new(bytes);
    if reader.number()? != version() {
        return Err(Damaged);
    }
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
