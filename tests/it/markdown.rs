//! Markdown's features, one fixture each: `tests/fixtures/markdown/x.md` and, beside it, what a reader gets.

use insta::{assert_snapshot, glob};
use lectern::press::heading_ids::heading_ids;

use super::fixture::Fixture;
use super::html::article_faults;
use super::{corpus, fixture};

#[test]
fn fixtures_render_as_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures/markdown");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        glob!("../fixtures/markdown", "*.md", |path| {
            let source = std::fs::read_to_string(path).expect("a fixture");
            let fixture = Fixture::parse(&source);
            assert_snapshot!("rendered", fixture.article());
        });
    });
}

#[test]
fn no_fixture_runs_anything_or_leaves_its_place() {
    glob!("../fixtures/markdown", "*.md", |path| {
        let fixture = Fixture::parse(&std::fs::read_to_string(path).expect("a fixture"));
        assert_eq!(article_faults(&fixture.article()), [""; 0], "{}", path.display());
    });
}

/// The browser has no tables of letters to make ids with, so the fixtures have to bring them.
#[test]
fn the_ids_in_fixtures_are_those_the_press_would_give() {
    glob!("../fixtures/markdown", "*.md", |path| {
        let fixture = Fixture::parse(&std::fs::read_to_string(path).expect("a fixture"));
        let given = &fixture.bundle.annotations.heading_ids;
        if !given.is_empty() {
            assert_eq!(&heading_ids(&fixture.bundle.text), given, "{}", path.display());
        }
    });
}

/// One number for every hundred texts: the browser compares its own renderings with these.
#[test]
fn made_up_texts_render_as_before() {
    let (base, words) = (lectern::base::Base::parse("/repo/"), fixture::words());
    let renderings: Vec<String> =
        corpus::texts().map(|text| lectern::markdown::render(&fixture::bundle(&text), &base, &words)).collect();
    let hashes = renderings.chunks(100).map(|chunk| format!("{:016x}\n", corpus::hash(chunk.concat().bytes())));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("corpus_hashes", hashes.collect::<String>()));
}
