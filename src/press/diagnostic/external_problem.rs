//! What can be wrong with links to other sites, and its words.

use std::fmt;

use super::effect::{Class, Effect};
use super::problem::{named, quoted, visible};

/// What was found when another site was asked for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum ExternalProblem {
    /// Readers who follow the link do not get there.
    Broken { address: String, fault: Fault },
    /// The page is at another address for good.
    Moved { address: String, to: String },
    /// The page is there, but has no such place, at least not before its scripts run.
    NoSuchPlace { address: String, nearest: Option<String> },
    /// The other site does not tell programs.
    Untold { address: String, status: u16 },
}

/// Why readers do not get there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are what the messages below put in")]
pub enum Fault {
    /// Not an address that can be asked.
    NoAddress,
    /// No such host.
    NoHost { host: String },
    /// The host takes no connection.
    NoConnection { host: String },
    /// No answer in time.
    Silent { seconds: u64 },
    /// The connection ends before the answer does.
    Dropped,
    /// Something that is not HTTP.
    NotHttp,
    /// The connection cannot be made a safe one.
    Unsafe { cause: String },
    /// There is no such page.
    Status { status: u16 },
    /// The page sends readers back to where they were.
    RedirectLoop,
    /// More redirects than browsers follow.
    TooManyRedirects { most: usize },
    /// A redirect that does not say where to.
    RedirectToNowhere,
}

impl ExternalProblem {
    /// Whether it is certain enough to stop whoever must not publish it.
    pub fn is_certain(&self) -> bool {
        matches!(self, ExternalProblem::Broken { .. })
    }

    pub(super) fn class(&self) -> Class {
        match self {
            ExternalProblem::Broken { .. } => Class::new(Effect::Broken, "links to other sites that lead nowhere"),
            ExternalProblem::NoSuchPlace { .. } => Class::new(Effect::Note, "links to places that pages do not have"),
            ExternalProblem::Moved { .. } => Class::new(Effect::Note, "links to pages that have moved"),
            ExternalProblem::Untold { .. } => Class::new(Effect::Note, "links to sites that do not tell programs"),
        }
    }
}

impl fmt::Display for ExternalProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ExternalProblem::Broken { address, fault } => write!(formatter, "{}: {fault}", named(address)),
            ExternalProblem::Moved { address, to } => {
                write!(formatter, "{} has moved for good; write {}", named(address), named(to))
            }
            ExternalProblem::NoSuchPlace { address, nearest: Some(nearest) } => write!(
                formatter,
                "{}: the page is there, but not the place on it; did you mean {}?",
                named(address),
                named(&format!("#{nearest}"))
            ),
            ExternalProblem::NoSuchPlace { address, nearest: None } => write!(
                formatter,
                "{}: the page is there, but not the place on it; look whether the link without it says enough",
                named(address)
            ),
            ExternalProblem::Untold { address, status } => write!(
                formatter,
                "{}: the site answers programs with {status}, so try the link in a browser; `unchecked_links` in \
                 lectern.toml leaves it out",
                named(address)
            ),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoAddress => formatter.write_str("no program can ask for this address; look for a slip in it"),
            Fault::NoHost { host } => {
                write!(formatter, "there is no host {}; look for a slip in its name, or remove the link", quoted(host))
            }
            Fault::NoConnection { host } => {
                write!(formatter, "{} takes no connection; try again later, or remove the link", quoted(host))
            }
            Fault::Silent { seconds } => {
                write!(formatter, "no answer within {seconds} seconds; try again later, or remove the link")
            }
            Fault::Dropped => {
                formatter.write_str("the connection ends before the answer does; try again later, or remove the link")
            }
            Fault::NotHttp => formatter.write_str("the answer is not HTTP; look for a slip in the host or its port"),
            Fault::Unsafe { cause } => write!(
                formatter,
                "the connection is not safe ({}), and browsers warn of it; tell the site's owner, or remove the link",
                visible(cause)
            ),
            Fault::Status { status: 404 } => formatter
                .write_str("there is no such page (404); look where it is now, or link to a copy in an archive"),
            Fault::Status { status: 410 } => {
                formatter.write_str("the page is gone for good (410); link to a copy in an archive, or remove the link")
            }
            Fault::Status { status } if 500 <= *status => {
                write!(
                    formatter,
                    "the site fails ({status}), each time it is asked; try again later, or remove the link"
                )
            }
            Fault::Status { status } => {
                write!(formatter, "the site refuses the address ({status}); look for a slip in it, or remove the link")
            }
            Fault::RedirectLoop => formatter.write_str("its redirects lead in a circle; look where the page is now"),
            Fault::TooManyRedirects { most } => {
                write!(formatter, "more than {most} redirects, which no browser follows; look where the page is now")
            }
            Fault::RedirectToNowhere => {
                formatter.write_str("a redirect that does not say where to; look where the page is now")
            }
        }
    }
}
