//! What follows a command of TeX.

/// A piece of TeX at the beginning of a text, and what follows it.
pub(super) type Split<'t> = (&'t str, &'t str);

/// A command, a character, or a run of characters that mean nothing: the shortest piece that may stand by itself. Never
/// empty unless the text is.
pub(super) fn token(text: &str) -> Split<'_> {
    let Some(first) = text.chars().next() else { return ("", "") };
    if first != '\\' {
        return text.split_at(first.len_utf8());
    }
    let name = &text[1..];
    let letters = name.find(|char: char| !char.is_ascii_alphabetic()).unwrap_or(name.len());
    match letters {
        0 => text.split_at(1 + name.chars().next().map_or(0, char::len_utf8)),
        _ => text.split_at(1 + letters),
    }
}

/// The argument that a text begins with: the inside of a group, or one token.
pub(super) fn argument(text: &str) -> Split<'_> {
    let text = text.trim_start();
    group(text).unwrap_or_else(|| token(text))
}

/// The inside of the group in braces that a text begins with.
pub(super) fn group(text: &str) -> Option<Split<'_>> {
    inside(text.strip_prefix('{')?, '}')
}

/// The inside of the brackets that a text begins with, blanks before them left out.
pub(super) fn option(text: &str) -> Option<Split<'_>> {
    inside(text.trim_start().strip_prefix('[')?, ']')
}

/// The text before an end that stands in no group.
fn inside(text: &str, end: char) -> Option<Split<'_>> {
    let mut depth = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = token(rest);
        if depth == 0 && piece.starts_with(end) {
            return Some((&text[..text.len() - rest.len()], after));
        }
        match piece {
            "{" => depth += 1,
            "}" => depth = depth.checked_sub(1)?,
            _ => {}
        }
        rest = after;
    }
    None
}

/// Adds TeX to TeX, so that no command eats up the letters behind it.
pub(super) fn push(output: &mut String, tex: &str) {
    if tex.starts_with(|char: char| char.is_ascii_alphabetic()) && ends_in_command(output) {
        output.push(' ');
    }
    output.push_str(tex);
}

fn ends_in_command(text: &str) -> bool {
    let before = text.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let slashes = before.len() - before.trim_end_matches('\\').len();
    before.len() < text.len() && slashes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_follows_a_command() {
        assert_eq!(argument(" {a{b}\\}c}d"), ("a{b}\\}c", "d"));
        assert_eq!(argument("\\alpha b"), ("\\alpha", " b"));
        assert_eq!(argument("{ab"), ("{", "ab"));
        assert_eq!(argument("é1"), ("é", "1"));
        assert_eq!(argument("\\é1"), ("\\é", "1"));
        assert_eq!(argument(""), ("", ""));
        assert_eq!(argument("\\"), ("\\", ""));
        assert_eq!(option(" [a]b"), Some(("a", "b")));
        assert_eq!(option("[{]}]b"), Some(("{]}", "b")));
        assert_eq!(option("[a}]"), None);
    }

    #[test]
    fn commands_end_before_letters() {
        let joined = |before: &str, after: &str| {
            let mut output = before.to_owned();
            push(&mut output, after);
            output
        };
        assert_eq!(joined("\\alpha", "b"), "\\alpha b");
        assert_eq!(joined("\\alpha", "1"), "\\alpha1");
        assert_eq!(joined("a\\\\", "b"), "a\\\\b");
        assert_eq!(joined("a", "b"), "ab");
    }
}
