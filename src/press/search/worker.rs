//! The worker's files: what Trunk has built of `src/bin/search.rs`, under names made of what is in them.

use std::path::Path;

use crate::press::files::{self, FileError};
use crate::press::hashed::{hash, write_hashed};
use crate::press::shrink::without_indentation;

/// The loader and the module, as Trunk names them.
const LOADER: &str = "search.js";
const MODULE: &str = "search_bg.wasm";

/// The names of the worker's files; empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkerFiles {
    /// What a page starts.
    pub script: String,
    /// What that brings.
    pub module: String,
}

/// Writes the worker, if Trunk has built one.
pub fn write_worker(staging: &Path) -> Result<WorkerFiles, FileError> {
    let (loader, module) = (staging.join(LOADER), staging.join(MODULE));
    if !loader.exists() || !module.exists() {
        return Ok(WorkerFiles::default());
    }
    let (loader_text, module_bytes) = (files::read_text(&loader)?, files::read(&module, u64::MAX)?);
    let module_name = format!("search-{}_bg.wasm", hash(&module_bytes));
    files::write(&staging.join(&module_name), &module_bytes)?;
    let code = without_indentation(include_str!("../../script/search/worker.js"));
    let script = format!("const program = \"{module_name}\";\n{loader_text}\n{code}");
    let script = write_hashed(staging, "search-worker", &script, "js")?;
    files::remove(&loader)?;
    files::remove(&module)?;
    Ok(WorkerFiles { script, module: module_name })
}
