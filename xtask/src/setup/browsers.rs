//! Browsers and their drivers: the user's own, else Debian's.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use xshell::cmd;

use super::cargo_tool::{self, CargoTool};
use crate::{project::Project, report};

/// A program and all the places it may be found.
struct Program {
    /// Variable that names it before this command looks for it, and by which tests learn of it.
    variable: &'static str,
    /// Variable of GitHub's runners for the folder it is in.
    folder: &'static str,
    names: &'static [&'static str],
    /// Where macOS keeps it.
    mac: &'static str,
    /// Debian's package.
    package: &'static str,
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    folder: "",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    mac: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    package: "chromium",
};

const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    folder: "CHROMEWEBDRIVER",
    names: &["chromedriver"],
    mac: "",
    package: "chromium-driver",
};

const FIREFOX: Program = Program {
    variable: "FIREFOX",
    folder: "",
    names: &["firefox", "firefox-esr"],
    mac: "/Applications/Firefox.app/Contents/MacOS/firefox",
    package: "firefox-esr",
};

const GECKODRIVER: Program = Program {
    variable: "GECKODRIVER",
    folder: "GECKOWEBDRIVER",
    names: &["geckodriver"],
    mac: "",
    package: "", // Debian has none
};

/// Has the browser with it.
const WEBKITDRIVER: Program = Program {
    variable: "WEBKITDRIVER",
    folder: "",
    names: &["WebKitWebDriver"],
    mac: "",
    package: "webkit2gtk-driver",
};

/// WebKit's browser cannot do without a screen.
const XVFB: Program = Program { variable: "XVFB", folder: "", names: &["Xvfb"], mac: "", package: "xvfb" };

/// Makes sure of Chromium with its driver and tells later commands by `CHROMIUM` and `CHROMEDRIVER`.
pub(crate) fn ensure_chromium(project: &Project) -> Result<String> {
    from_debian(project, &[CHROMIUM, CHROMEDRIVER])?;
    announce(project, CHROMIUM)?;
    announce(project, CHROMEDRIVER)?;
    Ok("chromium".to_owned())
}

/// Makes sure of Firefox with its driver and tells later commands by `FIREFOX` and `GECKODRIVER`.
pub(crate) fn ensure_firefox(project: &Project) -> Result<String> {
    from_debian(project, &[FIREFOX])?;
    announce(project, FIREFOX)?;
    if find(project, &GECKODRIVER).is_none() {
        cargo_tool::install(project, &CargoTool { name: "geckodriver", version: "0.37.1", opt_level: "0" })?;
    }
    announce(project, GECKODRIVER)?;
    Ok("firefox".to_owned())
}

/// Makes sure of WebKit where Debian's packages are to be had, and tells later commands by `WEBKITDRIVER` and `XVFB`.
/// Elsewhere the tests do without, and say so.
pub(crate) fn ensure_webkit(project: &Project) -> Result<String> {
    let wanted = [WEBKITDRIVER, XVFB];
    if let Err(reason) = from_debian(project, &wanted) {
        report::note(&format!("no WebKit, tests leave it out: {reason}"));
    }
    if wanted.iter().any(|program| find(project, program).is_none()) {
        return Ok("no webkit".to_owned());
    }
    for program in wanted {
        announce(project, program)?;
    }
    Ok("webkit".to_owned())
}

fn find(project: &Project, program: &Program) -> Option<PathBuf> {
    let named = env::var_os(program.variable).map(PathBuf::from);
    let file = |folder| Path::new(&folder).join(format!("{}{}", program.names[0], env::consts::EXE_SUFFIX));
    let in_folder = || env::var_os(program.folder).map(file);
    let on_path = || program.names.iter().find_map(|name| project.which(name));
    let on_mac = || Some(PathBuf::from(program.mac));
    named.or_else(in_folder).or_else(on_path).or_else(on_mac).filter(|path| path.is_file())
}

fn announce(project: &Project, program: Program) -> Result<()> {
    match find(project, &program) {
        Some(path) => project.sh.set_var(program.variable, path),
        None => bail!("{0} is missing: install it, or set {1} to its path", program.names[0], program.variable),
    }
    Ok(())
}

/// Installs what is missing of these if this is a Debian machine and we may; else says what to type.
fn from_debian(project: &Project, programs: &[Program]) -> Result<()> {
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
