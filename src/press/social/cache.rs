//! Drawn pictures, kept from one run to the next.
//!
//! A picture is known by everything that is drawn in it, so one that is there is right. The cache is a convenience: where
//! it cannot be read or written, pictures are drawn again.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::press::files::{self, FileError, Kind};

/// See the [module](self).
#[derive(Clone, Debug)]
pub(super) struct Cache {
    folder: PathBuf,
}

/// The name of a picture in the cache.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(String);

/// Changes whenever the same words would be drawn otherwise: with other fonts, in other places.
const VERSION: &str = "1";

/// Pictures that no page has now stay, up to as many as pages have and this many more: drafts come and go.
const SPARE: usize = 100;

impl Key {
    /// The key of what the parts say together.
    pub(super) fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Key {
        let mut hash = Sha256::new();
        for part in [VERSION.as_bytes()].into_iter().chain(parts) {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(part);
        }
        Key(hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Cache {
    /// The cache of a project.
    pub(super) fn of_project(project: &Path) -> Cache {
        Cache { folder: files::kept_in(project).join("social") }
    }

    /// Copies a picture to its place on the site; `false` if it is not there.
    pub(super) fn copy(&self, key: &Key, place: &Path) -> Result<bool, FileError> {
        let file = self.file(key);
        // What is empty was not written to its end.
        match files::beginning(&file, 1) {
            Ok(first) if !first.is_empty() => files::copy(&file, place).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Keeps a picture. If that fails, it is drawn again.
    pub(super) fn put(&self, key: &Key, picture: &[u8]) {
        let _ = files::write_atomically(&self.file(key), picture);
    }

    /// Removes the oldest of the pictures that no page has, if they are many.
    pub(super) fn clean(&self, used: &HashSet<Key>) {
        let Ok(listed) = files::list(&self.folder) else { return };
        let mut unused: Vec<_> = listed
            .into_iter()
            .filter(|listed| {
                let name = listed.path.file_stem().map(|name| name.to_string_lossy().into_owned());
                name.is_some_and(|name| !used.contains(&Key(name)))
            })
            .filter_map(|listed| match listed.kind {
                Kind::File(facts) => Some((facts.modified, listed.path)),
                _ => None,
            })
            .collect();
        let surplus = unused.len().saturating_sub(used.len() + SPARE);
        unused.sort();
        for (_, path) in unused.into_iter().take(surplus) {
            let _ = files::remove(&path);
        }
    }

    fn file(&self, Key(key): &Key) -> PathBuf {
        self.folder.join(format!("{key}.png"))
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn parts_are_told_apart() {
        let key = |parts: &[&str]| Key::of(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(key(&["a", "b"]), key(&["a", "b"]));
        assert_ne!(key(&["a", "b"]), key(&["ab", ""]));
    }

    #[test]
    fn only_so_many_old_pictures_stay() {
        let project = TempDir::new().expect("a folder");
        let cache = Cache::of_project(project.path());
        let key = |number: usize| Key::of([number.to_le_bytes().as_slice()]);
        (0..SPARE + 10).for_each(|number| cache.put(&key(number), b"picture"));
        let used = HashSet::from([key(0), key(1)]);
        cache.clean(&used);
        assert_eq!(files::list(&cache.folder).expect("a folder").len(), 2 + 2 + SPARE);
        let place = project.path().join("site/a.png");
        assert!(cache.copy(&key(0), &place).expect("copied"));
        assert_eq!(files::read(&place, 10).expect("a file"), b"picture");
        assert!(!cache.copy(&key(SPARE + 10), &place).expect("nothing"));
    }
}
