//! Formulas within lines, in texts in CommonMark.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::markdown::{FormulaPlace, extensions};
use crate::press::edits::Edit;
use crate::press::kramdown::span::tex_in_marks;
use crate::press::kramdown::writer::formula_in_line;

/// How a formula is marked, and where it stands then.
const MARKS: [(&str, &str, FormulaPlace); 4] = [
    ("\\\\(", "\\\\)", FormulaPlace::Inline),
    ("\\\\[", "\\\\]", FormulaPlace::Displayed),
    ("\\(", "\\)", FormulaPlace::Inline),
    ("\\[", "\\]", FormulaPlace::Displayed),
];

/// Bytes of a formula at the most.
const LONGEST: usize = 8_000;

/// Each formula as the renderer knows it. `$…$` is one only where the text says that it holds maths.
pub(super) fn find(text: &str, with_dollars: bool) -> Vec<Edit> {
    if !text.contains("$$") && !text.contains("\\(") && !text.contains("\\[") && !with_dollars {
        return Vec::new();
    }
    let ends = MARKS.map(|(_, end, _)| ends_of(text, end));
    let Places { runs, mut taken } = places(text);
    taken.sort_by_key(|range| range.start);
    let mut edits = Vec::new();
    let mut taken = taken.as_slice();
    for run in &runs {
        let mut position = run.range.start;
        while position < run.range.end {
            while let Some((_, rest)) = taken.split_first().filter(|(first, _)| first.end <= position) {
                taken = rest;
            }
            if let Some(range) = taken.first().filter(|range| range.start <= position) {
                position = range.end;
                continue;
            }
            let limit = run.range.end.min(text.floor_char_boundary(position + LONGEST));
            let Some(rest) = text.get(position..limit) else { break };
            let Some(next) = rest.find(['$', '\\']) else {
                position = limit;
                continue;
            };
            if let Some(range) = taken.first().filter(|range| range.start <= position + next) {
                position = range.end.max(position + 1);
                continue;
            }
            position += next;
            let rest = &rest[next..];
            let found = if rest.starts_with('$') {
                formula_in_dollars(rest, with_dollars)
            } else {
                formula_in_marks(rest, position, &ends)
            };
            match found.filter(|found| is_free(taken, position + found.end)) {
                Some(Formula { tex, place, length, .. }) if fits(text, position, length) => {
                    let tex = one_line(tex, run);
                    let tex = if rest.starts_with("\\\\") { tex_in_marks(&tex) } else { tex };
                    let replacement = formula_in_line(place, &tex, run.is_cell);
                    edits.push(Edit { range: position..position + length, replacement });
                    position += length;
                }
                _ => position += skip(rest),
            }
        }
    }
    edits
}

/// How far to go on where no formula begins: behind an escaped character, or behind all dollars.
fn skip(rest: &str) -> usize {
    match rest.len() - rest.trim_start_matches('$').len() {
        0 => rest.chars().take(2).map(char::len_utf8).sum(),
        dollars => dollars,
    }
}

/// A formula that a text begins with.
struct Formula<'t> {
    tex: &'t str,
    place: FormulaPlace,
    /// Where its TeX ends.
    end: usize,
    /// With its marks.
    length: usize,
}

/// Where a formula may end.
fn ends_of(text: &str, end: &str) -> Vec<usize> {
    text.match_indices(end).map(|(place, _)| place).filter(|place| is_not_escaped(text, *place)).collect()
}

fn is_not_escaped(text: &str, place: usize) -> bool {
    let before = text.get(..place).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 0
}

/// The formula that the text at a place begins with; the ends are those of the marks.
fn formula_in_marks<'t>(rest: &'t str, position: usize, ends: &[Vec<usize>]) -> Option<Formula<'t>> {
    let ((start, closing, place), ends) = MARKS.iter().zip(ends).find(|((start, ..), _)| rest.starts_with(start))?;
    let next = ends.partition_point(|end| *end < position + start.len());
    let end = ends.get(next)?.checked_sub(position)?;
    let tex = rest.get(start.len()..end)?;
    let length = end + closing.len();
    (!tex.trim().is_empty() && length <= rest.len()).then_some(Formula { tex, place: *place, end, length })
}

/// `$$…$$`, and `$…$` by the rule of pandoc: no blank inside of the dollars, no digit behind them, no other dollar in it.
fn formula_in_dollars(rest: &str, with_single: bool) -> Option<Formula<'_>> {
    if rest.starts_with("$$") {
        let end = 2 + rest[2..].find("$$")?;
        let tex = &rest[2..end];
        let is_formula = !tex.trim().is_empty() && !tex.contains('`') && !rest[end..].starts_with("$$$");
        return is_formula.then_some(Formula { tex, place: FormulaPlace::Displayed, end, length: end + 2 });
    }
    let inside = &rest[1..];
    let mut ends = inside.match_indices('$').map(|(end, _)| end).filter(|_| with_single);
    let end = ends.find(|end| is_not_escaped(inside, *end))?;
    let tex = &inside[..end];
    let after = &inside[end + 1..];
    let is_formula = !tex.is_empty()
        && !tex.starts_with(char::is_whitespace)
        && !tex.ends_with(char::is_whitespace)
        && !tex.contains('`')
        && !after.starts_with(|char: char| char.is_ascii_digit() || char == '$');
    is_formula.then_some(Formula { tex, place: FormulaPlace::Inline, end: end + 1, length: end + 2 })
}

/// Whether the renderer would find a formula there: no other dollar is beside it.
fn fits(text: &str, position: usize, length: usize) -> bool {
    let before = text.get(..position).unwrap_or_default();
    let after = text.get(position + length..).unwrap_or_default();
    !before.ends_with(['$', '`']) && !after.starts_with(['$', '`'])
}

/// Whether a place is in nothing that is read before formulas are.
fn is_free(taken: &[Range<usize>], place: usize) -> bool {
    let reached = taken.iter().take_while(|range| range.start <= place);
    reached.into_iter().all(|range| range.end <= place)
}

fn one_line(tex: &str, run: &Run) -> String {
    let tex = crate::press::tex::without_comments(tex);
    let mut output = String::with_capacity(tex.len());
    for (number, line) in tex.split('\n').enumerate() {
        let mut line = line.trim();
        if 0 < number {
            output.push(' ');
            for _ in 0..run.quotes {
                line = line.strip_prefix('>').unwrap_or(line).trim_start();
            }
        }
        output.push_str(line);
    }
    if run.is_cell { output.replace("\\|", "|") } else { output }
}

/// Text without a block in it.
struct Run {
    range: Range<usize>,
    is_cell: bool,
    /// How many quotes are around it.
    quotes: usize,
}

struct Places {
    runs: Vec<Run>,
    /// Code, tags, addresses and the like, in which nothing is a formula.
    taken: Vec<Range<usize>>,
}

fn places(text: &str) -> Places {
    let mut places = Places { runs: Vec::new(), taken: Vec::new() };
    let (mut is_in_run, mut is_cell, mut quotes, mut hidden) = (false, false, 0_usize, 0_usize);
    // Where the last thing in a link ended: what follows there is its address.
    let mut inner_end = 0;
    let mut parser = Parser::new_ext(text, extensions()).into_offset_iter();
    for (event, range) in parser.by_ref() {
        let is_span = match &event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => {
                hidden += 1;
                false
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                hidden = hidden.saturating_sub(1);
                false
            }
            Event::Start(Tag::BlockQuote(_)) => {
                quotes += 1;
                false
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                quotes = quotes.saturating_sub(1);
                false
            }
            Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell) => {
                is_cell = matches!(event, Event::Start(_));
                false
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } | Tag::Image { .. })
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => {
                places.taken.push(range.clone());
                true
            }
            Event::End(TagEnd::Link) => {
                places.taken.push(inner_end.min(range.end)..range.end);
                true
            }
            Event::Start(tag) => is_span_tag(&tag.to_end()),
            Event::End(tag) => is_span_tag(tag),
            Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::InlineMath(_) | Event::DisplayMath(_) => true,
            Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
        };
        if is_span && hidden == 0 {
            match places.runs.last_mut().filter(|_| is_in_run) {
                Some(run) => run.range.end = run.range.end.max(range.end),
                None => places.runs.push(Run { range: with_backslashes(text, range.clone()), is_cell, quotes }),
            }
        }
        is_in_run = is_span;
        if !matches!(event, Event::Start(_)) {
            inner_end = range.end;
        } else if is_span {
            inner_end = range.start + 1;
        }
    }
    places.taken.retain(|range| !range.is_empty());
    places
}

/// A text may begin with a backslash, of which no event tells.
fn with_backslashes(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let slashes = before.len() - before.trim_end_matches('\\').len();
    range.start - slashes.min(1)..range.end
}

fn is_span_tag(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

#[cfg(test)]
mod tests;
