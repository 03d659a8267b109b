//! `lectern import`, on the fixture of a Jekyll site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lectern::press::import::{Existing, Fate, ImportFailure, Options, Report, What, import};
use tempfile::TempDir;

use super::site::files_below;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/jekyll/site")
}

/// A project with nothing but what makes it one.
fn project() -> TempDir {
    let project = tempfile::tempdir().expect("a folder");
    std::fs::write(project.path().join("Trunk.toml"), "").expect("written");
    project
}

fn bring(project: &Path, existing: Existing) -> Report {
    import(&Options { site: fixture(), project: project.to_owned(), existing }).expect("a site")
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files_below(folder)
        .into_iter()
        .map(|path| (path.clone(), std::fs::read(folder.join(path)).expect("read")))
        .collect()
}

fn fates(report: &Report, wanted: &Fate) -> usize {
    report.outcomes.iter().filter(|file| file.fate == *wanted).count()
}

#[test]
fn posts_come_over_byte_for_byte() {
    let project = project();
    let report = bring(project.path(), Existing::Keep);
    let brought = contents(&project.path().join("posts"));
    let posts = contents(&fixture().join("_posts"));
    for (path, bytes) in posts.iter().filter(|(path, _)| !path.starts_with(".idea")) {
        assert_eq!(brought.get(path), Some(bytes), "{path}");
    }
    assert_eq!(report.outcomes.iter().filter(|file| file.what == What::Post).count(), posts.len() - 1);
}

#[test]
fn what_posts_use_comes_along_and_nothing_else() {
    let project = project();
    let report = bring(project.path(), Existing::Keep);
    let others: Vec<&str> =
        report.outcomes.iter().filter(|file| file.what != What::Post).map(|file| file.to.as_str()).collect();
    assert_eq!(
        others,
        [
            "posts/_drafts/reeds.md",
            "posts/_pages/about.md",
            "posts/_pages/notes/gear.md",
            "posts/assets/heron.png",
            "posts/_includes/assigns.md",
            "posts/_includes/callout.html",
            "posts/_includes/references.md",
            "posts/_data/birds.yml",
            "posts/_data/places.csv",
            "lectern.toml",
        ]
    );
    let left: Vec<&str> = report.left.iter().map(|left| left.path.as_str()).collect();
    assert_eq!(left, ["index.html", "list.html"]);
}

#[test]
fn a_page_keeps_its_address() {
    let project = project();
    bring(project.path(), Existing::Keep);
    let about = std::fs::read_to_string(project.path().join("posts/_pages/about.md")).expect("read");
    assert!(about.starts_with("---\npermalink: /about.html\ntitle: About\n"), "{about}");
    let gear = std::fs::read_to_string(project.path().join("posts/_pages/notes/gear.md")).expect("read");
    assert_eq!(gear, "---\ntitle: Gear\npermalink: /gear/\n---\nBoots.\n");
}

#[test]
fn a_second_import_changes_nothing() {
    let project = project();
    bring(project.path(), Existing::Keep);
    let before = contents(project.path());
    let report = bring(project.path(), Existing::Keep);
    assert_eq!(fates(&report, &Fate::Same), report.outcomes.len());
    assert_eq!(contents(project.path()), before);
}

#[test]
fn nothing_is_replaced_unless_asked_for() {
    let project = project();
    bring(project.path(), Existing::Keep);
    let mine = project.path().join("posts/2019-4-6-short-day.md");
    std::fs::write(&mine, "mine").expect("written");
    let report = bring(project.path(), Existing::Keep);
    assert_eq!(fates(&report, &Fate::Kept), 1);
    assert_eq!(std::fs::read_to_string(&mine).expect("read"), "mine");
    let report = bring(project.path(), Existing::Replace);
    assert_eq!(fates(&report, &Fate::Replaced), 1);
    assert_eq!(
        std::fs::read(&mine).expect("read"),
        std::fs::read(fixture().join("_posts/2019-4-6-short-day.md")).expect("read")
    );
}

#[test]
fn the_settings_that_lectern_comes_with_make_way() {
    let project = project();
    let settings = project.path().join("lectern.toml");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("lectern.toml"), &settings).expect("copied");
    bring(project.path(), Existing::Keep);
    let text = std::fs::read_to_string(&settings).expect("read");
    assert!(text.contains("Herons and Rivers"), "{text}");
}

#[test]
fn a_folder_that_is_no_project_is_left_alone() {
    let empty = tempfile::tempdir().expect("a folder");
    let refused = import(&Options { site: fixture(), project: empty.path().to_owned(), existing: Existing::Keep });
    assert!(matches!(refused, Err(ImportFailure::NoProject(_))));
    assert_eq!(contents(empty.path()).len(), 0);
    let project = project();
    let missing =
        Options { site: empty.path().join("nothing"), project: project.path().to_owned(), existing: Existing::Keep };
    assert!(matches!(import(&missing), Err(ImportFailure::NoBlog(_))));
}

#[test]
fn what_is_wrong_with_the_settings_is_told_though_they_come_over() {
    let (site, project) = (tempfile::tempdir().expect("a folder"), project());
    std::fs::create_dir(site.path().join("_posts")).expect("made");
    std::fs::write(site.path().join("_posts/2024-09-15-rain.md"), "---\ntitle: Rain\n---\nWet.\n").expect("written");
    std::fs::write(site.path().join("_config.yml"), "title: Rivers\nurl: : :\n").expect("written");
    let options =
        Options { site: site.path().to_owned(), project: project.path().to_owned(), existing: Existing::Keep };
    let words = import(&options).expect("a site").to_string();
    assert!(words.contains("In the site's settings and folders:\n  _config.yml:2:"), "{words}");
    assert!(!words.contains("no settings"), "{words}");
    let settings = std::fs::read_to_string(project.path().join("lectern.toml")).expect("read");
    assert!(settings.starts_with("title = \"Rivers\""), "{settings}");

    let posts = Options { site: site.path().join("_posts"), ..options };
    let words = import(&posts).expect("a folder of posts").to_string();
    assert!(words.contains("put the blog's title into lectern.toml"), "{words}");
}

#[test]
fn data_come_from_where_the_settings_say() {
    let (site, project) = (tempfile::tempdir().expect("a folder"), project());
    for (path, text) in [
        ("_config.yml", "title: Rivers\ndata_dir: facts\n"),
        ("facts/birds/heron.yml", "legs: 2\n"),
        ("_data/other.yml", "legs: 4\n"),
        ("_posts/2024-09-15-rain.md", "---\ntitle: Rain\n---\n{{ site.data.birds.heron.legs }} legs.\n"),
    ] {
        let file = site.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        std::fs::write(file, text).expect("written");
    }
    let options =
        Options { site: site.path().to_owned(), project: project.path().to_owned(), existing: Existing::Keep };
    import(&options).expect("a site");
    let brought = files_below(&project.path().join("posts"));
    assert_eq!(brought, ["2024-09-15-rain.md", "_data/birds/heron.yml"]);
}
