//! What a reader may have meant by a path that does not exist.
//!
//! No page may load a table of all posts, so the press spreads names over small files (shards). A name is filed
//! under the beginnings and ends of its words; a mistyped word keeps one of the two as a rule. The app asks
//! for the shards of a missing path's keys, a handful of files however large the blog is.

use serde::{Deserialize, Serialize};

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
const FILLERS: [&str; 12] = ["a", "an", "and", "at", "for", "html", "in", "index", "of", "on", "the", "to"];

/// Keys and the pages filed under them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// Each page once.
    pub pages: Vec<PageLink>,
    /// Keys, each with positions in `pages`.
    pub keys: Vec<(String, Vec<u32>)>,
}

impl Shard {
    /// The pages filed here under any of these keys.
    pub fn pages_under(&self, keys: &[String]) -> Vec<PageLink> {
        let positions = self.keys.iter().filter(|(key, _)| keys.contains(key)).flat_map(|(_, positions)| positions);
        let pages = positions.filter_map(|position| self.pages.get(usize::try_from(*position).ok()?));
        pages.cloned().collect()
    }
}

/// The keys a page is filed and looked up under, most telling first: long words before short.
pub fn keys(permalink: &Permalink) -> Vec<String> {
    let (long, short): (Vec<String>, Vec<String>) =
        words(permalink).into_iter().partition(|word| 6 <= word.chars().count());
    let mut keys: Vec<String> = Vec::new();
    for word in long.iter().chain(&short) {
        for key in word_keys(word) {
            if keys.len() < KEYS_PER_PATH && !keys.contains(&key) {
                keys.push(key);
            }
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
    let mut scored: Vec<(u32, PageLink)> = Vec::new();
    for candidate in candidates {
        let score = similarity(&wanted, &pairs(&candidate.permalink));
        if LEAST_SIMILARITY <= score && !scored.iter().any(|(_, known)| *known == candidate) {
            scored.push((score, candidate));
        }
    }
    let mut best = Vec::new();
    while best.len() < SUGGESTIONS {
        let Some(next) = first_of_the_best(&scored) else { break };
        best.push(scored.swap_remove(next).1);
    }
    best
}

/// The position of the highest score; of equal ones, that of the first path.
fn first_of_the_best(scored: &[(u32, PageLink)]) -> Option<usize> {
    let rank = |(score, link): &(u32, PageLink)| (std::cmp::Reverse(*score), link.permalink.as_str().to_owned());
    (0..scored.len()).min_by_key(|position| scored.get(*position).map(rank))
}

/// The words of a page's own name; a path's folders are dates and categories, which many pages share. Letters beyond
/// ASCII are taken as they are: folding their case takes tables that no reader should have to download.
fn words(permalink: &Permalink) -> Vec<String> {
    let name = permalink.name().to_ascii_lowercase();
    let words = name.split(|char: char| char.is_ascii() && !char.is_ascii_alphanumeric());
    let telling =
        |word: &&str| !word.is_empty() && !FILLERS.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
    words.filter(telling).map(str::to_owned).collect()
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

/// Neighboring letters of the name: the Sørensen–Dice coefficient compares these.
fn pairs(permalink: &Permalink) -> Vec<(char, char)> {
    let name = permalink.name().to_ascii_lowercase();
    name.chars().zip(name.chars().skip(1)).collect()
}

/// Twice the shared pairs by all pairs, in thousandths. Names are short, so every pair is compared with every other.
fn similarity(left: &[(char, char)], right: &[(char, char)]) -> u32 {
    let mut unmatched = right.to_vec();
    let mut shared = 0_u32;
    for pair in left {
        if let Some(position) = unmatched.iter().position(|other| other == pair) {
            unmatched.swap_remove(position);
            shared += 1;
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
