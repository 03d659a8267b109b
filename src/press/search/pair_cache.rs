//! The files of pairs that the last run has made, and what they were made of.

use std::path::Path;

use super::kept::{KeptFile, Key};
use crate::search::bytes::{Damaged, Reader, put_bytes, put_count, put_number};
use crate::search::file_name::FileName;

/// Where pairs are kept.
#[derive(Default)]
pub(super) struct PairCache(Option<KeptFile>);

impl PairCache {
    /// The cache of a project.
    pub(super) fn of_project(source: &Path) -> PairCache {
        PairCache(Some(KeptFile::of_project(source, "search-pairs")))
    }

    /// What was kept, as bytes.
    pub(super) fn read(&self) -> Vec<u8> {
        self.0.as_ref().map(KeptFile::read).unwrap_or_default()
    }

    /// Keeps all that the next run can take.
    pub(super) fn keep(&self, documents: &[PairsOfDocument], files: &[(FileName, impl AsRef<[u8]>)]) {
        let Some(file) = &self.0 else { return };
        let mut output = Vec::new();
        put_count(&mut output, documents.len());
        for document in documents {
            output.extend_from_slice(&document.key);
            put_number(&mut output, document.count);
        }
        put_count(&mut output, files.len());
        for (name, bytes) in files {
            name.put(&mut output);
            put_bytes(&mut output, bytes.as_ref());
        }
        file.write(output);
    }
}

/// The pairs of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PairsOfDocument {
    /// The hash of all that they depend on.
    pub(super) key: Key,
    /// How many there are.
    pub(super) count: u32,
}

/// What the last run has made.
#[derive(Default)]
pub(super) struct KnownPairs<'a> {
    /// In the order of the index.
    pub(super) documents: Vec<PairsOfDocument>,
    /// The files in the order of their hashes.
    pub(super) files: Vec<(FileName, &'a [u8])>,
}

impl<'a> KnownPairs<'a> {
    /// Reads what was kept; nothing if that is none.
    pub(super) fn read(bytes: &'a [u8]) -> Result<KnownPairs<'a>, Damaged> {
        let mut known = KnownPairs::default();
        if bytes.is_empty() {
            return Ok(known);
        }
        let mut reader = Reader::new(bytes);
        for _ in 0..reader.count()? {
            let key = Key::try_from(reader.bytes(16)?).map_err(|_| Damaged)?;
            known.documents.push(PairsOfDocument { key, count: reader.number()? });
        }
        for _ in 0..reader.count()? {
            let name = FileName::read(&mut reader)?;
            let length = reader.count()?;
            known.files.push((name, reader.bytes(length)?));
        }
        if reader.is_at_end() { Ok(known) } else { Err(Damaged) }
    }
}
