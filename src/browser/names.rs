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
    let mut shards: Vec<u32> = Vec::new();
    for key in &keys {
        let shard = nearest::shard_of(*key, site.name_shards);
        if !shards.contains(&shard) {
            shards.push(shard);
        }
    }
    let mut candidates: Vec<PageLink> = Vec::new();
    if site.name_shards == 0 {
        return candidates;
    }
    for shard in shards {
        let url = site.base.join(&nearest::shard_file(shard));
        let Ok(text) = load_text(url, Freshness::Cached, None).await else { continue };
        let Some(shard) = json::read::<Shard>(&text) else { continue };
        candidates.extend(shard.into_iter().filter(|(key, _)| keys.contains(key)).map(|(_, page)| page));
    }
    nearest::rank(missing, &candidates)
}
