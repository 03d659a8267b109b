//! Tables.

use super::super::tree::{Alignment, Kind};
use super::boundary::is_before_boundary;
use super::lines::{after_optional_space, is_blank, is_space, line};
use super::node::{Node, Tree};
use super::source::Source;
use super::table_row::{cells, has_pipe, has_pipes_outside_of_code};

/// How many empty cells are added to rows that are shorter than others.
const ADDED_CELLS: usize = 100_000;

#[derive(Default)]
struct Table {
    parts: Vec<Node>,
    rows: Vec<Node>,
    alignments: Vec<Alignment>,
    has_foot: bool,
    columns: usize,
}

pub(super) fn parse(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let start = source.position();
    let first = line(source.rest());
    let inside = after_optional_space(first);
    if inside.starts_with(is_space) || !inside.ends_with('\n') || !has_pipe(inside) || !tree.is_after_boundary() {
        return false;
    }
    // Even where this turns out not to be a table, the list that waits is used up, as in kramdown.
    let list = tree.waiting.take();
    let list_start = tree.waiting_start.take().filter(|_| list.is_some());
    let Some(table) = take_table(source, first.trim_start_matches(is_space).starts_with('|')) else {
        source.set_position(start);
        return false;
    };
    let mut node = Node::new(Kind::Table { alignments: table.alignments });
    node.children = table.parts;
    node.list = list;
    node.source = list_start.unwrap_or(tree.start)..source.position();
    tree.nodes.push(node);
    true
}

fn take_table(source: &mut Source<'_>, has_leading_pipe: bool) -> Option<Table> {
    let start = source.position();
    let mut table = Table::default();
    if is_separator(line(source.rest()), '-') {
        source.take_line();
    }
    loop {
        let text = line(source.rest());
        if !text.ends_with('\n') || !has_pipe(text) {
            break;
        }
        source.take_line();
        if is_separator(text, '-') {
            table.end_part(text);
        } else if is_separator(text, '=') {
            if !table.rows.is_empty() {
                table.push_part(Kind::TableBody);
            }
            table.has_foot = true;
        } else {
            table.push_row(text.trim_end_matches('\n').trim_end_matches(is_blank), has_leading_pipe);
        }
    }
    let text = source.slice(start, source.position());
    if !is_before_boundary(source) || !has_pipes_outside_of_code(text.strip_suffix('\n').unwrap_or(text)) {
        return None;
    }
    if !table.rows.is_empty() {
        table.push_part(if table.has_foot { Kind::TableFoot } else { Kind::TableBody });
    }
    let has_body = table.parts.iter().any(|part| part.is_table_body());
    has_body.then(|| table.with_equal_rows())
}

impl Table {
    fn push_row(&mut self, text: &str, has_leading_pipe: bool) {
        let cells = cells(text, has_leading_pipe);
        self.columns = self.columns.max(cells.len());
        let mut row = Node::new(Kind::TableRow);
        row.children = cells.iter().map(|cell| cell_of(cell)).collect();
        self.rows.push(row);
    }

    fn push_part(&mut self, kind: Kind) {
        let children = std::mem::take(&mut self.rows);
        self.parts.push(Node { children, ..Node::new(kind) });
    }

    /// A line of `-` ends the head the first time, bodies later on.
    fn end_part(&mut self, separator: &str) {
        if self.rows.is_empty() {
            return;
        }
        if self.alignments.is_empty() && !self.has_foot {
            self.push_part(Kind::TableHead);
            self.alignments = alignments(separator);
        } else if !self.has_foot {
            self.push_part(Kind::TableBody);
        }
    }

    fn with_equal_rows(mut self) -> Table {
        let mut left = ADDED_CELLS;
        for row in self.parts.iter_mut().flat_map(|part| &mut part.children) {
            let missing = (self.columns - row.children.len()).min(left);
            left -= missing;
            row.children.extend((0..missing).map(|_| Node::new(Kind::TableCell)));
        }
        self.alignments.resize(self.columns, Alignment::Default);
        self
    }
}

fn cell_of(text: &str) -> Node {
    Node::with_text(Kind::TableCell, text)
}

/// Whether a line has nothing but dashes, or equals signs, and what stands between columns.
fn is_separator(line: &str, sign: char) -> bool {
    line.contains(sign) && line.chars().all(|char| char == sign || matches!(char, '+' | '|' | ':' | ' ' | '\t' | '\n'))
}

/// The colons around each run of dashes.
fn alignments(separator: &str) -> Vec<Alignment> {
    let mut alignments = Vec::new();
    let mut rest = separator;
    while let Some(start) = rest.find('-') {
        let (before, dashes) = rest.split_at(start);
        let after = dashes.trim_start_matches('-');
        let (is_left, is_right) = (before.ends_with(':'), after.starts_with(':'));
        alignments.push(match (is_left, is_right) {
            (false, false) => Alignment::Default,
            (true, false) => Alignment::Left,
            (false, true) => Alignment::Right,
            (true, true) => Alignment::Center,
        });
        // A colon belongs to one column only.
        rest = after.strip_prefix(':').unwrap_or(after);
    }
    alignments
}
