//! Addresses that a text names, resolved to what they mean on this site.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::addresses::{Addresses, Found, Place, Wanted};
use super::diagnostic::{Diagnostic, LinkProblem, Position, Problem};
use super::post::Post;
use super::post::title::decode_entities;
use crate::base::encode_path;
use crate::bundle::Links;
use crate::markdown::{Purpose, Target, targets};
use crate::permalink::Permalink;

mod anchors;
mod gather;
mod relative;

pub use anchors::{Anchor, check as check_anchors, ids_of};
pub use gather::gather;
use relative::{beside_page, beside_source, is_host_like, is_page_like};

/// What became of the addresses of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Targets that mean another address than they say: as written, each with its place on the site, encoded.
    pub links: Links,
    /// Pictures that are not there, in order.
    pub missing_pictures: Vec<Picture>,
    /// Targets of pictures and other media as written, each with its place on the site, decoded.
    pub shown: BTreeMap<String, String>,
    /// The addresses on the site that links lead to, decoded.
    pub linked: BTreeSet<String>,
    /// The places on pages of the site that links name, in order.
    pub anchors: Vec<Anchor>,
    /// What is wrong, each address once.
    pub diagnostics: Vec<Diagnostic>,
}

/// A picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// As written.
    pub address: String,
    /// Plain text for who cannot see it. May be empty.
    pub alt: String,
    /// Whether it is what makes raw HTML of the lines around it.
    pub begins_block: bool,
}

/// What an address of a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing of this site, or nothing that it is known to have.
    Elsewhere,
    /// The path of the site that it says, decoded.
    AsWritten(String),
    /// This path of the site, decoded.
    At(String),
    /// The same, but the file has other large letters.
    OtherCase(String),
    /// Nothing.
    Missing(LinkProblem),
}

/// Resolves the addresses of a document. `path` is its file, relative to the source folder.
pub fn resolve(post: &Post, path: &str, addresses: &Addresses) -> Resolved {
    let mut links = BTreeMap::new();
    let mut resolved = Resolved::default();
    let mut known: HashMap<(String, bool), Meaning> = HashMap::new();
    let mut lines = Lines::of(post);
    for Target { address, purpose, range } in targets(&post.text, post.markup) {
        let target = address.split(['#', '?']).next().unwrap_or_default();
        let place = Some(&address).filter(|_| purpose == Purpose::Link).and_then(|address| anchors::place(address));
        let anchor = |page: &str, lines: &mut Lines<'_>| {
            place.clone().map(|place| Anchor {
                page: page.to_owned(),
                place,
                written: address.clone(),
                source: post.source.clone(),
                position: lines.position(range.start),
            })
        };
        if target.is_empty() {
            resolved.anchors.extend(anchor(post.permalink.as_str(), &mut lines));
            continue;
        }
        let wanted = if purpose == Purpose::Link { Wanted::Page } else { Wanted::File };
        let key = (target.to_owned(), wanted == Wanted::Page);
        let is_new = !known.contains_key(&key);
        let meaning = known.entry(key).or_insert_with(|| meaning(&post.permalink, path, target, wanted, addresses));
        if is_new {
            let problem = match &*meaning {
                Meaning::Missing(problem) => Some(problem.clone()),
                Meaning::OtherCase(file) => {
                    Some(LinkProblem::OtherCase { target: target.to_owned(), file: file.clone() })
                }
                Meaning::Elsewhere | Meaning::AsWritten(_) | Meaning::At(_) => None,
            };
            let diagnostic = problem
                .map(|problem| Diagnostic::new(&post.source, lines.position(range.start), Problem::Link(problem)));
            resolved.diagnostics.extend(diagnostic);
        }
        if let Meaning::AsWritten(page) | Meaning::At(page) | Meaning::OtherCase(page) = &*meaning {
            resolved.anchors.extend(anchor(page, &mut lines));
            match &purpose {
                Purpose::Link if resolved.linked.contains(page) => {}
                Purpose::Link => drop(resolved.linked.insert(page.clone())),
                Purpose::Picture { .. } => {
                    resolved.shown.entry(target.to_owned()).or_insert_with(|| page.clone());
                }
                Purpose::Medium => {}
            }
        }
        match (meaning, purpose) {
            (Meaning::At(place) | Meaning::OtherCase(place), _) => {
                links.entry(target.to_owned()).or_insert_with(|| encode_path(place));
            }
            (Meaning::Missing(_), Purpose::Picture { alt, begins_block }) => {
                resolved.missing_pictures.push(Picture { range, address, alt: decode_entities(&alt), begins_block });
            }
            _ => {}
        }
    }
    resolved.links = links.into_iter().collect();
    resolved
}

/// What an address means in the document that is a page; query and fragment are cut off.
pub fn meaning(page: &Permalink, path: &str, target: &str, wanted: Wanted, addresses: &Addresses) -> Meaning {
    let decoded = decode_entities(target);
    let find = |path: &String| addresses.find(path, wanted);
    match addresses.place(&decoded) {
        Place::Elsewhere => Meaning::Elsewhere,
        Place::Whole(paths) => paths.iter().find_map(find).map_or(Meaning::Elsewhere, Meaning::of),
        Place::Root(paths) => {
            let written = paths.first().cloned().unwrap_or_default();
            match paths.iter().find_map(find) {
                Some(found) => Meaning::of(found).unless(&written),
                None => Meaning::Missing(missing(target, &written, None, wanted, addresses)),
            }
        }
        Place::Relative(relative) => {
            let source = beside_source(path, &relative);
            if let Some(place) = source.as_deref().and_then(|source| addresses.of_source(source)) {
                return Meaning::At(place.to_owned());
            }
            let on_page = beside_page(page, &relative);
            let from_root = format!("/{}", relative.trim_start_matches("./"));
            if let Some(found) = find(&on_page) {
                return Meaning::of(found).unless(&on_page);
            }
            if let Some(found) = find(&from_root) {
                return Meaning::of(found);
            }
            if wanted == Wanted::Page && is_host_like(&relative) {
                return Meaning::Missing(LinkProblem::NoScheme { target: target.to_owned() });
            }
            Meaning::Missing(missing(target, &on_page, source, wanted, addresses))
        }
    }
}

fn missing(target: &str, path: &str, source: Option<String>, wanted: Wanted, addresses: &Addresses) -> LinkProblem {
    let target = target.to_owned();
    if wanted == Wanted::Page && is_page_like(path) {
        return LinkProblem::BrokenLink { target, nearest: addresses.nearest(path, Wanted::Page) };
    }
    let place = addresses.source_place(source.as_deref().unwrap_or(path));
    LinkProblem::MissingFile { target, nearest: addresses.nearest(path, Wanted::File), place }
}

impl Meaning {
    fn of(found: Found) -> Meaning {
        if found.is_other_case { Meaning::OtherCase(found.path) } else { Meaning::At(found.path) }
    }

    /// Nothing need be said of an address that means what the browser would take it for.
    fn unless(self, written: &str) -> Meaning {
        match self {
            Meaning::At(path) if path == written => Meaning::AsWritten(path),
            other => other,
        }
    }
}

/// Positions in a document's file, for offsets in order: no part of a long line is counted twice.
pub(in crate::press) struct Lines<'a> {
    post: &'a Post,
    offset: usize,
    position: Position,
}

impl<'a> Lines<'a> {
    pub(in crate::press) fn of(post: &'a Post) -> Lines<'a> {
        Lines { post, offset: 0, position: Position::START }
    }

    pub(in crate::press) fn position(&mut self, offset: usize) -> Position {
        let text = self.post.text.as_str();
        self.position = match text.get(self.offset..offset) {
            Some(between) => {
                let Position { line, column } = Position::of(between, between.len());
                let before = if line == 1 { self.position.column - 1 } else { 0 };
                Position { line: line.saturating_add(self.position.line - 1), column: column.saturating_add(before) }
            }
            None => Position::of(text, offset),
        };
        self.offset = offset;
        Position { line: self.post.file_line(self.position.line), ..self.position }
    }
}
