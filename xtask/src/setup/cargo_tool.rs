//! Programs published as Rust crates.

use std::io::{IsTerminal, stderr};

use anyhow::{Context, Result};
use xshell::cmd;

use super::online;
use crate::{project::Project, report};

/// Installs a program into cargo's bin folder: a finished one by `cargo binstall` where that is at hand,
/// else compiled here. `version` may be `None` for the newest.
pub(crate) fn install(project: &Project, name: &str, version: Option<&str>) -> Result<()> {
    let spec = match version {
        Some(version) => format!("{name}@{version}"),
        None => name.to_owned(),
    };
    report::step(&spec, || {
        if project.which("cargo-binstall").is_some() && online::github_answers() {
            report::note("by cargo binstall");
            if cmd!(project.sh, "cargo binstall --no-confirm {spec}").quiet().run().is_ok() {
                return Ok(());
            }
        }
        report::note("by cargo install, which compiles it: a minute or more, once");
        compile(project, &spec).with_context(|| format!("{name} is missing: run `cargo install --locked {spec}`"))
    })
}

/// Compiles for a short wait instead of the fastest program: these tools publish profiles that take three
/// times as long to build (whole-program LTO, one unit) for a speed nobody notices on one blog.
fn compile(project: &Project, spec: &str) -> Result<()> {
    // Many lines of crate names tell nobody anything in a log; a terminal shows them as one moving bar.
    let quiet = (!stderr().is_terminal()).then_some("--quiet");
    cmd!(project.sh, "cargo install --locked {quiet...} {spec}")
        .env("CARGO_TARGET_DIR", project.scratch.join("tools")) // what two tools share is compiled once
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_PANIC", "unwind") // as in the other tools, for the sake of sharing
        .quiet()
        .run()?;
    Ok(())
}
