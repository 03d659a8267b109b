//! axe-core, which looks a page through for what keeps people from using it.

use anyhow::Result;

use super::npm::Package;
use crate::{project::Project, report};

/// Rules come and go with versions, so a new one is a decision.
const AXE: Package<'_> = Package { name: "axe-core", version: "4.14.1" };

/// Makes sure of the script and tells the tests by `LECTERN_AXE`.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let script = AXE.prefix()?.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        report::step(&format!("axe-core {} by npm", AXE.version), || AXE.install(project))?;
    }
    project.sh.set_var("LECTERN_AXE", script);
    Ok(format!("axe-core {}", AXE.version))
}
