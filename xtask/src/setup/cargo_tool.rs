//! Programs published as Rust crates.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::cmd;

use super::online;
use crate::{project::Project, report};

/// A program, and how much its speed matters here.
pub(crate) struct CargoTool<'a> {
    /// The crate.
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    /// `opt-level` of its compilation: each step up costs about half a minute once.
    pub(crate) opt_level: &'a str,
}

/// Installs a program into cargo's bin folder: a finished one by `cargo binstall` where that is at hand,
/// else compiled here.
pub(crate) fn install(project: &Project, tool: &CargoTool) -> Result<()> {
    let spec = format!("{}@{}", tool.name, tool.version);
    report::step(&spec, || {
        if project.which("cargo-binstall").is_some() && online::github_answers() {
            report::note("by cargo binstall");
            if cmd!(project.sh, "cargo binstall --no-confirm {spec}").quiet().run().is_ok() {
                return Ok(());
            }
        }
        report::note("by cargo install, which compiles it: a minute or more, once");
        compile(project, &spec, tool.opt_level)
            .with_context(|| format!("{} is missing: run `cargo install --locked {spec}`", tool.name))
    })
}

/// Compiles for a short wait. The profiles these tools publish (whole-program LTO, one unit) take three
/// times as long, for a speed that nobody notices on one blog.
fn compile(project: &Project, spec: &str, opt_level: &str) -> Result<()> {
    let quiet = report::quiet();
    cmd!(project.sh, "cargo install --locked {quiet...} {spec}")
        .env("CARGO_TARGET_DIR", scratch(project)) // what two tools share is compiled once
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        .env("CARGO_PROFILE_RELEASE_PANIC", "unwind") // as in the other tools, for the sake of sharing
        .quiet()
        .run()?;
    Ok(())
}

/// Removes what compiling left over, about two gigabytes.
pub(crate) fn clean(project: &Project) -> Result<()> {
    Ok(project.sh.remove_path(scratch(project))?)
}

fn scratch(project: &Project) -> PathBuf {
    project.scratch.join("tools")
}
