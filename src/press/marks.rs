//! The pictures of a text and the tags of its raw HTML, in order, for those who put something else there.

use std::ops::Range;

use crate::bundle::Markup;
use crate::markdown::{Purpose, RawKind, RawTag, Target, raw_tags, targets};

/// A picture or a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where the block ends that it stands in: an element of raw HTML reaches no further.
    pub block_end: usize,
    /// Whether it is the first tag of a block of raw HTML, which makes HTML of the lines around it.
    pub begins_block: bool,
    /// Whether it is inside of a link.
    pub is_in_link: bool,
}

/// What stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A picture of Markdown's own.
    Picture {
        /// As written, without escapes.
        address: String,
        /// The words for who cannot see it.
        alt: String,
    },
    /// A start tag of raw HTML: its lower-case name, and its attributes as written, each name once and lower-case.
    Start(String, Vec<(String, String)>),
    /// An end tag.
    End(String),
}

/// Elements whose insides hold no tags.
const PLAIN: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"];

/// Whether a text may have the tag of one of some elements, which costs less than to look for it.
pub fn may_have_tag(text: &str, elements: &[&str]) -> bool {
    text.match_indices('<').any(|(start, _)| {
        let rest = text.as_bytes().get(start + 1..).unwrap_or_default();
        elements.iter().any(|name| {
            rest.get(..name.len()).is_some_and(|name_there| name_there.eq_ignore_ascii_case(name.as_bytes()))
        })
    })
}

/// All of them.
pub fn marks(text: &str, markup: Markup) -> Vec<Mark> {
    let targets = targets(text, markup);
    let is_markdown = |target: &&Target| text.get(target.range.clone()).is_some_and(|source| !source.starts_with('<'));
    let links = targets.iter().filter(|target| target.purpose == Purpose::Link).filter(is_markdown);
    let mut links: Vec<&Range<usize>> = links.map(|target| &target.range).collect();
    links.reverse();
    let pictures = targets.iter().filter(is_markdown).filter_map(picture);
    let mut marks: Vec<Mark> = tags(&raw_tags(text, markup)).chain(pictures).collect();
    marks.sort_by_key(|mark| mark.range.start);
    let mut last_link = 0..0;
    for mark in &mut marks {
        while links.last().is_some_and(|link| link.start <= mark.range.start) {
            last_link = links.pop().cloned().unwrap_or(last_link);
        }
        mark.is_in_link |= last_link.contains(&mark.range.start);
    }
    in_links_of_html(&mut marks);
    marks
}

fn picture(target: &Target) -> Option<Mark> {
    let Target { address, purpose: Purpose::Picture { alt, .. }, range } = target else { return None };
    let kind = MarkKind::Picture { address: address.clone(), alt: alt.clone() };
    Some(Mark { kind, range: range.clone(), block_end: range.end, begins_block: false, is_in_link: false })
}

/// The tags that a browser would see as such.
fn tags(tags: &[RawTag]) -> impl Iterator<Item = Mark> + '_ {
    let mut plain: Option<(&str, usize)> = None;
    let mut last_block = None;
    tags.iter().filter_map(move |tag| {
        let begins_block = !tag.is_in_line && last_block != Some(tag.block_end);
        last_block = Some(tag.block_end);
        plain = plain.filter(|(_, end)| *end == tag.block_end);
        let kind = match &tag.kind {
            RawKind::OpenComment => return None,
            RawKind::End(name) => {
                if plain.is_some_and(|(plain, _)| plain != name) {
                    return None;
                }
                plain = None;
                MarkKind::End(name.clone())
            }
            RawKind::Start(..) if plain.is_some() => return None,
            RawKind::Start(name, attributes) => {
                plain = PLAIN.contains(&name.as_str()).then_some((name.as_str(), tag.block_end));
                MarkKind::Start(name.clone(), attributes.clone())
            }
        };
        Some(Mark { kind, range: tag.range.clone(), block_end: tag.block_end, begins_block, is_in_link: false })
    })
}

/// Notes which marks are between the tags of a link.
fn in_links_of_html(marks: &mut [Mark]) {
    let mut open: Option<usize> = None;
    for mark in marks {
        open = open.filter(|end| mark.range.start < *end);
        match &mark.kind {
            MarkKind::End(name) if name == "a" => open = None,
            kind => {
                mark.is_in_link |= open.is_some();
                if matches!(kind, MarkKind::Start(name, _) if name == "a") {
                    open = Some(mark.block_end);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, markup: Markup) -> Vec<String> {
        let show = |mark: Mark| {
            let flags = [(mark.begins_block, "^"), (mark.is_in_link, "@")];
            let flags: String = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).collect();
            format!("{flags}{}", &text[mark.range])
        };
        marks(text, markup).into_iter().map(show).collect()
    }

    #[test]
    fn every_tag_has_its_place() {
        let text = "<div>\n<iframe src=a></iframe></div>\n\nOne ![*p*](b.png) <i>two</i>\n\n> <video\n>   src=c>\n> </video>\n";
        let marks = shown(text, Markup::Markdown);
        assert_eq!(marks[..4], ["^<div>", "<iframe src=a>", "</iframe>", "</div>"]);
        assert_eq!(marks[4..], ["![*p*](b.png)", "<i>", "</i>", "<video\n>   src=c>", "</video>"]);
    }

    #[test]
    fn links_around_are_known() {
        let text = "[![a](b) <i>](c) ![d](e) <a href=f>![g](h)</a> ![i](j)";
        let marks = shown(text, Markup::Markdown);
        assert_eq!(marks, ["@![a](b)", "@<i>", "![d](e)", "<a href=f>", "@![g](h)", "</a>", "![i](j)"]);
    }

    #[test]
    fn plain_text_holds_no_tags() {
        let text = "<script>\"<img src=a>\"</script><!-- <img> --><iframe><img></iframe><img src=b>";
        assert_eq!(shown(text, Markup::Html), ["^<script>", "</script>", "<iframe>", "</iframe>", "<img src=b>"]);
        assert_eq!(shown("`<img>` \\<img>", Markup::Markdown), [""; 0]);
    }
}
