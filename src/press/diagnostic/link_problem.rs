//! What can be wrong with links, pictures and redirects, and its words.

use std::fmt;

use super::problem::{named, quoted};

/// What can be wrong with an address that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum LinkProblem {
    /// A link to a page of this site that does not exist.
    BrokenLink { target: String, nearest: Option<String> },
    /// A link to a place that the page does not have.
    NoSuchPlace { target: String, nearest: Option<String> },
    /// A link to another site without its scheme.
    NoScheme { target: String },
    /// A picture or another file of this site that does not exist. `place` is where it would be looked for.
    MissingFile { target: String, nearest: Option<String>, place: String },
    /// Many such files of one folder.
    MissingFolder { folder: String, place: String, files: usize, documents: usize },
    /// A file whose name is written with other letters, large for small.
    OtherCase { target: String, file: String },
    /// A link by name to a post that does not exist.
    UnknownPost { target: String, nearest: Option<String> },
    /// A redirect from an address that another page has.
    RedirectTaken { from: String, other: String },
    /// A redirect from an address that Lectern needs.
    RedirectReserved { from: String },
    /// What is no address, in `redirect_from` or `redirect_to`.
    BadRedirect { key: &'static str, value: String },
    /// Redirects that lead to each other.
    RedirectLoop { target: String },
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use LinkProblem as P;
        match self {
            P::BrokenLink { target, nearest: Some(nearest) } => {
                write!(formatter, "there is no page {}; did you mean {}?", quoted(target), named(nearest))
            }
            P::BrokenLink { target, nearest: None } => {
                write!(formatter, "there is no page {}; mend the link or remove it", quoted(target))
            }
            P::NoSuchPlace { target, nearest: Some(nearest) } => write!(
                formatter,
                "the page has no place {}; did you mean {}?",
                quoted(target),
                named(&format!("#{nearest}"))
            ),
            P::NoSuchPlace { target, nearest: None } => write!(
                formatter,
                "the page has no place {}; write the name of one of its headings, or remove what begins with `#`",
                quoted(target)
            ),
            P::NoScheme { target } => {
                write!(
                    formatter,
                    "there is no page {}; did you mean {}?",
                    quoted(target),
                    named(&format!("https://{target}"))
                )
            }
            P::MissingFile { target, nearest: Some(nearest), .. } => {
                write!(formatter, "there is no file {}; did you mean {}?", quoted(target), named(nearest))
            }
            P::MissingFile { target, nearest: None, place } => {
                write!(formatter, "there is no file {}; put it at {}", quoted(target), named(place))
            }
            P::MissingFolder { folder, place, files, documents } => write!(
                formatter,
                "{files} {} below {}, which {documents} {} to, {} not here; copy that folder of the old site to {}, or \
                 run `lectern import` on the whole of it",
                plural(*files, "file", "files"),
                named(folder),
                plural(*documents, "text refers", "texts refer"),
                plural(*files, "is", "are"),
                named(place)
            ),
            P::OtherCase { target, file } => write!(
                formatter,
                "the file {} is named {}; write it so, for most hosts tell large letters from small ones",
                quoted(target),
                named(file)
            ),
            P::UnknownPost { target, nearest: Some(nearest) } => write!(
                formatter,
                "no post is called {}, so it is shown as it is written; did you mean {}?",
                quoted(&format!("[[{target}]]")),
                named(&format!("[[{nearest}]]"))
            ),
            P::UnknownPost { target, nearest: None } => write!(
                formatter,
                "no post is called {}, so it is shown as it is written; write a title or the name of a file, or a \
                 backslash before the brackets if no link is meant",
                quoted(&format!("[[{target}]]"))
            ),
            P::RedirectTaken { from, other } => write!(
                formatter,
                "no redirect from {}, for {} has this address; remove it from `redirect_from`",
                named(from),
                named(other)
            ),
            P::RedirectReserved { from } => write!(
                formatter,
                "no redirect from {}, for this address belongs to a page that Lectern makes; remove it from \
                 `redirect_from`",
                named(from)
            ),
            P::BadRedirect { key, value } => write!(
                formatter,
                "{} in `{key}` is no address; write a path such as `/notes/rivers/`{}",
                quoted(value),
                if *key == "redirect_to" { ", or a whole URL" } else { "" }
            ),
            P::RedirectLoop { target } => {
                write!(
                    formatter,
                    "the redirect to {} leads back here, and is ignored; mend `redirect_to`",
                    quoted(target)
                )
            }
        }
    }
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}
