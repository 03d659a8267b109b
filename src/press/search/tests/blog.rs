//! A small blog in several languages.

use super::super::{Block, Document, Section};
use crate::search::places::day_number;

/// Newest first.
pub(super) fn blog() -> Vec<Document> {
    let mut documents = vec![
        post(
            "/heron/",
            "The heron of the lower river",
            (2024, 9, 15),
            "en",
            &[
                ("", "A grey heron stands in the shallows. It was publishing nothing."),
                ("Where it nests", "The nest is high in an alder, and herons return to it."),
                ("How to watch", "Stand still. `watch_heron()` returns at once."),
            ],
        ),
        post(
            "/kite/",
            "Kites over the village",
            (2024, 5, 17),
            "en",
            &[
                ("", "Red kites circle above the church. One heron passed below them."),
                ("Published counts", "The counts were published in spring. A lower river carries fewer fish."),
            ],
        ),
        post(
            "/nest-boxes/",
            "Building nest boxes",
            (2023, 2, 1),
            "en",
            &[("", "Boxes for owls, with a naïve drawing in C++.")],
        ),
        post(
            "/reiher/",
            "Der Reiher und die Häuser",
            (2022, 7, 3),
            "de",
            &[("", "Ein Haus am Fluß, viele Häuser im Dorf.")],
        ),
        post(
            "/tokyo/",
            "東京の図書館",
            (2021, 1, 1),
            "ja",
            &[("歴史", "東京都立図書館は一九〇八年に開館した。Rustの本もある。")],
        ),
        post("/seoul/", "서울의 학교", (2020, 1, 1), "ko", &[("", "학교에서 책을 읽었습니다.")]),
    ];
    documents[0].categories = vec!["birds".to_owned(), "Field notes".to_owned()];
    documents[0].tags = vec!["rivers".to_owned()];
    documents[1].categories = vec!["birds".to_owned()];
    documents[1].authors = vec!["Ada".to_owned()];
    documents.push(Document { title: "About".to_owned(), path: "/about/".to_owned(), ..Document::default() });
    documents
}

/// A post with sections of one paragraph each.
pub(super) fn post(path: &str, title: &str, day: (u32, u32, u32), lang: &str, sections: &[(&str, &str)]) -> Document {
    let section = |(heading, text): &(&str, &str)| Section {
        heading: (*heading).to_owned(),
        anchor: heading.to_lowercase().replace(' ', "-"),
        blocks: vec![Block::Text((*text).to_owned())],
    };
    Document {
        title: title.to_owned(),
        path: path.to_owned(),
        day: format!("{}-{:02}-{:02}", day.0, day.1, day.2),
        day_number: day_number(day.0, day.1, day.2),
        language: lang.to_owned(),
        sections: sections.iter().map(section).collect(),
        ..Document::default()
    }
}

/// Many posts of made-up words, in which frequent words stand beside each other in all orders.
pub(super) fn many(count: u32) -> Vec<Document> {
    const WORDS: [&str; 12] =
        ["river", "heron", "nest", "alder", "water", "stone", "bridge", "morning", "winter", "field", "light", "rain"];
    let mut state = 7_u32;
    let mut next = |most: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % most
    };
    let text =
        |next: &mut dyn FnMut(usize) -> usize| (0..40).map(|_| WORDS[next(WORDS.len())]).collect::<Vec<_>>().join(" ");
    (0..count)
        .map(|number| {
            let own = format!("{} marker{number} end", text(&mut next));
            let day = (2024 - number / 100, 12 - number / 9 % 12, 28 - number % 28);
            post(&format!("/{number}/"), &format!("Number {number}"), day, "en", &[("", &own)])
        })
        .collect()
}
