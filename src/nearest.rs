//! What a reader may have meant by a path that does not exist.
//!
//! No page may load a table of all posts, so the press spreads names over small files (shards). A name is filed
//! under the beginnings and ends of its words; a mistyped word keeps one of the two as a rule. The app asks
//! for the shards of a missing path's keys, a handful of files however large the blog is.

use crate::page::PageLink;
use crate::permalink::Permalink;

/// At most this many pages are kept under one key, the newest: enough to choose from, and a bound on the size
/// of a shard.
pub const PAGES_PER_KEY: usize = 24;

/// At most this many keys of a missing path are looked up, which bounds the number of requests.
const KEYS_PER_PATH: usize = 12;

/// How many pages are suggested.
const SUGGESTIONS: usize = 5;

/// What a suggestion must have in common with the missing path, in thousandths of everything.
const LEAST_SIMILARITY: u32 = 250;

/// Words that say nothing about a page, numbers aside.
const FILLERS: &str = "a an and at for html in index of on the to";

/// Pages with the keys they are filed under, the newest first.
pub type Shard = Vec<(u32, PageLink)>;

/// The keys a page is filed and looked up under, as numbers: one of the initials of its words, which few other pages
/// share, then one of each word's beginning and one of its end.
pub fn keys(permalink: &Permalink) -> Vec<u32> {
    let name = permalink.name().to_ascii_lowercase();
    let mut initials = SEED;
    let mut keys = Vec::new();
    // Letters beyond ASCII count as letters; folding their case takes tables that no reader should have to download.
    for word in name.as_bytes().split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()) {
        let Some(initial) = word.first() else { continue };
        if FILLERS.split(' ').any(|filler| filler.as_bytes() == word) || word.iter().all(u8::is_ascii_digit) {
            continue;
        }
        // Three letters, and never more than half of the word.
        let part = (word.len() / 2).clamp(1, 3);
        initials = hash(initials, &[*initial]);
        keys.push(hash(SEED + 1, &word[..part]));
        keys.push(hash(SEED + 2, &word[word.len() - part..]));
    }
    keys.truncate(KEYS_PER_PATH);
    keys.push(initials);
    keys
}

/// The shard that holds a key, of `shards` in all.
pub fn shard_of(key: u32, shards: u32) -> u32 {
    key.checked_rem(shards).unwrap_or(0)
}

/// The file of a shard, below the base.
pub fn shard_file(shard: u32) -> String {
    format!("names/{shard}.json")
}

/// The pages most like the missing one, best first; those with hardly anything in common are left out.
pub fn rank(missing: &Permalink, candidates: &[PageLink]) -> Vec<PageLink> {
    let mut best: Vec<(u32, &PageLink)> = Vec::new();
    for candidate in candidates {
        let score = similarity(missing, &candidate.permalink);
        let is_known = best.iter().any(|(_, known)| *known == candidate);
        if LEAST_SIMILARITY <= score && !is_known {
            let place = best.iter().take_while(|(better, _)| score <= *better).count();
            best.insert(place, (score, candidate));
            best.truncate(SUGGESTIONS);
        }
    }
    best.into_iter().map(|(_, link)| link.clone()).collect()
}

/// How much two names have in common, in thousandths: how many of the pairs of neighboring letters of each occur in
/// the other (after Sørensen and Dice).
fn similarity(left: &Permalink, right: &Permalink) -> u32 {
    let (left, right) = (left.name().to_ascii_lowercase(), right.name().to_ascii_lowercase());
    let shared = shared_pairs(left.as_bytes(), right.as_bytes()) + shared_pairs(right.as_bytes(), left.as_bytes());
    let all = (left.len() + right.len()).saturating_sub(2);
    (1000 * shared).checked_div(all).unwrap_or(0) as u32
}

fn shared_pairs(of: &[u8], with: &[u8]) -> usize {
    of.windows(2).filter(|pair| with.windows(2).any(|other| other == *pair)).count()
}

const SEED: u32 = 0x811c_9dc5;

/// FNV-1a, which must never change: the press and the app hash apart. 31 bits, so that every JSON reader keeps them.
fn hash(seed: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)) >> 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(path: &str) -> PageLink {
        PageLink { title: path.to_owned(), permalink: Permalink::parse(path).expect(path) }
    }

    #[test]
    fn a_mistyped_name_shares_a_key_with_the_right_one() {
        let right = link("/2024/09/15/one-year-mark.html").permalink;
        for typo in ["/one-yaer-mark/", "/2024/09/15/one-year-makr", "/thoughts/on-year-mark.html", "/year"] {
            let typo = Permalink::parse(typo).expect("a path");
            assert!(keys(&typo).iter().any(|key| keys(&right).contains(key)), "{typo}");
        }
    }

    #[test]
    fn the_nearest_comes_first_and_strangers_not_at_all() {
        let missing = Permalink::parse("/2024/one-yaer-mark").expect("a path");
        let candidates = vec![link("/a/cooking.html"), link("/b/one-year-later.html"), link("/c/one-year-mark.html")];
        let titles: Vec<String> = rank(&missing, &candidates).into_iter().map(|link| link.title).collect();
        assert_eq!(titles, ["/c/one-year-mark.html", "/b/one-year-later.html"]);
    }

    #[test]
    fn shards_are_stable_and_none_is_no_crash() {
        let permalink = link("/챗봇-이란.html").permalink;
        assert_eq!(keys(&permalink), [347419951, 1639753722, 1140759675, 1008871797, 1807516869]);
        assert!(keys(&permalink).into_iter().all(|key| shard_of(key, 7) < 7));
        assert_eq!(shard_of(1, 0), 0);
    }
}
