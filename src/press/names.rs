//! The index of names for pages that do not exist ([`crate::nearest`]).

use std::collections::HashMap;

use crate::nearest::{PAGES_PER_KEY, Shard, keys, shard_of};
use crate::page::PageLink;

/// Documents per shard, about: a shard is then some 10 kB, however large the blog is.
const DOCUMENTS_PER_SHARD: usize = 25;

/// How many shards the names of so many documents are spread over.
pub fn shard_count(documents: usize) -> u32 {
    u32::try_from(documents.div_ceil(DOCUMENTS_PER_SHARD)).unwrap_or(u32::MAX)
}

/// The shards, by number. Of many pages under one key the first are kept, so the newest should come first.
pub fn shards(documents: impl Iterator<Item = PageLink>, count: u32) -> Vec<Shard> {
    let mut shards: Vec<Shard> = (0..count).map(|_| Shard::default()).collect();
    let mut positions: HashMap<(usize, String), u32> = HashMap::new();
    for link in documents {
        for key in keys(&link.permalink) {
            let number = shard_of(&key, count) as usize;
            let Some(shard) = shards.get_mut(number) else { continue };
            let known = shard.keys.iter().position(|(known, _)| *known == key);
            let place = known.unwrap_or_else(|| {
                shard.keys.push((key, Vec::new()));
                shard.keys.len() - 1
            });
            let Some((_, filed)) = shard.keys.get_mut(place).filter(|(_, filed)| filed.len() < PAGES_PER_KEY) else {
                continue;
            };
            let next = u32::try_from(shard.pages.len()).unwrap_or(u32::MAX);
            let position = *positions.entry((number, link.permalink.to_string())).or_insert(next);
            if position == next {
                shard.pages.push(link.clone());
            }
            filed.push(position);
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
        let candidates = keys.iter().flat_map(|key| shards[shard_of(key, count) as usize].pages_under(&keys));
        let nearest = rank(&missing, candidates.collect());
        assert_eq!(nearest.first().map(|link| link.title.as_str()), Some("juliett-hotel-charlie"));
    }
}
