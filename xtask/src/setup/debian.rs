//! Programs that are the user's own, else Debian's.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use xshell::cmd;

use crate::{project::Project, report};

/// A program and all the places it may be found.
pub(super) struct Program {
    /// Variable that names it before this command looks for it, and by which tests learn of it.
    pub(super) variable: &'static str,
    /// Variable of GitHub's runners for the folder it is in.
    pub(super) folder: &'static str,
    pub(super) names: &'static [&'static str],
    /// Where macOS keeps it.
    pub(super) mac: &'static str,
    /// Debian's package.
    pub(super) package: &'static str,
}

/// Makes sure of programs where Debian's packages are to be had, and tells later commands by their variables. Elsewhere
/// says why they are missing, and what is left out for it; then the answer is `false`.
pub(super) fn ensure_if_to_be_had(project: &Project, programs: &[Program], left_out: &str) -> Result<bool> {
    if let Err(reason) = from_debian(project, programs) {
        report::note(&format!("{left_out}: {reason}"));
    }
    if programs.iter().any(|program| find(project, program).is_none()) {
        return Ok(false);
    }
    programs.iter().try_for_each(|program| announce(project, program)).map(|()| true)
}

/// Where a program is.
pub(super) fn find(project: &Project, program: &Program) -> Option<PathBuf> {
    let named = env::var_os(program.variable).map(PathBuf::from);
    let file = |folder| Path::new(&folder).join(format!("{}{}", program.names[0], env::consts::EXE_SUFFIX));
    let in_folder = || env::var_os(program.folder).map(file);
    let on_path = || program.names.iter().find_map(|name| project.which(name));
    let for_root = || program.names.iter().map(|name| Path::new("/usr/sbin").join(name)).find(|path| path.is_file());
    let on_mac = || Some(PathBuf::from(program.mac));
    named.or_else(in_folder).or_else(on_path).or_else(for_root).or_else(on_mac).filter(|path| path.is_file())
}

/// Tells later commands of a program by its variable.
pub(super) fn announce(project: &Project, program: &Program) -> Result<()> {
    match find(project, program) {
        Some(path) => project.sh.set_var(program.variable, path),
        None => bail!("{0} is missing: install it, or set {1} to its path", program.names[0], program.variable),
    }
    Ok(())
}

/// Installs what is missing of these if this is a Debian machine and we may; else says what to type.
pub(super) fn from_debian(project: &Project, programs: &[Program]) -> Result<()> {
    let missing = programs.iter().filter(|program| find(project, program).is_none());
    let packages: Vec<&str> = missing.map(|program| program.package).collect();
    if packages.is_empty() || project.which("apt-get").is_none() {
        return Ok(());
    }
    let (sh, list) = (&project.sh, packages.join(" "));
    if cmd!(sh, "id -u").quiet().read()? != "0" {
        bail!("the tests need {list}: run `sudo apt-get install --no-install-recommends {list}`");
    }
    report::step(&format!("{list} by apt-get"), || {
        let _env = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
        // A list that cannot be refreshed, such as someone else's, need not concern these packages.
        cmd!(sh, "apt-get -qq update").quiet().ignore_status().run()?;
        cmd!(sh, "apt-get -qq install -y --no-install-recommends {packages...}").quiet().ignore_stdout().run()?;
        Ok(())
    })
}
