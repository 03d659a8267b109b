//! How long the press, the index and the renderer take.
//!
//! `cargo bench --bench press --profile dev` measures what Trunk's hook runs, without a further build; plain
//! `cargo bench` measures optimized code. Names as arguments choose: `cargo bench --bench press -- render`.
//!
//! What is wanted on a machine of two cores: 1,000 posts in 3 seconds and 10,000 in 30, with less than 500 MB.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a measurement that cannot go on is none")]

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use lectern::base::Base;
use lectern::bundle::Markup;
use lectern::markdown;
use lectern::press::blog::Hidden;
use lectern::press::bundle::{Options, Profile, bundle};
use lectern::press::search::{Block, Document, Effort, IndexCache, Section, index, sections};
use lectern::search::places::day_number;
use lectern::words::Words;
use tempfile::TempDir;

#[path = "press/blog.rs"]
mod blog;
#[allow(dead_code, reason = "the other benchmark uses the rest")]
#[path = "../tests/it/pathological/stages.rs"]
mod stages;

fn main() {
    // Instead of measuring, it can leave a blog of 10,000 posts somewhere, to measure the program itself on.
    match std::env::var_os("LECTERN_BENCH_BLOG") {
        Some(folder) => blog::write(folder.as_ref(), 10_000).expect("written"),
        None => divan::main(),
    }
}

/// The article of one text.
#[divan::bench(args = [2_000, 20_000, 200_000, 1_000_000])]
fn render(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = blog::text(1, bytes);
    let (bundle, base) = (stages::bundle(&text, Markup::Markdown), Base::parse("/"));
    bencher.counter(BytesCount::new(bytes)).bench(|| markdown::render(&bundle, &base, &Words::NONE));
}

/// A whole site, from the folder of posts to all its files.
#[divan::bench(args = [1_000, 10_000], sample_count = 1, sample_size = 1)]
fn press(bencher: Bencher<'_, '_>, posts: u32) {
    let source = TempDir::new().expect("a folder");
    blog::write(source.path(), posts).expect("written");
    bencher
        .counter(ItemsCount::new(posts))
        .with_inputs(|| {
            let staging = TempDir::new().expect("a folder");
            fs::write(staging.path().join("index.html"), stages::INDEX).expect("written");
            staging
        })
        .bench_local_values(|staging| {
            let report = bundle(&options(source.path(), staging.path(), Profile::Debug)).expect("a site");
            assert_eq!(u32::try_from(report.posts), Ok(posts));
            staging
        });
}

/// A published site of 1,000 posts, each with its social picture: all drawn, and all from the cache.
#[divan::bench(args = ["drawn", "cached"], sample_count = 1, sample_size = 1)]
fn social_pictures(bencher: Bencher<'_, '_>, pictures: &str) {
    let source = TempDir::new().expect("a folder");
    blog::write(source.path(), 1_000).expect("written");
    let staging = || {
        let staging = TempDir::new().expect("a folder");
        fs::write(staging.path().join("index.html"), stages::INDEX).expect("written");
        staging
    };
    if pictures == "cached" {
        bundle(&options(source.path(), staging().path(), Profile::Release)).expect("a site");
    }
    bencher.counter(ItemsCount::new(1_000_u32)).with_inputs(staging).bench_local_values(|staging| {
        bundle(&options(source.path(), staging.path(), Profile::Release)).expect("a site");
        staging
    });
}

/// The index of a blog of which one post has changed since the last run, as an author has it who looks at what is written.
/// Wanted for 1,000 posts: less than 200 ms.
#[divan::bench(args = [1_000, 10_000], sample_count = 20, sample_size = 1)]
fn index_after_a_change(bencher: Bencher<'_, '_>, posts: u32) {
    let project = TempDir::new().expect("a folder");
    let mut documents: Vec<Document> = (0..posts).map(document).collect();
    let again = |documents: &[Document]| index(documents, Effort::Little, &IndexCache::of_project(project.path()));
    again(&documents);
    let changes = RefCell::new((0_usize.., &mut documents));
    bencher
        .with_inputs(|| {
            let (numbers, documents) = &mut *changes.borrow_mut();
            let number = numbers.next().expect("numbers");
            let place = number * 7919 % documents.len();
            let text = format!("The {number}th change of them all.");
            documents[place].sections.push(Section { blocks: vec![Block::Text(text)], ..Section::default() });
        })
        .bench_local_values(|()| again(changes.borrow().1));
}

/// A post of about 6 kB, as the index takes it.
fn document(number: u32) -> Document {
    let bundle = stages::bundle(&blog::text(number, 6_000), Markup::Markdown);
    Document {
        title: format!("Post {number}"),
        path: format!("/{number}/"),
        day_number: day_number(2024, 1, 1 + number % 28),
        language: "en".to_owned(),
        sections: sections(&markdown::render(&bundle, &Base::parse("/"), &Words::NONE)),
        ..Document::default()
    }
}

fn options(source: &Path, staging: &Path, profile: Profile) -> Options {
    Options {
        source: source.to_owned(),
        staging: staging.to_owned(),
        public_url: Base::parse("/"),
        url: Some("https://example.org".to_owned()),
        profile,
        hidden: Hidden::default(),
        now: jiff::Timestamp::now(),
    }
}
