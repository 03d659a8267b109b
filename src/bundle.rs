//! A document as it travels: Markdown with a JSON front matter.
//!
//! JSON is YAML, so a bundle is still a valid Jekyll post and reads well as plain text. What the renderer needs beside
//! the text stands in the front matter under one key, apart from what a page shows of a document.

use std::fmt;

use crate::code::Code;
use crate::data::{Data, IsEmpty, Source, data};

mod metadata;

pub use metadata::{Cover, Metadata, Section, SeriesPlace};

/// One document: its metadata, its text, and what the press has computed for the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// What the press found out about it.
    pub metadata: Metadata,
    /// What the renderer needs beside the text.
    pub annotations: Annotations,
    /// Markdown.
    pub text: String,
}

data! {
    /// What the press has computed for a text, so that no browser has to. Pages do not carry it: their articles are
    /// rendered already.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Annotations {
        /// An id for each heading of the text, in order.
        pub heading_ids: Vec<String>,
        /// Targets in the text that mean a file of the source folder, each with its place on the site: a path below
        /// the base, percent-encoded, without a fragment.
        pub links: Links,
        /// For each formula of the text, in order, what a reader sees: MathML, or its source where that is no TeX. Empty
        /// for one that shows nothing.
        pub maths: Vec<String>,
        /// How each block of code of the text is shown, in order; those at the end of which nothing is known are left
        /// out.
        pub code: Vec<Code>,
        /// Targets in the text that are pictures of the site, each with what is known of it.
        pub pictures: Pictures,
    }
}

data! {
    /// What is known of a picture of the site.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Picture {
        /// In CSS pixels, as it is shown: a photo that its camera turned is turned already.
        pub width: u32,
        /// The same.
        pub height: u32,
        /// The widths of its smaller copies, smallest first; [`copy_of`] tells where they are.
        pub copies: Vec<u32>,
    }
}

/// All that stands above the text of a bundle.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FrontMatter {
    /// At the top level.
    #[serde(flatten)]
    pub metadata: Metadata,
    /// Under a key of its own.
    pub annotations: Annotations,
}

impl Data for FrontMatter {
    fn read<S: Source>(source: &S) -> FrontMatter {
        FrontMatter { metadata: Data::read(source), annotations: Data::read(&source.field("annotations")) }
    }
}

/// Targets and their places, sorted by target.
pub type Links = Vec<(String, String)>;

/// Targets and the pictures they are, sorted by target.
pub type Pictures = Vec<(String, Picture)>;

/// The widest copy of a picture: as wide as the column of text on a screen of high density. A picture that is no wider
/// is a choice beside its copies.
pub const WIDEST_COPY: u32 = 1600;

/// Where the copy of a picture is that has a width: beside the picture. An address or a path, as the given one.
pub fn copy_of(picture: &str, width: u32) -> String {
    format!("{picture}.{width}.webp")
}

/// What a document is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub enum Markup {
    /// Markdown, with HTML inside where the author wants it.
    #[default]
    Markdown,
    /// HTML alone: Jekyll's `.html` posts.
    Html,
}

impl IsEmpty for Picture {}

impl Data for Markup {
    fn read<S: Source>(source: &S) -> Markup {
        if source.variant().0 == "Html" { Markup::Html } else { Markup::Markdown }
    }
}

impl IsEmpty for Markup {
    fn is_empty(&self) -> bool {
        *self == Markup::Markdown
    }
}

/// Why some text is no bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// It does not begin as one; a host that answers every path with some page does that.
    NotABundle,
    /// The front matter is not what this version of Lectern writes.
    Metadata,
    /// Fewer or more bytes of text than the front matter says.
    Length {
        /// As the front matter says.
        expected: u32,
        /// As received.
        received: u32,
    },
}

const OPENING: &str = "---\n";
const CLOSING: &str = "---\n";

impl Bundle {
    /// Reads what [`fmt::Display`] writes. How JSON is read is the caller's choice: the browser has a reader of its
    /// own, which costs no download.
    pub fn parse(source: &str, read: impl FnOnce(&str) -> Option<FrontMatter>) -> Result<Bundle, BundleError> {
        let rest = source.strip_prefix(OPENING).filter(|rest| rest.starts_with('{'));
        let rest = rest.ok_or(BundleError::NotABundle)?;
        let (json, rest) = rest.split_once('\n').ok_or(BundleError::NotABundle)?;
        let text = rest.strip_prefix(CLOSING).ok_or(BundleError::NotABundle)?;
        let FrontMatter { metadata, annotations } = read(json).ok_or(BundleError::Metadata)?;
        let received = u32::try_from(text.len()).unwrap_or(u32::MAX);
        if received != metadata.length {
            return Err(BundleError::Length { expected: metadata.length, received });
        }
        Ok(Bundle { metadata, annotations, text: text.to_owned() })
    }
}

impl fmt::Display for Bundle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (metadata, annotations) = (self.metadata.clone(), self.annotations.clone());
        let json = serde_json::to_string(&FrontMatter { metadata, annotations }).map_err(|_| fmt::Error)?;
        write!(formatter, "{OPENING}{json}\n{CLOSING}{}", self.text)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::date::Timestamp;
    use crate::permalink::Permalink;

    /// A bundle with the given text and plain metadata.
    pub(crate) fn bundle(text: &str) -> Bundle {
        let metadata = Metadata {
            title: "A title".to_owned(),
            date: Timestamp::parse("2024-09-15T15:51:07-07:00"),
            day: "September 15, 2024".to_owned(),
            permalink: Permalink::parse("/2024/09/15/a-title.html").expect("a permalink"),
            description: "What it is about".to_owned(),
            categories: vec!["thoughts".to_owned()],
            minutes: 1,
            category_slugs: vec!["thoughts".to_owned()],
            length: u32::try_from(text.len()).expect("a short text"),
            ..Metadata::default()
        };
        let annotations = Annotations { heading_ids: vec!["a-heading".to_owned()], ..Annotations::default() };
        Bundle { metadata, annotations, text: text.to_owned() }
    }

    fn parse(source: &str) -> Result<Bundle, BundleError> {
        Bundle::parse(source, crate::data::tests::read)
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["", "Hello.\n", "---\nnot front matter\n---\n", "{% raw %} 챗봇 \u{2028}"] {
            let written = bundle(text);
            assert_eq!(parse(&written.to_string()), Ok(written));
        }
    }

    #[test]
    fn notices_what_is_no_bundle() {
        assert_eq!(parse("<!DOCTYPE html><p>home"), Err(BundleError::NotABundle));
        assert_eq!(parse("---\ntitle: x\n---\n"), Err(BundleError::NotABundle));
        let whole = bundle("A longer text.").to_string();
        let error = parse(&whole[..whole.len() - 3]);
        assert_eq!(error, Err(BundleError::Length { expected: 14, received: 11 }));
        assert_eq!(parse("---\n{}\n---\n"), Err(BundleError::Metadata));
    }
}
