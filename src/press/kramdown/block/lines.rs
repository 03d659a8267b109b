//! What lines are, by the rules of the regular expressions of kramdown.

pub(super) use super::super::character_class::is_space;

/// White space between words.
pub(super) fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t')
}

/// What Ruby strips off a text.
pub(super) fn is_stripped(char: char) -> bool {
    is_space(char) || char == '\0'
}

/// The first line, with its line feed.
pub(super) fn line(rest: &str) -> &str {
    rest.split_inclusive('\n').next().unwrap_or_default()
}

/// The length of a run of blank lines (`BLANK_LINE`).
pub(super) fn blank_lines(rest: &str) -> Option<usize> {
    let length = rest.find(|char| !is_space(char)).unwrap_or(rest.len());
    rest.get(..length)?.rfind('\n').map(|end| end + 1)
}

/// The length of the rest of a line on which nothing more stands, with its line feed.
pub(super) fn blank_tail(rest: &str) -> Option<usize> {
    let end = rest.find(|char| char == '\n' || !is_space(char))?;
    rest.get(end..)?.starts_with('\n').then_some(end + 1)
}

/// The length of up to `limit` spaces.
pub(super) fn spaces(rest: &str, limit: usize) -> usize {
    rest.bytes().take(limit).take_while(|byte| *byte == b' ').count()
}

/// Without up to three spaces (`OPT_SPACE`).
pub(super) fn after_optional_space(rest: &str) -> &str {
    rest.get(spaces(rest, 3)..).unwrap_or_default()
}

/// Without the indentation of code (`INDENT`).
pub(super) fn after_indent(rest: &str) -> Option<&str> {
    rest.strip_prefix('\t').or_else(|| rest.strip_prefix("    "))
}

/// A text whose lines lose the indentation of code where they have it.
pub(super) fn without_indents(text: &str) -> String {
    text.split_inclusive('\n').map(|line| after_indent(line).unwrap_or(line)).collect()
}

/// Whether a line has more than white space.
pub(super) fn has_text(line: &str) -> bool {
    line.ends_with('\n') && line.contains(|char| !is_space(char))
}
