//! The project on disk: where it is, and what its own files say about versions and paths.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use toml::Table;
use xshell::Shell;

/// The project and a shell standing in its top folder.
///
/// The shell carries what the set-up found (`PATH`, `CHROMEDRIVER`, ...), so every command that is run
/// through it gets these.
pub(crate) struct Project {
    pub(crate) sh: Shell,
    pub(crate) root: PathBuf,
    /// A place for what these commands need between two runs; `cargo clean` may empty it.
    pub(crate) scratch: PathBuf,
    /// Where a relative path on the command line starts.
    pub(crate) started_in: PathBuf,
}

impl Project {
    /// Finds the project by the place that this crate was compiled at.
    pub(crate) fn open() -> Result<Project> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?;
        let sh = Shell::new()?;
        let started_in = sh.current_dir();
        sh.change_dir(root);
        // Trunk 0.21 takes only `true` and `false` for it, while the convention is any value.
        if sh.var_os("NO_COLOR").is_some() {
            sh.set_var("NO_COLOR", "true");
        }
        sh.set_var("TRUNK_SKIP_VERSION_CHECK", "true");
        let project = Project { scratch: root.join("target/xtask"), root: root.to_owned(), sh, started_in };
        project.prepend_path(&cargo_bin()?)?;
        Ok(project)
    }

    /// Puts a folder first on the `PATH` of every later command.
    pub(crate) fn prepend_path(&self, folder: &Path) -> Result<()> {
        let rest = self.sh.var_os("PATH").unwrap_or_default();
        let all = [folder.to_owned()].into_iter().chain(env::split_paths(&rest));
        self.sh.set_var("PATH", env::join_paths(all)?);
        Ok(())
    }

    /// The program of this name on the `PATH` of later commands.
    pub(crate) fn which(&self, name: &str) -> Option<PathBuf> {
        let path = self.sh.var_os("PATH")?;
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
    }

    /// What `program --version` prints, or nothing if there is no such program or it does not run.
    pub(crate) fn version_of(&self, program: &str) -> Option<String> {
        self.which(program)?;
        xshell::cmd!(self.sh, "{program} --version").quiet().ignore_stderr().read().ok()
    }

    /// The path the site is hosted under by `base` in `lectern.toml`, else `/`.
    pub(crate) fn base(&self) -> Result<String> {
        let file = self.root.join("lectern.toml");
        if !file.exists() {
            return Ok("/".to_owned());
        }
        base(&read_toml(&file)?).with_context(|| format!("in `{}`", file.display()))
    }

    /// The version of the `wasm-bindgen` crate, which its command-line tool must equal.
    pub(crate) fn wasm_bindgen_version(&self) -> Result<String> {
        let file = self.root.join("Cargo.lock");
        locked_version(&read_toml(&file)?, "wasm-bindgen")
            .with_context(|| format!("no package wasm-bindgen in `{}`", file.display()))
    }

    /// The release of wasm-opt that `Trunk.toml` pins, as in `version_132`.
    pub(crate) fn wasm_opt_version(&self) -> Result<String> {
        let file = self.root.join("Trunk.toml");
        pinned_wasm_opt(&read_toml(&file)?)
            .with_context(|| format!("no `wasm_opt = \"version_N\"` under [tools] in `{}`", file.display()))
    }
}

/// Where `cargo install` puts programs; a machine may have it missing on `PATH`.
fn cargo_bin() -> Result<PathBuf> {
    let root = env::var_os("CARGO_INSTALL_ROOT").or_else(|| env::var_os("CARGO_HOME")).map(PathBuf::from);
    let root = root.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    Ok(root.context("no home folder is known; set CARGO_HOME")?.join("bin"))
}

fn read_toml(file: &Path) -> Result<Table> {
    let text = fs::read_to_string(file).with_context(|| format!("failed to read `{}`", file.display()))?;
    text.parse().with_context(|| format!("failed to parse `{}`", file.display()))
}

fn base(settings: &Table) -> Result<String> {
    match settings.get("base") {
        None => Ok("/".to_owned()),
        Some(toml::Value::String(base)) => Ok(base.clone()),
        Some(other) => bail!("`base` must be a string such as \"/repo/\", not {other}"),
    }
}

fn locked_version(lock: &Table, name: &str) -> Option<String> {
    let packages = lock.get("package")?.as_array()?;
    let package = packages.iter().find(|package| package.get("name").is_some_and(|it| it.as_str() == Some(name)))?;
    Some(package.get("version")?.as_str()?.to_owned())
}

fn pinned_wasm_opt(trunk: &Table) -> Option<String> {
    Some(trunk.get("tools")?.get("wasm_opt")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        text.parse().unwrap()
    }

    #[test]
    fn base_is_the_settings_or_the_root() {
        assert_eq!(base(&table("title = \"T\"")).unwrap(), "/");
        assert_eq!(base(&table("base = \"/blog/\"")).unwrap(), "/blog/");
        assert!(base(&table("base = 1")).is_err());
    }

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = table(
            "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\
             [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n",
        );
        assert_eq!(locked_version(&lock, "wasm-bindgen").as_deref(), Some("0.2.128"));
        assert_eq!(locked_version(&lock, "yew"), None);
    }

    #[test]
    fn trunk_pins_wasm_opt() {
        let pin = pinned_wasm_opt(&table("[tools]\nwasm_opt = \"version_132\""));
        assert_eq!(pin.as_deref(), Some("version_132"));
        assert_eq!(pinned_wasm_opt(&table("[build]\nrelease = true")), None);
    }
}
