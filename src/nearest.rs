//! What a reader may have meant by a path that does not exist.
//!
//! No page may load a table of all posts, so the press spreads names over small files (shards). A name is filed
//! under the beginnings and ends of its words; a mistyped word keeps one of the two as a rule. The app asks
//! for the shards of a missing path's keys, a handful of files however large the blog is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::page::PageLink;
use crate::permalink::Permalink;
use crate::slug::slugify;

/// At most this many pages are kept under one key, the newest: enough to choose from, and a bound on the size
/// of a shard.
pub const PAGES_PER_KEY: usize = 24;

/// At most this many keys of a missing path are looked up, which bounds the number of requests.
const KEYS_PER_PATH: usize = 12;

/// How many pages are suggested.
const SUGGESTIONS: usize = 5;

/// Words that say nothing about a page, numbers aside.
const FILLERS: [&str; 12] = ["a", "an", "and", "at", "for", "html", "in", "index", "of", "on", "the", "to"];

/// Keys and the pages filed under them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// Each page once.
    pub pages: Vec<PageLink>,
    /// Key to positions in `pages`.
    pub keys: BTreeMap<String, Vec<u32>>,
}

/// The keys a page is filed and looked up under, most telling first: long words before short.
pub fn keys(permalink: &Permalink) -> Vec<String> {
    let mut words = words(permalink);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let mut keys: Vec<String> = Vec::new();
    for key in words.iter().flat_map(|word| word_keys(word)) {
        if keys.len() < KEYS_PER_PATH && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The shard that holds a key, of `shards` in all. FNV-1a, since its result must never change.
pub fn shard_of(key: &str, shards: u32) -> u32 {
    let hash = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.checked_rem(shards).unwrap_or(0)
}

/// The file of a shard, below the base.
pub fn shard_file(shard: u32) -> String {
    format!("names/{shard}.json")
}

/// The candidates most like the missing path, best first; those with hardly anything in common are left out.
pub fn rank(missing: &Permalink, candidates: Vec<PageLink>) -> Vec<PageLink> {
    let wanted = pairs(missing);
    let mut scored: Vec<(u32, PageLink)> = candidates
        .into_iter()
        .map(|candidate| (similarity(&wanted, &pairs(&candidate.permalink)), candidate))
        .filter(|(score, _)| 250 <= *score)
        .collect();
    scored.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.permalink.cmp(&right.permalink)));
    scored.dedup_by(|(_, left), (_, right)| left.permalink == right.permalink);
    scored.truncate(SUGGESTIONS);
    scored.into_iter().map(|(_, link)| link).collect()
}

/// The words of a page's own name; a path's folders are dates and categories, which many pages share.
fn words(permalink: &Permalink) -> Vec<String> {
    let slug = slugify(permalink.name());
    let telling = |word: &&str| !FILLERS.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
    slug.split('-').filter(telling).map(str::to_owned).collect()
}

/// The beginning and the end of a word: two letters of a short one, three of a longer. Script without blanks
/// gives long words, whose ends still serve.
fn word_keys(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let length = match letters.len() {
        0..=3 => return vec![word.to_owned()],
        4 | 5 => 2,
        _ => 3,
    };
    let (start, end) = (&letters[..length], &letters[letters.len() - length..]);
    vec![format!("{}-", String::from_iter(start)), format!("-{}", String::from_iter(end))]
}

/// Neighbouring letters of the name, sorted: the Sørensen–Dice coefficient compares these.
fn pairs(permalink: &Permalink) -> Vec<(char, char)> {
    let name = slugify(permalink.name());
    let mut pairs: Vec<(char, char)> = name.chars().zip(name.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Twice the shared pairs by all pairs, in thousandths.
fn similarity(left: &[(char, char)], right: &[(char, char)]) -> u32 {
    let (mut i, mut j, mut shared) = (0, 0, 0_u32);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
        }
    }
    let all = u32::try_from(left.len() + right.len()).unwrap_or(u32::MAX);
    (2000 * shared).checked_div(all).unwrap_or(0)
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
        let titles: Vec<String> = rank(&missing, candidates).into_iter().map(|link| link.title).collect();
        assert_eq!(titles, ["/c/one-year-mark.html", "/b/one-year-later.html"]);
    }

    #[test]
    fn shards_are_stable_and_none_is_no_crash() {
        assert_eq!(shard_of("mar-", 64), shard_of("mar-", 64));
        assert!(shard_of("챗-", 7) < 7);
        assert_eq!(shard_of("x", 0), 0);
    }
}
