//! Signs that mean something in HTML.

use std::borrow::Cow;

/// Text in which character references stay, as kramdown leaves them.
pub(crate) fn text(text: &str) -> Cow<'_, str> {
    encode(text, true, false)
}

/// The same for the value of an attribute between double quotes.
pub(crate) fn attribute(text: &str) -> Cow<'_, str> {
    encode(text, true, true)
}

/// Code, in which nothing is a character reference.
pub(crate) fn code(text: &str) -> Cow<'_, str> {
    encode(text, false, false)
}

fn encode(text: &str, keeps_references: bool, encodes_quotes: bool) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len() + 16);
    for (position, char) in text.char_indices() {
        match char {
            '&' if keeps_references && 0 < reference_length(&text[position..]) => encoded.push('&'),
            '&' => encoded.push_str("&amp;"),
            '<' => encoded.push_str("&lt;"),
            '>' => encoded.push_str("&gt;"),
            '"' if encodes_quotes => encoded.push_str("&quot;"),
            other => encoded.push(other),
        }
    }
    Cow::Owned(encoded)
}

/// How many bytes of a text that begins with `&` look like a character reference, known or not.
pub(crate) fn reference_length(text: &str) -> usize {
    let Some(inside) = text.strip_prefix('&') else { return 0 };
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | ':' | '-' | '.');
    let (skipped, length) = match inside.strip_prefix('#') {
        Some(number) => match number.strip_prefix('x') {
            Some(digits) => (2, length_of(digits, |char| char.is_ascii_hexdigit())),
            None => (1, length_of(number, |char| char.is_ascii_digit())),
        },
        None if inside.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '_' | ':')) => {
            (0, length_of(inside, is_name))
        }
        None => (0, 0),
    };
    let ends = inside.as_bytes().get(skipped + length) == Some(&b';');
    if 0 < length && ends { 1 + skipped + length + 1 } else { 0 }
}

fn length_of(text: &str, is_wanted: impl Fn(char) -> bool) -> usize {
    text.bytes().take(40).take_while(|byte| is_wanted(char::from(*byte))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_outside_of_code() {
        assert_eq!(text("a & b &amp; <c> &#8220; &x \"q\""), "a &amp; b &amp; &lt;c&gt; &#8220; &amp;x \"q\"");
        assert_eq!(attribute("?a=1&b=\"2\"&amp;c"), "?a=1&amp;b=&quot;2&quot;&amp;c");
        assert_eq!(code("&amp; <x>"), "&amp;amp; &lt;x&gt;");
        assert_eq!(reference_length("&#x1F;a"), 6);
        assert_eq!(reference_length("&;"), 0);
    }
}
