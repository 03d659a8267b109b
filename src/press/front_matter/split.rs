//! Where front matter ends and the text begins.

use crate::press::diagnostic::{Position, Problem};
use crate::press::yaml::is_key_line;

/// The two parts of a file, and the lines in which they begin.
pub(super) struct Parts<'a> {
    pub(super) yaml: &'a str,
    pub(super) yaml_line: u32,
    pub(super) text: &'a str,
    pub(super) text_line: u32,
}

/// Cuts a file at its lines of `---`. Without front matter all of it is text.
///
/// Jekyll's rule is `\A---\s*\n.*?^(---|\.\.\.)\s*$`. Two slips are mended that it does not forgive: blank lines above
/// the first line, and a closing line that is missing.
pub(super) fn split(file: &str) -> (Parts<'_>, Vec<(Position, Problem)>) {
    let blank: usize = file.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let (opening, rest) = first_line(file.get(blank..).unwrap_or_default());
    let closing = closing_line(rest);
    let end = match &closing {
        Some(end) => *end,
        None => end_of_keys(rest),
    };
    if opening.trim_end() != "---" || closing.is_none() && end.yaml == 0 {
        let problem = (Position::START, Problem::NoFrontMatter);
        let problems = if file.trim().is_empty() { Vec::new() } else { vec![problem] };
        return (Parts { yaml: "", yaml_line: 1, text: file, text_line: 1 }, problems);
    }
    let opening_position = Position::of(file, blank);
    let mut problems = Vec::new();
    if 0 < blank {
        problems.push((Position::START, Problem::BlankAboveFrontMatter));
    }
    if closing.is_none() {
        problems.push((opening_position, Problem::FrontMatterNotClosed));
    }
    let yaml_line = opening_position.line.saturating_add(1);
    let lines = Position::of(rest, end.text).line;
    let parts = Parts {
        yaml: rest.get(..end.yaml).unwrap_or(rest),
        yaml_line,
        text: rest.get(end.text..).unwrap_or_default(),
        text_line: yaml_line.saturating_add(lines).saturating_sub(1),
    };
    (parts, problems)
}

/// Offsets at which the YAML ends and the text begins.
#[derive(Clone, Copy)]
struct End {
    yaml: usize,
    text: usize,
}

fn closing_line(rest: &str) -> Option<End> {
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(End { yaml: offset, text: offset + line.len() });
        }
        offset += line.len();
    }
    None
}

/// The end of the lines that can be front matter: up to the first blank line, or the first that is neither a key nor
/// what may stand below one.
fn end_of_keys(rest: &str) -> End {
    let is_key_or_below = |line: &str| line.starts_with([' ', '\t', '-', '#']) || is_key_line(line);
    let lines = rest.split_inclusive('\n').take_while(|line| !line.trim().is_empty() && is_key_or_below(line));
    let end = lines.map(str::len).sum();
    End { yaml: end, text: end }
}

fn first_line(text: &str) -> (&str, &str) {
    text.split_at(text.find('\n').map_or(text.len(), |newline| newline + 1))
}
