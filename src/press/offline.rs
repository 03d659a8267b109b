//! Reading offline: the service worker, what it keeps of a build, and the list of what there is to be kept of the blog.
//!
//! - `service-worker.js` names the build's files, the *unit*, with their hashes, so that the files of two builds never mix.
//!   Its text changes with each of them, by which browsers notice a new build.
//! - `offline-….htm`, the *shell*, is the page that stands in for others when the host does not answer. It is a document of
//!   no path that anyone asks for, so the app takes it for the page of a host that answers everything with the same one, and
//!   shows what the address means instead. It is no `.html`, which the app would take for a page of the site.
//! - `offline-….js`, the *keeper*, is what the page itself does. The first script loads it once the app has settled.
//! - `offline.json` lists the data of all pages and their pictures with hashes and sizes. Only readers who want the whole
//!   blog load it, so that no page grows with the number of posts.
//!
//! Where nothing is to be kept, the worker is one that removes itself and all that an earlier one has kept.

use std::collections::BTreeMap;
use std::path::Path;

use super::bundle::{BundleFailure, Profile};
use super::files::{self, FileError};
use super::hashed::{hash, write_hashed};
use super::pages::{Rendered, render};
use super::shrink::without_indentation;
use super::template::Template;
use crate::bundle::Metadata;
use crate::head::PAGE_TAG;
use crate::html::escape;
use crate::page::StoredPage;
use crate::permalink::Permalink;
use crate::site::Site;
use crate::view::mark::PRERENDER_MARK;

mod list;

pub use list::{Kept, write_list};

/// Whether readers can keep the blog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Offline {
    /// They can.
    #[default]
    Possible,
    /// What they have kept is removed.
    Off,
}

/// The worker's file. Its name never changes: browsers look there for a newer one.
pub const WORKER: &str = "service-worker.js";

/// Digits of a hash that has zeros before it. Hardly any has eight of them.
const SHORTEST_HASH: usize = 8;

/// What the names of its other files begin with.
const NAME: &str = "offline";

/// The list of all that there is to be kept.
pub const LIST: &str = "offline.json";

impl Offline {
    /// What is wanted of a build. One to work on keeps nothing: an author wants to see the last change.
    pub fn of(wanted: Offline, profile: Profile) -> Offline {
        match profile {
            Profile::Debug => Offline::Off,
            Profile::Release => wanted,
        }
    }
}

/// Writes the keeper with its words and returns its name.
pub fn write_keeper(staging: &Path, words: &BTreeMap<String, String>, lang: &str) -> Result<String, FileError> {
    let mut words = words.clone();
    words.insert("lang".to_owned(), lang.to_owned());
    let parts = [
        include_str!("../offline/pages.js"),
        include_str!("../offline/blog.js"),
        include_str!("../offline/controls.js"),
    ];
    let words = serde_json::to_string(&words).unwrap_or_default();
    let script = format!("const words = {words};\n{}", without_indentation(&parts.concat()));
    write_hashed(staging, NAME, &script, "js")
}

/// Writes the worker, with the shell among its files, and those `scripts` that no page names.
pub fn write_worker(
    staging: &Path,
    scripts: &[&str],
    template: &Template,
    site: &Site,
    words: &BTreeMap<String, String>,
) -> Result<(), BundleFailure> {
    let shell = template.fill(&shell(site, words)?, PRERENDER_MARK);
    let mut unit = Vec::new();
    for listed in files::list(staging)? {
        let name = listed.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if scripts.contains(&name) || is_named_by_hash(name) && shell.contains(name) {
            let bytes = files::read(&listed.path, u64::MAX)?;
            unit.push((name.to_owned(), hash(&bytes)));
        }
    }
    unit.push((write_hashed(staging, NAME, &shell, "htm")?, String::new()));
    let worker = without_indentation(include_str!("../offline/worker.js"));
    let unit = serde_json::to_string(&unit).map_err(BundleFailure::Data)?;
    let facts = format!("const version = \"{{version}}\";\nconst unit = {unit};\n{worker}");
    let text = facts.replacen("{version}", &hash(facts.as_bytes()), 1);
    Ok(files::write(&staging.join(WORKER), text.as_bytes())?)
}

/// Writes the worker that ends all of this.
pub fn write_last_worker(staging: &Path) -> Result<(), FileError> {
    let text = without_indentation(include_str!("../offline/off.js"));
    files::write(&staging.join(WORKER), text.as_bytes())
}

/// The page that stands in for others. What is kept is listed by the keeper.
fn shell(site: &Site, words: &BTreeMap<String, String>) -> Result<Rendered, BundleFailure> {
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    let metadata = Metadata {
        title: word("heading").to_owned(),
        permalink: Permalink::parse("/offline.html").unwrap_or_else(Permalink::home),
        minutes: 1,
        ..Metadata::default()
    };
    let article =
        format!("<div class=\"offline\"><p>{}</p><div data-place=\"kept\"></div></div>", escape(word("not-kept")));
    let rendered = render(site, StoredPage::Document(metadata), &article).map_err(BundleFailure::Data)?;
    Ok(Rendered { tags: format!("<meta name=\"robots\" content=\"noindex\" {PAGE_TAG}>\n"), ..rendered })
}

/// `app-0123456789abcdef.js`. Trunk's hashes have no zeros before them, so some are shorter.
fn is_named_by_hash(name: &str) -> bool {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    name.split_once('-').is_some_and(|(_, rest)| SHORTEST_HASH <= digits(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_app_are_known_by_their_hashes_short_ones_too() {
        for name in ["app-0123456789abcdef.js", "app-4a0dc29f674b8aa_bg.wasm", "style-3364ebf25458a486.css"] {
            assert!(is_named_by_hash(name), "{name}");
        }
        for name in ["index.html", "service-worker.js", "app-3.js", "feed.xml", "my-deeds.png"] {
            assert!(!is_named_by_hash(name), "{name}");
        }
    }
}
