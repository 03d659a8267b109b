//! From nodes to elements, once the whole text is known.

use std::collections::HashMap;

use super::super::abbreviation;
use super::super::document::{Definitions, Document, Options};
use super::super::ids;
use super::super::span;
use super::super::tree::{Element, Kind};
use super::named_list;
use super::node::{Node, NodeKind};
use super::parser::Parser;

/// Reads the text in all blocks, in the order of the text; that of footnotes last.
pub(super) fn document(parser: Parser, nodes: Vec<Node>) -> Document {
    let Parser { options, mut definitions, lists, footnotes, abbreviation_positions, .. } = parser;
    definitions.attributes = named_list::resolve(&lists);
    for (name, _) in &footnotes {
        definitions.footnotes.insert(name.clone(), Element::default());
    }
    give_attributes(&nodes, &mut definitions, &abbreviation_positions);
    for (_, nodes) in &footnotes {
        give_attributes(nodes, &mut definitions, &abbreviation_positions);
    }

    let mut finisher = Finisher { definitions, options, ..Finisher::default() };
    let mut root = Element::with(Kind::Root, finisher.children(nodes));
    // As in HTML, which is not looked at again either, for which reason a backslash breaks no line there.
    finisher.html_depth = 1;
    for (name, nodes) in footnotes {
        let mut footnote = finisher.definitions.footnotes.get(&name).cloned().unwrap_or_default();
        footnote.children = finisher.children(nodes);
        finisher.definitions.footnotes.insert(name, footnote);
    }
    let mut footnotes = std::mem::take(&mut finisher.definitions.footnotes);
    abbreviation::replace(std::iter::once(&mut root).chain(footnotes.values_mut()), &finisher.definitions);
    finisher.definitions.footnotes = footnotes;
    Document { root, definitions: finisher.definitions, options: finisher.options }
}

/// Gives what is defined the attributes of the lists below the definitions.
fn give_attributes(nodes: &[Node], definitions: &mut Definitions, abbreviations: &HashMap<String, usize>) {
    for node in nodes {
        let mut attributes = Vec::new();
        if let Some(list) = &node.list {
            list.apply(&mut attributes, &definitions.attributes);
        }
        match &node.kind {
            NodeKind::Link(name) => {
                definitions.links.entry(name.clone()).and_modify(|link| link.attributes = attributes);
            }
            NodeKind::Footnote(name) => {
                definitions.footnotes.entry(name.clone()).and_modify(|footnote| footnote.attributes = attributes);
            }
            NodeKind::Abbreviation(name) => {
                let known = abbreviations.get(name).and_then(|place| definitions.abbreviations.get_mut(*place));
                known.into_iter().for_each(|(.., old)| *old = attributes.clone());
            }
            _ => give_attributes(&node.children, definitions, abbreviations),
        }
    }
}

#[derive(Default)]
struct Finisher {
    definitions: Definitions,
    options: Options,
    html_depth: usize,
    has_contents: bool,
    has_footnotes: bool,
}

impl Finisher {
    fn children(&mut self, nodes: Vec<Node>) -> Vec<Element> {
        let mut elements: Vec<Element> = Vec::with_capacity(nodes.len());
        let mut is_after_blank = false;
        for node in nodes {
            let NodeKind::Element(kind) = node.kind else {
                if !matches!(node.kind, NodeKind::Blank { .. }) {
                    continue;
                }
                match elements.last_mut().filter(|_| is_after_blank) {
                    Some(blank) if blank.source.end == node.source.start => blank.source.end = node.source.end,
                    Some(_) => {}
                    None => elements.push(Element { source: node.source, ..Element::new(Kind::Blank) }),
                }
                is_after_blank = true;
                continue;
            };
            is_after_blank = false;
            let node = Node { kind: NodeKind::default(), ..node };
            match kind {
                Kind::RawText(text) => elements.push(self.stray_text(&text, node)),
                kind => elements.push(self.element(kind, node)),
            }
        }
        elements
    }

    /// Text between blocks has no tags of its own.
    fn stray_text(&mut self, text: &str, node: Node) -> Element {
        let spans = self.spans(text);
        Element { source: node.source, ..Element::with(Kind::Paragraph { transparent: true }, spans) }
    }

    fn element(&mut self, kind: Kind, node: Node) -> Element {
        let mut kind = self.place_of(kind, &node);
        let children = match kind {
            Kind::TableOfContents { .. } | Kind::FootnoteList => Vec::new(),
            Kind::Html { .. } => {
                self.html_depth += 1;
                let children = self.inside(&kind, node.children);
                self.html_depth -= 1;
                children
            }
            _ => self.inside(&kind, node.children),
        };
        if let Kind::Heading { raw_text, .. } = &mut kind
            && self.options.gfm
        {
            *raw_text = ids::raw_text(&children);
        }
        let mut attributes = node.attributes;
        if let Some(list) = node.list {
            list.apply(&mut attributes, &self.definitions.attributes);
        }
        Element { kind, attributes, children, source: node.source }
    }

    fn inside(&mut self, kind: &Kind, nodes: Vec<Node>) -> Vec<Element> {
        let has_spans = match kind {
            Kind::Paragraph { .. } | Kind::Heading { .. } | Kind::Term | Kind::TableCell => true,
            Kind::Html { content, .. } => *content == super::super::tree::HtmlContent::Span,
            _ => false,
        };
        if !has_spans {
            return self.children(nodes);
        }
        let mut spans = Vec::new();
        for mut node in nodes {
            if let Some(text) = node.text() {
                spans.extend(self.spans(text));
            }
        }
        spans
    }

    fn spans(&mut self, text: &str) -> Vec<Element> {
        let parse = if self.html_depth > 0 { span::parse_in_html } else { span::parse };
        parse(text, &mut self.definitions, &self.options)
    }

    /// The first list for the contents, and the first one for footnotes, stands only for its place.
    fn place_of(&mut self, kind: Kind, node: &Node) -> Kind {
        let (Kind::List { ordered, .. }, Some(list)) = (&kind, &node.list) else { return kind };
        let refers_to = |name: &str| list.references.iter().any(|reference| reference == name);
        if !self.has_contents && refers_to("toc") {
            self.has_contents = true;
            return Kind::TableOfContents { ordered: *ordered };
        }
        if !self.has_footnotes && refers_to("footnotes") {
            self.has_footnotes = true;
            return Kind::FootnoteList;
        }
        kind
    }
}
