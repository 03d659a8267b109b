//! Blocks as Markdown.

use super::escape::{Meaning, Place, push_text};
use super::spans::{has_only, start_tag};
use super::{Spacing, Writer, code, lines};
use crate::press::kramdown::reference::plain_contents_list;
use crate::press::kramdown::tree::{Element, FormulaPlace, HtmlContent, Kind};

impl Writer<'_> {
    pub(super) fn blocks(&mut self, children: &[Element], spacing: Spacing) -> String {
        self.sequence(children.iter(), spacing)
    }

    /// Blocks, one below the other.
    pub(super) fn sequence<'e>(&mut self, blocks: impl Iterator<Item = &'e Element>, spacing: Spacing) -> String {
        let mut output = String::new();
        // The kind of list that stands directly before, and whether it has the second of its markers.
        let mut list_before: Option<(bool, bool)> = None;
        for block in blocks {
            let alternate = match (&block.kind, list_before) {
                (Kind::List { ordered, .. } | Kind::TableOfContents { ordered }, Some((before, alternate))) => {
                    *ordered == before && !alternate
                }
                _ => false,
            };
            let written = self.block(block, spacing, alternate);
            if written.is_empty() {
                continue;
            }
            list_before = match &block.kind {
                Kind::List { ordered, .. } | Kind::TableOfContents { ordered } => Some((*ordered, alternate)),
                _ => None,
            };
            if !output.is_empty() {
                output.push_str(if spacing == Spacing::Tight { "\n" } else { "\n\n" });
            }
            output.push_str(&written);
        }
        output
    }

    fn block(&mut self, block: &Element, spacing: Spacing, alternate: bool) -> String {
        match &block.kind {
            Kind::Blank => String::new(),
            Kind::Root => self.blocks(&block.children, spacing),
            Kind::Paragraph { .. } => self.paragraph(block),
            Kind::Heading { level, .. } => self.heading(block, *level),
            Kind::FootnoteList => String::new(),
            Kind::Blockquote if block.attributes.is_empty() => self.blockquote("", block),
            Kind::Alert(name) => self.blockquote(&format!("{name}\n"), block),
            Kind::Blockquote => self.markdown_in_html("blockquote", block),
            Kind::CodeBlock { code, language, .. } => code::block(block, code, language.as_deref()),
            Kind::List { ordered, start } => self.list(block, *ordered, *start, alternate),
            Kind::TableOfContents { ordered } => {
                let list = plain_contents_list(block, *ordered, &self.entries);
                list.map(|list| self.plain_list(&list, *ordered, 1, alternate)).unwrap_or_default()
            }
            Kind::DefinitionList => self.definition_list(block),
            Kind::Rule if !block.attributes.is_empty() => self.html_blocks([block].into_iter()),
            Kind::Rule if 0 < self.list_depth => "***".to_owned(),
            Kind::Rule => "---".to_owned(),
            Kind::Table { alignments } => {
                self.table(block, alignments).unwrap_or_else(|| self.html_blocks([block].into_iter()))
            }
            Kind::Html { name, is_block: true, content: HtmlContent::Block } => self.markdown_in_html(name, block),
            Kind::Math { tex, place: FormulaPlace::Block } if self.shows_formulas() => {
                code::block(block, &format!("{}\n", tex.trim()), Some("math"))
            }
            Kind::Math { tex, place: FormulaPlace::Block } => math(tex),
            Kind::Html { is_block: true, .. }
            | Kind::Comment(_)
            | Kind::HtmlComment(_)
            | Kind::ProcessingInstruction(_)
            | Kind::Raw(_)
            | Kind::Item
            | Kind::Term
            | Kind::Definition
            | Kind::TableHead
            | Kind::TableBody
            | Kind::TableFoot
            | Kind::TableRow
            | Kind::TableCell => self.html_blocks([block].into_iter()),
            _ => self.paragraph_text(std::slice::from_ref(block)),
        }
    }

    fn paragraph(&mut self, block: &Element) -> String {
        if !block.attributes.is_empty() {
            return self.html_blocks([block].into_iter());
        }
        let text = self.paragraph_text(&block.children);
        let is_html = text.starts_with('<') && begins_html_block(&text);
        if is_html || text.is_empty() { self.html_blocks([block].into_iter()) } else { text }
    }

    fn heading(&mut self, block: &Element, level: u8) -> String {
        if !has_only(&block.attributes, &["id", "class"]) {
            return self.html_blocks([block].into_iter());
        }
        let mut text = self.line(&block.children, Place::Heading);
        if text.ends_with('#') {
            text.pop();
            text.push_str("\\#");
        }
        let marks = "#".repeat(usize::from(level));
        let mut attributes: Vec<String> = Vec::new();
        attributes.extend(block.attribute("id").map(|id| format!("#{id}")));
        let classes = block.attribute("class").unwrap_or_default();
        attributes.extend(classes.split_whitespace().map(|class| format!(".{class}")));
        if attributes.is_empty() {
            return format!("{marks} {text}").trim_end().to_owned();
        }
        format!("{marks} {text} {{{}}}", attributes.join(" "))
    }

    fn blockquote(&mut self, first_line: &str, block: &Element) -> String {
        let depth = std::mem::take(&mut self.list_depth);
        let inside = self.blocks(&block.children, Spacing::Loose);
        self.list_depth = depth;
        lines::quote(&format!("{first_line}{inside}"))
    }

    /// Markdown between two tags.
    fn markdown_in_html(&mut self, name: &str, block: &Element) -> String {
        let inside = self.blocks(&block.children, Spacing::Loose);
        let start = start_tag(name, &block.attributes);
        if inside.is_empty() {
            return format!("{start}</{name}>");
        }
        format!("{start}\n\n{inside}\n\n</{name}>")
    }
}

/// Whether a paragraph that begins with a tag would be a block of HTML.
fn begins_html_block(text: &str) -> bool {
    let first_line = text.lines().next().unwrap_or_default();
    lines::begins_with_tag(text) && (lines::is_tag_alone(first_line) || super::html::begins_block(text))
}

fn math(tex: &str) -> String {
    let mut output = "\\\\[".to_owned();
    push_text(&mut output, tex, Place::Paragraph, Meaning::Literal);
    output.push_str("\\\\]");
    lines::paragraph(&output)
}
