//! wasm-opt, of exactly the release that `Trunk.toml` pins.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::online;
use crate::{project::Project, report};

/// The oldest Node.js that runs the npm package.
const NODE: u32 = 20;

/// Makes sure that Trunk finds or can fetch wasm-opt.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let pinned = project.wasm_opt_version()?;
    let number = pinned.strip_prefix("version_").unwrap_or(&pinned);
    let name = format!("wasm-opt {number}");
    let ours = prefix(number)?;
    if online::trunk_has("wasm-opt", &pinned) || found(project, number, &ours)? {
        return Ok(name);
    }
    if online::github_answers() {
        return Ok(format!("{name} (by Trunk)"));
    }
    report::step(&format!("{name} by the npm package binaryen"), || {
        report::note("GitHub does not answer, so Trunk cannot fetch it");
        check_node(project).with_context(|| format!("{name} is missing"))?;
        install(project, number, &ours)
    })?;
    project.prepend_path(&bin(&ours))?;
    Ok(name)
}

/// Looks at the folder of an earlier set-up first: asking a wasm-opt on the `PATH` starts a program.
fn found(project: &Project, number: &str, ours: &Path) -> Result<bool> {
    if bin(ours).join("wasm-opt").exists() {
        project.prepend_path(&bin(ours))?;
        return Ok(true);
    }
    let printed = project.version_of("wasm-opt");
    Ok(printed.is_some_and(|printed| printed.split_whitespace().nth(2) == Some(number)))
}

/// A user's cache folder: it survives `cargo clean` and is shared by all clones.
fn prefix(number: &str) -> Result<PathBuf> {
    let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(caches.context("no home folder is known; set XDG_CACHE_HOME")?.join(format!("lectern/binaryen-{number}")))
}

fn bin(prefix: &Path) -> PathBuf {
    prefix.join("node_modules/.bin")
}

/// Installs beside the final place and moves it there, so that half a package is never taken for a whole one.
fn install(project: &Project, number: &str, ours: &Path) -> Result<()> {
    let (sh, partial) = (&project.sh, ours.with_extension("partial"));
    sh.remove_path(&partial)?;
    sh.create_dir(&partial)?;
    let package = format!("binaryen@{number}");
    cmd!(
        sh,
        "npm install --loglevel error --prefix {partial} --no-save --no-audit --no-fund --ignore-scripts {package}"
    )
    .quiet()
    .ignore_stdout()
    .run()?;
    sh.remove_path(ours)?;
    fs::rename(&partial, ours).with_context(|| format!("failed to write `{}`", ours.display()))
}

fn check_node(project: &Project) -> Result<()> {
    let how = format!("install Node.js {NODE} or later with npm (Debian 13: `apt-get install nodejs npm`)");
    match project.version_of("node").as_deref().and_then(major) {
        Some(found) if found < NODE => bail!("Node.js {found} is too old: {how}"),
        Some(_) if project.which("npm").is_some() => Ok(()),
        _ => bail!("no npm: {how}"),
    }
}

/// `20` of `v20.20.2`.
fn major(printed: &str) -> Option<u32> {
    printed.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_prints_its_version_with_a_v() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
