//! Why a page could not be had.

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
}

impl FetchError {
    /// What happened and what to do, for the reader.
    pub(super) fn message(&self) -> String {
        let message = match self {
            FetchError::Offline => "You seem to be offline. Try again once you are connected.",
            FetchError::Unreachable => "The site did not answer. Check your connection and try again.",
            FetchError::TimedOut => "The site took too long to answer. Try again in a moment.",
            FetchError::Missing | FetchError::AnyPage => "This page does not exist.",
            FetchError::Status(status) => {
                return format!("The site answered with an error (status {status}). Try again in a moment.");
            }
            FetchError::CutShort => "The answer was cut short. Try again.",
            FetchError::NotUtf8 => "The answer was damaged: it is not valid text. Try again.",
            FetchError::Malformed => {
                "The answer is not a page as this version knows it. Reload the page to get the newest version."
            }
        };
        message.to_owned()
    }
}
