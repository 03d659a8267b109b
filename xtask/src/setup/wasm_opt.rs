//! wasm-opt, of exactly the release that `Trunk.toml` pins.

use std::path::Path;

use anyhow::Result;

use super::{npm::Package, online};
use crate::{project::Project, report};

/// Makes sure that Trunk finds or can fetch wasm-opt.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let pinned = project.wasm_opt_version()?;
    let number = pinned.strip_prefix("version_").unwrap_or(&pinned);
    let name = format!("wasm-opt {number}");
    let package = Package { name: "binaryen", version: number };
    let bin = package.prefix()?.join("node_modules/.bin");
    if online::trunk_has("wasm-opt", &pinned) || found(project, number, &bin)? {
        return Ok(name);
    }
    if online::github_answers() {
        return Ok(format!("{name} (by Trunk)"));
    }
    report::step(&format!("{name} by the npm package binaryen"), || {
        report::note("GitHub does not answer, so Trunk cannot fetch it");
        package.install(project)
    })?;
    project.prepend_path(&bin)?;
    Ok(name)
}

/// Looks at the folder of an earlier set-up first: asking a wasm-opt on the `PATH` starts a program.
fn found(project: &Project, number: &str, ours: &Path) -> Result<bool> {
    if ours.join("wasm-opt").exists() {
        project.prepend_path(ours)?;
        return Ok(true);
    }
    let printed = project.version_of("wasm-opt");
    Ok(printed.is_some_and(|printed| printed.split_whitespace().nth(2) == Some(number)))
}
