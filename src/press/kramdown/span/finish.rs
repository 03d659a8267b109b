//! What is left to do when all is read.

use super::super::document::Options;
use super::super::entity;
use super::super::tree::{Element, HtmlContent, Kind};

/// Puts characters in the place of references that have got into text, for instance from an address.
pub(super) fn decode_texts(children: &mut [Element]) {
    for child in children {
        if let Kind::Text(text) = &mut child.kind {
            if text.contains('&') {
                *text = entity::decode(text).into_owned();
            }
        } else if !matches!(child.kind, Kind::Html { content: HtmlContent::Raw, .. }) {
            decode_texts(&mut child.children);
        }
    }
}

/// Makes line breaks of backslashes at line ends, or of line ends (`update_text_type`). Not inside of HTML, as which
/// struck-out text counts.
pub(super) fn place_line_breaks(children: &mut Vec<Element>, options: &Options) {
    let line_end = if options.hard_wrap { "\n" } else { "\\\n" };
    let mut end = None;
    if let Some(Element { kind: Kind::Text(text), .. }) = children.last_mut()
        && text.ends_with(line_end)
    {
        text.truncate(text.len() - line_end.len());
        end = Some("\n");
    }
    break_lines(children, line_end);
    if let Some(end) = end {
        // The end of a block breaks no line.
        super::parser::push_text(children, end);
    }
}

fn break_lines(children: &mut Vec<Element>, line_end: &str) {
    let is_broken = |child: &Element| matches!(&child.kind, Kind::Text(text) if text.contains(line_end));
    for child in children.iter_mut().filter(|child| !matches!(child.kind, Kind::Html { .. } | Kind::Strikethrough)) {
        break_lines(&mut child.children, line_end);
    }
    if !children.iter().any(is_broken) {
        return;
    }
    for child in std::mem::take(children) {
        match &child.kind {
            Kind::Text(text) if text.contains(line_end) => push_lines(text, line_end, children),
            _ => children.push(child),
        }
    }
}

fn push_lines(text: &str, line_end: &str, children: &mut Vec<Element>) {
    for (index, line) in text.split(line_end).enumerate() {
        if index > 0 {
            children.push(Element::new(Kind::LineBreak));
            children.push(Element::new(Kind::Text(format!("\n{line}"))));
        } else if !line.is_empty() {
            children.push(Element::new(Kind::Text(line.to_owned())));
        }
    }
}
