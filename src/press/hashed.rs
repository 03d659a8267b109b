//! Files that are named by their contents, so that a browser may keep them for ever.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::files::{self, FileError};

/// 16 digits of a content's SHA-256, which browsers can compute, too.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes `STEM-HASH.EXTENSION` and returns its name.
pub fn write_hashed(staging: &Path, stem: &str, text: &str, extension: &str) -> Result<String, FileError> {
    let name = format!("{stem}-{}.{extension}", hash(text.as_bytes()));
    files::write(&staging.join(&name), text.as_bytes())?;
    Ok(name)
}
