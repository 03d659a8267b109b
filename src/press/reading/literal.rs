//! Text that is nothing but text, wherever it stands.

/// Signs that mean something in Markdown or in HTML.
const MARKUP: &str = "&<>\"'\\`*_[]|~^${}:#";

/// A text on one line that means the same within Markdown and within HTML: signs of markup are character references.
pub(super) fn literal(text: &str) -> String {
    encode(text, MARKUP)
}

/// The same with as few references as raw HTML needs.
pub(super) fn literal_in_html(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text of HTML, with its character references, within Markdown, where nothing in it is markup.
pub(super) fn literal_in_markdown(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => output.push_str(&format!("&#{};", u32::from(char))),
            '\n' => output.push(' '),
            _ => output.push(char),
        }
    }
    output
}

fn encode(text: &str, signs: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for char in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match char {
            '<' => encoded.push_str("&lt;"),
            '>' => encoded.push_str("&gt;"),
            '&' => encoded.push_str("&amp;"),
            '"' => encoded.push_str("&quot;"),
            _ if signs.contains(char) => encoded.push_str(&format!("&#{};", u32::from(char))),
            _ => encoded.push(char),
        }
    }
    encoded
}
