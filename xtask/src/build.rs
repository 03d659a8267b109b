//! `cargo xtask build`: the finished site in a folder.

use anyhow::Result;
use xshell::cmd;

use crate::{
    cli::{Build, Site},
    project::Project,
    report, setup,
};

/// Writes the site into `dist/` or the folder asked for.
pub(crate) fn run(project: &Project, flags: &Build) -> Result<()> {
    setup::prepare(project, if flags.site.release { setup::RELEASE } else { setup::DEBUG })?;
    site(project, flags)
}

/// Builds the site with tools that are known to be there.
pub(crate) fn site(project: &Project, flags: &Build) -> Result<()> {
    let site = trunk_flags(project, &flags.site)?;
    let dist = match &flags.dist {
        Some(folder) => project.started_in.join(folder),
        None => project.root.join("dist"),
    };
    let sh = &project.sh;
    let _env = flags.strict.then(|| sh.push_env("LECTERN_STRICT", "true"));
    report::step(&format!("the site, into {}", dist.display()), || {
        cmd!(sh, "trunk build --dist {dist} {site...}").quiet().run()?;
        Ok(())
    })
}

/// Trunk's flags for a site; what concerns the press goes to it by environment, through Trunk's hook.
pub(crate) fn trunk_flags(project: &Project, site: &Site) -> Result<Vec<String>> {
    let public_url = match &site.public_url {
        Some(path) => path.clone(),
        None => project.base()?,
    };
    for (wanted, variable) in [(site.drafts, "LECTERN_DRAFTS"), (site.future, "LECTERN_FUTURE")] {
        if wanted {
            project.sh.set_var(variable, "true");
        }
    }
    let release = site.release.then(|| "--release".to_owned());
    Ok(["--public-url".to_owned(), public_url].into_iter().chain(release).collect())
}
