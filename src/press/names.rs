//! The index of names for pages that do not exist ([`crate::nearest`]).

use std::collections::HashMap;

use crate::nearest::{PAGES_PER_KEY, Shard, keys, shard_of};
use crate::page::PageLink;

/// Documents per shard, about: a shard is then some 20 kB, however large the blog is.
const DOCUMENTS_PER_SHARD: usize = 25;

/// How many shards the names of so many documents are spread over.
pub fn shard_count(documents: usize) -> u32 {
    u32::try_from(documents.div_ceil(DOCUMENTS_PER_SHARD)).unwrap_or(u32::MAX)
}

/// The shards, by number. Of many pages under one key the first are kept, so the newest should come first.
pub fn shards(documents: impl Iterator<Item = PageLink>, count: u32) -> Vec<Shard> {
    let mut shards: Vec<Shard> = (0..count).map(|_| Shard::new()).collect();
    let mut filed: HashMap<u32, usize> = HashMap::new();
    for link in documents {
        for key in keys(&link.permalink) {
            let pages = filed.entry(key).or_insert(0);
            *pages += 1;
            let shard = shards.get_mut(shard_of(key, count) as usize);
            if let Some(shard) = shard.filter(|_| *pages <= PAGES_PER_KEY) {
                shard.push((key, link.clone()));
            }
        }
    }
    shards
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nearest::rank;
    use crate::permalink::Permalink;

    #[test]
    fn a_typo_finds_its_page_among_many() {
        let words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett"];
        let documents: Vec<PageLink> = (0..1000)
            .map(|number: usize| {
                let name = format!("{}-{}-{}", words[number / 100], words[number / 10 % 10], words[number % 10]);
                let permalink = Permalink::parse(&format!("/2024/{name}.html")).expect("a path");
                PageLink { title: name, permalink }
            })
            .collect();
        let count = shard_count(documents.len());
        let shards = shards(documents.into_iter(), count);
        let missing = Permalink::parse("/2024/juliet-hotle-charlie").expect("a path");
        let keys = keys(&missing);
        let asked = keys.iter().flat_map(|key| &shards[shard_of(*key, count) as usize]);
        let candidates: Vec<PageLink> =
            asked.filter(|(key, _)| keys.contains(key)).map(|(_, page)| page.clone()).collect();
        let nearest = rank(&missing, &candidates);
        assert_eq!(nearest.first().map(|link| link.title.as_str()), Some("juliett-hotel-charlie"));
    }
}
