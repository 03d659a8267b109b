//! What can be wrong with the settings that Jekyll blogs bring along.

use std::fmt;

use super::problem::{named, quoted};

/// A problem of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum ConfigurationProblem {
    /// A value other than the few that a key can have.
    NotAChoice { key: String, value: String, choices: &'static str },
    /// A setting of `_config.yml` that changes what readers see, and that Lectern does not follow. It is worth a note,
    /// for the posts themselves are right.
    NotFollowed { key: String, effect: &'static str },
    /// A value of `[theme]` that is no value of a style, or more than one.
    NotAStyle { key: String, value: String },
    /// A table of comments without a key that it needs.
    CommentsIncomplete { key: &'static str },
    /// A service in `embeds` that is not known.
    UnknownService { value: String, nearest: Option<&'static str> },
    /// `CNAME` holds anything but one domain.
    NotADomain { value: String },
    /// `CNAME` names another host than the settings.
    OtherDomain { domain: String, url: String },
}

impl fmt::Display for ConfigurationProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConfigurationProblem::NotAChoice { key, value, choices } => {
                write!(formatter, "{} is no value of {}; write {choices}", quoted(value), quoted(key))
            }
            ConfigurationProblem::NotFollowed { key, effect } => {
                write!(formatter, "{} is not followed; {effect}", quoted(key))
            }
            ConfigurationProblem::NotAStyle { key, value } => write!(
                formatter,
                "{} is no value of {}; write one value of CSS, of 200 bytes at the most and without `;`, `{{`, `}}` or `url(`",
                quoted(value),
                quoted(key)
            ),
            ConfigurationProblem::CommentsIncomplete { key } => write!(
                formatter,
                "`comments` has no `{key}`, so posts have no comments; https://giscus.app shows all four values for your \
                 repository"
            ),
            ConfigurationProblem::UnknownService { value, nearest: Some(nearest) } => {
                write!(formatter, "there is no service {}; did you mean `{nearest}`?", quoted(value))
            }
            ConfigurationProblem::UnknownService { value, nearest: None } => {
                write!(formatter, "there is no service {}; see the reference for all of them", quoted(value))
            }
            ConfigurationProblem::NotADomain { value } => write!(
                formatter,
                "{} is no domain; write one such as `blog.example.org` and nothing else",
                quoted(value)
            ),
            ConfigurationProblem::OtherDomain { domain, url } => {
                let is = if url.is_empty() { "not set".to_owned() } else { named(url) };
                let wanted = named(&format!("url = \"https://{domain}\""));
                write!(formatter, "the domain is {}, but `url` is {is}; write {wanted} in lectern.toml", named(domain))
            }
        }
    }
}
