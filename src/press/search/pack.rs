//! The files of an index, packed, with names made of what is in them.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

use flate2::write::GzEncoder;
use flate2::{Compression, Crc};
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
        self.add_known(name, bytes);
        name
    }

    /// Packs a file that has its name from an earlier run.
    pub(super) fn add_known(&self, name: FileName, bytes: &[u8]) {
        let packed = pack(bytes, self.effort);
        if let Ok(mut files) = self.files.lock() {
            files.insert(name, packed);
        }
    }

    pub(super) fn into_files(self) -> Vec<(FileName, Vec<u8>)> {
        self.files.into_inner().unwrap_or_default().into_iter().collect()
    }
}

fn pack(bytes: &[u8], effort: Effort) -> Vec<u8> {
    match effort {
        Effort::Little => store(bytes),
        Effort::Full => {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            // Writing into memory does not fail.
            let _ = encoder.write_all(bytes);
            encoder.finish().unwrap_or_default()
        }
    }
}

/// A gzip member (RFC 1952) of stored blocks (RFC 1951, section 3.2.4). flate2 makes the same, but clears a third of a
/// megabyte for each file, which takes longer than all else that is done with it.
fn store(bytes: &[u8]) -> Vec<u8> {
    const MOST: usize = u16::MAX as usize;
    const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut output = Vec::with_capacity(bytes.len() + bytes.len() / MOST * 5 + 23);
    output.extend(HEADER);
    let last = bytes.len().saturating_sub(1) / MOST;
    let blocks = bytes.chunks(MOST).chain(bytes.is_empty().then_some(bytes));
    for (place, block) in blocks.enumerate() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        output.push(u8::from(place == last));
        output.extend(length.to_le_bytes());
        output.extend((!length).to_le_bytes());
        output.extend(block);
    }
    let mut sum = Crc::new();
    sum.update(bytes);
    output.extend(sum.sum().to_le_bytes());
    output.extend(sum.amount().to_le_bytes());
    output
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::bufread::GzDecoder;

    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        for length in [0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 300_000] {
            let bytes: Vec<u8> = (0..length).map(|place: u32| (place % 251) as u8).collect();
            for effort in [Effort::Little, Effort::Full] {
                let packed = pack(&bytes, effort);
                let mut unpacked = Vec::new();
                let mut decoder = GzDecoder::new(packed.as_slice());
                decoder.read_to_end(&mut unpacked).expect("gzip");
                assert_eq!(unpacked, bytes);
                assert!(decoder.into_inner().is_empty(), "nothing is left");
            }
        }
    }
}
