//! The sources of Rust's standard library, of exactly the compiler's version, from Debian.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::apt_sources;
use crate::project::Project;

/// The suite that keeps several recent versions of Rust.
const SUITE: &str = "trixie-backports";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Makes sure of the library's sources where `cargo build -Zbuild-std` looks for them.
pub(crate) fn ensure(project: &Project, sysroot: &Path) -> Result<()> {
    let library = sysroot.join("lib/rustlib/src/rust/library");
    if library.join("Cargo.lock").exists() {
        return Ok(());
    }
    let (sh, work) = (&project.sh, project.scratch.join("rust-src"));
    sh.remove_path(&work)?;
    let version = compiler_version(&cmd!(sh, "rustc --version").quiet().read()?)?;
    download(project, &version, &work)?;

    let parent = library.parent().context("the library has a parent folder")?;
    let partial = library.with_file_name("library.partial");
    let unpacked = work.join("usr/src").join(format!("rustc-{version}/library"));
    sh.remove_path(&partial)?;
    sh.create_dir(parent)?;
    cmd!(sh, "cp -r {unpacked} {partial}").quiet().run()?;
    sh.remove_path(&library)?;
    fs::rename(&partial, &library).with_context(|| format!("failed to write `{}`", library.display()))?;
    sh.remove_path(&work)?;
    Ok(())
}

/// Downloads and unpacks the package by a configuration of apt that leaves the machine's own untouched.
fn download(project: &Project, version: &str, work: &Path) -> Result<()> {
    let sh = &project.sh;
    for program in ["apt-get", "dpkg"] {
        project.which(program).with_context(|| format!("not a Debian machine: no {program}"))?;
    }
    let mirror = apt_sources::debian_mirror().context("no Debian mirror among this machine's apt sources")?;
    let sources = work.join("debian.list");
    sh.write_file(&sources, format!("deb [signed-by={KEYRING}] {mirror} {SUITE} main\n"))?;
    sh.create_dir(work.join("lists/partial"))?;
    sh.create_dir(work.join("cache/archives/partial"))?;
    let options = [
        format!("-oDir::Etc::sourcelist={}", sources.display()),
        "-oDir::Etc::sourceparts=-".to_owned(),
        format!("-oDir::State::lists={}", work.join("lists").display()),
        format!("-oDir::Cache={}", work.join("cache").display()),
        "-oAPT::Sandbox::User=root".to_owned(), // apt's own user may not be allowed to read this folder
    ];
    let options = &options;
    let _here = sh.push_dir(work);
    cmd!(sh, "apt-get -qq {options...} update").quiet().run()?;
    cmd!(sh, "apt-get -qq {options...} download rust-src={version}*").quiet().run()?;
    let files = sh.read_dir(work)?;
    let package = files.iter().find(|file| file.extension().is_some_and(|it| it == "deb"));
    let package = package.context("apt-get download left no package")?;
    cmd!(sh, "dpkg -x {package} {work}").quiet().run()?;
    Ok(())
}

/// `1.95.0` of `rustc 1.95.0 (59807616e 2026-04-14)`; Debian has no nightly or beta.
fn compiler_version(printed: &str) -> Result<String> {
    match printed.split(' ').nth(1) {
        Some(version) if version.chars().all(|c| c.is_ascii_digit() || c == '.') => Ok(version.to_owned()),
        _ => bail!("Debian has the sources of stable compilers only, and this is {printed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_stable_compilers_have_sources_in_debian() {
        assert_eq!(compiler_version("rustc 1.95.0 (59807616e 2026-04-14)").unwrap(), "1.95.0");
        assert!(compiler_version("rustc 1.97.0-nightly (0000000 2026-06-01)").is_err());
    }
}
