//! Which lists have feeds, and where.

use super::ListKind;

/// What a feed is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// All formats, the one that every feed reader knows first.
    pub const ALL: [FeedFormat; 2] = [FeedFormat::Atom, FeedFormat::Json];

    /// The name of its files.
    pub fn file(self) -> &'static str {
        match self {
            FeedFormat::Atom => "feed.xml",
            FeedFormat::Json => "feed.json",
        }
    }

    /// What such a file is called in a link.
    pub fn media_type(self) -> &'static str {
        match self {
            FeedFormat::Atom => "application/atom+xml",
            FeedFormat::Json => "application/feed+json",
        }
    }
}

impl ListKind {
    /// The path of the list's feed, decoded. The archive has none: its posts are those of the home page.
    pub fn feed(&self, format: FeedFormat) -> Option<String> {
        match self {
            ListKind::Home | ListKind::Term(..) => Some(format!("{}{}", self.path(), format.file())),
            ListKind::Archive | ListKind::Year(_) => None,
        }
    }
}
