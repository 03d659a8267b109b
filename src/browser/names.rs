//! Finds existing pages with names like a missing one.

use super::fetch::{Freshness, load_text};
use super::json;
use crate::nearest::{self, Shard};
use crate::page::PageLink;
use crate::permalink::Permalink;
use crate::site::Site;

/// Pages like the missing one, best first. A shard that cannot be had only makes the list poorer.
pub(super) async fn nearest_pages(site: &Site, missing: &Permalink) -> Vec<PageLink> {
    let keys = nearest::keys(missing);
    let mut candidates: Vec<PageLink> = Vec::new();
    for key in &keys {
        let shard = nearest::shard_file(nearest::shard_of(*key, site.name_shards));
        // The browser keeps a shard, so asking again for one costs nothing.
        let Ok(text) = load_text(site.base.join(&shard), Freshness::Cached, None).await else { continue };
        let shard: Shard = json::read(&text).unwrap_or_default();
        candidates.extend(shard.into_iter().filter(|(filed, _)| filed == key).map(|(_, page)| page));
    }
    nearest::rank(missing, &candidates)
}
