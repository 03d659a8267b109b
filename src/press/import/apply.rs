//! Writes what is planned.

use std::path::Path;

use super::Existing;
use super::plan::{Content, Item, What};
use crate::press::files::{self, FileError};

/// What became of a planned file.
#[derive(Debug)]
pub struct Outcome {
    /// Its path below the project.
    pub to: String,
    /// What it is.
    pub what: What,
    /// What became of it.
    pub fate: Fate,
}

/// What becomes of a planned file.
#[derive(Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Written,
    /// It says something else than before.
    Replaced,
    /// It was there already, and is the same.
    Same,
    /// It was there already, says something else, and stays.
    Kept,
    /// The system refused.
    Failed(String),
}

/// The settings that Lectern comes with, which nobody misses. They are said here once more, for `lectern.toml` itself is
/// soon the author's, and the press must not be compiled anew, nor forget these, when a setting changes.
const OWN_SETTINGS: &str = "\
# The blog's own settings; every key may be left out. posts/2025-09-02-lectern-toml.md explains them.
title = \"Lectern\"
description = \"A blog reader that runs in the browser: Markdown posts in, a site that opens at once.\"
author = \"The Lectern authors\"
posts_per_page = 8
";

/// A file that is copied is never larger than GitHub takes.
const LARGEST: u64 = 100_000_000;

/// Writes the files of a plan into the project.
pub fn apply(items: &[Item], project: &Path, existing: Existing) -> Vec<Outcome> {
    let outcome = |item: &Item| {
        let fate = write(item, &project.join(&item.to), existing);
        let fate = fate.unwrap_or_else(|error| Fate::Failed(error.to_string()));
        Outcome { to: item.to.clone(), what: item.what, fate }
    };
    items.iter().map(outcome).collect()
}

fn write(item: &Item, to: &Path, existing: Existing) -> Result<Fate, FileError> {
    let wanted = match &item.content {
        Content::Of(file) => files::read(file, LARGEST)?,
        Content::Text(text) => text.clone().into_bytes(),
    };
    if !to.exists() {
        files::write(to, &wanted)?;
        return Ok(Fate::Written);
    }
    let found = files::read(to, LARGEST)?;
    if found == wanted {
        return Ok(Fate::Same);
    }
    let is_unchanged_since_the_clone = item.what == What::Settings && found == OWN_SETTINGS.as_bytes();
    if existing == Existing::Keep && !is_unchanged_since_the_clone {
        return Ok(Fate::Kept);
    }
    files::write_atomically(to, &wanted)?;
    Ok(Fate::Replaced)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn knows_the_settings_that_lectern_comes_with() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("lectern.toml");
        let settings = String::from_utf8(files::read(&file, LARGEST).expect("settings")).expect("text");
        // In a copy of Lectern they may be the author's.
        if settings.contains("\ntitle = \"Lectern\"\n") {
            assert_eq!(settings, OWN_SETTINGS);
        }
    }
}
