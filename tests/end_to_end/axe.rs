//! axe-core, a script that looks a page through for what keeps people from using it.

use std::{env, fmt::Write, fs};

use serde::Deserialize;

use crate::tab::Tab;

/// The rules: all that a machine can check of the Web Content Accessibility Guidelines 2.2, A and AA.
const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// A rule that a page breaks.
#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Place>,
}

/// Where it does.
#[derive(Deserialize)]
struct Place {
    /// The path to the element; more than one step only through frames.
    target: Vec<String>,
    summary: String,
}

/// Fails if the page that is shown breaks a rule.
pub(crate) async fn assert_accessible(tab: &Tab<'_>, what: &str) {
    let broken = violations(tab).await;
    let mut report = String::new();
    for Violation { id, help, nodes } in &broken {
        let _ = writeln!(report, "{id}: {help}");
        for Place { target, summary } in nodes {
            let _ = writeln!(report, "    {}: {}", target.join(" "), summary.replace('\n', " "));
        }
    }
    assert!(broken.is_empty(), "{what} breaks {} rules of accessibility:\n{report}", broken.len());
}

/// The driver brings the script in: the page's policy forbids every other way.
async fn violations(tab: &Tab<'_>) -> Vec<Violation> {
    let path = env::var("LECTERN_AXE").expect("LECTERN_AXE names axe-core's script; `cargo xtask` sets it");
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"));
    tab.client.execute(&source, Vec::new()).await.expect("axe-core runs");
    // Without preloading: axe would fetch the styles again and put them into the page, which its policy forbids too.
    let script = "const [rules, done] = arguments;
        const options = { runOnly: rules, resultTypes: ['violations'], preload: false, iframes: false };
        axe.run(document, options).then(({ violations }) => done(violations.map(({ id, help, nodes }) => ({
            id,
            help,
            nodes: nodes.map(({ target, failureSummary }) => ({ target: target.map(String), summary: failureSummary })),
        }))));";
    tab.run_async(script, &[RULES.to_vec().into()]).await
}
