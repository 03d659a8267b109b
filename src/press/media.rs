//! What texts show and play from elsewhere, made to harm nobody.
//!
//! A frame, or a picture of another site, tells that site who reads what. So, before a text is rendered, frames become
//! links that look like what they lead to ([`services`] knows the usual ones), and pictures, films and sounds of sites
//! that `lectern.toml` does not name become links, too. Players get controls and never begin by themselves.

use super::addresses::{OwnSite, Place};
use super::config::Config;
use super::diagnostic::{Diagnostic, MediaProblem, Position, Problem};
use super::edits::{self, Edit};
use super::line_table::LineTable;
use super::marks::{marks, may_have_tag};
use super::post::Post;
use crate::base::Base;

pub mod address;
mod boxes;
mod elements;
mod frames;
mod gather;
pub mod includes;
pub mod origins;
mod pattern;
mod pictures;
mod players;
pub mod services;
mod widgets;

pub use gather::gather;

use address::Address;
use elements::{Element, Elements};
use origins::Origins;

/// What a site lets in.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Whose pictures, films and sounds are shown.
    pub media: Origins,
    /// The services whose frames readers may open in the page.
    pub embeds: Vec<&'static str>,
    /// The site itself.
    pub own_site: OwnSite,
}

impl Policy {
    /// As its settings say; `url` is another place of the site.
    pub fn of(config: &Config, url: &str) -> Policy {
        Policy { media: config.media_from.clone(), embeds: config.embeds.clone(), own_site: own_site(config, url) }
    }

    /// Media of all sites, as a blog has it that is only looked at.
    pub fn open(config: &Config) -> Policy {
        let embeds = services::names().collect();
        Policy { media: Origins::all(), embeds, own_site: own_site(config, "") }
    }

    /// Where a medium comes from.
    pub fn origin(&self, address: &str) -> Origin {
        let Some(parsed) = Address::parse(address).filter(|_| !self.is_own(address)) else { return Origin::Own };
        match self.media.safest(&parsed) {
            Some(scheme) => Origin::Allowed(format!("{scheme}://{}", parsed.behind_scheme)),
            None => Origin::Other(parsed),
        }
    }

    /// Whether an address is one of this site's.
    fn is_own(&self, address: &str) -> bool {
        self.own_site.place(address.split(['#', '?']).next().unwrap_or_default()) != Place::Elsewhere
    }
}

/// To a browser, everything on a host is of one site.
fn own_site(config: &Config, url: &str) -> OwnSite {
    OwnSite::new([config.url.as_str(), url], [Base::parse("/")])
}

/// Rewrites what a text shows from elsewhere, and says what is not shown as its author wrote it.
pub fn rewrite(post: &mut Post, policy: &Policy) -> Vec<Diagnostic> {
    if !may_have_tag(&post.text, &ELEMENTS) && !may_have_picture_of_others(&post.text) {
        return Vec::new();
    }
    let mut rewriting = Rewriting { text: &post.text, policy, edits: Vec::new(), problems: Vec::new() };
    let marks = marks(&post.text, post.markup);
    let mut elements = Elements::new(&marks);
    while let Some(element) = elements.next() {
        let is_replaced = rewriting.element(&element);
        if is_replaced {
            elements.skip(&element);
        }
    }
    let Rewriting { edits, problems, .. } = rewriting;
    let table = LineTable::new(&post.text);
    let diagnostics = problems.into_iter().map(|(offset, problem)| {
        let line = post.file_line(table.number(offset));
        Diagnostic::new(&post.source, Position { line, column: 1 }, Problem::Media(problem))
    });
    let diagnostics = diagnostics.collect();
    edits::apply(post, edits);
    diagnostics
}

/// So far from its beginning is the address of a picture at the most, in bytes, or it is worth a closer look.
const FARTHEST: usize = 1000;

/// Whether a picture of Markdown's own may be of another site, which costs less than to look for it: most are not.
fn may_have_picture_of_others(text: &str) -> bool {
    text.match_indices("![").any(|(start, _)| {
        let end = text.floor_char_boundary(start.saturating_add(FARTHEST));
        let rest = text.get(start..end).unwrap_or_default();
        let paragraph = rest.split("\n\n").next().unwrap_or(rest);
        let is_elsewhere =
            |address: &str| ["http", "//", "<", " ", "\n"].iter().any(|start| address.starts_with(start));
        let mut addresses = paragraph.split("](").skip(1).peekable();
        // Without an address there it is that of a reference.
        addresses.peek().is_none() || paragraph.contains("][") || addresses.any(is_elsewhere)
    })
}

/// The elements that are looked at.
const ELEMENTS: [&str; 11] =
    ["audio", "blockquote", "embed", "frame", "iframe", "img", "object", "picture", "script", "source", "video"];

struct Rewriting<'a> {
    text: &'a str,
    policy: &'a Policy,
    edits: Vec<Edit>,
    problems: Vec<(usize, MediaProblem)>,
}

/// Where a medium comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This site, or no site at all.
    Own,
    /// A site that the settings name. It is asked by this address.
    Allowed(String),
    /// Another.
    Other(Address),
}

impl Rewriting<'_> {
    /// Rewrites an element if it is to be; whether all of it was.
    fn element(&mut self, element: &Element<'_>) -> bool {
        match element.name() {
            "" => self.markdown_picture(element),
            "img" => self.picture(element),
            "picture" => self.choice(element),
            "source" => self.source(element),
            "iframe" | "frame" | "embed" | "object" => self.frame(element),
            "video" | "audio" => self.player(element),
            "script" => self.script(element),
            "blockquote" => self.widget(element),
            _ => false,
        }
    }

    fn origin(&self, address: &str) -> Origin {
        self.policy.origin(address)
    }
}

#[cfg(test)]
mod tests;
