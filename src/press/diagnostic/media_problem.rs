//! What texts show or play from elsewhere, and why it is not shown.

use std::fmt;

use super::effect::{Class, Effect};
use super::problem::{named, quoted};

/// What is not shown as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum MediaProblem {
    /// A frame of another page.
    FrameAsLink { address: String },
    /// A picture, film or sound of a site that the settings do not name. `known` are those that they do.
    Outside { kind: OutsideKind, origin: String, known: Vec<String>, times: u32, texts: u32 },
}

/// What another site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutsideKind {
    /// A picture.
    Picture,
    /// A film.
    Video,
    /// Something to hear.
    Sound,
}

impl OutsideKind {
    /// Its name for readers, as in `Picture on i.imgur.com`.
    pub fn name(self) -> &'static str {
        match self {
            OutsideKind::Picture => "Picture",
            OutsideKind::Video => "Video",
            OutsideKind::Sound => "Sound",
        }
    }

    fn counted(self, times: u32) -> String {
        let (one, many) = match self {
            OutsideKind::Picture => ("picture", "pictures"),
            OutsideKind::Video => ("video", "videos"),
            OutsideKind::Sound => ("sound", "sounds"),
        };
        format!("{times} {}", if times == 1 { one } else { many })
    }
}

impl MediaProblem {
    /// Which kind of problem it is.
    pub fn class(&self) -> Class {
        match self {
            MediaProblem::FrameAsLink { .. } => Class::new(Effect::Different, "frames that are shown as links"),
            MediaProblem::Outside { .. } => Class::new(Effect::Different, "sites whose pictures are shown as links"),
        }
    }
}

impl fmt::Display for MediaProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MediaProblem::FrameAsLink { address } => write!(
                formatter,
                "this frame is shown as a link to {}, for a page in a page may follow its readers; write a link, or show \
                 a picture of it",
                quoted(address)
            ),
            MediaProblem::Outside { kind, origin, known, times, texts } => {
                let sources: Vec<String> = known.iter().chain([origin]).map(|source| format!("\"{source}\"")).collect();
                write!(
                    formatter,
                    "{}{} of {} {} shown as {}, for the other site would learn who reads what; to show {} all the same, \
                     write {} into `lectern.toml`",
                    kind.counted(*times),
                    if *texts == 1 { String::new() } else { format!(" in {texts} texts") },
                    named(origin),
                    if *times == 1 { "is" } else { "are" },
                    if *times == 1 { "a link" } else { "links" },
                    if *times == 1 { "it" } else { "them" },
                    named(&format!("media_from = [{}]", sources.join(", ")))
                )
            }
        }
    }
}
