//! HTML between blocks.

use super::super::document::Warning;
use super::super::html_tag::{self, StartTag};
use super::super::tree::{HtmlContent, Kind};
use super::lines::{after_optional_space, is_blank};
use super::node::{HtmlParent, Node, Tree};
use super::parser::{Outcome, Parser};
use super::raw_html;
use super::source::Source;

pub(super) fn parse(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree) -> Outcome {
    let rest = source.rest();
    let inside = after_optional_space(rest);
    if !inside.starts_with('<') {
        return Outcome::Declined;
    }
    if let Some(end) = comment_end(source, source.position()) {
        let comment = source.slice(source.position(), end).to_owned();
        source.set_position(end);
        skip_line_end(source);
        tree.push_beside(Node::new(Kind::HtmlComment(comment)), source.position());
        return Outcome::Parsed;
    }
    let place = source.position() + rest.len() - inside.len();
    let is_of_block = |tag: &StartTag| !html_tag::is_span_element(&tag.name) && parser.options.is_tag(&tag.name);
    if let Some(tag) = html_tag::start_tag(inside).filter(is_of_block) {
        if parser.is_too_deep() {
            return Outcome::Declined;
        }
        source.set_position(place + tag.length);
        parse_element(parser, source, tree, tag);
        return Outcome::Parsed;
    }
    let Some(tag) = html_tag::end_tag(inside) else { return Outcome::Declined };
    let name = tag.name.to_lowercase();
    if !html_tag::is_span_element(&name) && tree.html.as_ref().is_some_and(|parent| parent.name == name) {
        source.set_position(place + tag.length);
        return Outcome::Ended;
    }
    Outcome::Declined
}

/// Reads the inside and the end tag of an element whose start tag has been read, and adds it to the tree.
pub(super) fn parse_element(parser: &mut Parser, source: &mut Source<'_>, tree: &mut Tree, tag: StartTag) {
    let is_in_raw = tree.html.as_ref().is_some_and(|parent| parent.is_raw);
    let is_closed = tag.is_self_closing || html_tag::is_void(&tag.name);
    let name = tag.name;
    let mut attributes = tag.attributes;
    let wish = attributes.iter().position(|(name, _)| name == "markdown").map(|place| attributes.remove(place).1);
    let content = match wish.as_deref() {
        Some("0") => HtmlContent::Raw,
        Some("1") => html_tag::content_model(&name),
        Some("span") => HtmlContent::Span,
        Some("block") => HtmlContent::Block,
        _ if is_in_raw || !parser.options.parse_block_html => HtmlContent::Raw,
        _ => html_tag::content_model(&name),
    };
    let is_verbatim = name == "script" || name == "style";
    let shown_content =
        if is_closed && !is_verbatim && content == HtmlContent::Raw { HtmlContent::Closed } else { content };

    let mut node = Node::new(Kind::Html { name: name.clone(), is_block: true, content: shown_content });
    node.attributes = attributes;
    let list = tree.waiting.take();
    let start = tree.waiting_start.take().filter(|_| list.is_some()).unwrap_or(tree.start);
    node.list = list;

    if is_verbatim {
        node.children.extend(take_verbatim(parser, source, &name).map(Node::new));
    }
    if content == HtmlContent::Block {
        skip_line_end(source);
    }
    if !is_closed && !is_verbatim {
        node.children = parse_inside(parser, source, &name, content);
        if !is_in_raw {
            skip_line_end(source);
        }
    }
    node.source = start..source.position();
    tree.nodes.push(node);
}

/// The place after a comment that begins at a place.
pub(super) fn comment_end(source: &Source<'_>, place: usize) -> Option<usize> {
    source.from(place).starts_with("<!--").then(|| source.find("-->", place + 4))?.map(|end| end + 3)
}

fn parse_inside(parser: &mut Parser, source: &mut Source<'_>, name: &str, content: HtmlContent) -> Vec<Node> {
    let parent = HtmlParent { name: name.to_owned(), is_raw: content == HtmlContent::Raw };
    let mut inside = Tree { html: Some(parent), ..Tree::default() };
    let is_ended = match content {
        HtmlContent::Block => parser.parse_blocks(source, &mut inside),
        HtmlContent::Span => match take_to_end_tag(source, name) {
            Ok(text) => {
                inside.nodes.extend((!text.is_empty()).then(|| Node::raw_text(text)));
                true
            }
            Err(text) => {
                inside.nodes.extend((!text.is_empty()).then(|| Node::raw_text(text)));
                false
            }
        },
        HtmlContent::Raw | HtmlContent::Closed => parser.deeper(|parser| raw_html::parse(parser, source, &mut inside)),
    };
    if !is_ended {
        parser.warn(Warning::TagNotClosed(name.to_owned()));
    }
    inside.nodes
}

fn take_verbatim(parser: &mut Parser, source: &mut Source<'_>, name: &str) -> Option<Kind> {
    let text = take_to_end_tag(source, name).unwrap_or_else(|rest| {
        parser.warn(Warning::TagNotClosed(name.to_owned()));
        rest
    });
    (!text.is_empty()).then(|| Kind::Raw(text.to_owned()))
}

/// Reads to the end of an end tag: what stands before it, or all of the rest if there is none.
fn take_to_end_tag<'a>(source: &mut Source<'a>, name: &str) -> Result<&'a str, &'a str> {
    let start = source.position();
    let Some(end) = source.find_end_tag(&format!("</{}", name.to_ascii_lowercase()), start) else {
        let rest = source.rest();
        source.advance(rest.len());
        return Err(rest);
    };
    source.set_position(end);
    let length = html_tag::end_tag(source.rest()).map_or(0, |tag| tag.length);
    source.advance(length);
    Ok(source.slice(start, end))
}

/// Reads blanks that end a line, with its line feed.
fn skip_line_end(source: &mut Source<'_>) {
    let rest = source.rest();
    let after = rest.trim_start_matches(is_blank);
    if after.starts_with('\n') {
        source.advance(rest.len() - after.len() + 1);
    }
}
