//! Paths of the machine on which the app was built, which its panics would name. They say where an author keeps files,
//! and of what use is a line in a file to a reader?

use std::env;

/// How the paths of libraries and those of the standard library begin: Cargo's folder, and `/rustc/` with a commit.
pub(super) struct Paths {
    libraries: Option<String>,
}

const STANDARD: &[u8] = b"/rustc/";

impl Paths {
    /// Those of this machine.
    pub(super) fn here() -> Paths {
        let folder = env::var("CARGO_HOME").ok().or_else(|| Some(format!("{}/.cargo", env::home_dir()?.display())));
        Paths { libraries: folder.filter(|folder| !folder.is_empty()).map(|folder| format!("{folder}/registry/src/")) }
    }

    /// Blanks in the place of each path, since nothing may move.
    pub(super) fn removed_from(&self, data: &[u8]) -> Vec<u8> {
        let mut output = data.to_vec();
        let libraries = self.libraries.as_deref().map(str::as_bytes);
        for start in libraries.into_iter().chain([STANDARD]) {
            let mut from = 0;
            while let Some(found) = find(&output[from..], start) {
                let path = from + found;
                let Some(length) = find(&output[path..], b".rs") else { break };
                output[path..path + length].fill(b' ');
                from = path + length;
            }
        }
        output
    }
}

fn find(data: &[u8], wanted: &[u8]) -> Option<usize> {
    data.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_and_nothing_moves() {
        let paths = Paths { libraries: Some("/home/me/.cargo/registry/src/".to_owned()) };
        let data = b"text/home/me/.cargo/registry/src/index-1/yew-0/src/a.rs/rustc/12ab/library/b.rs\0/home/me\xff.rs";
        let removed = paths.removed_from(data);
        assert_eq!(removed.len(), data.len());
        let shown: Vec<u8> = removed.into_iter().filter(|byte| *byte != b' ').collect();
        assert_eq!(shown, b"text.rs.rs\0/home/me\xff.rs");
    }
}
