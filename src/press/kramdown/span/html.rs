//! HTML within a line.

use super::super::document::Warning;
use super::super::html_tag::{self, StartTag, content_model, is_block_element, is_void};
use super::super::tree::{Element, HtmlContent, Kind};
use super::parser::{Context, Parent, Parser, Stop, push_text};

impl Parser<'_> {
    /// An element with its inside or a comment. Tags of blocks and end tags without a start are read as text.
    pub(super) fn html(&mut self, children: &mut Vec<Element>, context: Context) -> bool {
        let rest = self.rest();
        if !html_tag::may_begin(rest) {
            return false;
        }
        let start = self.position;
        if rest.starts_with("<!--") {
            let end = self.places.next("-->", start + 4).map_or(start, |end| end + 3);
            if end > start {
                children.push(Element::new(Kind::HtmlComment(self.text[start..end].to_owned())));
                self.position = end;
                return true;
            }
        }
        if let Some(tag) = html_tag::end_tag(rest) {
            if self.options.is_tag(&tag.name) {
                self.warn(start, Warning::EndTagWithoutStart(tag.name));
            }
            self.push_bytes(children, tag.length);
            return true;
        }
        match html_tag::start_tag(rest) {
            Some(tag) if is_block_element(&tag.name) || self.is_too_deep() || !self.options.is_tag(&tag.name) => {
                self.push_bytes(children, tag.length);
            }
            Some(tag) => {
                self.position += tag.length;
                let element = self.element(tag, start, context);
                children.push(element);
            }
            None => self.push_char(children),
        }
        true
    }

    fn element(&mut self, mut tag: StartTag, start: usize, context: Context) -> Element {
        for (_, value) in &mut tag.attributes {
            *value = fold_line_ends(value);
        }
        let parses = self.parses_inside(&mut tag, context);
        let content = if parses { HtmlContent::Span } else { HtmlContent::Raw };
        let kind = Kind::Html { name: tag.name.clone(), is_block: false, content };
        let mut element = Element { kind, attributes: tag.attributes, ..Element::default() };
        if tag.is_self_closing || is_void(&tag.name) {
            return element;
        }
        // What is around fails for sure, then.
        if self.attempts > 0 && !self.places.has_end_tag(&tag.name, self.position) {
            self.position = self.text.len();
            return element;
        }
        let context = Context { parent: if parses { Parent::Other } else { Parent::RawHtml }, ..context };
        if self.spans(&mut element.children, context, Stop::EndTag { name: &tag.name }) {
            self.position += html_tag::end_tag(self.rest()).map_or(0, |tag| tag.length);
            return element;
        }
        push_text(&mut element.children, self.rest());
        self.position = self.text.len();
        self.warn(start, Warning::TagNotClosed(tag.name));
        element
    }

    // Takes the attribute `markdown` away.
    fn parses_inside(&self, tag: &mut StartTag, context: Context) -> bool {
        let is_raw = content_model(&tag.name) == HtmlContent::Raw;
        let by_default = !is_raw && context.parent != Parent::RawHtml && self.parse_span_html;
        let Some(place) = tag.attributes.iter().position(|(name, _)| name == "markdown") else { return by_default };
        match tag.attributes.remove(place).1.as_str() {
            "0" => false,
            "1" => !is_raw,
            "span" => true,
            _ => by_default,
        }
    }
}

// Line ends in a row are one blank.
fn fold_line_ends(value: &str) -> String {
    let mut folded = String::with_capacity(value.len());
    let mut is_after_line_end = false;
    for char in value.chars() {
        let is_line_end = char == '\n';
        if !is_line_end {
            folded.push(char);
        } else if !is_after_line_end {
            folded.push(' ');
        }
        is_after_line_end = is_line_end;
    }
    folded
}
