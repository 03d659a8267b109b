//! Lists as Markdown.

use super::escape::Place;
use super::{Spacing, Writer, lines};
use crate::press::kramdown::tree::{Attributes, Element, Kind};

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &Element, ordered: bool, start: u64, alternate: bool) -> String {
        let is_plain = is_plain(&list.attributes) && list.children.iter().all(|item| is_plain(&item.attributes));
        if !is_plain {
            return self.html_blocks([list].into_iter());
        }
        self.plain_list(list, ordered, start, alternate)
    }

    /// A list whose attributes do not matter.
    pub(super) fn plain_list(&mut self, list: &Element, ordered: bool, start: u64, alternate: bool) -> String {
        let spacing = if list.children.iter().all(is_tight) { Spacing::Tight } else { Spacing::Loose };
        self.list_depth += 1;
        let mut output = String::new();
        for (number, item) in (start..).zip(&list.children) {
            let marker = match (ordered, alternate) {
                (true, false) => format!("{number}. "),
                (true, true) => format!("{number}) "),
                (false, false) => "- ".to_owned(),
                (false, true) => "* ".to_owned(),
            };
            if !output.is_empty() {
                output.push_str(if spacing == Spacing::Tight { "\n" } else { "\n\n" });
            }
            let inside = self.item(item, spacing);
            let text = format!("{marker}{}", lines::indent_further(&inside, marker.len()));
            output.push_str(text.trim_end_matches(' '));
        }
        self.list_depth -= 1;
        output
    }

    fn item(&mut self, item: &Element, spacing: Spacing) -> String {
        let inside = self.blocks(&item.children, spacing);
        match task(item) {
            Some(mark) => format!("{mark} {}", inside.split_once("/>").map_or("", |(_, rest)| rest).trim_start()),
            None => inside,
        }
    }

    /// Terms, and what they mean below them.
    pub(super) fn definition_list(&mut self, list: &Element) -> String {
        let is_plain = list.attributes.is_empty() && list.children.iter().all(|child| child.attributes.is_empty());
        let Some(first) = list.children.first().filter(|_| is_plain) else {
            return self.html_blocks([list].into_iter());
        };
        let has_two_terms = |pair: &[Element]| pair.iter().all(|child| child.kind == Kind::Term);
        if first.kind != Kind::Term || list.children.windows(2).any(has_two_terms) {
            return self.html_blocks([list].into_iter());
        }
        self.list_depth += 1;
        let mut output = String::new();
        let mut after_definition = false;
        for child in &list.children {
            if !output.is_empty() {
                output.push('\n');
            }
            if child.kind == Kind::Term {
                if after_definition {
                    output.push('\n');
                }
                output.push_str(&lines::protect(&self.line(&child.children, Place::Paragraph)));
                after_definition = false;
                continue;
            }
            let spacing = if is_tight(child) { Spacing::Tight } else { Spacing::Loose };
            if spacing == Spacing::Loose {
                output.push('\n');
            }
            let inside = self.blocks(&child.children, spacing);
            output.push_str(format!(": {}", lines::indent_further(&inside, 2)).trim_end_matches(' '));
            after_definition = true;
        }
        self.list_depth -= 1;
        output
    }
}

/// Whether the paragraphs of an item have no tags of their own, and nothing in it asks for a blank line.
fn is_tight(item: &Element) -> bool {
    let blocks: Vec<&Element> = item.children.iter().filter(|child| child.kind != Kind::Blank).collect();
    let is_tight = |(position, block): (usize, &&Element)| match &block.kind {
        Kind::Paragraph { transparent } => *transparent && position == 0,
        // Only a list that begins with 1 may follow a text directly.
        Kind::List { ordered, start } => !ordered || *start == 1 || position == 0,
        Kind::Blockquote | Kind::Alert(_) => block.attributes.is_empty(),
        Kind::CodeBlock { .. } | Kind::Heading { .. } => true,
        _ => false,
    };
    blocks.iter().enumerate().all(is_tight)
}

/// Attributes that say no more than that there are tasks.
fn is_plain(attributes: &Attributes) -> bool {
    attributes.iter().all(|(name, value)| name == "class" && matches!(value.as_str(), "task-list" | "task-list-item"))
}

/// `[ ]` or `[x]`, if an item begins with a box.
fn task(item: &Element) -> Option<&'static str> {
    let first = item.children.iter().find(|child| child.kind != Kind::Blank)?.children.first()?;
    let Kind::Html { name, .. } = &first.kind else { return None };
    let is_box =
        name == "input" && first.attribute("type") == Some("checkbox") && first.attribute("disabled").is_some();
    is_box.then(|| if first.attribute("checked").is_some() { "[x]" } else { "[ ]" })
}
