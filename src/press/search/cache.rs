//! What a run leaves to the next one.

use std::path::Path;

use super::count_cache::CountCache;
use super::pair_cache::PairCache;

/// What is known of documents that may not have changed.
#[derive(Default)]
pub struct IndexCache {
    pub(super) counts: CountCache,
    pub(super) pairs: PairCache,
}

impl IndexCache {
    /// The cache of a project. What is not there, or not as it was written, counts as empty.
    pub fn of_project(source: &Path) -> IndexCache {
        IndexCache { counts: CountCache::of_project(source), pairs: PairCache::of_project(source) }
    }
}
