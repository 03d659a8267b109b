//! Which words are forms of one: by the Snowball stemmers, one for each language that has one.

use std::collections::{BTreeMap, HashMap};

use rust_stemmers::{Algorithm, Stemmer};

/// What all words of a stem begin with, in bytes, and which of the stems with that beginning it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stem {
    pub(super) key: u32,
    pub(super) tag: u32,
}

/// Shorter beginnings say nothing.
const SHORTEST_KEY: usize = 3;
/// A suffix that fewer words have is none of the language.
const LEAST_SUFFIXES: u32 = 2;
/// So many suffixes are told to the browser, the most frequent ones.
const MOST_SUFFIXES: usize = 80;

/// The stems of words, which are in order, each with its language; and what words add to the beginnings of their stems.
pub(super) fn stems(words: &[(&str, &str)]) -> (Vec<Stem>, Vec<String>) {
    let mut stemmers: HashMap<&str, Option<Stemmer>> = HashMap::new();
    let mut groups: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    let mut stems = vec![Stem::default(); words.len()];
    for (place, (word, language)) in words.iter().enumerate() {
        let stemmer = stemmers.entry(language).or_insert_with(|| algorithm(language).map(Stemmer::create));
        let has_stem = word.chars().all(char::is_alphabetic) && SHORTEST_KEY < word.chars().count();
        if let Some(stemmer) = stemmer.as_ref().filter(|_| has_stem) {
            groups.entry((language, stemmer.stem(word).into_owned())).or_default().push(place);
        }
    }
    let mut suffixes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut tags: HashMap<&str, u32> = HashMap::new();
    let is_alone: Vec<bool> = {
        let mut is_alone = vec![true; words.len()];
        groups
            .values()
            .flatten()
            .for_each(|place| is_alone.get_mut(*place).into_iter().for_each(|alone| *alone = false));
        is_alone
    };
    for ((_, stem), places) in &groups {
        let members: Vec<&str> = places.iter().filter_map(|place| words.get(*place)).map(|(word, _)| *word).collect();
        let Some(key) = beginning(&members, stem) else {
            alone(places, words, &mut stems, &mut tags);
            continue;
        };
        let tag = tags.entry(key).or_default();
        for place in places {
            stems.get_mut(*place).into_iter().for_each(|own| *own = Stem { key: super::as_u32(key.len()), tag: *tag });
        }
        *tag += 1;
        if 1 < members.len() {
            for suffix in members.iter().filter_map(|word| word.get(key.len()..)) {
                *suffixes.entry(suffix).or_default() += 1;
            }
        }
    }
    let rest: Vec<usize> = (0..words.len()).filter(|place| is_alone.get(*place) == Some(&true)).collect();
    alone(&rest, words, &mut stems, &mut tags);
    let mut suffixes: Vec<(&str, u32)> =
        suffixes.into_iter().filter(|(suffix, count)| LEAST_SUFFIXES <= *count && !suffix.is_empty()).collect();
    suffixes.sort_by_key(|(suffix, count)| (std::cmp::Reverse(*count), *suffix));
    suffixes.truncate(MOST_SUFFIXES);
    let mut suffixes: Vec<String> = suffixes.into_iter().map(|(suffix, _)| suffix.to_owned()).collect();
    suffixes.sort();
    (stems, suffixes)
}

/// Words that are forms of nothing else.
fn alone<'a>(places: &[usize], words: &[(&'a str, &str)], stems: &mut [Stem], tags: &mut HashMap<&'a str, u32>) {
    for place in places {
        let Some((word, _)) = words.get(*place) else { continue };
        let tag = tags.entry(word).or_default();
        stems.get_mut(*place).into_iter().for_each(|own| *own = Stem { key: super::as_u32(word.len()), tag: *tag });
        *tag += 1;
    }
}

/// What words and their stem have in common at the beginning; nothing if that is too little.
fn beginning<'a>(words: &[&'a str], stem: &str) -> Option<&'a str> {
    let first = words.first()?;
    let others = words.iter().copied().chain([stem]);
    let length = others.map(|other| {
        let same = first.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        same.map(|(letter, _)| letter.len_utf8()).sum::<usize>()
    });
    let key = first.get(..length.min()?)?;
    (SHORTEST_KEY <= key.chars().count()).then_some(key)
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_its_beginning_and_a_tag() {
        let words =
            ["happily", "happiness", "happy", "publish", "published", "publishing", "river", "rivers", "c++", "run"];
        let with_language: Vec<(&str, &str)> = words.iter().map(|word| (*word, "en-GB")).collect();
        let (stems, suffixes) = stems(&with_language);
        assert_eq!(stems[3], stems[4]);
        assert_eq!(stems[3], Stem { key: 7, tag: 0 });
        assert_eq!(stems[1], stems[2]);
        assert_eq!(stems[6], stems[7]);
        assert_eq!(stems[8], Stem { key: 3, tag: 0 });
        assert_eq!(suffixes, [""; 0], "none of them is there twice");
    }

    #[test]
    fn suffixes_are_learned_where_several_words_have_them() {
        let words = ["herons", "heron", "nests", "nest", "flying", "fly"];
        let (_, suffixes) = stems(&words.map(|word| (word, "en")));
        assert_eq!(suffixes, ["s"]);
        assert!(stems(&words.map(|word| (word, "tlh"))).1.is_empty());
    }
}
