//! What of an author's HTML no reader gets: taken out of the text, and told.
//!
//! The article is cleaned once more when it is whole ([`super::sanitize`]), and that is what keeps readers safe. This
//! pass is for authors, who are to know what is gone and why, and for the words around: to a browser, all that follows
//! `<script>` or an open comment would be part of it.

use std::collections::BTreeSet;

use super::diagnostic::{Diagnostic, HtmlProblem, Position, Problem};
use super::edits::{self, Edit};
use super::post::Post;
use super::post::title::decode_entities;
use super::tag_text::TagText;
use crate::base::Base;
use crate::markdown::allowed::{self, Fate};
use crate::markdown::attribute::{Surroundings, allowed_value};
use crate::markdown::{Purpose, RawKind, RawTag, is_safe_link, is_safe_medium, raw_tags, targets};

/// Elements that browsers open again in every block that follows, until they are closed (the standard's list of active
/// formatting elements).
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// More elements in one another than any author means. A tree takes the square of its depth to build.
const DEEPEST: usize = 200;

/// Takes what may not be in an article out of a post's text. Each kind of thing is told once.
pub fn clean(post: &mut Post) -> Vec<Diagnostic> {
    let mut cleaner = Cleaner::default();
    cleaner.addresses(post);
    let tags = raw_tags(&post.text, post.markup);
    let mut behind = 0;
    let mut depth = 0_usize;
    for (position, tag) in tags.iter().enumerate() {
        if tag.range.start < behind {
            continue;
        }
        match &tag.kind {
            RawKind::Start(name, _) if !allowed::is_void(name) => depth += 1,
            RawKind::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        behind = if DEEPEST < depth {
            depth -= 1;
            cleaner.too_deep(tag)
        } else {
            cleaner.tag(tag, &tags[position + 1..])
        };
    }
    cleaner.close_in_lines(&post.text, &tags);
    let diagnostics = cleaner.found.iter().map(|(offset, problem)| {
        let Position { line, column } = Position::of(&post.text, *offset);
        Diagnostic::new(&post.source, Position { line: post.file_line(line), column }, Problem::Html(problem.clone()))
    });
    let diagnostics = diagnostics.collect();
    edits::apply(post, cleaner.edits);
    diagnostics
}

#[derive(Default)]
struct Cleaner {
    edits: Vec<Edit>,
    /// Where each problem is met first.
    found: Vec<(usize, HtmlProblem)>,
    known: BTreeSet<String>,
}

impl Cleaner {
    /// Links and pictures, Markdown's too, that could run something.
    fn addresses(&mut self, post: &Post) {
        for target in targets(&post.text, post.markup) {
            let address = decode_entities(&target.address);
            let is_safe =
                if target.purpose == Purpose::Link { is_safe_link(&address) } else { is_safe_medium(&address) };
            if !is_safe {
                self.tell(target.range.start, HtmlProblem::Address { address });
            }
        }
    }

    fn too_deep(&mut self, tag: &RawTag) -> usize {
        self.tell(tag.range.start, HtmlProblem::TooDeep { limit: DEEPEST });
        self.remove(tag.range.start, tag.range.end)
    }

    /// Returns where the text goes on.
    fn tag(&mut self, tag: &RawTag, rest: &[RawTag]) -> usize {
        match &tag.kind {
            RawKind::OpenComment => {
                self.tell(tag.range.start, HtmlProblem::OpenComment);
                self.remove(tag.range.start, tag.block_end)
            }
            RawKind::Start(name, attributes) => match allowed::fate(name) {
                Fate::DropInside => {
                    self.tell(tag.range.start, HtmlProblem::Element { name: name.clone() });
                    let inside = rest.iter().take_while(|next| next.range.start < tag.block_end);
                    let end = inside.into_iter().find(|next| next.kind == RawKind::End(name.clone()));
                    self.remove(tag.range.start, end.map_or(tag.block_end, |end| end.range.end))
                }
                Fate::DropTag => {
                    self.tell(tag.range.start, HtmlProblem::Element { name: name.clone() });
                    self.remove(tag.range.start, tag.range.end)
                }
                Fate::Keep(_) => {
                    for (key, value) in attributes {
                        self.attribute(tag.range.start, name, key, value);
                    }
                    self.handlers(tag, name, attributes)
                }
                Fate::LinkToSource | Fate::ShowAsText => self.handlers(tag, name, attributes),
            },
            RawKind::End(name) => match allowed::fate(name) {
                Fate::DropTag | Fate::DropInside => self.remove(tag.range.start, tag.range.end),
                Fate::Keep(_) | Fate::LinkToSource | Fate::ShowAsText => tag.range.end,
            },
        }
    }

    /// Takes handlers out of a start tag: browsers complain of those that the page's policy forbids, even where the app
    /// only looks at them. Returns where the text goes on.
    fn handlers(&mut self, tag: &RawTag, element: &str, attributes: &[(String, String)]) -> usize {
        let others: Vec<_> = attributes.iter().filter(|(key, _)| !key.starts_with("on")).cloned().collect();
        if others.len() < attributes.len() {
            let replacement = TagText::new(element, &others).write();
            self.edits.push(Edit { range: tag.range.clone(), replacement });
        }
        tag.range.end
    }

    fn attribute(&mut self, place: usize, element: &str, name: &str, value: &str) {
        let value = decode_entities(value);
        let around = Surroundings { base: &Base::parse("/"), links: &Vec::new() };
        let is_known = allowed::attribute(element, name).is_some();
        if !is_known {
            self.tell(place, HtmlProblem::Attribute { element: element.to_owned(), name: name.to_owned() });
        } else if name != "class" && !matches!(name, "href" | "src" | "poster") {
            match allowed_value(element, name, &value, around) {
                Some(kept) if name != "style" || declarations(&kept) == declarations(&value) => {}
                _ => self.tell(place, HtmlProblem::Value { name: name.to_owned(), value }),
            }
        }
    }

    /// Ends what formats a part of a line at the end of its block: to a browser, all that follows would look the same, or
    /// be one link.
    fn close_in_lines(&mut self, text: &str, tags: &[RawTag]) {
        let in_lines = tags.iter().filter(|tag| tag.is_in_line);
        let blocks: Vec<&RawTag> = in_lines.collect();
        for block in blocks.chunk_by(|one, other| one.block_end == other.block_end) {
            let mut open: Vec<&str> = Vec::new();
            for tag in block {
                match &tag.kind {
                    RawKind::Start(name, _) if FORMATTING.contains(&name.as_str()) => open.push(name),
                    RawKind::End(name) => {
                        if let Some(position) = open.iter().rposition(|open| open == name) {
                            open.remove(position);
                        }
                    }
                    RawKind::Start(..) | RawKind::OpenComment => {}
                }
            }
            let end = block.first().map_or(0, |tag| tag.block_end);
            let place = text.get(..end).map_or(end, |before| before.trim_end().len());
            if !open.is_empty() {
                let replacement = open.iter().rev().map(|name| format!("</{name}>")).collect();
                self.edits.push(Edit { range: place..place, replacement });
            }
        }
    }

    fn tell(&mut self, place: usize, problem: HtmlProblem) {
        if self.known.insert(problem.to_string()) {
            self.found.push((place, problem));
        }
    }

    fn remove(&mut self, start: usize, end: usize) -> usize {
        self.edits.push(Edit { range: start..end, replacement: String::new() });
        end
    }
}

fn declarations(style: &str) -> usize {
    style.split(';').filter(|declaration| !declaration.trim().is_empty()).count()
}
