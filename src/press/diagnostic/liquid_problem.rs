//! What can be wrong with a post's Liquid, and its words.

use std::fmt;

use super::problem::{named, quoted};
use super::{Class, Effect};

/// What Liquid in a post does not give as its author may expect.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum LiquidProblem {
    /// A tag that neither Jekyll nor Lectern knows.
    UnknownTag { tag: String },
    /// The same with an end: what is between is shown.
    UnknownBlock { tag: String },
    /// A filter that nobody knows.
    UnknownFilter { filter: String },
    /// A filter that Ruby refuses to apply.
    FilterRefused { filter: String, reason: &'static str },
    /// A tag of a video or a tweet without anything to link to.
    NothingToLink { tag: String },
    /// A file that is not in `_includes`.
    MissingInclude { file: String },
    /// A post that there is not.
    PostNotFound { name: String },
    /// A file that there is not.
    LinkNotFound { path: String },
    /// `{{` or `{%` without an end.
    NotEnded,
    /// `{% if … %}` without `{% endif %}`.
    NeverClosed { tag: String },
    /// `{% endif %}` or `{% else %}` without `{% if … %}`.
    Stray { tag: String },
    /// A tag whose inside cannot be read.
    BrokenTag { tag: String },
    /// A comparison that Ruby refuses.
    BadComparison,
    /// An output outside the grammar, of which only a part counts.
    Mended { source: String },
    /// Liquid in code of which Jekyll would show nothing.
    KeptInCode { source: String },
    /// Blocks or includes in one another without end.
    TooDeep,
    /// More text, rounds or work than a page can need.
    TooMuch,
    /// Something in a file that the post includes.
    InInclude { file: String, line: u32, problem: Box<LiquidProblem> },
    /// Nothing worth a word: it is reported elsewhere.
    Silent,
}

impl LiquidProblem {
    /// What readers notice of it, and with which others it belongs together.
    pub fn class(&self) -> Class {
        use Effect::{Broken, Different, Note};
        use LiquidProblem as P;
        match self {
            P::UnknownTag { .. } | P::NothingToLink { .. } => Class::new(Different, "Liquid tags of plugins"),
            P::UnknownBlock { .. } => Class::new(Different, "Liquid tags of plugins around a text"),
            P::UnknownFilter { .. } | P::FilterRefused { .. } => {
                Class::new(Different, "Liquid filters that are not applied")
            }
            P::MissingInclude { .. } => Class::new(Broken, "includes of files that do not exist"),
            P::PostNotFound { .. } | P::LinkNotFound { .. } => {
                Class::new(Broken, "links in Liquid to what does not exist")
            }
            P::NotEnded | P::NeverClosed { .. } | P::Stray { .. } | P::BrokenTag { .. } => {
                Class::new(Different, "Liquid tags that Jekyll refuses")
            }
            P::BadComparison | P::Mended { .. } => Class::new(Note, "Liquid that is not quite right"),
            P::KeptInCode { .. } => Class::new(Note, "Liquid in code that is kept, though Jekyll shows nothing for it"),
            P::TooDeep | P::TooMuch => Class::new(Broken, "Liquid beyond all limits"),
            P::InInclude { problem, .. } => problem.class(),
            P::Silent => Class::new(Note, "Liquid that is passed over"),
        }
    }
}

impl fmt::Display for LiquidProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use LiquidProblem as P;
        match self {
            P::UnknownTag { tag } => write!(
                formatter,
                "there is no Liquid tag {}, and nothing is shown for it; write Markdown instead",
                quoted(tag)
            ),
            P::UnknownBlock { tag } => write!(
                formatter,
                "there is no Liquid tag {}, so what it encloses is shown as it is; write Markdown instead",
                quoted(tag)
            ),
            P::UnknownFilter { filter } => {
                write!(formatter, "there is no Liquid filter {}, and it changes nothing; remove it", quoted(filter))
            }
            P::FilterRefused { filter, reason } => {
                write!(formatter, "the Liquid filter {} fails, and nothing is shown: {reason}", quoted(filter))
            }
            P::NothingToLink { tag } => write!(
                formatter,
                "the Liquid tag {} names neither an address nor an id, and nothing is shown for it; write a link",
                quoted(tag)
            ),
            P::MissingInclude { file } => write!(
                formatter,
                "there is no file {} to include, and nothing is shown for it; put it into `_includes` or remove the tag",
                named(file)
            ),
            P::PostNotFound { name } => write!(
                formatter,
                "no post is named {}; write the name of its file without extension, such as `2024-09-15-rivers`",
                quoted(name)
            ),
            P::LinkNotFound { path } => write!(
                formatter,
                "there is no file {}; write its path from the site's folder, such as `_posts/2024-09-15-rivers.md`",
                quoted(path)
            ),
            P::NotEnded => formatter.write_str(
                "`{{` or `{%` has no end here and is shown as it is; write `{% raw %}` before it and `{% endraw %}` \
                 behind it",
            ),
            P::NeverClosed { tag } => write!(
                formatter,
                "the Liquid tag {} is never closed and counts for nothing; write `{{% end{} %}}` behind its text",
                quoted(tag),
                super::problem::visible(tag)
            ),
            P::Stray { tag } => {
                write!(formatter, "the Liquid tag {} stands alone and counts for nothing; remove it", quoted(tag))
            }
            P::BrokenTag { tag } => {
                write!(formatter, "the Liquid tag {} cannot be read and counts for nothing; mend it", quoted(tag))
            }
            P::BadComparison => formatter.write_str(
                "two values are compared that cannot be, and the answer is no; compare numbers with numbers and \
                 text with text",
            ),
            P::Mended { source } => write!(
                formatter,
                "{} is no proper Liquid, and a part of it is ignored, as in Jekyll; mend it",
                quoted(source)
            ),
            P::KeptInCode { source } => write!(
                formatter,
                "{} is kept, though Jekyll shows nothing for it in this code; write `{{% raw %}}` before the code \
                 and `{{% endraw %}}` behind it",
                quoted(source)
            ),
            P::TooDeep => formatter.write_str(
                "Liquid blocks or includes are too deep in one another, and nothing is shown for them; look for a file \
                 that includes itself",
            ),
            P::TooMuch => formatter.write_str(
                "this Liquid makes more than a page can hold, and nothing is shown for it; give the loop a `limit`",
            ),
            P::InInclude { file, line, problem } => write!(formatter, "in {}, line {line}: {problem}", named(file)),
            P::Silent => Ok(()),
        }
    }
}
