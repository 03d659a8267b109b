//! Code on lines of its own.

use std::ops::RangeInclusive;

use super::super::document::AfterFence;
use super::super::tree::Kind;
use super::boundary::interrupts_lazy_line;
use super::lines::{
    after_indent, after_optional_space, blank_lines, blank_tail, has_text, is_blank, is_space, line, without_indents,
};
use super::marker;
use super::node::{Node, Tree};
use super::parser::Parser;
use super::source::Source;

/// The lines of a source that may end code between fences: those of backticks, those of tildes.
#[derive(Debug, Default)]
pub(super) struct Fences {
    backticks: Vec<Fence>,
    tildes: Vec<Fence>,
}

/// A line that is nothing but a fence.
#[derive(Clone, Copy, Debug)]
struct Fence {
    start: usize,
    length: usize,
    /// The longest of this and the following ones.
    longest_ahead: usize,
}

pub(super) fn parse_indented(source: &mut Source<'_>, tree: &mut Tree) -> bool {
    if after_indent(source.rest()).is_none() {
        return false;
    }
    let start = source.position();
    skip_indented(source);
    let end = source.position();
    if end == start {
        return false;
    }
    let code = without_indents(&joined(source.slice(start, end)));
    tree.push(Node::new(Kind::CodeBlock { code, language: None, fenced: false }), end);
    true
}

/// Reads indented lines, and others that continue them (`CODEBLOCK_MATCH`).
pub(super) fn skip_indented(source: &mut Source<'_>) {
    loop {
        let start = source.position();
        source.advance(blank_lines(source.rest()).unwrap_or(0));
        let mut has_indented = false;
        while is_indented(line(source.rest())) {
            has_indented = true;
            source.take_line();
        }
        if !has_indented {
            source.set_position(start);
            return;
        }
        while continues_code(source) {
            source.take_line();
        }
    }
}

pub(super) fn parse_fenced(parser: &Parser, source: &mut Source<'_>, tree: &mut Tree) -> bool {
    let rest = source.rest();
    let inside = if parser.options.gfm { after_optional_space(rest) } else { rest };
    let Some(char) = inside.chars().next().filter(|char| *char == '~' || (*char == '`' && parser.options.gfm)) else {
        return false;
    };
    let opening = line(inside).trim_end_matches(is_space);
    let run = opening.len() - opening.trim_start_matches(char).len();
    if run < 3 {
        return false;
    }
    let code_start = source.position() + line(rest).len();
    // A closing fence may be shorter: what is too much in the opening one then counts as its language.
    let info = opening.get(run..).unwrap_or_default();
    let shortest = if info.starts_with(is_space) { run } else { 3 };
    let has_options = info.trim_start_matches(is_space).contains(is_space);
    if has_options && (parser.options.after_fence == AfterFence::OneWord || info.contains('`')) {
        return false;
    }
    let spaces = if parser.options.gfm { 3 } else { 0 };
    let fences = source.fences.take().unwrap_or_else(|| Fences::in_text(source.text(), spaces));
    let closing = fences.closing(code_start, char, shortest..=run);
    source.fences = Some(fences);
    let Some(closing) = closing else { return false };
    let length = closing.length.min(run);
    let info = opening.get(length..).unwrap_or_default().trim_start_matches(is_space);
    let code = source.slice(code_start, closing.start).to_owned();
    source.set_position(closing.start);
    source.take_line();
    let language = (!info.is_empty()).then(|| without_options(info).to_owned());
    tree.push(Node::new(Kind::CodeBlock { code, language, fenced: true }), source.position());
    true
}

impl Fences {
    fn in_text(text: &str, indentation_limit: usize) -> Fences {
        let mut fences = Fences::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let inside = if indentation_limit > 0 { after_optional_space(line) } else { line };
            let fence = inside.trim_end_matches(is_space);
            let is_of = |char| fence.len() >= 3 && line.ends_with('\n') && fence.chars().all(|other| other == char);
            let fence = Fence { start, length: fence.len(), longest_ahead: 0 };
            if is_of('`') {
                fences.backticks.push(fence);
            } else if is_of('~') {
                fences.tildes.push(fence);
            }
            start += line.len();
        }
        for fences in [&mut fences.backticks, &mut fences.tildes] {
            let mut longest = 0;
            for fence in fences.iter_mut().rev() {
                longest = fence.length.max(longest);
                fence.longest_ahead = longest;
            }
        }
        fences
    }

    /// The fence that closes one: the first that is as long, or else the longest that is long enough.
    fn closing(&self, from: usize, char: char, lengths: RangeInclusive<usize>) -> Option<Fence> {
        let fences = if char == '~' { &self.tildes } else { &self.backticks };
        let ahead = fences.get(fences.partition_point(|fence| fence.start < from)..)?;
        let wanted = ahead.first()?.longest_ahead.min(*lengths.end());
        (wanted >= *lengths.start()).then(|| ahead.iter().find(|fence| fence.length >= wanted).copied())?
    }
}

/// The language of an info string, with what follows it behind a blank.
fn without_options(info: &str) -> &str {
    if info.contains(is_space) {
        return info;
    }
    let first = info.chars().next().map_or(0, char::len_utf8);
    let options = info.get(first..).and_then(|rest| rest.find('?')).map(|place| first + place);
    info.get(..options.unwrap_or(info.len())).unwrap_or(info)
}

fn is_indented(line: &str) -> bool {
    after_indent(line).is_some_and(|inside| {
        let inside = inside.trim_start_matches(is_blank);
        !inside.starts_with(is_space) && has_text(inside)
    })
}

fn continues_code(source: &Source<'_>) -> bool {
    let line = line(source.rest());
    let inside = line.trim_start_matches(is_blank);
    !inside.starts_with(is_space)
        && has_text(inside)
        && marker::end_of_block(line).is_none()
        && !interrupts_lazy_line(source, 3)
}

/// A line that is not indented as code continues the line before it.
fn joined(code: &str) -> String {
    let mut joined = String::with_capacity(code.len());
    for line in code.split_inclusive('\n') {
        let is_lazy = !after_optional_space(line).starts_with(is_space) && blank_tail(line).is_none();
        if is_lazy && joined.ends_with('\n') {
            joined.pop();
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}
