//! Copies of pictures, kept from one run to the next.
//!
//! A picture is known by its bytes, so a new one is made anew and one that was moved is not. The cache is a convenience:
//! where it cannot be read or written, copies are made again.

use std::hash::{DefaultHasher, Hasher};
use std::path::PathBuf;

use super::copies::Copy;
use crate::press::files;

/// See the [module](self).
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

/// Changes whenever the same picture would get other copies.
const VERSION: &str = "1";

/// No copy is larger.
const LARGEST: u64 = 100_000_000;

impl Cache {
    /// The cache of a project.
    pub fn of_project(project: &std::path::Path) -> Cache {
        Cache { folder: files::kept_in(project).join("pictures").join(VERSION) }
    }

    /// The copies of a picture. `None` if it is not known, or not all of them are there.
    pub fn get(&self, picture: &[u8]) -> Option<Vec<Copy>> {
        let name = name(picture);
        let widths = files::read_text(&self.folder.join(format!("{name}.txt"))).ok()?;
        let read = |width: &str| {
            let bytes = files::read(&self.folder.join(format!("{name}.{width}.webp")), LARGEST).ok()?;
            Some((width.parse().ok()?, bytes)).filter(|(_, bytes)| !bytes.is_empty())
        };
        widths.split_whitespace().map(read).collect()
    }

    /// Keeps the copies of a picture.
    pub fn put(&self, picture: &[u8], copies: &[Copy]) {
        let name = name(picture);
        let written = copies.iter().all(|(width, bytes)| {
            files::write_atomically(&self.folder.join(format!("{name}.{width}.webp")), bytes).is_ok()
        });
        let widths: Vec<String> = copies.iter().map(|(width, _)| width.to_string()).collect();
        if written {
            // Without this list the copies count for nothing, so it comes last; if it fails, they are made again.
            let _ = files::write_atomically(&self.folder.join(format!("{name}.txt")), widths.join(" ").as_bytes());
        }
    }
}

fn name(picture: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(picture);
    format!("{:016x}-{}", hasher.finish(), picture.len())
}
