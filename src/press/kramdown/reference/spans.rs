//! Spans as HTML.

use super::{Converter, Form, escape, formula};
use crate::press::kramdown::document::Maths;
use crate::press::kramdown::tree::{Element, FormulaPlace, Kind};

impl Converter<'_> {
    pub(super) fn span(&mut self, element: &Element) {
        match &element.kind {
            Kind::Text(text) => self.output.push_str(&escape::text(text)),
            Kind::RawText(text) => self.output.push_str(&escape::text(text)),
            Kind::SmartQuote(char) => self.output.push(*char),
            Kind::Symbol(text) => self.output.push_str(text),
            Kind::Entity { char, original } => self.entity(*char, original),
            Kind::LineBreak => self.output.push_str("<br />"),
            Kind::Emphasis => self.wrap("em", element),
            Kind::Strong => self.wrap("strong", element),
            Kind::Strikethrough => self.wrap("del", element),
            Kind::Link => self.wrap("a", element),
            Kind::Image => {
                self.output.push_str("<img");
                self.attributes(&element.attributes);
                self.output.push_str(" />");
            }
            Kind::CodeSpan(code) => {
                self.start("code", &element.attributes);
                self.output.push_str(&escape::code(code));
                self.end("code");
            }
            Kind::Math { tex, place } => self.math_span(element, tex, *place),
            Kind::Abbreviation(word) => {
                self.start("abbr", &element.attributes);
                self.output.push_str(word);
                self.end("abbr");
            }
            Kind::FootnoteMark(name) => self.footnote_mark(name),
            Kind::HtmlComment(text) | Kind::ProcessingInstruction(text) | Kind::Raw(text) => {
                self.output.push_str(text);
            }
            _ => self.children(&element.children),
        }
    }

    fn wrap(&mut self, name: &str, element: &Element) {
        self.start(name, &element.attributes);
        self.children(&element.children);
        self.end(name);
    }

    fn entity(&mut self, char: char, original: &str) {
        match char {
            '<' => self.output.push_str("&lt;"),
            '>' => self.output.push_str("&gt;"),
            '&' => self.output.push_str("&amp;"),
            '\0' => self.output.push_str(original),
            _ => self.output.push(char),
        }
    }

    /// Maths with attributes stays in dollars, as in kramdown.
    fn math_span(&mut self, element: &Element, tex: &str, place: FormulaPlace) {
        if self.maths != Maths::AsInJekyll && self.form != Form::Jekyll {
            self.output.push_str(&formula(place, tex));
        } else if self.form == Form::Jekyll && !element.attributes.is_empty() {
            self.start("span", &element.attributes);
            self.output.push_str(&format!("${}$</span>", escape::code(tex)));
        } else {
            self.output.push_str(&format!("\\({}\\)", escape::code(tex)));
        }
    }

    fn footnote_mark(&mut self, name: &str) {
        let name_in_html = escape::attribute(name);
        match self.form {
            Form::Jekyll => {}
            Form::Comparable => {
                return self.output.push_str(&format!("<footnote-mark name=\"{name_in_html}\"></footnote-mark>"));
            }
            Form::Passing => {
                let html = format!(
                    "<sup id=\"fnref:{name_in_html}:html\"><a href=\"#fn:{name_in_html}\" class=\"footnote\">{name_in_html}</a></sup>"
                );
                return self.output.push_str(&html);
            }
        }
        let next = self.mentions.len();
        let position = *self.mentioned.entry(name.to_owned()).or_insert(next);
        if position == next {
            self.mentions.push((name.to_owned(), 0));
        }
        let mut suffix = String::new();
        if let Some((_, count)) = self.mentions.get_mut(position) {
            *count += 1;
            if 1 < *count {
                suffix = format!(":{}", *count - 1);
            }
        }
        let number = position + 1;
        self.output.push_str(&format!(
            "<sup id=\"fnref:{name}{suffix}\" role=\"doc-noteref\">\
             <a href=\"#fn:{name}\" class=\"footnote\" rel=\"footnote\">{number}</a></sup>"
        ));
    }
}
