//! `cargo xtask serve`: the blog on this machine while it is being written.

use anyhow::Result;
use xshell::cmd;

use crate::{build, cli::Serve, project::Project, setup};

/// Serves the blog on 127.0.0.1 until it is interrupted.
pub(crate) fn run(project: &Project, flags: &Serve) -> Result<()> {
    let site = &flags.site;
    setup::prepare(project, if site.release { setup::RELEASE } else { setup::DEBUG })?;
    let site = build::trunk_flags(project, site)?;
    let port = flags.port.to_string();
    let open = flags.open.then_some("--open");
    cmd!(project.sh, "trunk serve --address 127.0.0.1 --port {port} {open...} {site...}").quiet().run()?;
    Ok(())
}
