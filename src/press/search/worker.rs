//! The worker's files: what Trunk has built of `src/bin/search.rs`, under names made of what is in them.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::press::files::{self, FileError};
use crate::press::shrink::without_indentation;

/// The loader and the module, as Trunk names them.
const LOADER: &str = "search.js";
const MODULE: &str = "search_bg.wasm";

/// Writes the worker and returns the name of its script; nothing where Trunk has built none.
pub fn write_worker(staging: &Path) -> Result<Option<String>, FileError> {
    let (loader, module) = (staging.join(LOADER), staging.join(MODULE));
    if !loader.exists() || !module.exists() {
        return Ok(None);
    }
    let (loader_text, module_bytes) = (files::read_text(&loader)?, files::read(&module, u64::MAX)?);
    let module_name = format!("search-{}_bg.wasm", hash(&module_bytes));
    files::write(&staging.join(&module_name), &module_bytes)?;
    let code = without_indentation(include_str!("../../script/search/worker.js"));
    let script = format!("const program = \"{module_name}\";\n{loader_text}\n{code}");
    let name = format!("search-worker-{}.js", hash(script.as_bytes()));
    files::write(&staging.join(&name), script.as_bytes())?;
    files::remove(&loader)?;
    files::remove(&module)?;
    Ok(Some(name))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
