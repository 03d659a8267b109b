//! A text that begins with its own title.
//!
//! Jekyll's layouts show the title above the text, and many authors write it again as the first heading, where some
//! other program wants it. Readers are to see it once.

use crate::markdown::opening_title;

/// The text without its first heading, if that is of level 1, comes before anything else and says the same as the title.
/// The heading's lines stay as blank ones, so that every other line keeps its number.
pub fn without_repeated_title(text: &str, title: &str) -> Option<String> {
    let (heading, range) = opening_title(text)?;
    let heading = folded(&heading);
    if heading.is_empty() || heading != folded(title) {
        return None;
    }
    let lines = text[range.clone()].matches('\n').count();
    Some(format!("{}{}{}", &text[..range.start], "\n".repeat(lines), &text[range.end..]))
}

/// What remains of a text when quotes, dashes, blanks and case do not count.
fn folded(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_read_once() {
        let text = without_repeated_title("\n# Herons & “us”\n\nText.\n", "Herons & \"us\"");
        assert_eq!(text.as_deref(), Some("\n\n\nText.\n"));
        assert_eq!(without_repeated_title("Herons\n======\nText.\n", "herons").as_deref(), Some("\n\nText.\n"));
    }

    #[test]
    fn other_headings_stay() {
        for text in ["# Rivers\n", "## Herons\n", "Text.\n\n# Herons\n", "<b>x</b>\n\n# Herons\n", "", "# \n"] {
            assert_eq!(without_repeated_title(text, "Herons"), None, "{text}");
        }
        assert_eq!(without_repeated_title("# !\n", "?"), None);
    }
}
