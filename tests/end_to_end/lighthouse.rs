//! Lighthouse's judgment of the built site, on a host that answers as GitHub Pages does.

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{
    blog::{HOME, KEYBOARD},
    browser::Kind,
    driver::Programs,
    host::Host,
    runner::Site,
};

/// Speed depends on what else the machine does, so it is measured more than once.
const RUNS: usize = 3;

const PAGES: [&str; 2] = [HOME.path, KEYBOARD.path];

/// As in the scenarios.
const CHROMIUM_FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Prints the scores of the pages, and every audit that is not passed.
pub(crate) fn run(site: &Site, program: &Path) -> Result<ExitCode, String> {
    let chromium = Programs::of(Kind::Chromium)?.browser.ok_or("Chromium is not named")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let host = Host::start(&site.dist, site.base).await;
        for path in PAGES {
            for run in 1..=RUNS {
                let (program, chromium) = (program.to_owned(), chromium.clone());
                let address = format!("{}{path}", host.origin());
                // Elsewhere, since the host answers on this thread.
                let judging = tokio::task::spawn_blocking(move || judge(&program, &chromium, &address));
                let report = judging.await.expect("Lighthouse comes to an end")?;
                println!("{path} ({run} of {RUNS}): {}", scores(&report));
                if run == RUNS {
                    print!("{}", not_passed(&report));
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Lighthouse's report on a page, with the settings that it has by itself: a phone on a slow network.
fn judge(program: &Path, chromium: &Path, address: &str) -> Result<Value, String> {
    let folder = TempDir::new().expect("a folder");
    let report = folder.path().join("report.json");
    let status = Command::new("node")
        .arg(program)
        .arg(address)
        .args(["--quiet", "--no-enable-error-reporting", "--output=json"])
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--chrome-flags={CHROMIUM_FLAGS}"))
        .env("CHROME_PATH", chromium)
        .stdin(Stdio::null())
        .status();
    let status = status.map_err(|error| format!("node does not run: {error}"))?;
    let json = fs::read(&report).map_err(|error| format!("Lighthouse ends with {status}: {error}"))?;
    serde_json::from_slice(&json).map_err(|error| format!("Lighthouse's report cannot be read: {error}"))
}

/// `Performance 99, Accessibility 100, ...`
fn scores(report: &Value) -> String {
    let categories = report["categories"].as_object().into_iter().flatten();
    let score = |category: &Value| category["score"].as_f64().map_or("?".to_owned(), |it| format!("{:.0}", it * 100.0));
    let scores: Vec<String> =
        categories.map(|(_, category)| format!("{} {}", text(&category["title"]), score(category))).collect();
    scores.join(", ")
}

/// The audits below full score, those that count first.
fn not_passed(report: &Value) -> String {
    let audits = report["audits"].as_object().into_iter().flatten();
    let mut lines: Vec<(bool, String)> = Vec::new();
    for (name, audit) in audits {
        let Some(score) = audit["score"].as_f64().filter(|score| *score < 1.0) else { continue };
        let items = audit["details"]["items"].as_array().into_iter().flatten();
        let places: Vec<String> = items.filter_map(place).take(5).collect();
        let weight = is_weighed(report, name);
        let kind = if weight { "counts" } else { "advice" };
        let line = format!(
            "    {score:.2} ({kind}) {name}: {} {} {}\n",
            text(&audit["title"]),
            text(&audit["displayValue"]),
            places.join("; ")
        );
        lines.push((!weight, line));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn is_weighed(report: &Value, audit: &str) -> bool {
    let categories = report["categories"].as_object().into_iter().flatten();
    let mut references = categories.flat_map(|(_, category)| category["auditRefs"].as_array().into_iter().flatten());
    references.any(|it| it["id"] == audit && it["weight"].as_f64().is_some_and(|weight| 0.0 < weight))
}

/// What an item of an audit is about.
fn place(item: &Value) -> Option<String> {
    let candidates = [&item["node"]["selector"], &item["url"], &item["description"], &item["source"]];
    candidates.into_iter().find_map(Value::as_str).map(str::to_owned)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
