//! Links and pictures.

use super::escape::{Meaning, Place, push_text};

/// The part of a link after its text: `(address "title")`.
pub(super) fn target(address: &str, title: Option<&str>) -> String {
    let address = destination(address);
    match title {
        Some(title) => format!("({address} \"{}\")", with_backslashes(title, &['"'])),
        None => format!("({address})"),
    }
}

/// An address that is its own text, between angle brackets, if it can be written so.
pub(super) fn autolink(address: &str, text: &str) -> Option<String> {
    let scheme_length = address.find(':')?;
    let scheme = address.get(..scheme_length)?;
    let is_scheme = (2..=32).contains(&scheme_length)
        && scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '+' | '.' | '-'));
    let has_hazards = address.contains(['<', '>', '&', '\\', '|']) || address.contains(char::is_whitespace);
    (is_scheme && !has_hazards && address == text).then(|| format!("<{address}>"))
}

/// `![text](address "title")`.
pub(super) fn picture(address: &str, text: &str, title: Option<&str>, place: Place) -> String {
    let mut output = "![".to_owned();
    push_text(&mut output, &text.replace('\n', " "), place, Meaning::Text);
    output.push(']');
    output + &target(address, title)
}

fn destination(address: &str) -> String {
    let address = address.replace('\n', "%0A");
    if is_plain(&address) {
        return with_backslashes(&address, &['|']);
    }
    format!("<{}>", with_backslashes(&address, &['<', '>', '|']))
}

/// Whether an address needs no angle brackets: no blanks, and parentheses in pairs.
fn is_plain(address: &str) -> bool {
    let mut depth = 0_i32;
    for char in address.chars() {
        match char {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if char.is_whitespace() || char.is_control() => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !address.is_empty() && !address.starts_with('<')
}

/// Backslashes before signs, and before backslashes that would hide the next sign.
fn with_backslashes(text: &str, signs: &[char]) -> String {
    let mut output = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let hides_next = char == '\\' && chars.peek().is_none_or(char::is_ascii_punctuation);
        if hides_next || signs.contains(&char) {
            output.push('\\');
        }
        output.push(char);
    }
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_all_kinds() {
        assert_eq!(target("/a_(b)", None), "(/a_(b))");
        assert_eq!(target("/a b", Some("say \"x\"")), "(</a b> \"say \\\"x\\\"\")");
        assert_eq!(target("a)b", None), "(<a)b>)");
        assert_eq!(target("", None), "(<>)");
        assert_eq!(autolink("https://a.b/c", "https://a.b/c").as_deref(), Some("<https://a.b/c>"));
        assert_eq!(autolink("/c", "/c"), None);
    }
}
