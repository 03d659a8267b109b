//! The footnotes at the end of a text.

use super::Converter;
use crate::press::kramdown::tree::{Element, Kind};

/// A footnote may mention others; this many are shown at the most.
const MOST_NOTES: usize = 10_000;

impl Converter<'_> {
    /// Those that the text mentions, in the order of their first mention.
    pub(super) fn footnotes(&mut self) {
        if self.mentions.is_empty() {
            return;
        }
        self.has_footnotes = true;
        self.output.push_str("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        let mut position = 0;
        while let Some((name, count)) = self.mentions.get(position).cloned().filter(|_| position < MOST_NOTES) {
            position += 1;
            self.output.push_str(&format!("<li id=\"fn:{name}\" role=\"doc-endnote\">\n"));
            if let Some(note) = self.definitions.footnotes.get(&name) {
                self.children(&note.children);
                self.way_back(&name, count, ends_in_text(note));
            }
            self.output.push_str("</li>\n");
        }
        self.output.push_str("</ol>\n</div>\n");
    }

    fn way_back(&mut self, name: &str, count: usize, goes_into_text: bool) {
        let mut links = String::new();
        for index in 0..count {
            let space = if goes_into_text || 0 < index { "\u{a0}" } else { "" };
            let (suffix, label) = match index {
                0 => (String::new(), String::new()),
                _ => (format!(":{index}"), format!("<sup>{}</sup>", index + 1)),
            };
            links.push_str(&format!(
                "{space}<a href=\"#fnref:{name}{suffix}\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;{label}</a>"
            ));
        }
        match self.output.trim_end().strip_suffix("</p>").filter(|_| goes_into_text).map(str::len) {
            Some(length) => {
                self.output.truncate(length);
                self.output.push_str(&format!("{links}</p>\n"));
            }
            None => self.output.push_str(&format!("<p>{links}</p>\n")),
        }
    }
}

fn ends_in_text(note: &Element) -> bool {
    matches!(note.children.last().map(|child| &child.kind), Some(Kind::Paragraph { .. }))
}
