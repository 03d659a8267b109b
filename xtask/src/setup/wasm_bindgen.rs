//! The command line of wasm-bindgen, of exactly the version that the app is compiled with.

use anyhow::Result;

use super::{
    cargo_tool::{self, CargoTool},
    online,
};
use crate::{project::Project, report};

/// Makes sure that Trunk finds or can fetch the tool.
pub(crate) fn ensure_for_trunk(project: &Project) -> Result<String> {
    let version = project.wasm_bindgen_version()?;
    let known = online::trunk_has("wasm-bindgen", &version) || installed(project, "wasm-bindgen", &version);
    if !known && online::github_answers() {
        return Ok(format!("wasm-bindgen {version} (by Trunk)"));
    }
    if !known {
        report::note("GitHub does not answer, so Trunk cannot fetch wasm-bindgen");
        install(project, &version)?;
    }
    Ok(format!("wasm-bindgen {version}"))
}

/// Makes sure of the runner that `.cargo/config.toml` names; Trunk has it not, but it knows the rest.
pub(crate) fn ensure_for_tests(project: &Project) -> Result<String> {
    let version = project.wasm_bindgen_version()?;
    if !installed(project, "wasm-bindgen-test-runner", &version) {
        install(project, &version)?;
    }
    Ok(format!("wasm-bindgen {version}"))
}

fn install(project: &Project, version: &str) -> Result<()> {
    // It reads the whole app at every build: 0.5 s unoptimized, 0.2 s so.
    cargo_tool::install(project, &CargoTool { name: "wasm-bindgen-cli", version, opt_level: "1" })
}

fn installed(project: &Project, program: &str, version: &str) -> bool {
    project.version_of(program).is_some_and(|printed| printed.split_whitespace().nth(1) == Some(version))
}
