//! The cells of a table's row.

use super::super::html_tag;
use super::lines::{is_space, is_stripped};
use super::source::Source;

/// A part of a text in which only code and HTML are looked for.
enum Piece<'a> {
    Text(&'a str),
    Code(&'a str),
    /// An element's name, or a comment.
    Html(String),
}

/// Whether a line has a pipe that no backslash escapes (`TABLE_PIPE_CHECK`).
pub(super) fn has_pipe(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.first() == Some(&b'|') || bytes.windows(2).any(|pair| matches!(pair, [before, b'|'] if *before != b'\\'))
}

/// The texts of a row's cells.
pub(super) fn cells(row: &str, has_leading_pipe: bool) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = row;
    while let Some((before, code, after)) = split_code_element(rest) {
        add_text(&mut cells, before);
        add(&mut cells, code);
        rest = after;
    }
    add_text(&mut cells, rest);
    let is_empty = |cell: Option<&String>| cell.is_none_or(|cell| cell.trim_matches(is_stripped).is_empty());
    if has_leading_pipe && is_empty(cells.first()) && !cells.is_empty() {
        cells.remove(0);
    }
    if is_empty(cells.last()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim_matches(is_stripped).to_owned()).collect()
}

/// Whether every line has a pipe that is not in code or in HTML, as far as kramdown looks.
pub(super) fn has_pipes_outside_of_code(text: &str) -> bool {
    let mut has_one = false;
    for piece in pieces(text, true) {
        let (text, is_code) = match &piece {
            Piece::Code(text) => (*text, true),
            Piece::Text(text) => (*text, false),
            Piece::Html(text) => (text.as_str(), false),
        };
        let text = text.trim_end_matches('\n');
        let lines = if text.is_empty() { 0 } else { text.split('\n').count() };
        if is_code {
            if lines > 2 || (lines == 2 && !has_one) {
                break;
            }
            has_one &= lines != 2;
            continue;
        }
        if lines > 1 && !has_one && !text.split('\n').next().is_some_and(has_pipe) {
            break;
        }
        has_one = (lines <= 1 && has_one) || text.rsplit('\n').next().is_some_and(has_pipe);
    }
    has_one
}

/// `<code>…</code>` with what stands before and after it.
fn split_code_element(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find("<code")?;
    let tag_end = start + text.get(start..)?.find('>')?;
    let end = tag_end + text.get(tag_end..)?.find("</code>")? + "</code>".len();
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

fn add(cells: &mut Vec<String>, text: &str) {
    match cells.last_mut() {
        Some(last) => last.push_str(text),
        None => cells.push(text.to_owned()),
    }
}

/// Adds what has code spans, in which pipes do not count.
fn add_text(cells: &mut Vec<String>, text: &str) {
    for piece in pieces(text, false) {
        match piece {
            Piece::Code(code) => add(cells, &code_span(code)),
            Piece::Html(html) => add(cells, &html),
            Piece::Text(text) => {
                let mut columns = split_at_pipes(text).into_iter();
                add(cells, &columns.next().unwrap_or_default());
                cells.extend(columns);
            }
        }
    }
}

fn split_at_pipes(text: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut parts = text.split('|').peekable();
    while let Some(part) = parts.next() {
        let is_escaped = parts.peek().is_some() && part.ends_with('\\');
        let Some(open) = columns.last_mut() else { break };
        if is_escaped {
            open.push_str(part.strip_suffix('\\').unwrap_or(part));
            open.push('|');
        } else {
            open.push_str(part);
            columns.extend(parts.peek().map(|_| String::new()));
        }
    }
    columns
}

/// A code span with enough backticks around it.
fn code_span(code: &str) -> String {
    let longest = code.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}

/// Splits a text at code spans, and at elements of HTML and comments if asked for.
fn pieces(text: &str, with_html: bool) -> Vec<Piece<'_>> {
    let source = Source::new(text);
    let mut pieces = Vec::new();
    let mut text_start = 0;
    let mut place = 0;
    while let Some(length) = source.from(place).find(['`', '<']) {
        let start = place + length;
        let rest = source.from(start);
        let found = match rest.starts_with('`') {
            true => code_end(&source, start).map(|(code, end)| (Piece::Code(code), end)),
            false if with_html => html_end(&source, start).map(|(html, end)| (Piece::Html(html), end)),
            false => None,
        };
        let Some((piece, end)) = found else {
            place = start + rest.bytes().take_while(|byte| *byte == b'`').count().max(1);
            continue;
        };
        if start > text_start {
            pieces.push(Piece::Text(source.slice(text_start, start)));
        }
        pieces.push(piece);
        place = end;
        text_start = end;
    }
    if text_start < text.len() {
        pieces.push(Piece::Text(source.from(text_start)));
    }
    pieces
}

/// The inside of the code span that begins at a place, and the place after it.
fn code_end<'a>(source: &Source<'a>, start: usize) -> Option<(&'a str, usize)> {
    let rest = source.from(start);
    let inside = rest.trim_start_matches('`');
    let fence = rest.get(..rest.len() - inside.len()).filter(|fence| !fence.is_empty())?;
    let is_single = fence.len() == 1;
    let is_after_space = start == 0 || source.slice(0, start).ends_with(is_space);
    if is_single && is_after_space && inside.starts_with(is_space) {
        return None;
    }
    let end = inside.find(fence)?;
    let code = inside.get(..end)?;
    let place = start + fence.len() + end + fence.len();
    if is_single {
        return Some((code, place));
    }
    let code = code.strip_prefix(' ').unwrap_or(code);
    Some((code.strip_suffix(' ').unwrap_or(code), place))
}

/// The name of the element of HTML that begins at a place, or the comment, and the place after it.
fn html_end(source: &Source<'_>, start: usize) -> Option<(String, usize)> {
    if let Some(end) = super::html::comment_end(source, start) {
        return Some((source.slice(start, end).to_owned(), end));
    }
    let first = html_tag::start_tag(source.from(start)).filter(|tag| !html_tag::is_block_element(&tag.name))?;
    let mut open = Vec::new();
    let mut place = start;
    loop {
        place = after_piece(source, place, &mut open);
        if open.is_empty() {
            return Some((first.name, place));
        }
        match source.from(place).find(['<', '`']) {
            Some(next) => place += next,
            None => return Some((first.name, source.text().len())),
        }
    }
}

/// The place after the tag, the comment or the code that begins at a place; the elements that are open after it.
fn after_piece(source: &Source<'_>, place: usize, open: &mut Vec<String>) -> usize {
    let rest = source.from(place);
    if let Some(tag) = html_tag::start_tag(rest).filter(|tag| !html_tag::is_block_element(&tag.name)) {
        if !tag.is_self_closing && !html_tag::is_void(&tag.name) {
            open.push(tag.name);
        }
        return place + tag.length;
    }
    if let Some(tag) = html_tag::end_tag(rest) {
        open.pop_if(|open| *open == tag.name);
        return place + tag.length;
    }
    let skipped = super::html::comment_end(source, place).or_else(|| Some(code_end(source, place)?.1));
    skipped.unwrap_or(place + 1)
}
