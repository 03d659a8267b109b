//! An answer as JSON. Written by hand: this takes less than half of what the library's writer adds to the download. A test
//! holds it against the library.

use super::answer::{Answer, Facet, Facets, Hit, HitSection, MarkedWord};

/// A writer of one text.
#[derive(Default)]
struct Json(String);

/// The answer as the search box reads it.
pub fn answer(answer: &Answer) -> String {
    let mut json = Json::default();
    json.0.push('{');
    json.key("total");
    json.number(answer.total);
    json.key("hits");
    json.list(&answer.hits, Json::hit);
    json.key("facets");
    json.optional(answer.facets.as_ref(), Json::facets);
    json.key("meant");
    json.optional(answer.meant.as_ref(), |json, meant| json.text(meant));
    json.key("close");
    json.truth(answer.close);
    json.key("words");
    json.list(&answer.words, Json::word);
    json.key("pending");
    json.list(&answer.pending, |json, name| json.text(name));
    json.key("failed");
    json.optional(answer.failed.as_ref(), |json, failed| {
        json.0.push('{');
        json.key("reason");
        json.text(failed.reason.name());
        json.key("file");
        json.text(&failed.file);
        json.0.push('}');
    });
    json.0.push('}');
    json.0
}

/// Names of files that lack.
pub fn lacks(names: &[String]) -> String {
    let mut json = Json::default();
    json.0.push('{');
    json.key("lacks");
    json.list(names, |json, name| json.text(name));
    json.0.push('}');
    json.0
}

impl Json {
    fn hit(&mut self, hit: &Hit) {
        self.0.push('{');
        for (key, text) in [("path", &hit.path), ("day", &hit.day), ("lang", &hit.lang)] {
            self.key(key);
            self.text(text);
        }
        self.key("title");
        self.texts(&hit.title);
        self.key("sections");
        self.list(&hit.sections, Json::section);
        self.0.push('}');
    }

    fn section(&mut self, section: &HitSection) {
        self.0.push('{');
        self.key("anchor");
        self.text(&section.anchor);
        for (key, texts) in [("heading", &section.heading), ("excerpt", &section.excerpt)] {
            self.key(key);
            self.texts(texts);
        }
        self.0.push('}');
    }

    fn facets(&mut self, facets: &Facets) {
        self.0.push('{');
        let kinds =
            [("category", &facets.category), ("tag", &facets.tag), ("author", &facets.author), ("year", &facets.year)];
        for (key, facets) in kinds {
            self.key(key);
            self.list(facets, Json::facet);
        }
        self.0.push('}');
    }

    fn facet(&mut self, Facet(name, filter, posts): &Facet) {
        self.0.push('[');
        self.text(name);
        self.0.push(',');
        self.text(filter);
        self.0.push(',');
        self.number(*posts);
        self.0.push(']');
    }

    fn word(&mut self, word: &MarkedWord) {
        self.0.push('{');
        self.key("word");
        self.text(&word.word);
        self.key("isPrefix");
        self.truth(word.is_prefix);
        self.0.push('}');
    }

    fn key(&mut self, key: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        self.text(key);
        self.0.push(':');
    }

    fn texts(&mut self, texts: &[String]) {
        self.list(texts, |json, text| json.text(text));
    }

    fn list<T>(&mut self, items: &[T], put: impl Fn(&mut Json, &T)) {
        self.0.push('[');
        for (place, item) in items.iter().enumerate() {
            if 0 < place {
                self.0.push(',');
            }
            put(self, item);
        }
        self.0.push(']');
    }

    fn optional<T>(&mut self, item: Option<&T>, put: impl Fn(&mut Json, &T)) {
        match item {
            Some(item) => put(self, item),
            None => self.0.push_str("null"),
        }
    }

    fn truth(&mut self, truth: bool) {
        self.0.push_str(if truth { "true" } else { "false" });
    }

    fn number(&mut self, number: u32) {
        if 9 < number {
            self.number(number / 10);
        }
        self.0.extend(char::from_digit(number % 10, 10));
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(char);
                }
                // Signs that JSON does not take as they are: none of them shows.
                '\0'..='\u{1f}' => self.0.push(' '),
                _ => self.0.push(char),
            }
        }
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::answer::{Failure, Reason};

    fn read(json: &str) -> serde_json::Value {
        serde_json::from_str(json).expect("JSON")
    }

    proptest! {
        #[test]
        fn it_is_what_a_library_writes(texts in proptest::collection::vec("[^\\x00-\\x1f]{0,6}", 6), number: u32, is_close: bool) {
            let section = HitSection { heading: texts.clone(), anchor: texts[0].clone(), excerpt: Vec::new() };
            let hit = Hit { path: texts[1].clone(), title: texts.clone(), day: texts[2].clone(), lang: String::new(), sections: vec![section; 2] };
            let facet = Facet(texts[3].clone(), texts[4].clone(), number);
            let whole = Answer {
                total: number,
                hits: vec![hit; 2],
                facets: Some(Facets { tag: vec![facet.clone(), facet], ..Facets::default() }),
                meant: Some(texts[5].clone()),
                close: is_close,
                words: vec![MarkedWord { word: texts[0].clone(), is_prefix: is_close }],
                pending: texts.clone(),
                failed: Some(Failure { reason: Reason::Offline, file: texts[1].clone() }),
            };
            for of in [whole, Answer::default()] {
                prop_assert_eq!(read(&answer(&of)), serde_json::to_value(&of).expect("JSON"));
            }
            prop_assert_eq!(read(&lacks(&texts)), serde_json::json!({ "lacks": texts }));
        }
    }

    #[test]
    fn signs_that_do_not_show_are_blanks() {
        assert_eq!(lacks(&["a\u{1}\n\"\\b".to_owned()]), "{\"lacks\":[\"a  \\\"\\\\b\"]}");
    }
}
