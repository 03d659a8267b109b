//! What is found in a small blog: kept for review, and for the browser to come to the same (`tests/web.rs`).

use std::collections::HashMap;
use std::io::Read;

use insta::assert_snapshot;
use lectern::press::search::{Block, Document, Effort, Index, IndexCache, Section, index};
use lectern::search::answer::{Order, Request};
use lectern::search::engine::{Engine, Outcome};
use lectern::search::file_name::FileName;
use lectern::search::places::day_number;

const QUERIES: [&str; 14] = [
    "heron",
    "shallow wat",
    "\"lower river\"",
    "hreon nest",
    "nests -owl",
    "category:birds year:2024",
    "before:2023-02-02 after:2020",
    "Häuser am Fluss",
    "図書館",
    "서울 학교",
    "naive c++",
    "publishes ",
    "nothing like it",
    "",
];

#[test]
fn what_is_found_is_known() {
    let blog = index(&documents(), Effort::Full, &IndexCache::default());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures/search");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        assert_snapshot!("index", as_text(&blog));
        assert_snapshot!("answers", answers(&blog));
    });
}

/// The root, and each file with its content in hexadecimal digits.
fn as_text(blog: &Index) -> String {
    let line = |(name, packed): &(FileName, Vec<u8>)| {
        let digits: String = unpacked(packed).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{} {digits}", name.path())
    };
    let files: Vec<String> = blog.files.iter().map(line).collect();
    format!("{}\n{}", blog.root.path(), files.join("\n"))
}

/// A query on each line, and its answer on the next, both as JSON.
fn answers(blog: &Index) -> String {
    let files: HashMap<FileName, Vec<u8>> = blog.files.iter().map(|(name, packed)| (*name, unpacked(packed))).collect();
    let mut engine = Engine::new(blog.root);
    let mut lines = Vec::new();
    for query in QUERIES {
        let request = Request { query: query.to_owned(), order: Order::Relevance, from: 0, count: 8 };
        let answer = loop {
            let lacks = match engine.search(&request) {
                Outcome::Found(answer) if answer.pending.is_empty() => break answer,
                Outcome::Found(answer) => answer.pending.iter().filter_map(|name| FileName::parse(name)).collect(),
                Outcome::Lacks(files) => files,
            };
            lacks.into_iter().for_each(|name| engine.supply(name, &files[&name]));
        };
        let json = (serde_json::to_string(query).expect("a text"), serde_json::to_string(&answer).expect("an answer"));
        lines.push(format!("{}\n{}", json.0, json.1));
    }
    lines.join("\n")
}

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).expect("a packed file");
    bytes
}

/// Newest first; each with a heading and two sections.
fn documents() -> Vec<Document> {
    let posts = [
        (
            "/heron/",
            "The heron of the lower river",
            (2024, 9, 15),
            "en",
            "A grey heron stands in shallow water, publishing nothing.",
            "Its nest is in an alder.",
        ),
        (
            "/kites/",
            "Kites over the village",
            (2024, 5, 17),
            "en",
            "One heron passed below the kites.",
            "The counts were published where the lower river bends.",
        ),
        (
            "/boxes/",
            "Building nest boxes",
            (2023, 2, 1),
            "en",
            "Boxes for an owl, with a naïve plan in C++.",
            "Nests need shade.",
        ),
        (
            "/fluss/",
            "Der Reiher und die Häuser",
            (2022, 7, 3),
            "de",
            "Viele Häuser stehen am Fluß.",
            "Ein Haus im Dorf.",
        ),
        ("/tosho/", "東京の図書館", (2021, 1, 1), "ja", "東京都立図書館は一九〇八年に開館した。", "Rustの本もある。"),
        ("/seoul/", "서울의 학교", (2020, 1, 1), "ko", "학교에서 책을 읽었습니다.", "서울은 크다."),
    ];
    let document =
        |(path, title, (year, month, day), lang, first, second): (&str, &str, (u32, u32, u32), &str, &str, &str)| {
            Document {
                title: title.to_owned(),
                path: path.to_owned(),
                day: format!("{year}-{month}-{day}"),
                day_number: day_number(year, month, day),
                language: lang.to_owned(),
                categories: vec![if lang == "en" { "birds" } else { "places" }.to_owned()],
                sections: vec![
                    Section { blocks: vec![Block::Text(first.to_owned())], ..Section::default() },
                    Section {
                        heading: "More".to_owned(),
                        anchor: "more".to_owned(),
                        blocks: vec![Block::Text(second.to_owned())],
                    },
                ],
                ..Document::default()
            }
        };
    posts.into_iter().map(document).collect()
}
