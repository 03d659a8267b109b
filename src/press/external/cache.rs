//! Good answers, kept for some days.
//!
//! The cache is a convenience: a file that cannot be read, or is not what was written, counts as none, and what cannot
//! be written is asked again. Only what is well is kept; what is broken may be mended by tomorrow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::ask::Verdict;
use super::fragments::Missing;
use crate::press::files;

/// Changes whenever old files mean something else.
const VERSION: u32 = 1;

/// For so long an answer is good.
const DAYS: i64 = 7;

/// No file of ours is larger.
const LARGEST: u64 = 50_000_000;

/// See the [module](self).
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// Nowhere if the folder is not ours to write in.
    file: Option<PathBuf>,
    known: BTreeMap<String, Known>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored {
    version: u32,
    answers: BTreeMap<String, Known>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Known {
    /// Seconds since 1970.
    asked: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
    /// Places that were asked for and are there.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    places: BTreeSet<String>,
}

impl Cache {
    /// Where the answers of a project are.
    pub(super) fn file_of(project: &Path) -> PathBuf {
        files::kept_in(project).join("links.json")
    }

    /// With the answers of a file that are still good.
    pub(super) fn read(file: &Path, now: jiff::Timestamp) -> Cache {
        let bytes = files::read(file, LARGEST).unwrap_or_default();
        let stored: Stored = serde_json::from_slice(&bytes).unwrap_or_default();
        let is_good = |known: &Known| {
            let age = now.as_second().saturating_sub(known.asked);
            stored.version == VERSION && (0..DAYS * 24 * 60 * 60).contains(&age)
        };
        let known = stored.answers.into_iter().filter(|(_, known)| is_good(known)).collect();
        Cache { file: Some(file.to_owned()), known }
    }

    /// Without any answers, to be written to a file.
    pub(super) fn empty(file: PathBuf) -> Cache {
        Cache { file: Some(file), known: BTreeMap::new() }
    }

    /// The answer for an address, if it is known with all these places.
    pub(super) fn get(&self, address: &str, places: &BTreeSet<String>) -> Option<Verdict> {
        let known = self.known.get(address)?;
        let has_all = places.is_subset(&known.places);
        has_all.then(|| Verdict::Good { moved: known.moved.clone(), missing: Missing::new() })
    }

    /// Keeps an answer if it is a good one.
    pub(super) fn put(&mut self, address: &str, places: &BTreeSet<String>, verdict: &Verdict, now: jiff::Timestamp) {
        let Verdict::Good { moved, missing } = verdict else {
            self.known.remove(address);
            return;
        };
        let places = places.iter().filter(|place| !missing.contains_key(*place)).cloned().collect();
        let known = Known { asked: now.as_second(), moved: moved.clone(), places };
        self.known.insert(address.to_owned(), known);
    }

    /// Writes the file, if there is to be one.
    pub(super) fn write(self) {
        let Some(file) = self.file else { return };
        let stored = Stored { version: VERSION, answers: self.known };
        if let Ok(json) = serde_json::to_vec(&stored) {
            let _ = files::write_atomically(&file, &json);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::press::diagnostic::Fault;

    const MONDAY: &str = "2026-06-01T12:00:00Z";

    fn at(time: &str) -> jiff::Timestamp {
        time.parse().expect("a time")
    }

    fn places(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn written() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = Cache::file_of(folder.path());
        let mut cache = Cache::empty(file.clone());
        let good = Verdict::Good { moved: Some("https://b.org/".to_owned()), missing: Missing::new() };
        cache.put("https://a.org/", &places(&["x"]), &good, at(MONDAY));
        cache.put("https://gone.org/", &places(&[]), &Verdict::Broken(Fault::Dropped), at(MONDAY));
        cache.put("https://wall.org/", &places(&[]), &Verdict::Untold(403), at(MONDAY));
        cache.write();
        (folder, file)
    }

    #[test]
    fn good_answers_are_kept_for_a_week_and_others_not_at_all() {
        let (_folder, file) = written();
        let known = |time: &str, address: &str, names: &[&str]| {
            Cache::read(&file, at(time)).get(address, &places(names)).is_some()
        };
        assert!(known(MONDAY, "https://a.org/", &[]));
        assert!(known("2026-06-08T11:59:59Z", "https://a.org/", &["x"]));
        assert!(!known(MONDAY, "https://a.org/", &["x", "y"]));
        assert!(!known("2026-06-08T12:00:00Z", "https://a.org/", &[]));
        assert!(!known("2026-05-31T12:00:00Z", "https://a.org/", &[]), "the clock was wrong");
        assert!(!known(MONDAY, "https://gone.org/", &[]));
        assert!(!known(MONDAY, "https://wall.org/", &[]));
    }

    #[test]
    fn an_answer_that_is_good_no_longer_is_dropped() {
        let (_folder, file) = written();
        let mut cache = Cache::read(&file, at(MONDAY));
        cache.put("https://a.org/", &places(&[]), &Verdict::Untold(500), at(MONDAY));
        assert_eq!(cache.get("https://a.org/", &places(&[])), None);
    }

    #[test]
    fn another_version_counts_as_none() {
        let (_folder, file) = written();
        let text = std::fs::read_to_string(&file).expect("a file").replace("\"version\":1", "\"version\":0");
        std::fs::write(&file, text).expect("a file");
        assert!(Cache::read(&file, at(MONDAY)).known.is_empty());
    }

    proptest! {
        #[test]
        fn a_damaged_file_counts_as_none_and_is_written_anew(
            cut in 0_usize..200, bytes in prop::collection::vec(any::<u8>(), 0..20)
        ) {
            let (_folder, file) = written();
            let mut damaged = std::fs::read(&file).expect("a file");
            damaged.truncate(cut.min(damaged.len() - 1));
            damaged.extend(bytes);
            std::fs::write(&file, damaged).expect("a file");
            let mut cache = Cache::read(&file, at(MONDAY));
            let good = Verdict::Good { moved: None, missing: Missing::new() };
            cache.put("https://c.org/", &places(&[]), &good, at(MONDAY));
            cache.write();
            prop_assert!(Cache::read(&file, at(MONDAY)).get("https://c.org/", &places(&[])).is_some());
        }
    }
}
