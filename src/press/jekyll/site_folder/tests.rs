//! Folders of each layout.

use super::*;

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        files::write(&folder.path().join(path), text.as_bytes()).expect("written");
    }
    folder
}

fn paths(files: &[SourceFile]) -> Vec<(&str, &str)> {
    files.iter().map(|file| (file.path.as_str(), file.shown.as_str())).collect()
}

fn keys(site: &SiteFolder) -> Vec<&str> {
    match &site.data {
        Value::Map(entries) => entries.iter().map(|entry| entry.key.as_str()).collect(),
        Value::Null | Value::Text(..) | Value::List(_) => Vec::new(),
    }
}

#[test]
fn a_jekyll_site_is_read_as_its_settings_say() {
    let folder = folder_with(&[
        ("_config.yml", "title: A\ncollections_dir: texts\nincludes_dir: parts\ndata_dir: facts\nexclude: [old]\n"),
        ("texts/_posts/2024-01-01-a.md", "---\n---\n"),
        ("texts/rivers/_posts/2024-01-02-b.md", "---\n---\n"),
        ("_posts/2024-01-03-not-looked-for.md", "---\n---\n"),
        ("old/about.md", "---\n---\n"),
        ("about.md", "---\n---\n"),
        ("plain.md", "No front matter."),
        ("parts/deep/note.html", "A note."),
        ("_includes/other.html", "Not it."),
        ("facts/birds.yml", "- heron"),
        ("facts/more/fish.json", "[1]"),
    ]);
    let site = read(folder.path()).expect("a site");
    assert_eq!((site.layout, site.config.title.as_str(), site.sources()), (Layout::Jekyll, "A", ""));
    assert_eq!(
        paths(&site.documents),
        [
            ("about.md", "about.md"),
            ("_posts/2024-01-01-a.md", "texts/_posts/2024-01-01-a.md"),
            ("rivers/_posts/2024-01-02-b.md", "texts/rivers/_posts/2024-01-02-b.md"),
        ]
    );
    assert!(paths(&site.assets).contains(&("plain.md", "plain.md")));
    assert_eq!(site.includes.iter().collect::<Vec<_>>(), [(&"deep/note.html".to_owned(), &"A note.".to_owned())]);
    assert_eq!(keys(&site), ["birds", "more"]);
    assert_eq!(site.diagnostics, []);
}

#[test]
fn a_project_has_all_of_it_in_its_posts() {
    let folder = folder_with(&[
        ("lectern.toml", "title = \"B\""),
        ("posts/2024-01-01-a.md", ""),
        ("posts/_includes/note.html", "A note."),
        ("posts/_data/birds.csv", "name\nheron\n"),
        ("_config.yml", "title: A"),
    ]);
    let site = read(folder.path()).expect("a project");
    assert_eq!((site.layout, site.config.title.as_str(), site.sources()), (Layout::Lectern, "B", "posts"));
    assert_eq!(paths(&site.documents), [("2024-01-01-a.md", "posts/2024-01-01-a.md")]);
    assert!(site.includes.contains_key("note.html"));
    assert_eq!(keys(&site), ["birds"]);
}

#[test]
fn posts_alone_have_the_defaults() {
    let folder = folder_with(&[("2024-01-01-a.md", ""), ("x/2024-01-02-b.md", "")]);
    let site = read(folder.path()).expect("posts");
    assert_eq!((site.layout, &site.config), (Layout::Posts, &Config::default()));
    assert_eq!(
        paths(&site.documents),
        [("2024-01-01-a.md", "2024-01-01-a.md"), ("x/2024-01-02-b.md", "x/2024-01-02-b.md")]
    );
    assert_eq!((site.includes.len(), keys(&site).len()), (0, 0));
}
