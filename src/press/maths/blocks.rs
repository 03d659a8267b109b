//! Formulas on lines of their own, in texts in CommonMark: `$$` or `\[` at the beginning of a line, and their ends at
//! the end of one.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::markdown::extensions;
use crate::press::edits::Edit;

/// How such a formula begins and ends.
const MARKS: [(&str, &str); 3] = [("$$", "$$"), ("\\\\[", "\\\\]"), ("\\[", "\\]")];

/// Bytes of a formula at the most; what is longer was never meant as one.
const LONGEST: usize = 8_000;

/// Each of them as a block between fences.
pub(super) fn find(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if MARKS.iter().all(|(start, _)| !text.contains(start)) {
        return edits;
    }
    let mut code = code_and_html(text).into_iter().peekable();
    let mut position = 0;
    while let Some(line) = text.get(position..).and_then(|rest| rest.split_inclusive('\n').next()) {
        let start = position;
        position += line.len();
        while code.next_if(|range| range.end <= start).is_some() {}
        if code.peek().is_some_and(|range| range.start < position) {
            continue;
        }
        if let Some((end, replacement)) = formula(text, start, line) {
            edits.push(Edit { range: start..end, replacement });
            position = end;
            // What looked like code or HTML inside of it is neither.
            while code.next_if(|range| range.start < end).is_some() {}
        }
    }
    edits
}

/// Whole blocks in which nothing is a formula.
fn code_and_html(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, extensions()).into_offset_iter();
    let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)));
    blocks.map(|(_, range)| range).collect()
}

/// The formula that begins with a line: where it ends, and what comes into its place.
fn formula(text: &str, start: usize, line: &str) -> Option<(usize, String)> {
    let inside = line.trim_start_matches([' ', '\t', '>']);
    let prefix = &line[..line.len() - inside.len()];
    let (opening, closing) = MARKS.iter().find(|(opening, _)| inside.starts_with(opening))?;
    let tex_start = start + prefix.len() + opening.len();
    let window = text.get(tex_start..text.floor_char_boundary(tex_start + LONGEST))?;
    let tex_end = tex_start + window.find(closing)?;
    let after = text.get(tex_end + closing.len()..)?;
    let tail = after.split_inclusive('\n').next().unwrap_or_default();
    let tex = text.get(tex_start..tex_end)?;
    if !tail.trim().is_empty() || tex.trim().is_empty() {
        return None;
    }
    let depth = prefix.matches('>').count();
    let mut lines = Vec::new();
    for (number, line) in tex.split('\n').enumerate() {
        let line = if number == 0 { Some(line) } else { without_marks(line, depth) };
        let line = line?.trim();
        // A formula may hold blank lines only if its marks stand alone, or else two amounts of money would do.
        if line.is_empty() && 0 < number && !lines.is_empty() && !tex.starts_with(['\n', '\r']) {
            return None;
        }
        if !line.is_empty() {
            lines.push(format!("{prefix}{line}\n"));
        }
    }
    let longest = tex.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    let end = if tail.ends_with('\n') { "\n" } else { "" };
    let replacement = format!("{prefix}{fence}math\n{}{prefix}{fence}{end}", lines.concat());
    Some((tex_end + closing.len() + tail.len(), replacement))
}

/// A line without the marks of the quotes around it. `None` if it is in fewer of them.
fn without_marks(line: &str, depth: usize) -> Option<&str> {
    let mut rest = line.trim_start();
    for _ in 0..depth {
        rest = rest.strip_prefix('>')?.trim_start();
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut output = text.to_owned();
        for Edit { range, replacement } in find(text).into_iter().rev() {
            output.replace_range(range, &replacement);
        }
        output
    }

    #[test]
    fn formulas_on_their_own_lines_stand_between_fences() {
        for (text, expected) in [
            ("$$\nx\n$$\n", "```math\nx\n```\n"),
            ("a\n$$x$$\nb", "a\n```math\nx\n```\nb"),
            ("\\[\n  x\n- y\n=\n\\]", "```math\nx\n- y\n=\n```"),
            ("\\\\[ x \\\\]\n", "```math\nx\n```\n"),
            ("$$\n\\begin{a}\n\n    x\n\\end{a}\n$$  \nb\n", "```math\n\\begin{a}\nx\n\\end{a}\n```\nb\n"),
            ("> > $$\n> > x\n>> $$\n", "> > ```math\n> > x\n> > ```\n"),
            ("- a\n\n  $$\n  x\n  $$\n", "- a\n\n  ```math\n  x\n  ```\n"),
            ("$$a```b$$\n", "````math\na```b\n````\n"),
        ] {
            assert_eq!(written(text), expected);
        }
    }

    #[test]
    fn other_lines_stay() {
        for text in [
            "```\n$$\nx\n$$\n```\n",
            "    $$\n    x\n    $$\n",
            "<pre>\n$$\nx\n$$\n</pre>\n",
            "$$x$$ is\n",
            "It is $$\nx\n$$\n",
            "$$ is a lot\n\nand so is this $$\n",
            "> $$\nx $$\n",
            "$$\n",
            "$$$$\n",
        ] {
            assert_eq!(written(text), text);
        }
    }
}
