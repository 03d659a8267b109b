//! `cargo xtask test`: the suites, each a few steps.

use std::{path::PathBuf, time::Instant};

use anyhow::{Context, Result};
use clap::ValueEnum;
use xshell::cmd;

use crate::{
    build,
    cli::{Build, Site, Suite},
    project::Project,
    report, setup, size, validate,
};

/// From the fastest to the slowest.
pub(crate) const ALL: [Suite; 3] = [Suite::Native, Suite::Web, Suite::EndToEnd];

/// Installs what the suites need.
pub(crate) fn prepare(project: &Project, suites: &[Suite]) -> Result<()> {
    let tools: Vec<setup::Tool> = suites.iter().flat_map(|suite| suite.tools()).copied().collect();
    match tools[..] {
        [] => Ok(()),
        _ => setup::prepare(project, &tools),
    }
}

/// Runs the named suites, or all of them, up to the first step that fails.
pub(crate) fn run(project: &Project, named: &[Suite]) -> Result<()> {
    let start = Instant::now();
    let suites = if named.is_empty() { &ALL } else { named };
    prepare(project, suites)?;
    for suite in suites {
        suite.run(project).with_context(|| suite.rerun())?;
    }
    println!("tests passed in {}", report::time(start.elapsed()));
    Ok(())
}

impl Suite {
    fn tools(self) -> &'static [setup::Tool] {
        match self {
            Suite::Native => &[],
            Suite::Web => setup::WEB_TESTS,
            Suite::EndToEnd => setup::END_TO_END,
        }
    }

    fn run(self, project: &Project) -> Result<()> {
        match self {
            Suite::Native => native(project),
            Suite::Web => web(project),
            Suite::EndToEnd => end_to_end(project),
        }
    }

    fn rerun(self) -> String {
        let value = self.to_possible_value();
        let name = value.as_ref().map_or("", |value| value.get_name());
        format!("{name} tests failed, run them alone by `cargo xtask test {name}`")
    }
}

fn native(project: &Project) -> Result<()> {
    report::step("native tests", || {
        cmd!(project.sh, "cargo test --workspace").quiet().run()?;
        Ok(())
    })
}

fn web(project: &Project) -> Result<()> {
    let sh = &project.sh;
    report::step("tests of the app's code in headless Chromium", || {
        let capabilities = project.scratch.join("webdriver.json");
        let chromium = sh.var("CHROMIUM")?;
        sh.write_file(&capabilities, CAPABILITIES.replace("CHROMIUM", &chromium.replace('\\', "\\\\")))?;
        cmd!(sh, "cargo test --target wasm32-unknown-unknown --test web")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            .quiet()
            .run()?;
        Ok(())
    })
}

/// For the test runner, which by itself adds that there is no window and no sandbox (root has none). The
/// rest keeps Chromium from calling home: it would wait for answers on a machine without the internet.
const CAPABILITIES: &str = r#"{
  "goog:chromeOptions": {
    "binary": "CHROMIUM",
    "args": [
      "--disable-background-networking", "--disable-component-update", "--disable-gpu",
      "--disable-quic", "--disable-sync", "--no-first-run"
    ]
  }
}
"#;

fn end_to_end(project: &Project) -> Result<()> {
    let sh = &project.sh;
    let root = built(project, "root", "/")?;
    let repo = built(project, "repo", "/repo/")?;
    report::step("size of the app", || size::check(&root))?;
    for dist in [&root, &repo] {
        report::step("HTML of the built site", || validate::html(project, dist))?;
        report::step("feeds and sitemap of the built site", || validate::feeds(project, dist))?;
    }
    report::step("the built site in headless Chromium, Firefox and WebKit", || {
        cmd!(sh, "cargo test --test end_to_end -- --test-threads=1")
            .env("LECTERN_E2E_ROOT", root)
            .env("LECTERN_E2E_REPO", repo)
            .quiet()
            .run()?;
        Ok(())
    })
}

/// A release build of this blog, hosted at the given path.
pub(crate) fn built(project: &Project, name: &str, public_url: &str) -> Result<PathBuf> {
    let dist = project.root.join("target/end-to-end").join(name);
    let site = Site { public_url: Some(public_url.to_owned()), release: true, ..Site::default() };
    // A site that knows its host has all that one that is published has.
    let _url = project.sh.push_env("LECTERN_URL", "https://example.org");
    build::site(project, &Build { dist: Some(dist.clone()), strict: false, site })?;
    Ok(dist)
}
