//! Lines of Markdown: indented, quoted, and kept from meaning something at their beginning.

/// Puts `count` blanks before every line but the first; blank lines stay blank.
pub(super) fn indent_further(text: &str, count: usize) -> String {
    let indent = " ".repeat(count);
    let mut indented = String::with_capacity(text.len() + 16);
    for (number, line) in text.split('\n').enumerate() {
        if 0 < number {
            indented.push('\n');
            if !line.is_empty() {
                indented.push_str(&indent);
            }
        }
        indented.push_str(line);
    }
    indented
}

/// Puts `>` before every line.
pub(super) fn quote(text: &str) -> String {
    let lines = text.split('\n').map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of a paragraph, none of them blank and none beginning with what would be more than text.
pub(super) fn paragraph(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.trim_start_matches([' ', '\t']).trim_end_matches([' ', '\t', '\r']);
        if line.is_empty() {
            continue;
        }
        match lines.last_mut() {
            // A line that begins with a tag, or is nothing else, might be a block of HTML; within a line it never is.
            Some(last) if begins_with_tag(line) || is_tag_alone(last) => {
                if (last.len() - last.trim_end_matches('\\').len()) % 2 == 1 {
                    last.pop();
                    last.push_str("<br />");
                }
                last.push(' ');
                last.push_str(line);
            }
            _ => lines.push(protect(line)),
        }
    }
    lines.join("\n")
}

/// Whether a text begins with a tag, a comment and the like: not with an address between angle brackets.
pub(super) fn begins_with_tag(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('<') else { return false };
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.find(|char: char| !char.is_ascii_alphanumeric() && char != '-').unwrap_or(name.len());
    let ends = name.get(end..).unwrap_or_default();
    inside.starts_with(['!', '?']) || 0 < end && (ends.is_empty() || ends.starts_with([' ', '\t', '\n', '/', '>']))
}

/// Whether a line is one tag from its beginning to its end.
pub(super) fn is_tag_alone(line: &str) -> bool {
    begins_with_tag(line) && line.find('>').is_some_and(|end| end + 1 == line.trim_end_matches('\\').len())
}

/// A line with a backslash in it where it would be a heading, an item, a rule and the like.
pub(super) fn protect(line: &str) -> String {
    let Some(position) = hazard(line) else { return line.to_owned() };
    let (before, after) = line.split_at(position);
    format!("{before}\\{after}")
}

/// Where to put a backslash.
fn hazard(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let first = *bytes.first()?;
    let ends_at = |position: usize| bytes.get(position).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match first {
        b'#' => {
            let count = bytes.iter().take_while(|byte| **byte == b'#').count();
            (count <= 6 && ends_at(count)).then_some(0)
        }
        b'>' => Some(0),
        // In CommonMark with definition lists, any colon does.
        b':' => Some(0),
        b'+' | b'-' | b'*' if ends_at(1) => Some(0),
        b'=' | b'-' | b'_' | b'*' | b'|' => is_rule_or_underline(line).then_some(0),
        b'0'..=b'9' if digits <= 9 => match bytes.get(digits) {
            Some(b'.' | b')') if ends_at(digits + 1) => Some(digits),
            _ => None,
        },
        b'[' => {
            let end = line.find(']')?;
            (line.starts_with("[^") && bytes.get(end + 1) == Some(&b':')).then_some(end + 1)
        }
        _ => None,
    }
}

/// A rule, the underline of a heading, or the line between a table's head and its body.
fn is_rule_or_underline(line: &str) -> bool {
    let is_of = |set: &[char]| line.chars().all(|char| set.contains(&char));
    is_of(&['=', ' ', '\t'])
        || is_of(&['-', ' ', '\t', '|', ':']) && line.contains('-')
        || is_of(&['_', ' ', '\t'])
        || is_of(&['*', ' ', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_text() {
        for (line, protected) in [
            ("# a", "\\# a"),
            ("#a", "#a"),
            ("- a", "\\- a"),
            ("-a", "-a"),
            ("2025. a", "2025\\. a"),
            ("2025.5", "2025.5"),
            ("> a", "\\> a"),
            (": a", "\\: a"),
            (":-)", "\\:-)"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("|--|:-:|", "\\|--|:-:|"),
            ("[^1]: a", "[^1]\\: a"),
            ("+", "\\+"),
        ] {
            assert_eq!(protect(line), protected);
        }
        assert_eq!(paragraph(" a \n\n  # b\n<div>"), "a\n\\# b <div>");
    }
}
