//! What the built site is validated by. Where one is not to be had, its step is left out, and says so.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::cmd;

use super::{
    debian::{Program, ensure_if_to_be_had, find},
    npm::{Package, caches},
};
use crate::{project::Project, report};

const JAVA: Program =
    Program { variable: "JAVA", folder: "", names: &["java"], mac: "", package: "default-jre-headless" };

const NGINX: Program = Program {
    variable: "LECTERN_NGINX",
    folder: "",
    names: &["nginx"],
    mac: "/opt/homebrew/bin/nginx",
    package: "nginx-light",
};

const PYTHON: Program =
    Program { variable: "PYTHON", folder: "", names: &["python3"], mac: "", package: "python3-venv" };

/// The validator that validator.w3.org runs. Rules come and go with versions, so a new one is a decision.
const VNU: Package<'_> = Package { name: "vnu-jar", version: "26.9.27" };

/// Reads feeds as many programs do that readers use.
const FEEDPARSER: &str = "6.0.14";

/// Makes sure of the validator of HTML and of Java, and tells later commands by `LECTERN_VNU` and `JAVA`.
pub(crate) fn ensure_vnu(project: &Project) -> Result<String> {
    if !ensure_if_to_be_had(project, &[JAVA], "no Java, so HTML is not validated")? {
        return Ok("no vnu".to_owned());
    }
    let jar = VNU.prefix()?.join("node_modules/vnu-jar/build/dist/vnu.jar");
    if !jar.is_file() {
        report::step(&format!("vnu {} by npm", VNU.version), || VNU.install(project))?;
    }
    project.sh.set_var("LECTERN_VNU", jar);
    Ok(format!("vnu {}", VNU.version))
}

/// Makes sure of nginx, for a test that looks for it where Debian puts it.
pub(crate) fn ensure_nginx(project: &Project) -> Result<String> {
    let is_there = ensure_if_to_be_had(project, &[NGINX], "no nginx, its test is left out")?;
    Ok(if is_there { "nginx" } else { "no nginx" }.to_owned())
}

/// Makes sure of Python with feedparser in a folder of its own, and tells later commands by `LECTERN_FEEDPARSER`.
pub(crate) fn ensure_feedparser(project: &Project) -> Result<String> {
    let folder = caches()?.join(format!("feedparser-{FEEDPARSER}"));
    let python = python_in(&folder);
    let left_out = "no Python, so feeds and sitemap are not validated";
    if !python.is_file() && ensure_if_to_be_had(project, &[PYTHON], left_out)? {
        let own = find(project, &PYTHON).unwrap_or_default();
        let brought = report::step(&format!("feedparser {FEEDPARSER} by pip"), || bring(project, &own, &folder));
        if let Err(reason) = brought {
            report::note(&format!("no feedparser, so feeds and sitemap are not validated: {reason:#}"));
        }
    }
    if !python.is_file() {
        return Ok("no feedparser".to_owned());
    }
    project.sh.set_var("LECTERN_FEEDPARSER", python);
    Ok(format!("feedparser {FEEDPARSER}"))
}

/// A half of it is taken away again, so that it is never taken for a whole one.
fn bring(project: &Project, own: &Path, folder: &Path) -> Result<()> {
    let (sh, python) = (&project.sh, python_in(folder));
    let made = cmd!(sh, "{own} -m venv {folder}").quiet().ignore_stdout().run().and_then(|()| {
        let package = format!("feedparser=={FEEDPARSER}");
        cmd!(sh, "{python} -m pip install --quiet --disable-pip-version-check {package}").quiet().run()
    });
    if made.is_err() {
        sh.remove_path(folder)?;
    }
    Ok(made?)
}

fn python_in(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
