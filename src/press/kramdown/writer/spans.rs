//! Spans as Markdown.

use super::emphasis::{Around, Emphasis, Piece, join};
use super::escape::{Meaning, Place, push_text};
use super::{Writer, code, lines, links};
use crate::press::kramdown::reference::{escape_attribute, is_void};
use crate::press::kramdown::tree::{Attributes, Element, Kind};

impl Writer<'_> {
    /// The inside of a paragraph.
    pub(super) fn paragraph_text(&self, children: &[Element]) -> String {
        lines::paragraph(&self.spans(children, Place::Paragraph, Around::Anything))
    }

    /// The inside of a heading or a cell: one line.
    pub(super) fn line(&self, children: &[Element], place: Place) -> String {
        let text = self.spans(children, place, Around::Anything).replace('\n', " ");
        text.trim_matches([' ', '\t']).to_owned()
    }

    pub(super) fn spans(&self, children: &[Element], place: Place, around: Around) -> String {
        let mut pieces: Vec<Piece> = Vec::with_capacity(children.len());
        for (position, child) in children.iter().enumerate() {
            let is_last = position + 1 == children.len();
            self.span(&mut pieces, child, place, is_last);
        }
        let mut output = String::new();
        join(&mut output, &pieces, around, self.style);
        output
    }

    fn span(&self, pieces: &mut Vec<Piece>, element: &Element, place: Place, is_last: bool) {
        let emphasis = match &element.kind {
            Kind::Emphasis => "em",
            Kind::Strong => "strong",
            Kind::Strikethrough => "del",
            _ => {
                let text = match pieces.last_mut() {
                    Some(Piece::Plain(text)) => text,
                    _ => {
                        pieces.push(Piece::Plain(String::new()));
                        let Some(Piece::Plain(text)) = pieces.last_mut() else { return };
                        text
                    }
                };
                self.plain_span(text, element, place, is_last);
                return;
            }
        };
        pieces.push(Piece::Emphasis(Emphasis {
            element: emphasis,
            start_tag: start_tag(emphasis, &element.attributes),
            inside: self.spans(&element.children, place, Around::Delimiters),
            needs_tag: !element.attributes.is_empty(),
        }));
    }

    fn plain_span(&self, output: &mut String, element: &Element, place: Place, is_last: bool) {
        match &element.kind {
            Kind::Text(text) | Kind::RawText(text) => push_text(output, text, place, Meaning::Text),
            Kind::SmartQuote(char) => output.push(*char),
            Kind::Symbol(text) => output.push_str(text),
            Kind::Entity { char, original } => entity(output, *char, original),
            Kind::LineBreak if is_last || place != Place::Paragraph => output.push_str("<br />"),
            Kind::LineBreak => output.push_str("\\\n"),
            Kind::Link => {
                no_picture(output);
                self.link(output, element, place);
            }
            Kind::Image => picture(output, element, place),
            Kind::CodeSpan(text) => {
                let tag = start_tag("code", &element.attributes);
                // Two runs of backticks side by side would be one.
                let is_plain = element.attributes.is_empty() && !output.ends_with('`');
                output.push_str(&code::span(text, is_plain, &tag, place == Place::Cell));
            }
            Kind::Math { tex, place: at } if self.shows_formulas() => {
                output.push_str(&code::formula(*at, tex, place == Place::Cell));
            }
            Kind::Math { tex, .. } => math(output, tex, place),
            Kind::Abbreviation(word) => {
                output.push_str(&start_tag("abbr", &element.attributes));
                push_text(output, word, place, Meaning::Text);
                output.push_str("</abbr>");
            }
            Kind::FootnoteMark(name) => {
                no_picture(output);
                output.push_str(&format!("[^{name}]"));
            }
            Kind::HtmlComment(text) | Kind::ProcessingInstruction(text) | Kind::Raw(text) => {
                output.push_str(&on_lines(text, place));
            }
            Kind::Comment(text) => output.push_str(&on_lines(&format!("<!-- {text} -->"), place)),
            Kind::Html { name, .. } => self.html_span(output, element, name, place),
            _ => output.push_str(&self.spans(&element.children, place, Around::Anything)),
        }
    }

    fn link(&self, output: &mut String, element: &Element, place: Place) {
        let inside = self.spans(&element.children, place, Around::Anything);
        // Brackets directly after a footnote's mark would be part of it.
        let is_after_mark = output.ends_with(']') && !output.ends_with("\\]");
        let is_plain = has_only(&element.attributes, &["href", "title"]) && !is_after_mark;
        let Some(address) = element.attribute("href").filter(|_| is_plain) else {
            output.push_str(&format!("{}{inside}</a>", start_tag("a", &element.attributes)));
            return;
        };
        let title = element.attribute("title");
        let autolink = match element.children.as_slice() {
            [Element { kind: Kind::Text(text), .. }] if title.is_none() => links::autolink(address, text),
            _ => None,
        };
        match autolink {
            Some(autolink) => output.push_str(&autolink),
            None => output.push_str(&format!("[{inside}]{}", links::target(address, title))),
        }
    }

    fn html_span(&self, output: &mut String, element: &Element, name: &str, place: Place) {
        output.push_str(&start_tag(name, &element.attributes));
        if is_void(name) && element.children.is_empty() {
            output.pop();
            output.push_str(" />");
            return;
        }
        output.push_str(&self.spans(&element.children, place, Around::Anything));
        output.push_str(&format!("</{name}>"));
    }
}

/// Keeps an exclamation mark from making a picture of the link after it.
fn no_picture(output: &mut String) {
    if output.ends_with('!') {
        output.pop();
        output.push_str("\\!");
    }
}

/// A start tag on one line.
pub(super) fn start_tag(name: &str, attributes: &Attributes) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        tag.push_str(&format!(" {name}=\"{}\"", escape_attribute(&value.replace('\n', " "))));
    }
    tag.push('>');
    tag
}

/// Whether there are no other attributes than some.
pub(super) fn has_only(attributes: &Attributes, names: &[&str]) -> bool {
    attributes.iter().all(|(name, _)| names.contains(&name.as_str()))
}

fn picture(output: &mut String, element: &Element, place: Place) {
    let address = element.attribute("src").unwrap_or_default();
    if has_only(&element.attributes, &["src", "alt", "title"]) {
        let text = element.attribute("alt").unwrap_or_default();
        output.push_str(&links::picture(address, text, element.attribute("title"), place));
        return;
    }
    output.push_str(&start_tag("img", &element.attributes));
    output.pop();
    output.push_str(" />");
}

/// As it was written, if the renderer reads it in the same way; else what it shows.
fn entity(output: &mut String, char: char, original: &str) {
    if original.starts_with('&') && original.ends_with(';') {
        output.push_str(original);
    } else {
        output.push_str(&format!("&#{};", u32::from(char)));
    }
}

/// Maths that the reader sees as TeX between `\(` and `\)`, or that something turns into formulas later.
fn math(output: &mut String, tex: &str, place: Place) {
    output.push_str("\\\\(");
    push_text(output, tex, place, Meaning::Literal);
    output.push_str("\\\\)");
}

/// HTML within a paragraph, without blank lines.
fn on_lines(text: &str, place: Place) -> String {
    let separator = if place == Place::Paragraph { "\n" } else { " " };
    text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(separator)
}
