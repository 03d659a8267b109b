//! Trunk, which builds and serves the site.

use anyhow::Result;

use super::cargo_tool::{self, CargoTool};
use crate::project::Project;

/// The version to install, and the oldest that is accepted. The next one, 0.22, needs a newer compiler.
const VERSION: &str = "0.21.14";

/// Makes sure of a Trunk that is not too old.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let found = project.version_of("trunk");
    match found.filter(|printed| not_older(printed, VERSION)) {
        Some(printed) => Ok(printed),
        None => {
            // Unoptimized, a build takes 0.40 s instead of 0.38 s: Trunk waits for others.
            cargo_tool::install(project, &CargoTool { name: "trunk", version: VERSION, opt_level: "0" })?;
            Ok(format!("trunk {VERSION}"))
        }
    }
}

/// Whether `name 1.2.3` is at least of the given version; what cannot be read is taken for older.
fn not_older(printed: &str, least: &str) -> bool {
    match (printed.split_whitespace().nth(1).and_then(numbers), numbers(least)) {
        (Some(found), Some(least)) => least <= found,
        _ => false,
    }
}

/// The three numbers of `1.2.3` or `1.2.3-rc.1`.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let plain = version.split(['-', '+']).next()?;
    let mut parts = plain.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(not_older("trunk 0.21.14", "0.21.14"));
        assert!(not_older("trunk 0.22.1", "0.21.14"));
        assert!(not_older("trunk 0.22.0-rc.1", "0.21.14"));
        assert!(!not_older("trunk 0.21.9", "0.21.14"));
        assert!(!not_older("trunk", "0.21.14"));
    }
}
