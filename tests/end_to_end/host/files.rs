//! Which file answers a path, by the rules of GitHub Pages.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use percent_encoding::percent_decode_str;

/// A folder of files, and files that a scenario adds to it.
pub(super) struct Folder {
    root: Mutex<PathBuf>,
    added: Mutex<HashMap<String, Vec<u8>>>,
}

/// What a path stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    File {
        /// Its content.
        bytes: Vec<u8>,
        /// What it is.
        content_type: &'static str,
    },
    /// A folder asked for without its final slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Folder {
    /// The files below `root`.
    pub(super) fn new(root: PathBuf) -> Folder {
        Folder { root: Mutex::new(root), added: Mutex::default() }
    }

    /// Where the files are.
    pub(super) fn root(&self) -> PathBuf {
        self.root.lock().unwrap().clone()
    }

    /// Has the files of another folder from now on, and no others.
    pub(super) fn replace(&self, root: PathBuf) {
        *self.root.lock().unwrap() = root;
        self.added.lock().unwrap().clear();
    }

    /// Adds a file, or puts another in its place.
    pub(super) fn put(&self, file: &str, text: &str) {
        self.added.lock().unwrap().insert(file.to_owned(), text.as_bytes().to_owned());
    }

    /// What a decoded path relative to the folder stands for: the file, else the file with `.html` at its end,
    /// else the folder.
    pub(super) fn find(&self, path: &str) -> Found {
        if !is_inside(path) {
            return Found::Nothing;
        }
        let names = match path.strip_suffix('/') {
            _ if path.is_empty() => vec!["index.html".to_owned()],
            Some(folder) => vec![format!("{folder}/index.html")],
            None => vec![path.to_owned(), format!("{path}.html")],
        };
        for name in names {
            if let Some(bytes) = self.read(&name) {
                return Found::File { bytes, content_type: content_type(&name) };
            }
        }
        if self.root().join(path).is_dir() { Found::Folder } else { Found::Nothing }
    }

    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let added = self.added.lock().unwrap().get(name).cloned();
        added.or_else(|| fs::read(self.root().join(name)).ok())
    }
}

/// The path of a request, decoded; `None` if it is not UTF-8.
pub(super) fn decode(path: &str) -> Option<String> {
    Some(percent_decode_str(path).decode_utf8().ok()?.into_owned())
}

/// Puts the files below a folder into a list.
pub(crate) fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the built site can be read") {
        let path = entry.expect("the built site can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// Whether a path stays in the folder. Decoding comes first, so that `%2e%2e` is seen for what it is.
fn is_inside(path: &str) -> bool {
    !path.starts_with('/') && !path.contains(['\\', '\0']) && path.split('/').all(|part| part != ".." && part != ".")
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "application/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
