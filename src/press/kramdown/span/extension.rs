//! Attribute lists and extensions within a line.

use super::super::attribute_list::{AttributeList, Extension, span_extension, span_list};
use super::super::character_class::is_space;
use super::super::document::Warning;
use super::super::tree::{Element, Kind};
use super::parser::Parser;

impl Parser<'_> {
    /// `{:…}` gives attributes to what stands before it, unless that is text. `{::name}…{:/}` is an extension. What is
    /// neither is read as text.
    pub(super) fn extension(&mut self, children: &mut Vec<Element>) -> bool {
        let rest = self.rest();
        if !rest.starts_with("{:") {
            return false;
        }
        let is_done = match span_extension(rest) {
            Some(Extension::Start { name, options, is_closed, length }) => {
                self.extended(name, options, is_closed, length, children)
            }
            Some(Extension::Stop { .. }) => false,
            None => self.attribute_list(children),
        };
        if !is_done {
            self.push_char(children);
        }
        true
    }

    fn attribute_list(&mut self, children: &mut [Element]) -> bool {
        let Some(found) = span_list(self.rest()) else { return false };
        let Some(last) = children.last_mut().filter(|last| !matches!(last.kind, Kind::Text(_))) else { return false };
        let mut list = AttributeList::default();
        list.read(found.content);
        list.apply(&mut last.attributes, &self.definitions.attributes);
        self.position += found.length;
        true
    }

    fn extended(
        &mut self,
        name: &str,
        options: &str,
        is_closed: bool,
        length: usize,
        children: &mut Vec<Element>,
    ) -> bool {
        let stop = match name {
            "comment" => "{:/comment}",
            "nomarkdown" => "{:/nomarkdown}",
            "options" => "{:/options}",
            _ => {
                self.warn(self.position, Warning::UnknownExtension(name.to_owned()));
                return false;
            }
        };
        let start = self.position + length;
        let mut list = AttributeList::default();
        list.read(options);
        if is_closed {
            self.position = start;
            self.handle(name, list, None, children);
            return true;
        }
        let named = self.places.next(stop, start).map(|end| (end, stop.len()));
        let short = self.places.next("{:/}", start).map(|end| (end, 4));
        let Some((end, stop_length)) = named.into_iter().chain(short).min() else {
            self.warn(self.position, Warning::ExtensionNotClosed(name.to_owned()));
            return false;
        };
        self.position = end + stop_length;
        self.handle(name, list, Some(&self.text[start..end]), children);
        true
    }

    fn handle(&mut self, name: &str, list: AttributeList, body: Option<&str>, children: &mut Vec<Element>) {
        let value = |wanted| list.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
        match (name, body) {
            ("comment", Some(body)) => children.push(Element::new(Kind::Comment(body.to_owned()))),
            ("nomarkdown", Some(body)) => {
                let mut types = value("type").unwrap_or_default().split(is_space).filter(|name| !name.is_empty());
                let is_shown = types.clone().next().is_none() || types.any(|name| name == "html");
                children.push(Element::new(Kind::Raw(if is_shown { body } else { "" }.to_owned())));
            }
            ("options", _) => match value("parse_span_html").map(str::to_lowercase).as_deref() {
                Some("true") => self.parse_span_html = true,
                Some("false") => self.parse_span_html = false,
                _ => {}
            },
            _ => {}
        }
    }
}
