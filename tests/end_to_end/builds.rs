//! Builds that follow the built one, as a deploy brings them to the host: every file that the app is made of has another
//! name, the old ones are gone, and a post says something else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{blog::KEYBOARD, host::collect, runner::Site};

/// What [`KEYBOARD`] says in the next build in place of its known text, as many bytes of it.
pub(crate) const CHANGED: &str = "The new page waits until the new one is ready.";

/// The next build. Dropping it removes it.
pub(crate) fn next_build(site: &Site) -> TempDir {
    let build = copy(&site.dist);
    for (name, hash) in hashes(build.path()) {
        let new = hash.chars().rev().collect::<String>();
        let renamed = build.path().join(name.replace(&hash, &new));
        fs::rename(build.path().join(&name), renamed).expect("a new name");
        change(build.path(), |text| text.replace(&hash, &new));
    }
    change_file(&build.path().join("service-worker.js"), |text| with_facts(text, build.path()));
    let data = build.path().join(KEYBOARD.path.trim_start_matches('/').replace(".html", ".md"));
    for file in [&data, &data.with_extension("html")] {
        change_file(file, |text| text.replace("The old page stays", "The new page waits"));
    }
    change_file(&build.path().join("offline.json"), |text| with_hashes(text, build.path()));
    build
}

/// The next build of an author who wants nothing kept.
pub(crate) fn build_without_offline(site: &Site) -> TempDir {
    let build = next_build(site);
    let worker = include_str!("../../src/offline/off.js");
    fs::write(build.path().join("service-worker.js"), worker).expect("a worker");
    for (name, _) in hashes(build.path()).into_iter().filter(|(name, _)| name.starts_with("script-")) {
        change_file(&build.path().join(name), |text| {
            let rest = text.split_once('\n').expect("the name of the offline script is a line").1;
            format!("const offlineFile = \"\";\n{rest}")
        });
    }
    build
}

/// A copy of a folder. Dropping it removes it.
pub(crate) fn copy(original: &Path) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut files: Vec<PathBuf> = Vec::new();
    collect(original, &mut files);
    for file in files {
        let to = folder.path().join(file.strip_prefix(original).expect("a file of the folder"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(&file, to).expect("a copy");
    }
    folder
}

/// The files at the top that are named by their content, and the hashes in their names.
fn hashes(dist: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(dist).expect("a site").map(|entry| entry.expect("a file").file_name());
    let names = entries.map(|name| name.to_string_lossy().into_owned());
    let named = names.filter_map(|name| {
        let rest = name.rsplit_once('-')?.1;
        let hash: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        (8 <= hash.len()).then_some((name, hash))
    });
    // The loader and its module have one hash, which the first of them changes in both.
    named.collect()
}

/// Changes all texts.
fn change(dist: &Path, with: impl Fn(&str) -> String) {
    let mut files: Vec<PathBuf> = Vec::new();
    collect(dist, &mut files);
    for file in files {
        if ["html", "htm", "js", "json", "md", "webmanifest"]
            .iter()
            .any(|it| file.extension().is_some_and(|found| found == *it))
        {
            change_file(&file, &with);
        }
    }
}

fn change_file(file: &Path, with: impl Fn(&str) -> String) {
    let text = fs::read_to_string(file).expect("a text");
    let changed = with(&text);
    if changed != text {
        fs::write(file, changed).expect("the changed text");
    }
}

/// The worker with another version, and with the hashes that its files have now.
fn with_facts(worker: &str, dist: &Path) -> String {
    let mut lines = worker.splitn(3, '\n');
    let mut line = || lines.next().expect("the worker begins with its version and its files");
    let (version, unit, rest) = (line(), line(), line());
    let unit = unit.strip_prefix("const unit = ").and_then(|unit| unit.strip_suffix(';')).expect("the files");
    let mut unit: Vec<(String, String)> = serde_json::from_str(unit).expect("names and hashes");
    for (name, hash) in unit.iter_mut().filter(|(_, hash)| !hash.is_empty()) {
        *hash = hash_of(&dist.join(&*name));
    }
    let unit = serde_json::to_string(&unit).expect("JSON");
    format!("{}\nconst unit = {unit};\n{rest}", version.replacen('"', "\"next-", 1))
}

/// The list of what is kept of the whole blog, with the hashes that its files have now.
fn with_hashes(list: &str, dist: &Path) -> String {
    let mut list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    for entry in list["files"].as_array_mut().expect("files") {
        let name = percent_decode_str(entry[0].as_str().expect("a name")).decode_utf8().expect("a name");
        entry[1] = hash_of(&dist.join(&*name)).into();
    }
    list.to_string()
}

fn hash_of(file: &Path) -> String {
    let digest = Sha256::digest(fs::read(file).expect("a file of the site"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
