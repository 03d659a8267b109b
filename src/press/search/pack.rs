//! The files of an index, packed, with names made of what is in them.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::search::file_name::FileName;

/// How hard to pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// To look at at home.
    Little,
    /// To publish.
    Full,
}

/// Takes files and packs them. Browsers unpack gzip by themselves, and see by its sum whether it is damaged.
pub(super) struct Packer {
    effort: Effort,
    files: Mutex<BTreeMap<FileName, Vec<u8>>>,
}

impl Packer {
    pub(super) fn new(effort: Effort) -> Packer {
        Packer { effort, files: Mutex::default() }
    }

    /// Packs a file and returns its name.
    pub(super) fn add(&self, bytes: &[u8]) -> FileName {
        let hash = Sha256::digest(bytes);
        let mut beginning = [0; 5];
        beginning.iter_mut().zip(hash).for_each(|(byte, hash)| *byte = hash);
        let name = FileName::of_hash(beginning);
        let packed = pack(bytes, self.effort);
        if let Ok(mut files) = self.files.lock() {
            files.insert(name, packed);
        }
        name
    }

    pub(super) fn into_files(self) -> Vec<(FileName, Vec<u8>)> {
        self.files.into_inner().unwrap_or_default().into_iter().collect()
    }
}

fn pack(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let level = match effort {
        Effort::Little => Compression::none(),
        Effort::Full => Compression::best(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
