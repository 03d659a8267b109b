//! Lighthouse, which judges a page by speed, accessibility and what search engines make of it.

use anyhow::Result;

use super::npm::Package;
use crate::{project::Project, report};

/// The last that runs on Node.js 20.
const LIGHTHOUSE: Package<'_> = Package { name: "lighthouse", version: "12.8.2" };

/// Makes sure of the program and tells later commands by `LECTERN_LIGHTHOUSE`.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let program = LIGHTHOUSE.prefix()?.join("node_modules/lighthouse/cli/index.js");
    if !program.is_file() {
        report::step(&format!("lighthouse {} by npm", LIGHTHOUSE.version), || LIGHTHOUSE.install(project))?;
    }
    project.sh.set_var("LECTERN_LIGHTHOUSE", program);
    Ok(format!("lighthouse {}", LIGHTHOUSE.version))
}
