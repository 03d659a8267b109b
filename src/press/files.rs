//! The file system. No other module names `std::fs`, and each error says which file it is about.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where a project keeps what the press would have to find out anew, in the folder where Cargo puts such things.
pub fn kept_in(project: &Path) -> PathBuf {
    project.join("target/lectern")
}

/// Why something could not be done with a file.
#[derive(Debug)]
pub enum FileError {
    /// The system refused.
    System {
        /// What was tried, as in "failed to read".
        action: &'static str,
        /// With what.
        path: PathBuf,
        /// The system's words.
        cause: io::Error,
    },
    /// The file is larger than its reader allows. Nothing of it was kept in memory.
    TooLarge {
        /// Which file.
        path: PathBuf,
        /// How many bytes it may have.
        limit: u64,
    },
}

/// Something in a folder.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
}

/// What lies at a path.
#[derive(Debug)]
pub enum Kind {
    /// A file.
    File(FileFacts),
    /// A folder.
    Folder,
    /// A symbolic link and the real path of what it leads to.
    Link(PathBuf, Box<Kind>),
    /// A symbolic link that leads nowhere, or to itself.
    DanglingLink,
    /// A pipe, a socket or a device: reading one could wait forever.
    Special,
}

/// What the system knows of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// How long it is.
    pub bytes: u64,
    /// When it was last written, if the system keeps that.
    pub modified: Option<jiff::Timestamp>,
}

/// Reads a file of `limit` bytes at the most.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let failed = failed("read", path);
    let file = fs::File::open(path).map_err(&failed)?;
    let too_large = || FileError::TooLarge { path: path.to_owned(), limit };
    let length = file.metadata().map_err(&failed)?.len();
    if limit < length {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // It may grow while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(&failed)?;
    if limit < u64::try_from(bytes.len()).unwrap_or(u64::MAX) {
        return Err(too_large());
    }
    Ok(bytes)
}

/// The first bytes of a file, as many as asked for or all.
pub fn beginning(path: &Path, bytes: u64) -> Result<Vec<u8>, FileError> {
    let failed = failed("read", path);
    let mut beginning = Vec::new();
    fs::File::open(path).map_err(&failed)?.take(bytes).read_to_end(&mut beginning).map_err(&failed)?;
    Ok(beginning)
}

/// What is in a folder, not below it, sorted by name.
pub fn list(folder: &Path) -> Result<Vec<Listed>, FileError> {
    let failed = failed("list", folder);
    let mut listed = Vec::new();
    for entry in fs::read_dir(folder).map_err(&failed)? {
        let path = entry.map_err(&failed)?.path();
        let kind = kind(&path)?;
        listed.push(Listed { path, kind });
    }
    listed.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(listed)
}

/// A path without links, dots and relative parts.
pub fn real_path(path: &Path) -> Result<PathBuf, FileError> {
    fs::canonicalize(path).map_err(failed("find", path))
}

/// Reads a file of our own, which is always UTF-8.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    fs::read_to_string(path).map_err(failed("read", path))
}

/// Removes a file.
pub fn remove(path: &Path) -> Result<(), FileError> {
    fs::remove_file(path).map_err(failed("remove", path))
}

/// Writes a file where nobody else reads: into an output folder that is still to be handed over. Folders on the way
/// are made.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    in_folder(path, || fs::write(path, bytes)).map_err(failed("write", path))
}

/// Writes a file so that whoever reads it meanwhile sees the old or the new one whole. Folders on the way are made.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let unfinished = unfinished(path);
    let written = in_folder(path, || fs::write(&unfinished, bytes)).and_then(|()| fs::rename(&unfinished, path));
    written.map_err(|cause| {
        // The rest of a failed attempt; the first error is the one that tells why.
        let _ = fs::remove_file(&unfinished);
        failed("write", path)(cause)
    })
}

/// Writes a file that must not exist yet; [`FileError::is_there_already`] tells if it does. Folders on the way are
/// made.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let create = || fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = in_folder(path, create).map_err(failed("create", path))?;
    file.write_all(bytes).map_err(failed("write", path))
}

/// Copies a file. Folders on the way are made.
pub fn copy(from: &Path, to: &Path) -> Result<(), FileError> {
    in_folder(to, || fs::copy(from, to)).map_err(failed("copy", from))?;
    Ok(())
}

impl FileError {
    /// Whether the error is that a new file would replace an old one.
    pub fn is_there_already(&self) -> bool {
        matches!(self, FileError::System { cause, .. } if cause.kind() == io::ErrorKind::AlreadyExists)
    }

    /// The error without the path, for messages that name it themselves.
    pub fn cause(&self) -> String {
        match self {
            FileError::System { cause, .. } => cause.to_string(),
            FileError::TooLarge { limit, .. } => format!("larger than {limit} bytes"),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (action, path) = match self {
            FileError::System { action, path, .. } => (*action, path),
            FileError::TooLarge { path, .. } => ("read", path),
        };
        write!(formatter, "failed to {action} `{}`: {}", path.display(), self.cause())
    }
}

impl std::error::Error for FileError {}

fn failed(action: &'static str, path: &Path) -> impl Fn(io::Error) -> FileError {
    move |cause| FileError::System { action, path: path.to_owned(), cause }
}

fn kind(path: &Path) -> Result<Kind, FileError> {
    let own = fs::symlink_metadata(path).map_err(failed("read", path))?;
    if !own.is_symlink() {
        return Ok(kind_of(&own));
    }
    let target = fs::canonicalize(path).and_then(|real| Ok((kind_of(&fs::metadata(&real)?), real)));
    Ok(target.map_or(Kind::DanglingLink, |(kind, real)| Kind::Link(real, Box::new(kind))))
}

fn kind_of(metadata: &fs::Metadata) -> Kind {
    if metadata.is_dir() {
        return Kind::Folder;
    }
    if !metadata.is_file() {
        return Kind::Special;
    }
    let modified = metadata.modified().ok().and_then(|time| jiff::Timestamp::try_from(time).ok());
    Kind::File(FileFacts { bytes: metadata.len(), modified })
}

/// Does something that needs the folder of a file, which is made only if it is missing: most files of a site share one.
fn in_folder<T>(path: &Path, attempt: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match attempt() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            attempt()
        }
        done => done,
    }
}

/// A name beside the file that no other thread or process uses.
fn unfinished(path: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".lectern-{}-{number}.tmp", std::process::id()))
}

#[cfg(test)]
mod tests;
