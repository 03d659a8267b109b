//! Blocks as HTML that the renderer passes through as it is.
//!
//! A block of HTML in Markdown ends at a blank line, so there are none in it. Blocks of code stay between fences, and
//! paragraphs with footnotes and formulas stay Markdown, with blank lines around them: what stands before and after them is
//! HTML nevertheless.

use super::spans::start_tag;
use super::{Style, Writer, code};
use crate::press::kramdown::reference::{Converter, plain_contents_list};
use crate::press::kramdown::tree::{Element, FormulaPlace, HtmlContent, Kind};

impl Writer<'_> {
    /// Blocks as HTML, one below the other.
    pub(super) fn html_blocks<'e>(&mut self, blocks: impl Iterator<Item = &'e Element>) -> String {
        let mut parts: Vec<String> = Vec::new();
        for block in blocks.filter(|block| block.kind != Kind::Blank) {
            let html = self.with_islands(block);
            let html = html.trim_matches('\n');
            if !html.is_empty() {
                parts.push(html.to_owned());
            }
        }
        parts.join("\n\n")
    }

    fn with_islands(&mut self, block: &Element) -> String {
        let name = match &block.kind {
            Kind::CodeBlock { code, language, .. } => return code::block(block, code, language.as_deref()),
            Kind::Math { tex, .. } if self.shows_formulas() => {
                return code::block(block, &format!("{}\n", tex.trim()), Some("math"));
            }
            Kind::TableOfContents { ordered } => {
                let list = plain_contents_list(block, *ordered, &self.entries);
                return list.map(|list| self.with_islands(&list)).unwrap_or_default();
            }
            Kind::Paragraph { .. } if self.is_island(block) => return self.island(block),
            _ if !self.holds_island(block) => return self.element(block),
            Kind::Blockquote => "blockquote",
            Kind::List { ordered: true, .. } => "ol",
            Kind::List { ordered: false, .. } => "ul",
            Kind::Item => "li",
            Kind::DefinitionList => "dl",
            Kind::Definition => "dd",
            Kind::Html { name, content: HtmlContent::Block, .. } => name,
            _ => return self.element(block),
        };
        let mut output = start_tag(name, &block.attributes);
        let mut is_after_island = false;
        for child in block.children.iter().filter(|child| child.kind != Kind::Blank) {
            // What follows an island must begin a block of HTML again, as most tags do.
            let is_island = self.is_island(child);
            output.push_str(if is_after_island || is_island { "\n\n" } else { "\n" });
            output.push_str(self.with_islands(child).trim_matches('\n'));
            is_after_island = is_island;
        }
        output.push_str(if is_after_island { "\n\n" } else { "\n" });
        output.push_str(&format!("</{name}>"));
        output
    }

    /// Whether a block is Markdown between HTML.
    fn is_island(&self, block: &Element) -> bool {
        match block.kind {
            Kind::CodeBlock { .. } => true,
            Kind::Math { place: FormulaPlace::Block, .. } => self.shows_formulas(),
            Kind::Paragraph { .. } => block.attributes.is_empty() && self.needs_markdown(block),
            _ => false,
        }
    }

    /// Whether there is a footnote's mark or a formula in it.
    fn needs_markdown(&self, element: &Element) -> bool {
        match element.kind {
            Kind::FootnoteMark(_) => true,
            Kind::Math { .. } => self.shows_formulas(),
            _ => element.children.iter().any(|child| self.needs_markdown(child)),
        }
    }

    fn holds_island(&self, block: &Element) -> bool {
        self.is_island(block) || block.children.iter().any(|child| self.holds_island(child))
    }

    fn island(&mut self, paragraph: &Element) -> String {
        let style = std::mem::replace(&mut self.style, Style::HtmlSpans);
        let text = self.paragraph_text(&paragraph.children);
        self.style = style;
        text
    }

    /// HTML without blank lines.
    fn element(&self, block: &Element) -> String {
        let mut converter = Converter::passing(self.document, self.entries.clone());
        let html = converter.blocks(&[block]);
        let html = html.trim_matches('\n');
        if ["<pre", "<script", "<style", "<textarea", "<!--"].iter().any(|start| html.starts_with(start)) {
            // These end with their end tags.
            return format!("{}\n", html.trim_end());
        }
        let html = without_blank_lines(html);
        let html = if begins_block(&html) { html } else { with_tag_alone(&html) };
        format!("{}\n", html.trim_end())
    }
}

/// HTML with no blank line in it: those in preformatted text become character references.
fn without_blank_lines(html: &str) -> String {
    let mut output = String::with_capacity(html.len());
    let mut preformatted = 0_usize;
    for line in html.split('\n') {
        if !output.is_empty() {
            let is_blank = line.trim().is_empty();
            match (is_blank, 0 < preformatted) {
                (false, _) => output.push('\n'),
                (true, false) => continue,
                (true, true) => {
                    output.push_str("&#10;");
                    output.push_str(line);
                    continue;
                }
            }
        }
        output.push_str(line);
        let lower = line.to_ascii_lowercase();
        preformatted += lower.matches("<pre").count() + lower.matches("<textarea").count();
        preformatted =
            preformatted.saturating_sub(lower.matches("</pre").count() + lower.matches("</textarea").count());
    }
    output
}

/// The first tag on a line of its own: only so are elements that may stand in a line blocks, too.
fn with_tag_alone(html: &str) -> String {
    match html.find('>') {
        Some(end) if html.starts_with('<') => {
            let (tag, rest) = html.split_at(end + 1);
            format!("{tag}\n{}", rest.trim_start())
        }
        _ => html.to_owned(),
    }
}

/// Elements that begin a block of HTML wherever a line begins with one of their tags (CommonMark).
const BLOCKS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// Whether a text begins with a tag of such an element.
pub(super) fn begins_block(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('<') else { return false };
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let end = inside.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside.get(..end).unwrap_or_default().to_ascii_lowercase();
    BLOCKS.contains(&name.as_str()) || matches!(name.as_str(), "pre" | "script" | "style" | "textarea")
}
