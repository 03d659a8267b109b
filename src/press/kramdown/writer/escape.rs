//! Text that stays text in Markdown.

/// What the text is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A paragraph: lines.
    Paragraph,
    /// A heading: one line, braces at its end are attributes.
    Heading,
    /// A cell of a table: one line, pipes end it.
    Cell,
}

/// How a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Character references in it are what they refer to, as browsers show them.
    Text,
    /// Not even those mean anything.
    Literal,
}

/// Adds a text to some Markdown, with backslashes where the renderer would see more than text.
pub(super) fn push_text(output: &mut String, text: &str, place: Place, meaning: Meaning) {
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let next = chars.peek().copied();
        let previous = output.chars().next_back();
        if char == '\n' || char == '\r' {
            output.push(if place == Place::Paragraph { '\n' } else { ' ' });
            continue;
        }
        let is_special = match char {
            '\\' => meaning == Meaning::Literal || next.is_none_or(|next| next.is_ascii_punctuation() || next == '\n'),
            '`' | '[' | ']' | '"' | '\'' => true,
            '*' | '~' => !(is_blank(previous) && next.is_some() && is_blank(next)),
            '_' => !(is_word(previous) && is_word(next) || is_blank(previous) && next.is_some() && is_blank(next)),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '-' => next == Some('-') || previous == Some('-'),
            '.' => previous == Some('.') || next == Some('.'),
            '&' => meaning == Meaning::Literal,
            // Directly after a footnote's mark it would begin an address.
            '(' => output.ends_with(']') && !output.ends_with("\\]"),
            '|' => place == Place::Cell,
            '{' | '}' => place == Place::Heading,
            _ => false,
        };
        if is_special {
            output.push('\\');
        }
        output.push(char);
    }
}

fn is_blank(char: Option<char>) -> bool {
    char.is_none_or(char::is_whitespace)
}

fn is_word(char: Option<char>) -> bool {
    char.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut output = String::new();
        push_text(&mut output, text, Place::Paragraph, Meaning::Text);
        output
    }

    #[test]
    fn only_what_could_be_markup_is_escaped() {
        for (text, markdown) in [
            ("2 * 3, a_b_c, x < y & z, C:\\dir", "2 * 3, a_b_c, x < y & z, C:\\dir"),
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("[x](y) <b> \"q\"", "\\[x\\](y) \\<b> \\\"q\\\""),
            ("a -- b... c", "a \\-\\- b\\.\\.\\. c"),
            ("~/x ~ y", "\\~/x ~ y"),
            ("\\*", "\\\\\\*"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }
}
