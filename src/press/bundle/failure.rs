//! Why a run ends without a site.

use std::fmt;

use crate::press::feeds::FeedError;
use crate::press::files::FileError;
use crate::press::shrink::ShrinkError;
use crate::press::template::MissingPart;

/// Why no site could be written. Trouble with a single post is no such reason.
#[derive(Debug)]
pub enum BundleFailure {
    /// A file of the output, or the template.
    File(FileError),
    /// The app's own files.
    App(ShrinkError),
    /// The template.
    Template(MissingPart),
    /// Page data that cannot be written as JSON.
    Data(serde_json::Error),
    /// A feed that cannot be written.
    Feed(FeedError),
}

impl From<FileError> for BundleFailure {
    fn from(error: FileError) -> BundleFailure {
        BundleFailure::File(error)
    }
}

impl fmt::Display for BundleFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BundleFailure::File(error) => error.fmt(formatter),
            BundleFailure::App(error) => error.fmt(formatter),
            BundleFailure::Template(part) => part.fmt(formatter),
            BundleFailure::Feed(error) => write!(formatter, "a feed cannot be written: {error}"),
            BundleFailure::Data(error) => write!(formatter, "page data cannot be written: {error}"),
        }
    }
}

impl std::error::Error for BundleFailure {}
