//! Makes sure of the tools a command needs: finds them, or brings them and says which way.

mod apt_sources;
mod axe;
mod browsers;
mod cargo_tool;
mod debian;
mod lighthouse;
mod npm;
mod online;
mod rust_src;
mod trunk;
mod validators;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_std;

use std::{collections::BTreeSet, time::Instant};

use anyhow::Result;

use crate::{project::Project, report};

/// Something outside this repository that a command cannot do without.
///
/// In the order of setting up: what can fail at once stands before what takes minutes to compile, since
/// nobody wants to wait for late bad news.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tool {
    /// Rust's standard library for WebAssembly
    WasmStd,
    /// Makes the app small in release builds
    WasmOpt,
    /// Looks pages through for what keeps people from using them
    Axe,
    /// Judges pages as search engines do
    Lighthouse,
    /// Validates HTML; needs Java
    Vnu,
    /// Reads feeds; needs Python
    Feedparser,
    /// Serves the site as the post on deploying says
    Nginx,
    /// Chromium or Chrome, and its driver
    Chromium,
    /// Firefox and its driver
    Firefox,
    /// What Safari is made of, where Debian's packages are to be had
    WebKit,
    /// Runs tests in a browser; comes with wasm-bindgen's command line
    TestRunner,
    /// Writes the JavaScript around the app; Trunk can bring it by itself
    WasmBindgen,
    /// Builds and serves the site
    Trunk,
}

use Tool::{
    Axe, Chromium, Feedparser, Firefox, Lighthouse, Nginx, TestRunner, Trunk, Vnu, WasmBindgen, WasmOpt, WasmStd,
    WebKit,
};

/// What a development build needs.
pub(crate) const DEBUG: &[Tool] = &[WasmStd, WasmBindgen, Trunk];
/// What a release build needs.
pub(crate) const RELEASE: &[Tool] = &[WasmStd, WasmOpt, WasmBindgen, Trunk];
/// What the tests of the app's own code need.
pub(crate) const WEB_TESTS: &[Tool] = &[WasmStd, Chromium, TestRunner];
/// What building the site and using it like a reader needs.
pub(crate) const END_TO_END: &[Tool] =
    &[WasmStd, WasmOpt, Axe, Vnu, Feedparser, Nginx, Chromium, Firefox, WebKit, WasmBindgen, Trunk];
/// What taking pictures of the built site needs.
pub(crate) const SHOTS: &[Tool] = &[WasmStd, WasmOpt, Chromium, WasmBindgen, Trunk];
/// What judging the built site needs.
pub(crate) const LIGHTHOUSE: &[Tool] = &[WasmStd, WasmOpt, Lighthouse, Chromium, WasmBindgen, Trunk];

/// Makes sure of each tool; what is there already is neither asked for nor brought again.
pub(crate) fn prepare(project: &Project, tools: &[Tool]) -> Result<()> {
    let start = Instant::now();
    let tools: BTreeSet<&Tool> = tools.iter().collect();
    let mut ready = tools.into_iter().map(|tool| tool.ensure(project)).collect::<Result<Vec<String>>>()?;
    ready.dedup(); // wasm-bindgen answers for two
    cargo_tool::clean(project)?;
    println!("set-up: {} ready ({})", ready.join(", "), report::time(start.elapsed()));
    Ok(())
}

impl Tool {
    /// Finds the tool or brings it, and returns its name and version.
    fn ensure(self, project: &Project) -> Result<String> {
        match self {
            WasmStd => wasm_std::ensure(project),
            WasmOpt => wasm_opt::ensure(project),
            Axe => axe::ensure(project),
            Lighthouse => lighthouse::ensure(project),
            Vnu => validators::ensure_vnu(project),
            Feedparser => validators::ensure_feedparser(project),
            Nginx => validators::ensure_nginx(project),
            Chromium => browsers::ensure_chromium(project),
            Firefox => browsers::ensure_firefox(project),
            WebKit => browsers::ensure_webkit(project),
            WasmBindgen => wasm_bindgen::ensure_for_trunk(project),
            TestRunner => wasm_bindgen::ensure_for_tests(project),
            Trunk => trunk::ensure(project),
        }
    }
}
