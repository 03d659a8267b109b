//! What can be wrong with a picture, and its words.

use std::fmt;

use super::effect::{Class, Effect};
use super::problem::{quoted, visible};

/// What can be wrong with a picture of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum PictureProblem {
    /// The system refuses to read it.
    Unreadable { cause: String },
    /// A file that is no picture, or the stump of one.
    NoPicture,
    /// A picture that hardly any browser shows.
    NotForBrowsers { format: &'static str },
    /// A picture that begins well, and cannot be read to its end.
    Damaged { cause: String },
    /// More pixels than are read.
    TooManyPixels { width: u32, height: u32 },
    /// A title whose letters no font has, so that its social picture has none.
    TitleNotDrawn { characters: String },
    /// An icon of the blog's own that cannot be drawn.
    BadIcon { cause: String },
}

impl PictureProblem {
    /// Which kind of problem it is.
    pub fn class(&self) -> Class {
        use Effect::{Broken, Note};
        match self {
            PictureProblem::Unreadable { .. } | PictureProblem::NoPicture => {
                Class::new(Broken, "pictures that cannot be read")
            }
            PictureProblem::NotForBrowsers { .. } => Class::new(Broken, "pictures that browsers do not show"),
            PictureProblem::Damaged { .. } => Class::new(Broken, "pictures that are damaged"),
            PictureProblem::TooManyPixels { .. } => Class::new(Note, "pictures that are very large"),
            PictureProblem::TitleNotDrawn { .. } => Class::new(Note, "titles that cannot be drawn"),
            PictureProblem::BadIcon { .. } => Class::new(Broken, "icons that cannot be drawn"),
        }
    }
}

impl fmt::Display for PictureProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureProblem::Unreadable { cause } => {
                write!(formatter, "cannot be read: {}; check that it exists and that you may read it", visible(cause))
            }
            PictureProblem::NoPicture => formatter.write_str(
                "this is no picture that can be read, so no room is kept for it on the page; save it anew as PNG, JPEG, \
                 WebP or SVG",
            ),
            PictureProblem::NotForBrowsers { format } => {
                write!(formatter, "most browsers do not show {format}; save it as JPEG or PNG")
            }
            PictureProblem::Damaged { cause } => write!(
                formatter,
                "this picture is damaged, and is shown as far as it goes: {}; save it anew",
                visible(cause)
            ),
            PictureProblem::TooManyPixels { width, height } => write!(
                formatter,
                "{width} × {height} pixels are too many for smaller copies to be made; save it smaller"
            ),
            PictureProblem::TitleNotDrawn { characters } => write!(
                formatter,
                "no font has {} of this title, so the post's social picture goes without it; install a font that has, or \
                 name a picture of your own with `image`",
                quoted(characters)
            ),
            PictureProblem::BadIcon { cause } => write!(
                formatter,
                "this icon cannot be drawn, so Lectern's own is used: {}; save it anew as a square SVG or PNG of its own",
                visible(cause)
            ),
        }
    }
}
