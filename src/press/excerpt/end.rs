//! Where an author ended the excerpt.

use crate::press::post::Post;

/// Comments that mean so in one blogging program or another, in any case.
const MARKS: [&str; 6] = ["more", "read more", "readmore", "excerpt", "end excerpt", "excerpt end"];

/// Bytes of a mark with its blanks.
const LONGEST_MARK: usize = 40;

/// The line of a text, as its author wrote it, in which the separator begins, blank lines in it aside. `None` for the usual separator, an empty
/// line: then an excerpt is the first paragraph, wherever that is.
pub fn separator_line(text: &str, separator: &str) -> Option<u32> {
    if matches!(separator, "" | "\n\n") {
        return None;
    }
    let blank = separator.len() - separator.trim_start().len();
    let before = text.get(..text.find(separator)?.checked_add(blank)?)?;
    u32::try_from(before.matches('\n').count()).ok()?.checked_add(1)
}

/// The byte offset of the excerpt's end in a document's text, perhaps after the text was rewritten.
pub(super) fn end(post: &Post) -> Option<usize> {
    let separator = post.excerpt_separator.as_str();
    if separator.is_empty() {
        return None;
    }
    let as_written = if separator.trim().is_empty() { None } else { post.text.find(separator) };
    as_written.or_else(|| line_of_separator(post)).or_else(|| mark(&post.text))
}

/// The text before the end, with the definitions of its links from behind the end.
pub(super) fn with_definitions(head: &str, tail: &str) -> String {
    let is_definition = |line: &&str| {
        let label = line.trim_start().split_once("]:").map(|(label, _)| label);
        line.len() - line.trim_start().len() <= 3
            && label.is_some_and(|label| label.starts_with('[') && 1 < label.len() && !label.starts_with("[^"))
    };
    let definitions: Vec<&str> = tail.lines().filter(is_definition).collect();
    if definitions.is_empty() { head.to_owned() } else { format!("{head}\n\n{}\n", definitions.join("\n")) }
}

fn line_of_separator(post: &Post) -> Option<usize> {
    let wanted = post.excerpt_end?;
    let mut offset = 0;
    for (number, line) in (1..).zip(post.text.split_inclusive('\n')) {
        if wanted <= post.file_line(number) {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

fn mark(text: &str) -> Option<usize> {
    text.match_indices("<!--").map(|(start, _)| start).find(|start| {
        let rest = text.get(start + 4..).unwrap_or_default();
        let rest = rest.get(..rest.floor_char_boundary(LONGEST_MARK)).unwrap_or_default();
        let inside = rest.split_once("-->").map(|(inside, _)| inside);
        inside.is_some_and(|inside| MARKS.iter().any(|mark| inside.trim().eq_ignore_ascii_case(mark)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_line_of_a_separator_of_the_authors_own() {
        for (text, separator, line) in [
            ("a\n\nb\n", "\n\n", None),
            ("a\n\nb\n<!-- cut -->\n", "<!-- cut -->", Some(4)),
            ("a\n\n\nb\n", "\n\n\n", Some(4)),
            ("a\n", "***", None),
            ("a\n", "", None),
        ] {
            assert_eq!(separator_line(text, separator), line, "{text:?}");
        }
    }

    #[test]
    fn finds_marks_of_other_programs() {
        for (text, end) in [
            ("a <!--more--> b", Some(2)),
            ("<!-- x -->\n<!-- Read More -->", Some(11)),
            ("<!-- more than this -->", None),
            ("<!-- more", None),
        ] {
            assert_eq!(mark(text), end, "{text}");
        }
    }

    #[test]
    fn links_in_the_excerpt_keep_their_targets() {
        let tail = "More.\n\n[b]: /b\n    [c]: /c\n[^n]: note\n";
        assert_eq!(with_definitions("[a][b]", tail), "[a][b]\n\n[b]: /b\n");
        assert_eq!(with_definitions("a", "b\n"), "a");
    }
}
