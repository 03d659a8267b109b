//! Tables as Markdown.

use super::Writer;
use super::escape::Place;
use crate::press::kramdown::tree::{Alignment, Element, Kind};

impl Writer<'_> {
    /// `None` if Markdown cannot say it: without a head, with several bodies, with attributes.
    pub(super) fn table(&mut self, table: &Element, alignments: &[Alignment]) -> Option<String> {
        let [head, rest @ ..] = table.children.as_slice() else { return None };
        let rows: &[Element] = match rest {
            [] => &[],
            [body] if body.kind == Kind::TableBody && body.attributes.is_empty() => &body.children,
            _ => return None,
        };
        let [names] = head.children.as_slice() else { return None };
        let is_plain =
            |row: &Element| row.attributes.is_empty() && row.children.iter().all(|cell| cell.attributes.is_empty());
        let is_markdown = head.kind == Kind::TableHead
            && head.attributes.is_empty()
            && table.attributes.is_empty()
            && is_plain(names)
            && rows.iter().all(is_plain)
            && names.children.len() == alignments.len()
            && rows.iter().all(|row| row.children.len() <= alignments.len());
        if !is_markdown {
            return None;
        }
        let mut lines =
            vec![self.row(names), format!("| {} |", alignments.iter().map(rule).collect::<Vec<_>>().join(" | "))];
        lines.extend(rows.iter().map(|row| self.row(row)));
        Some(lines.join("\n"))
    }

    fn row(&self, row: &Element) -> String {
        let cells: Vec<String> = row.children.iter().map(|cell| self.line(&cell.children, Place::Cell)).collect();
        format!("| {} |", cells.join(" | "))
    }
}

fn rule(alignment: &Alignment) -> &'static str {
    match alignment {
        Alignment::Default => "---",
        Alignment::Left => ":--",
        Alignment::Center => ":-:",
        Alignment::Right => "--:",
    }
}
