//! Formulas within lines, in texts in CommonMark.

use std::ops::Range;

use places::{Places, Run, places};

use crate::markdown::FormulaPlace;
use crate::press::edits::Edit;
use crate::press::kramdown::span::tex_in_marks;
use crate::press::kramdown::writer::formula_in_line;

mod places;

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
    if let Some(inside) = rest.strip_prefix("$$") {
        let end = 2 + inside.find("$$")?;
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

#[cfg(test)]
mod tests;
