//! What is wrong with an author's HTML, and its words.

use std::fmt;

use super::effect::{Class, Effect};
use super::problem::quoted;

/// What of a text's HTML no reader gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HtmlProblem {
    /// An element that may not be in an article.
    Element {
        /// Lower-case.
        name: String,
    },
    /// An attribute that its element may not have.
    Attribute {
        /// The element, lower-case.
        element: String,
        /// Lower-case.
        name: String,
    },
    /// A value that an attribute may not have.
    Value {
        /// The attribute, lower-case.
        name: String,
        /// As written.
        value: String,
    },
    /// An address that could run a program, or that means nothing to a browser.
    Address {
        /// As written.
        address: String,
    },
    /// A tag within more elements than anybody means.
    TooDeep {
        /// How many there may be.
        limit: usize,
    },
    /// A comment that goes on to the end of its block.
    OpenComment,
}

impl HtmlProblem {
    /// Which kind of problem it is.
    pub fn class(&self) -> Class {
        use Effect::{Different, Note};
        match self {
            HtmlProblem::Element { .. } => Class::new(Different, "elements of HTML that are left out"),
            HtmlProblem::Address { .. } => {
                Class::new(Different, "addresses that are left out, since they are not safe")
            }
            HtmlProblem::Attribute { .. } => Class::new(Note, "attributes of HTML that are left out"),
            HtmlProblem::Value { .. } => Class::new(Note, "values of attributes that are left out"),
            HtmlProblem::TooDeep { .. } => Class::new(Different, "elements of HTML nested too deep"),
            HtmlProblem::OpenComment => Class::new(Different, "comments without an end"),
        }
    }
}

impl fmt::Display for HtmlProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HtmlProblem::Element { name } => {
                let remedy = match name.as_str() {
                    "script" => "a post may not bring programs; remove it",
                    "style" | "link" => "styles belong to the site; remove it",
                    "svg" => "save the drawing as a file, and show it as a picture",
                    "math" => "write the formula as `$$…$$`",
                    _ => "a post may not have it; remove it",
                };
                write!(formatter, "{} is left out: {remedy}", quoted(&format!("<{name}>")))
            }
            HtmlProblem::Attribute { name, .. } if name.starts_with("on") => {
                write!(formatter, "{} is left out: a post may not bring programs; remove it", quoted(name))
            }
            HtmlProblem::Attribute { element, name } => write!(
                formatter,
                "{} of {} is left out: it does nothing here; remove it",
                quoted(name),
                quoted(&format!("<{element}>"))
            ),
            HtmlProblem::Value { name, value } if name == "style" => write!(
                formatter,
                "only colors and how text is set are kept of the style {}; remove the rest",
                quoted(value)
            ),
            HtmlProblem::Value { name, value } => {
                write!(formatter, "{} is left out: {} may not be used here", quoted(name), quoted(value))
            }
            HtmlProblem::Address { address } => write!(
                formatter,
                "{} is no address to be followed from a post; write one that begins with `https://`",
                quoted(address)
            ),
            HtmlProblem::TooDeep { limit } => {
                write!(formatter, "this tag is left out: it is within more than {limit} others; close some of them")
            }
            HtmlProblem::OpenComment => formatter
                .write_str("this comment has no end, and the rest of its block is left out; write `-->` behind it"),
        }
    }
}
