//! Sites made for one test, in folders that go away with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lectern::base::Base;
use lectern::bundle::Bundle;
use lectern::page::Payload;
use lectern::press::blog::{Hidden, Shown};
use lectern::press::bundle::{self, BundleFailure, Options, Profile, Report};
use scraper::Html;
use tempfile::TempDir;

use super::{html, json};

/// The present of every test: noon of 1 July 2026, universal time.
pub(crate) const NOW: &str = "2026-07-01T12:00:00Z";

/// What Trunk leaves in its staging folder, as small as can be.
const INDEX: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Trunk's own title</title>
    <link rel="stylesheet" href="BASEtokens-1.css"><link rel="stylesheet" href="BASEbase-2.css">
  </head>
  <body>
    <div id="lectern"></div>
    <script data-js="BASEapp-3.js" data-wasm="BASEapp-3_bg.wasm"></script>
  </body>
</html>
"#;

/// Files of Trunk's that the template names.
const TRUNK_FILES: [&str; 4] = ["tokens-1.css", "base-2.css", "app-3.js", "app-3_bg.wasm"];

/// A site to be.
pub(crate) struct Draft {
    source: TempDir,
    staging: TempDir,
    base: String,
    url: Option<String>,
    hidden: Hidden,
    profile: Profile,
}

/// A site as written.
pub(crate) struct Site {
    pub(crate) report: Report,
    base: Base,
    staging: TempDir,
    /// The sources live as long as the site, so that a test may press them again.
    source: TempDir,
}

impl Draft {
    /// An empty blog at the root of its host.
    pub(crate) fn new() -> Draft {
        let folder = || TempDir::new().expect("a folder");
        let draft = Draft {
            source: folder(),
            staging: folder(),
            base: "/".to_owned(),
            url: None,
            hidden: Hidden::default(),
            profile: Profile::Debug,
        };
        fs::create_dir(draft.path("posts")).expect("a folder");
        draft
    }

    /// A blog that is a folder of `tests/fixtures/site`.
    pub(crate) fn of_fixture(name: &str) -> Draft {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/site").join(name);
        files_below(&folder).into_iter().fold(Draft::new(), |draft, path| {
            let bytes = fs::read(folder.join(&path)).expect("a fixture");
            draft.bytes(&path, &bytes)
        })
    }

    /// With a file: `posts/2024-09-15-hello.md`, `lectern.toml`.
    pub(crate) fn file(self, path: &str, text: &str) -> Draft {
        self.bytes(path, text.as_bytes())
    }

    /// With a post that has a title and a text.
    pub(crate) fn post(self, name: &str, front_matter: &str, text: &str) -> Draft {
        self.file(&format!("posts/{name}"), &format!("---\n{front_matter}\n---\n\n{text}\n"))
    }

    /// With a file of any bytes.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Draft {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Below a path of its host.
    pub(crate) fn base(self, base: &str) -> Draft {
        Draft { base: base.to_owned(), ..self }
    }

    /// On a host whose name is known.
    pub(crate) fn url(self, url: &str) -> Draft {
        Draft { url: Some(url.to_owned()), ..self }
    }

    /// As it is published, on a host whose name is known, without the app's own program.
    pub(crate) fn published(self) -> Draft {
        Draft { profile: Profile::Release, ..self.url("https://example.org") }
    }

    /// With drafts.
    pub(crate) fn with_drafts(mut self) -> Draft {
        self.hidden.drafts = Shown::Yes;
        self
    }

    /// With posts of days to come.
    pub(crate) fn with_future(mut self) -> Draft {
        self.hidden.future = Shown::Yes;
        self
    }

    /// Where a source is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.source.path().join(path)
    }

    /// Lays out what Trunk would have left, and returns the folders of sources and of the output.
    pub(crate) fn folders(&self) -> (&Path, &Path) {
        let staging = self.staging.path();
        fs::write(staging.join("index.html"), INDEX.replace("BASE", &self.base)).expect("a template");
        let is_there = |name: &&str| self.profile == Profile::Debug || !name.ends_with(".wasm");
        // The program that answers searches, as small as can be: a module without anything in it.
        fs::write(staging.join("search.js"), "/* search.js */\n").expect("a file of Trunk's");
        fs::write(staging.join("search_bg.wasm"), b"\0asm\x01\0\0\0").expect("a file of Trunk's");
        for name in TRUNK_FILES.into_iter().filter(|name| is_there(name)) {
            fs::write(staging.join(name), format!("/* {name} */\n")).expect("a file of Trunk's");
        }
        (self.source.path(), staging)
    }

    /// Writes the site; the report says what was wrong.
    pub(crate) fn press(self) -> Site {
        let report = self.try_press().unwrap_or_else(|failure| panic!("{failure}"));
        let Draft { source, staging, base, .. } = self;
        Site { report, base: Base::parse(&base), staging, source }
    }

    /// As [`Draft::press`], if it must not fail.
    pub(crate) fn try_press(&self) -> Result<Report, BundleFailure> {
        let (source, staging) = self.folders();
        bundle::bundle(&Options {
            source: source.to_owned(),
            staging: staging.to_owned(),
            public_url: Base::parse(&self.base),
            url: self.url.clone(),
            hidden: self.hidden,
            profile: self.profile,
            now: NOW.parse().expect("a time"),
        })
    }

    /// Writes the site, in which nothing is wrong.
    pub(crate) fn press_clean(self) -> Site {
        let site = self.press();
        assert_eq!(site.problems(), [""; 0]);
        site
    }
}

impl Site {
    /// All diagnostics as the author reads them.
    pub(crate) fn problems(&self) -> Vec<String> {
        let source = self.source.path().display().to_string();
        self.report.diagnostics.iter().map(|diagnostic| diagnostic.to_string().replace(&source, "SOURCE")).collect()
    }

    /// All written files, sorted: `archive/index.html`.
    pub(crate) fn files(&self) -> Vec<String> {
        files_below(self.staging.path())
    }

    /// A written file.
    pub(crate) fn text(&self, file: &str) -> String {
        let path = self.staging.path().join(file);
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}; there are {:#?}", self.files()))
    }

    /// A written file that is no text.
    pub(crate) fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.staging.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// A written page, parsed.
    pub(crate) fn page(&self, file: &str) -> Html {
        html::page(&self.text(file))
    }

    /// All written pages, parsed, by file.
    pub(crate) fn pages(&self) -> BTreeMap<String, Html> {
        let pages = self.files().into_iter().filter(|file| file.ends_with(".html"));
        pages.map(|file| (file.clone(), self.page(&file))).collect()
    }

    /// The data that a page carries for the app.
    pub(crate) fn payload(&self, file: &str) -> Payload {
        let json: String = html::one(&self.page(file), "script[type='application/json']").text().collect();
        json::read(&json).unwrap_or_else(|| panic!("{file}: {json}"))
    }

    /// A document as it travels.
    pub(crate) fn bundle(&self, file: &str) -> Bundle {
        Bundle::parse(&self.text(file), json::read).unwrap_or_else(|error| panic!("{file}: {error:?}"))
    }

    /// Where the site is on its host.
    pub(crate) fn base(&self) -> &str {
        self.base.as_str()
    }
}

/// All files below a folder, sorted, relative to it, with `/` on every system.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let relative = path.strip_prefix(folder).expect("below");
                let segments = relative.components().map(|segment| segment.as_os_str().to_string_lossy());
                files.push(segments.collect::<Vec<_>>().join("/"));
            }
        }
    }
    files.sort();
    files
}
