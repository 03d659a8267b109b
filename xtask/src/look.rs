//! `cargo xtask shots` and `cargo xtask lighthouse`: the built site as people and Lighthouse see it.
//!
//! The program of the end-to-end tests does both, for it has the host and the driver that this takes.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::{cli::Look, project::Project, report, setup, test::built};

/// A published site knows its address, and without one pages cannot name their own.
const URL: &str = "https://blog.example";

/// Takes pictures of all kinds of pages into `target/shots/`, and the README's one.
pub(crate) fn shots(project: &Project, flags: &Look) -> Result<()> {
    setup::prepare(project, setup::SHOTS)?;
    let (sh, site) = (&project.sh, site(project, flags)?);
    let folder = project.root.join("target/shots");
    report::step("pictures of the site in headless Chromium", || {
        sh.remove_path(&folder)?;
        cmd!(sh, "cargo test --test end_to_end -- --shots {folder}").env("LECTERN_E2E_ROOT", site).quiet().run()?;
        sh.copy_file(folder.join("readme.png"), project.root.join(".github/screenshot.png"))?;
        report::note("the README's picture is new");
        Ok(())
    })
}

/// Prints Lighthouse's scores of two pages, and what keeps them from being perfect.
pub(crate) fn lighthouse(project: &Project, flags: &Look) -> Result<()> {
    setup::prepare(project, setup::LIGHTHOUSE)?;
    if project.sh.var_os("LECTERN_URL").is_none() {
        project.sh.set_var("LECTERN_URL", URL);
    }
    let (sh, site) = (&project.sh, site(project, flags)?);
    let program = sh.var("LECTERN_LIGHTHOUSE")?;
    report::step("Lighthouse's judgment of the site", || {
        cmd!(sh, "cargo test --test end_to_end -- --lighthouse {program}")
            .env("LECTERN_E2E_ROOT", site)
            .quiet()
            .run()?;
        Ok(())
    })
}

fn site(project: &Project, flags: &Look) -> Result<PathBuf> {
    match &flags.dist {
        Some(folder) => Ok(project.started_in.join(folder)),
        None => built(project, "root", "/"),
    }
}
