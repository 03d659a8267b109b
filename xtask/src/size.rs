//! The size of the app as readers download it, against a budget.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::report;

/// Most that the app may cost a reader, gzipped: WebAssembly and the JavaScript around it. Raise it only
/// for something that readers would rather wait for.
const BUDGET: usize = 200_000;

/// Most that the scripts beside the app may cost, with the words of one language.
const SCRIPT_BUDGET: usize = 11_500;

/// Most that the style sheet may cost.
const STYLE_BUDGET: usize = 12_000;

/// Most that the service worker may cost.
const WORKER_BUDGET: usize = 3_000;

/// Most that the script for reading offline may cost, with the words of one language.
const OFFLINE_BUDGET: usize = 4_800;

/// Most that the search box may cost, with its styles and the words of one language.
const SEARCH_BUDGET: usize = 10_500;

/// Most that the worker's script may cost.
const SEARCH_WORKER_BUDGET: usize = 3_300;

/// Most that the searcher in it may cost.
const SEARCHER_BUDGET: usize = 44_000;

/// Prints the size of each file of the app in a built site, and fails when the sum is over the budget.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let mut sum = 0;
    for file in app_files(dist)? {
        let bytes = fs::read(&file).with_context(|| format!("failed to read `{}`", file.display()))?;
        let size = gzipped(&bytes)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        report::note(&format!("{:>7} kB gzip  {name} ({} kB raw)", kilo(size), kilo(bytes.len())));
        sum += size;
    }
    report::note(&format!("{:>7} kB gzip  in all, of at most {} kB", kilo(sum), kilo(BUDGET)));
    ensure!(sum <= BUDGET, "the app is {} kB over its budget", kilo(sum - BUDGET));
    check_file(dist, "script-", ".js", SCRIPT_BUDGET)?;
    check_file(dist, "style-", ".css", STYLE_BUDGET)?;
    check_file(dist, "service-worker", ".js", WORKER_BUDGET)?;
    check_file(dist, "offline-", ".js", OFFLINE_BUDGET)?;
    check_file(dist, "search-", ".js", SEARCH_BUDGET)?;
    check_file(dist, "search-worker-", ".js", SEARCH_WORKER_BUDGET)?;
    check_file(dist, "search-", "_bg.wasm", SEARCHER_BUDGET)
}

/// The same of one file of the press, by the beginning and the end of its name.
fn check_file(dist: &Path, beginning: &str, end: &str, budget: usize) -> Result<()> {
    let entries = fs::read_dir(dist).with_context(|| format!("failed to read `{}`", dist.display()))?;
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_hash = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name =
        names.find(|name| name.strip_prefix(beginning).and_then(|rest| rest.strip_suffix(end)).is_some_and(is_hash));
    let name = name.with_context(|| format!("no {beginning}*{end} in `{}`", dist.display()))?;
    let size = gzipped(&fs::read(dist.join(&name))?)?;
    report::note(&format!("{:>7} kB gzip  {name}, of at most {} kB", kilo(size), kilo(budget)));
    ensure!(size <= budget, "{name} is {} kB over its budget", kilo(size - budget));
    Ok(())
}

/// The wasm file of the binary `app`, whose name may carry a hash, and the JavaScript of the same name.
fn app_files(dist: &Path) -> Result<[PathBuf; 2]> {
    let entries = fs::read_dir(dist).with_context(|| format!("failed to read `{}`", dist.display()))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let stem = names.filter_map(|name| app_stem(&name).map(str::to_owned)).next();
    let stem = stem.with_context(|| format!("no app-*_bg.wasm in `{}`", dist.display()))?;
    Ok([dist.join(format!("{stem}_bg.wasm")), dist.join(format!("{stem}.js"))])
}

fn app_stem(name: &str) -> Option<&str> {
    name.strip_suffix("_bg.wasm").filter(|stem| *stem == "app" || stem.starts_with("app-"))
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// Kilobytes of a thousand bytes, to a tenth.
fn kilo(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_is_known_by_its_name() {
        assert_eq!(app_stem("app-1a2b_bg.wasm"), Some("app-1a2b"));
        assert_eq!(app_stem("app_bg.wasm"), Some("app"));
        assert_eq!(app_stem("search-1a2b_bg.wasm"), None);
        assert_eq!(app_stem("app-1a2b.js"), None);
    }

    #[test]
    fn kilobytes_have_a_thousand_bytes() {
        assert_eq!(kilo(174_960), "174.9");
    }
}
