//! Why a page could not be had.

use crate::words::{Word, Words};

/// A failed load, told apart by what the reader can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FetchError {
    /// The browser says that it has no network.
    Offline,
    /// No answer, and the browser does not say why.
    Unreachable,
    /// It took too long.
    TimedOut,
    /// No such file: status 404 or 410.
    Missing,
    /// A page instead of data: some hosts answer every path with one.
    AnyPage,
    /// Another status than success.
    Status(u16),
    /// The answer ended early.
    CutShort,
    /// The answer is not UTF-8.
    NotUtf8,
    /// The answer is not what the press writes.
    Malformed,
    /// The page is at another address of this site now.
    Moved(String),
}

impl FetchError {
    /// What happened and what to do, for the reader.
    pub(super) fn message(&self, words: &Words) -> String {
        let word = match self {
            FetchError::Offline => Word::Offline,
            FetchError::Unreachable => Word::Unreachable,
            FetchError::TimedOut => Word::TimedOut,
            FetchError::Missing | FetchError::AnyPage | FetchError::Moved(_) => Word::Missing,
            FetchError::Status(status) => return words.fill(Word::Status, "{status}", &status.to_string()),
            FetchError::CutShort => Word::CutShort,
            FetchError::NotUtf8 => Word::NotText,
            FetchError::Malformed => Word::OtherVersion,
        };
        words.get(word).to_owned()
    }
}
