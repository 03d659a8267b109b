//! A blog that is written from right to left, pressed into the app of the built site.

use std::{fs, path::Path};

use lectern::{
    base::Base,
    press::{
        blog::Hidden,
        bundle::{Options, Profile, bundle},
    },
};
use tempfile::TempDir;

use crate::{attacks::template, builds, runner::Site};

/// The title of a post with a note and a list. Addresses would be hard to read here: they are in Arabic, too.
pub(crate) const POST: &str = "اليوم الأول";

/// The title of a post with code and a table.
pub(crate) const CODE: &str = "برنامج صغير للسقاية";

/// The title of a post in English.
pub(crate) const IN_ENGLISH: &str = "A note in English";

/// The title of the standalone page, to which every page links.
pub(crate) const ABOUT: &str = "عن هذا الدفتر";

/// The blog's name.
pub(crate) const BLOG: &str = "دفتر الحديقة";

/// The site, in a folder that goes with it.
pub(crate) struct ArabicSite {
    /// What a tab can be given.
    pub(crate) site: Site,
    _folder: TempDir,
}

/// Presses the site over what Trunk made for the built one.
pub(crate) fn press(built: &Site) -> ArabicSite {
    let folder = TempDir::new().expect("a folder");
    let dist = folder.path().to_owned();
    copy_app(&built.dist, &dist);
    let page = fs::read_to_string(built.dist.join("index.html")).expect("the built site has a home page");
    fs::write(dist.join("index.html"), template(&page)).expect("a template");
    // A copy, since the press keeps what it found out beside the posts.
    let source = builds::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/site/arabic"));
    let options = Options {
        source: source.path().to_owned(),
        staging: dist.clone(),
        public_url: Base::parse(built.base),
        url: None,
        hidden: Hidden::default(),
        profile: Profile::Debug,
        now: "2026-07-01T12:00:00Z".parse().expect("a time"),
    };
    let report = bundle(&options).unwrap_or_else(|failure| panic!("the blog cannot be pressed: {failure}"));
    assert!(report.diagnostics.is_empty(), "{:?}", report.diagnostics);
    ArabicSite { site: Site { base: built.base, dist }, _folder: folder }
}

/// Trunk's own files lie at the top; all else there is the press's. The words of the built site's language, which the
/// press put above the script, stay behind.
fn copy_app(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the built site can be read") {
        let file = entry.expect("the built site can be read").path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("script-") {
            let script = fs::read_to_string(&file).expect("the built site has a script");
            let words = script.find("window.lecternWords").expect("the script has words");
            let parts = script[words..].split_once('\n').expect("the words are a line").1;
            fs::write(to.join(&name), parts).expect("a copy");
        } else if ["css", "js", "svg", "wasm"].iter().any(|it| name.ends_with(&format!(".{it}"))) {
            fs::copy(&file, to.join(&name)).expect("a copy");
        }
    }
}
