//! The app's code where it runs: in a browser.
//!
//! Run by `cargo xtask test web`. The renderer has to give the same bytes here as natively, and the app has to take
//! over the pages that the press writes. Both are fixtures that the native tests keep up to date.
//!
//! A panic poisons all tests that come after it, so only the first failure counts.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(dead_code, reason = "the native tests use the rest of what is shared with them")]

use std::collections::HashMap;
use std::rc::Rc;

use include_dir::{Dir, include_dir};
use lectern::base::Base;
use lectern::browser::article;
use lectern::browser::boot::boot;
use lectern::bundle::Bundle;
use lectern::markdown;
use lectern::markdown::attribute::Surroundings;
use lectern::page::{Article, Document, Nearest, NotFound, Page, Payload, StoredPage};
use lectern::search::answer::{Order, Request};
use lectern::search::engine::{Engine, Outcome};
use lectern::search::file_name::FileName;
use lectern::site::Site;
use lectern::view::app::{App, AppProps};
use lectern::view::mark::PRERENDER_MARK;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

#[path = "it/corpus.rs"]
mod corpus;
#[path = "web/dom.rs"]
mod dom;
#[path = "it/fixture.rs"]
mod fixture;
#[path = "it/json.rs"]
mod json;

use dom::{
    body, canonical, copy_with, data, document, follows_click, follows_click_with_ctrl, link_in, markup, nodes, parsed,
    remove, window,
};
use fixture::Fixture;

wasm_bindgen_test_configure!(run_in_browser);

/// Texts, and beside each its native rendering.
static MARKDOWN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures/markdown");

/// A page of every kind, as the press wrote it.
static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures/pages");

/// An index as the press wrote it, and what is found by it natively.
const INDEX: &str = include_str!("fixtures/search/index.snap");
const ANSWERS: &str = include_str!("fixtures/search/answers.snap");

const CORPUS_HASHES: &str = include_str!("fixtures/corpus_hashes.snap");

#[wasm_bindgen_test]
fn fixtures_become_the_same_tree_as_natively() {
    let mut compared = 0;
    for file in MARKDOWN.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "md")) {
        let name = file.path().display().to_string();
        let snapshot =
            MARKDOWN.get_file(format!("rendered@{name}.snap")).unwrap_or_else(|| panic!("no snapshot of {name}"));
        let source = file.contents_utf8().expect("a text");
        let native = content(snapshot.contents_utf8().expect("a text"));
        let Fixture { bundle, base } = Fixture::parse(source);
        assert_eq!(canonical(&article(&bundle, &base)), canonical(&parsed(native)), "{name}");
        compared += 1;
    }
    assert!(15 < compared);
}

#[wasm_bindgen_test]
fn made_up_texts_render_as_natively() {
    let (base, words) = (Base::parse("/repo/"), fixture::words());
    let renderings: Vec<String> =
        corpus::texts().map(|text| markdown::render(&fixture::bundle(&text), &base, &words)).collect();
    let hashes = renderings.chunks(100).map(|chunk| format!("{:016x}", corpus::hash(chunk.concat().bytes())));
    assert_eq!(hashes.collect::<Vec<_>>(), content(CORPUS_HASHES).lines().collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn every_kind_of_page_is_taken_over_as_it_is() {
    for file in PAGES.files() {
        let name = file.path().display().to_string();
        let (root, payload) = prerendered(file.contents_utf8().expect("a text"));
        let page = page(payload.page);
        let (before, markup) = (nodes(&root), markup(&root));
        let site = Site { words: fixture::words(), ..payload.site };
        let props = AppProps::of_page(Rc::new(site), Rc::new(page));
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).hydrate();
        yew::scheduler::flush().await;
        assert_eq!(self::markup(&root), markup, "{name}");
        let after = nodes(&root);
        assert_eq!(before.len(), after.len(), "{name}");
        assert!(before.iter().zip(&after).all(|(one, other)| one.is_same_node(Some(other))), "{name}");
        app.destroy();
        yew::scheduler::flush().await;
        remove(&root);
    }
}

/// One test, in this order: once the app has taken over a page, its listeners live as long as the document.
#[wasm_bindgen_test]
async fn the_app_boots_where_it_can_and_follows_plain_clicks_on_its_own_links() {
    leaves_pages_with_broken_data_alone();
    leaves_words();
    let root = takes_over_a_post().await;
    follows_plain_clicks(&root);
    remove(&root);
}

/// As the script beside the app does.
fn leaves_words() {
    let words: js_sys::Array = fixture::words().list().iter().map(|word| JsValue::from_str(word)).collect();
    js_sys::Reflect::set(&window(), &"lecternWords".into(), &words).expect("a window");
}

/// The page stays what it is: readable, with links that work.
fn leaves_pages_with_broken_data_alone() {
    for broken in ["", "{", "{\"site\":1}", "null", "[]", "{\"page\":\"Other\"}"] {
        let (root, _) = prerendered(page_fixture("post.snap"));
        data().set_text_content(Some(broken));
        let before = root.inner_html();
        boot();
        assert_eq!(root.inner_html(), before, "{broken}");
        assert!(!follows_click(&link_in(&root, ".prose a")), "{broken}");
        remove(&root);
    }
}

async fn takes_over_a_post() -> Element {
    let (root, payload) = prerendered(page_fixture("post.snap"));
    // An author may give any element any id.
    let decoy = document().create_element("b").expect("an element");
    decoy.set_id("lectern-page");
    root.query_selector(".prose p").ok().flatten().expect("a paragraph").append_child(&decoy).expect("appended");
    let path = match &payload.page {
        StoredPage::Document(metadata) => metadata.permalink.to_string(),
        _ => panic!("a post"),
    };
    let history = window().history().expect("a history");
    history.push_state_with_url(&"".into(), "", Some(&path)).expect("an address");
    let before = nodes(&root);

    boot();
    yew::scheduler::flush().await;
    assert_eq!(document().document_element().and_then(|page| page.get_attribute("data-app")).as_deref(), Some("ready"));
    let after = nodes(&root);
    assert!(before.len() == after.len() && before.iter().zip(&after).all(|(one, other)| one.is_same_node(Some(other))));

    root
}

fn follows_plain_clicks(root: &Element) {
    let internal = link_in(root, ".prose a[href='/archive/']");
    assert!(!follows_click_with_ctrl(&internal), "with Ctrl it opens elsewhere");
    let fragment = link_in(root, ".prose a[href='#learnings']");
    assert!(!follows_click(&fragment), "the browser scrolls by itself");
    for (attribute, value) in [
        ("target", "_blank"),
        ("download", ""),
        ("rel", "external"),
        ("href", "https://example.org/"),
        ("href", "/assets/notes.txt"),
        ("href", "mailto:ada@example.org"),
    ] {
        let link = copy_with(&internal, attribute, value);
        assert!(!follows_click(&link), "{attribute}={value}");
    }
    assert!(follows_click(&internal), "a plain click on a link of this site");
}

/// The article of a bundle, made and cleaned as the app does it.
fn article(bundle: &Bundle, base: &Base) -> Element {
    let place = document().create_element("div").expect("an element");
    place.set_class_name("prose");
    body().append_child(&place).expect("appended");
    let words = fixture::words();
    let mut builder = article::Builder::new().expect("a document");
    for piece in markdown::pieces(bundle, base, &words) {
        builder.add(&piece, Surroundings { base, links: &bundle.annotations.links });
    }
    let article = builder.finish();
    while article.place_next() {}
    place.remove();
    place
}

#[wasm_bindgen_test]
fn searches_find_the_same_as_natively() {
    let mut lines = content(INDEX).lines();
    let root = lines.next().and_then(FileName::parse).expect("a root");
    let bytes = |digits: &str| -> Vec<u8> {
        let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("digits"));
        pairs.map(|pair| u8::from_str_radix(pair, 16).expect("a byte")).collect()
    };
    let files: HashMap<FileName, Vec<u8>> = lines
        .filter_map(|line| line.split_once(' '))
        .map(|(name, digits)| (FileName::parse(name).expect("a name"), bytes(digits)))
        .collect();
    let mut engine = Engine::new(root);
    let mut compared = 0;
    let mut lines = content(ANSWERS).lines();
    while let (Some(query), Some(native)) = (lines.next(), lines.next()) {
        let query: String = serde_json::from_str(query).expect("a query");
        let request = Request { query, order: Order::Relevance, from: 0, count: 8 };
        let answer = loop {
            let lacks = match engine.search(&request) {
                Outcome::Found(answer) if answer.pending.is_empty() => break answer,
                Outcome::Found(answer) => answer.pending.iter().filter_map(|name| FileName::parse(name)).collect(),
                Outcome::Lacks(files) => files,
            };
            lacks.into_iter().for_each(|name| engine.supply(name, &files[&name]));
        };
        assert_eq!(serde_json::to_string(&answer).expect("an answer"), native, "{}", request.query);
        compared += 1;
    }
    assert!(10 < compared);
}

/// What a snapshot holds.
fn content(snapshot: &str) -> &str {
    let header_end = snapshot.match_indices("---\n").nth(1).map_or(0, |(start, line)| start + line.len());
    &snapshot[header_end..]
}

fn page_fixture(name: &str) -> &'static str {
    PAGES.get_file(name).and_then(|file| file.contents_utf8()).expect(name)
}

/// Puts a page that the press wrote into the document, and reads its data.
fn prerendered(snapshot: &str) -> (Element, Payload) {
    let (_, root) = content(snapshot).split_once("<div id=\"lectern\"").expect("a root");
    let html = format!("<div id=\"lectern\"{root}").replace("MARK", &PRERENDER_MARK.to_string());
    body().insert_adjacent_html("beforeend", &html).expect("parsed");
    let root = document().get_element_by_id("lectern").expect("the root");
    let payload = json::read(&data().text_content().unwrap_or_default()).expect("the data");
    (root, payload)
}

/// The page that stands in the document.
fn page(stored: StoredPage) -> Page {
    match stored {
        StoredPage::Document(metadata) => {
            Page::Document(Document { metadata: Rc::new(metadata), article: Article::Standing })
        }
        StoredPage::List(list) => Page::List(list),
        StoredPage::Saved => Page::Saved,
        StoredPage::Terms(terms) => Page::Terms(terms),
        StoredPage::NotFound => Page::NotFound(NotFound { path: None, nearest: Nearest::Unknown }),
    }
}
