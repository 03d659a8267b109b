//! Blocks as HTML.

use super::{Converter, Form, contents_list, escape, formula, plain_contents_list};
use crate::press::kramdown::character_class::is_space;
use crate::press::kramdown::document::Maths;
use crate::press::kramdown::tree::{Attributes, Element, FormulaPlace, HtmlContent, Kind};

impl Converter<'_> {
    pub(super) fn element(&mut self, element: &Element) {
        match &element.kind {
            Kind::Root => self.children(&element.children),
            Kind::Blank => self.output.push('\n'),
            Kind::Paragraph { transparent: true } => self.children(&element.children),
            Kind::Paragraph { transparent: false } => self.block("p", element),
            Kind::Heading { level, .. } => self.heading(element, *level),
            Kind::Blockquote => self.container("blockquote", element),
            Kind::Alert(name) => self.alert(element, name),
            Kind::CodeBlock { code, language, .. } => self.code_block(element, code, language.as_deref()),
            Kind::List { ordered, start } => self.list(element, *ordered, *start),
            Kind::Item => self.item("li", element),
            Kind::DefinitionList => self.container("dl", element),
            Kind::Term => self.block("dt", element),
            Kind::Definition => self.item("dd", element),
            Kind::TableOfContents { ordered } => {
                let contents = if self.form == Form::Jekyll { contents_list } else { plain_contents_list };
                if let Some(list) = contents(element, *ordered, &self.entries) {
                    self.element(&list);
                }
            }
            Kind::FootnoteList => self.footnotes(),
            Kind::Rule => {
                self.output.push_str("<hr");
                self.attributes(&element.attributes);
                self.output.push_str(" />\n");
            }
            Kind::Table { alignments } => self.table(element, alignments),
            Kind::Comment(comment) => self.output.push_str(&format!("<!-- {comment} -->\n")),
            Kind::Html { name, is_block, content } => self.html_element(element, name, *is_block, *content),
            Kind::Math { tex, place: FormulaPlace::Block } => self.math_block(element, tex),
            _ => self.span(element),
        }
    }

    /// The renderer names an alert by the same mark for comparison.
    fn alert(&mut self, element: &Element, name: &str) {
        let first_line = match self.form {
            Form::Comparable => format!("<alert-mark name=\"{name}\"></alert-mark>\n"),
            Form::Jekyll | Form::Passing => format!("<p>{name}</p>\n"),
        };
        self.output.push_str("<blockquote>\n");
        self.output.push_str(&first_line);
        self.children(&element.children);
        self.output.push_str("</blockquote>\n");
    }

    fn block(&mut self, name: &str, element: &Element) {
        self.start(name, &element.attributes);
        self.children(&element.children);
        self.end(name);
        self.output.push('\n');
    }

    fn container(&mut self, name: &str, element: &Element) {
        self.start(name, &element.attributes);
        self.output.push('\n');
        self.children(&element.children);
        self.end(name);
        self.output.push('\n');
    }

    fn heading(&mut self, element: &Element, level: u8) {
        let mut attributes = element.attributes.clone();
        // Entries come in the order of the headings, those of footnotes are not among them.
        if self.form != Form::Comparable && element.attribute("id").is_none() {
            let mut rest = self.entries.iter().enumerate().skip(self.next_entry);
            if let Some((position, entry)) = rest.find(|(_, entry)| std::ptr::eq(entry.heading, element)) {
                attributes.push(("id".to_owned(), entry.id.clone()));
                self.next_entry = position + 1;
            }
        }
        let name = format!("h{level}");
        self.start(&name, &attributes);
        self.children(&element.children);
        self.end(&name);
        self.output.push('\n');
    }

    fn code_block(&mut self, element: &Element, code: &str, language: Option<&str>) {
        let (attributes, named) = without_language(&element.attributes);
        let language = named.as_deref().or(language);
        // What a block of code looks like is the renderer's to say.
        self.start("pre", if self.form == Form::Jekyll { &attributes } else { &[] });
        let language = language.and_then(|language| language.split(is_space).next());
        match language.filter(|language| !language.is_empty()) {
            Some(language) => {
                self.output.push_str(&format!("<code class=\"language-{}\">", escape::attribute(language)));
            }
            None => self.output.push_str("<code>"),
        }
        self.output.push_str(&escape::code(code.strip_suffix('\n').unwrap_or(code)));
        self.output.push_str("\n</code></pre>\n");
    }

    fn list(&mut self, element: &Element, ordered: bool, start: u64) {
        let name = if ordered { "ol" } else { "ul" };
        let mut attributes = element.attributes.clone();
        if self.form == Form::Passing && ordered && start != 1 {
            attributes.push(("start".to_owned(), start.to_string()));
        }
        self.start(name, &attributes);
        self.output.push('\n');
        self.children(&element.children);
        self.end(name);
        self.output.push('\n');
    }

    fn item(&mut self, name: &str, element: &Element) {
        self.start(name, &element.attributes);
        let is_tight = matches!(
            element.children.first().map(|child| &child.kind),
            Some(Kind::Paragraph { transparent: true }) | None
        );
        if !is_tight {
            self.output.push('\n');
        }
        self.children(&element.children);
        self.end(name);
        self.output.push('\n');
    }

    pub(super) fn html_element(&mut self, element: &Element, name: &str, is_block: bool, content: HtmlContent) {
        self.start(name, &element.attributes);
        if content == HtmlContent::Closed || is_void(name) && element.children.is_empty() {
            self.output.pop();
            self.output.push_str(" />");
        } else {
            if is_block && content == HtmlContent::Block {
                self.output.push('\n');
            }
            self.children(&element.children);
            self.end(name);
        }
        if is_block && content != HtmlContent::Raw {
            self.output.push('\n');
        }
    }

    fn math_block(&mut self, element: &Element, tex: &str) {
        if self.maths != Maths::AsInJekyll && self.form != Form::Jekyll {
            return self.output.push_str(&format!("<p>{}</p>\n", formula(FormulaPlace::Block, tex)));
        }
        let tex = escape::code(tex);
        match (self.form, element.attributes.is_empty()) {
            (Form::Jekyll, true) => self.output.push_str(&format!("\\[{tex}\\]\n")),
            (Form::Jekyll, false) => {
                self.start("div", &element.attributes);
                self.output.push_str(&format!("\\[{tex}\\]\n</div>\n"));
            }
            (_, _) => self.output.push_str(&format!("<p>\\[{tex}\\]</p>\n")),
        }
    }
}

/// The attributes of a block of code without the class that names its language, and that name.
pub(crate) fn without_language(attributes: &Attributes) -> (Attributes, Option<String>) {
    let mut language = None;
    let mut others = attributes.clone();
    for (name, value) in &mut others {
        if name != "class" {
            continue;
        }
        let mut classes: Vec<&str> = value.split_whitespace().collect();
        if let Some(position) = classes.iter().position(|class| class.starts_with("language-")) {
            language = classes.remove(position).strip_prefix("language-").map(str::to_owned);
            *value = classes.join(" ");
        }
    }
    others.retain(|(name, value)| name != "class" || !value.is_empty());
    (others, language)
}

/// Whether an element of HTML has neither inside nor end tag.
pub(crate) fn is_void(name: &str) -> bool {
    const VOID: [&str; 16] = [
        "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr",
    ];
    VOID.contains(&name)
}
