//! What can be wrong with Markdown, and its words.

use std::fmt;

use super::effect::{Class, Effect};
use super::problem::{quoted, visible};
use crate::press::kramdown::document::Warning;

/// What can be wrong with the Markdown of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkdownProblem {
    /// What follows looks otherwise than in Jekyll, whatever was tried.
    LooksDifferent,
    /// Something that kramdown has a rule for is not as the rule wants it.
    Kramdown(Warning),
    /// A formula that is shown as TeX.
    Formula {
        /// As it is written.
        tex: String,
        /// What is wrong with it.
        error: String,
    },
    /// A footnote that no mark leads to.
    FootnoteUnused(String),
    /// A footnote of a name that another one has.
    FootnoteTwice(String),
}

impl MarkdownProblem {
    /// Which kind of problem it is.
    pub fn class(&self) -> Class {
        use Effect::{Broken, Different, Note};
        match self {
            MarkdownProblem::LooksDifferent => Class::new(Different, "passages that look different"),
            MarkdownProblem::Formula { .. } => Class::new(Broken, "formulas that are not understood"),
            MarkdownProblem::FootnoteUnused(_) => Class::new(Note, "footnotes that nothing leads to"),
            MarkdownProblem::FootnoteTwice(_) => Class::new(Note, "footnotes of one name"),
            MarkdownProblem::Kramdown(warning) => match warning {
                Warning::UnknownExtension(_) => Class::new(Note, "extensions of kramdown that there are not"),
                Warning::ExtensionNotClosed(_) => Class::new(Note, "extensions of kramdown without an end"),
                Warning::EndTagWithoutStart(_) => Class::new(Note, "HTML end tags without a start"),
                Warning::TagNotClosed(_) => Class::new(Note, "HTML tags without an end"),
                Warning::UnknownReference(_) => Class::new(Note, "brackets that name no link"),
                Warning::UnknownFootnote(_) => Class::new(Note, "footnotes without a text"),
            },
        }
    }
}

impl fmt::Display for MarkdownProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MarkdownProblem::LooksDifferent => formatter.write_str(
                "this passage looks different from what Jekyll makes of it; look at it, and write it simpler",
            ),
            MarkdownProblem::Formula { tex, error } => write!(
                formatter,
                "the formula {} is shown as it is written: {}; mend it, or say it in other words",
                quoted(tex),
                visible(error)
            ),
            MarkdownProblem::FootnoteUnused(name) => write!(
                formatter,
                "no mark leads to the footnote {}, so it is not shown; write {} where it belongs, or remove it",
                quoted(name),
                quoted(&format!("[^{name}]"))
            ),
            MarkdownProblem::FootnoteTwice(name) => write!(
                formatter,
                "there is another footnote {} above, which is the one that is shown; give this one another name",
                quoted(name)
            ),
            MarkdownProblem::Kramdown(warning) => match warning {
                Warning::UnknownExtension(name) => {
                    write!(formatter, "kramdown has no extension {}; it is left out, so remove it", quoted(name))
                }
                Warning::ExtensionNotClosed(name) => {
                    write!(formatter, "{} has no end; write `{{:/}}` behind it", quoted(&format!("{{::{name}}}")))
                }
                Warning::EndTagWithoutStart(name) => {
                    write!(formatter, "{} ends nothing; remove it", quoted(&format!("</{name}>")))
                }
                Warning::TagNotClosed(name) => {
                    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
                    write!(formatter, "{} has no end; write {} where it ends", quoted(&start), quoted(&end))
                }
                Warning::UnknownReference(name) => write!(
                    formatter,
                    "no link is defined for {}, so it is shown as it is written; add a line {} if a link is meant",
                    quoted(&format!("[{name}]")),
                    quoted(&format!("[{name}]: https://…"))
                ),
                Warning::UnknownFootnote(name) => write!(
                    formatter,
                    "there is no footnote {}, so it is shown as it is written; add a line {}",
                    quoted(&format!("[^{name}]")),
                    quoted(&format!("[^{name}]: …"))
                ),
            },
        }
    }
}
