//! Packages of npm's registry, each in a folder of its own.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;

/// The oldest Node.js that runs all that is brought here.
const NODE: u32 = 20;

/// A package of exactly one version.
pub(crate) struct Package<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
}

impl Package<'_> {
    /// The folder with the package's `node_modules`, whether or not it is there yet.
    ///
    /// It is in the user's cache folder, which survives `cargo clean` and is shared by all clones.
    pub(crate) fn prefix(&self) -> Result<PathBuf> {
        Ok(caches()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Installs beside the final place and moves it there, so that half a package is never taken for a whole one.
    pub(crate) fn install(&self, project: &Project) -> Result<()> {
        check_node(project).with_context(|| format!("{} {} is missing", self.name, self.version))?;
        let (sh, ours) = (&project.sh, self.prefix()?);
        let partial = partial(&ours);
        sh.remove_path(&partial)?;
        sh.create_dir(&partial)?;
        let package = format!("{}@{}", self.name, self.version);
        cmd!(
            sh,
            "npm install --loglevel error --prefix {partial} --no-save --no-audit --no-fund --ignore-scripts {package}"
        )
        .quiet()
        .ignore_stdout()
        .run()?;
        sh.remove_path(&ours)?;
        fs::rename(&partial, &ours).with_context(|| format!("failed to write `{}`", ours.display()))
    }
}

/// Where all that is brought for this project is kept.
pub(super) fn caches() -> Result<PathBuf> {
    let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(caches.context("no home folder is known; set XDG_CACHE_HOME")?.join("lectern"))
}

/// Beside the folder; `with_extension` would take the last part of a version for one.
fn partial(folder: &Path) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".partial");
    name.into()
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

    #[test]
    fn versions_stay_apart_while_they_are_installed() {
        assert_eq!(partial(Path::new("/cache/axe-4.1.2")), Path::new("/cache/axe-4.1.2.partial"));
    }
}
