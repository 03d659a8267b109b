//! Browsers and their drivers: the user's own, else Debian's.

use anyhow::Result;

use super::{
    cargo_tool::{self, CargoTool},
    debian::{Program, announce, ensure_if_to_be_had, find, from_debian},
};
use crate::project::Project;

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
    announce(project, &CHROMIUM)?;
    announce(project, &CHROMEDRIVER)?;
    Ok("chromium".to_owned())
}

/// Makes sure of Firefox with its driver and tells later commands by `FIREFOX` and `GECKODRIVER`.
pub(crate) fn ensure_firefox(project: &Project) -> Result<String> {
    from_debian(project, &[FIREFOX])?;
    announce(project, &FIREFOX)?;
    if find(project, &GECKODRIVER).is_none() {
        cargo_tool::install(project, &CargoTool { name: "geckodriver", version: "0.37.1", opt_level: "0" })?;
    }
    announce(project, &GECKODRIVER)?;
    Ok("firefox".to_owned())
}

/// Makes sure of WebKit where Debian's packages are to be had, and tells later commands by `WEBKITDRIVER` and `XVFB`.
/// Elsewhere the tests do without, and say so.
pub(crate) fn ensure_webkit(project: &Project) -> Result<String> {
    let is_there = ensure_if_to_be_had(project, &[WEBKITDRIVER, XVFB], "no WebKit, tests leave it out")?;
    Ok(if is_there { "webkit" } else { "no webkit" }.to_owned())
}
