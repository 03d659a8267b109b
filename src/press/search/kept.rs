//! What an index is made of, kept from one run to the next, so that a change of one post is not the work of them all.

use std::path::{Path, PathBuf};

use flate2::Crc;
use sha2::{Digest, Sha256};

use crate::press::files;

/// All that decides what is kept and how: what another version has kept is not taken.
const SOURCES: [&[u8]; 14] = [
    include_bytes!("count_cache.rs"),
    include_bytes!("counts.rs"),
    include_bytes!("kept.rs"),
    include_bytes!("neighbors.rs"),
    include_bytes!("pair_cache.rs"),
    include_bytes!("pair_list.rs"),
    include_bytes!("split.rs"),
    include_bytes!("word_list.rs"),
    include_bytes!("../../search/bytes.rs"),
    include_bytes!("../../search/file_name.rs"),
    include_bytes!("../../search/fold.rs"),
    include_bytes!("../../search/pairs.rs"),
    include_bytes!("../../search/tokens.rs"),
    include_bytes!("../../search/weights.rs"),
];

/// The beginning of a hash: of what is taken again if nothing in it has changed.
pub(super) type Key = [u8; 16];

/// The key of a hash.
pub(super) fn key_of(hasher: Sha256) -> Key {
    let mut key = Key::default();
    key.iter_mut().zip(hasher.finalize()).for_each(|(byte, hash)| *byte = hash);
    key
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub(super) struct KeptFile(PathBuf);

impl KeptFile {
    /// The file of a project with a name.
    pub(super) fn of_project(source: &Path, name: &str) -> KeptFile {
        KeptFile(files::kept_in(source).join(name))
    }

    /// What was kept. What is not there, or not as it was written, counts as empty.
    pub(super) fn read(&self) -> Vec<u8> {
        let mut bytes = files::read(&self.0, u64::MAX).unwrap_or_default();
        match bytes.split_last_chunk() {
            Some((rest, seal)) if *seal == self::seal(rest) => bytes.truncate(rest.len()),
            _ => bytes.clear(),
        }
        bytes
    }

    /// Keeps bytes for the next run. That they cannot be written costs time, no more.
    pub(super) fn write(&self, mut bytes: Vec<u8>) {
        bytes.extend(seal(&bytes));
        let _ = files::write_atomically(&self.0, &bytes);
    }
}

/// What stands behind the bytes: the version, and a sum that tells damage.
fn seal(bytes: &[u8]) -> [u8; 20] {
    let mut hasher = Sha256::new();
    SOURCES.iter().for_each(|source| hasher.update(source));
    let mut sum = Crc::new();
    sum.update(bytes);
    let mut seal = [0; 20];
    let parts = key_of(hasher).into_iter().chain(sum.sum().to_le_bytes());
    seal.iter_mut().zip(parts).for_each(|(byte, part)| *byte = part);
    seal
}
