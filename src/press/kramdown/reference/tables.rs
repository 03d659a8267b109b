//! Tables as HTML.

use super::{Converter, Form};
use crate::press::kramdown::tree::{Alignment, Attributes, Element, Kind};

impl Converter<'_> {
    pub(super) fn table(&mut self, table: &Element, alignments: &[Alignment]) {
        self.start("table", &table.attributes);
        for part in &table.children {
            let (name, cell_name) = match part.kind {
                Kind::TableHead => ("thead", "th"),
                Kind::TableBody => ("tbody", "td"),
                Kind::TableFoot => ("tfoot", "td"),
                _ => continue,
            };
            self.start(name, &part.attributes);
            for row in &part.children {
                self.row(row, cell_name, alignments);
            }
            self.end(name);
        }
        self.end("table");
        self.output.push('\n');
    }

    fn row(&mut self, row: &Element, cell_name: &str, alignments: &[Alignment]) {
        self.output.push('\n');
        self.start("tr", &row.attributes);
        for (column, cell) in row.children.iter().enumerate() {
            let alignment = alignments.get(column).and_then(|alignment| name(*alignment));
            let attributes = match alignment {
                Some(alignment) => self.aligned(&cell.attributes, alignment),
                None => cell.attributes.clone(),
            };
            self.start(cell_name, &attributes);
            let begin = self.output.len();
            self.children(&cell.children);
            if self.output.len() == begin && self.form == Form::Jekyll {
                self.output.push('\u{a0}');
            }
            self.end(cell_name);
        }
        self.end("tr");
        self.output.push('\n');
    }

    fn aligned(&self, attributes: &Attributes, alignment: &str) -> Attributes {
        let mut attributes = attributes.clone();
        if self.form == Form::Passing {
            attributes.push(("align".to_owned(), alignment.to_owned()));
            return attributes;
        }
        let style = format!("text-align: {alignment}");
        match attributes.iter_mut().find(|(name, _)| name == "style") {
            Some((_, value)) => *value = format!("{value}; {style}"),
            None => attributes.push(("style".to_owned(), style)),
        }
        attributes
    }
}

/// As it is called in CSS.
fn name(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::Default => None,
        Alignment::Left => Some("left"),
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
    }
}
