//! The catalogues of words, one for each language.

use std::collections::BTreeMap;

use toml::Value;

use crate::words::{KEYS, Words};

/// All words of a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Its BCP 47 tag.
    pub lang: &'static str,
    /// Those that pages show.
    pub page: Words,
    /// Those that scripts show, by their keys.
    pub script: BTreeMap<String, String>,
    /// Those that stand in files which are no pages, by their keys.
    pub files: BTreeMap<String, String>,
    /// Those of reading offline, which no page needs before it is settled.
    pub offline: BTreeMap<String, String>,
    /// Those of the search, which no page needs before it is wanted.
    pub search: BTreeMap<String, String>,
}

/// Every catalogue by the tag of its language; the first stands in for languages without one.
const SOURCES: [(&str, &str); 16] = [
    ("en", include_str!("../words/en.toml")),
    ("ar", include_str!("../words/ar.toml")),
    ("de", include_str!("../words/de.toml")),
    ("es", include_str!("../words/es.toml")),
    ("fa", include_str!("../words/fa.toml")),
    ("fr", include_str!("../words/fr.toml")),
    ("he", include_str!("../words/he.toml")),
    ("hi", include_str!("../words/hi.toml")),
    ("it", include_str!("../words/it.toml")),
    ("ja", include_str!("../words/ja.toml")),
    ("ko", include_str!("../words/ko.toml")),
    ("nl", include_str!("../words/nl.toml")),
    ("pl", include_str!("../words/pl.toml")),
    ("pt", include_str!("../words/pt.toml")),
    ("ru", include_str!("../words/ru.toml")),
    ("zh", include_str!("../words/zh.toml")),
];

impl Catalogue {
    /// The words for a language (a BCP 47 tag): those of just this tag, else of its language, else English.
    pub fn of(lang: &str) -> Catalogue {
        let is = |tag: &str, known: &str| tag.eq_ignore_ascii_case(known);
        let language = lang.split('-').next().unwrap_or_default();
        let find = |tag: &str| SOURCES.iter().find(|(known, _)| is(tag, known));
        let (lang, source) = find(lang).or_else(|| find(language)).unwrap_or(&SOURCES[0]);
        Catalogue::read(lang, source)
    }

    fn read(lang: &'static str, source: &str) -> Catalogue {
        // The tests read every catalogue, so what is not there does not occur.
        let table: Value = toml::from_str(source).unwrap_or_else(|_| Value::Table(toml::Table::new()));
        let text = |group: &str, key: &str| table.get(group)?.get(key)?.as_str().map(str::to_owned);
        let page = KEYS.iter().map(|key| text("page", key).unwrap_or_default()).collect();
        let by_keys = |group: &str| {
            let words = table.get(group).and_then(Value::as_table).into_iter().flatten();
            words.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
        };
        Catalogue {
            lang,
            page: Words::new(page),
            script: by_keys("script"),
            files: by_keys("files"),
            offline: by_keys("offline"),
            search: by_keys("search"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Keys of a catalogue with the places that their texts have.
    fn shape(source: &str) -> BTreeSet<(String, String, BTreeSet<String>)> {
        let table: toml::Table = toml::from_str(source).expect("a catalogue");
        let groups = table.iter().flat_map(|(group, words)| {
            let words = words.as_table().expect("a group of words");
            words.iter().map(|(key, text)| (group.clone(), key.clone(), places(text.as_str().expect("a text"))))
        });
        groups.collect()
    }

    fn places(text: &str) -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place.to_owned()).collect()
    }

    #[test]
    fn every_language_has_every_word_and_no_other() {
        let english = shape(SOURCES[0].1);
        for (lang, source) in SOURCES {
            let words = shape(source);
            let missing: Vec<_> = english.difference(&words).collect();
            let other: Vec<_> = words.difference(&english).collect();
            assert!(missing.is_empty() && other.is_empty(), "{lang}: missing {missing:?}, other {other:?}");
            assert!(Catalogue::read(lang, source).page.list().iter().all(|word| !word.trim().is_empty()), "{lang}");
        }
    }

    #[test]
    fn the_words_of_pages_are_those_that_the_view_knows() {
        let keys: BTreeSet<String> =
            shape(SOURCES[0].1).into_iter().filter(|(group, ..)| group == "page").map(|(_, key, _)| key).collect();
        assert_eq!(keys, KEYS.iter().map(|key| (*key).to_owned()).collect());
    }

    #[test]
    fn a_language_without_a_catalogue_has_english_words() {
        assert_eq!(Catalogue::of("en-GB").lang, "en");
        assert_eq!(Catalogue::of("tlh").lang, "en");
        assert_eq!(Catalogue::of("").lang, "en");
    }
}
