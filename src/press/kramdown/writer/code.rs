//! Code: fences and spans.

use crate::press::kramdown::reference::{escape_code, without_language};
use crate::press::kramdown::tree::{Element, FormulaPlace};

/// A block of code between fences.
pub(super) fn block(element: &Element, code: &str, language: Option<&str>) -> String {
    let (_, named) = without_language(&element.attributes);
    let language = named.as_deref().or(language).unwrap_or_default();
    let mark = if language.contains('`') { '~' } else { '`' };
    let longest = code.lines().map(|line| run_at_start(line, mark)).max().unwrap_or(0);
    let fence: String = std::iter::repeat_n(mark, 3.max(longest + 1)).collect();
    let code = code.strip_suffix('\n').unwrap_or(code);
    let code = if code.is_empty() { String::new() } else { format!("{code}\n") };
    format!("{fence}{}\n{code}{fence}", escaped_info(language))
}

fn run_at_start(line: &str, mark: char) -> usize {
    line.trim_start().chars().take_while(|char| *char == mark).count()
}

/// The word after a fence, in which backslashes and character references mean something.
fn escaped_info(language: &str) -> String {
    language.replace('\\', "\\\\").replace('&', "\\&")
}

/// Code within a line; as an element where backticks cannot say it.
pub(super) fn span(code: &str, may_use_backticks: bool, start_tag: &str, is_in_cell: bool) -> String {
    let shown = code.replace(['\n', '\r'], " ");
    if !may_use_backticks || shown.trim_matches(' ').is_empty() {
        return format!("{start_tag}{}</code>", as_html(code));
    }
    let mut longest = 0;
    let mut length = 0;
    for char in shown.chars() {
        length = if char == '`' { length + 1 } else { 0 };
        longest = longest.max(length);
    }
    let fence = "`".repeat(if longest == 1 { 2 } else { longest + 1 });
    let needs_blanks = shown.starts_with('`') || shown.ends_with('`') || shown.starts_with(' ') && shown.ends_with(' ');
    let blank = if needs_blanks { " " } else { "" };
    let shown = if is_in_cell { shown.replace('|', "\\|") } else { shown };
    format!("{fence}{blank}{shown}{blank}{fence}")
}

/// A formula within a line, as the renderer knows it; see [`crate::markdown`].
pub fn formula(place: FormulaPlace, tex: &str, is_in_cell: bool) -> String {
    let dollars = if place == FormulaPlace::Inline { "$" } else { "$$" };
    [dollars, &span(tex, true, "<code>", is_in_cell), dollars].concat()
}

/// Code for the inside of an element within a line of Markdown: every sign as a character reference that could be more.
fn as_html(code: &str) -> String {
    let mut html = String::with_capacity(code.len());
    for char in escape_code(code).chars() {
        match char {
            '*' | '_' | '`' | '[' | ']' | '\\' | '~' | '"' | '\'' | '-' | '.' | '|' => {
                html.push_str(&format!("&#{};", u32::from(char)));
            }
            '\n' => html.push(' '),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::kramdown::tree::Kind;

    #[test]
    fn fences_are_longer_than_those_inside() {
        let element = Element::new(Kind::Blank);
        assert_eq!(block(&element, "a\n", Some("rust")), "```rust\na\n```");
        assert_eq!(block(&element, "```\na\n```\n", None), "````\n```\na\n```\n````");
        assert_eq!(block(&element, "\n", None), "```\n```");
    }

    #[test]
    fn spans_hold_backticks() {
        assert_eq!(span("a", true, "<code>", false), "`a`");
        assert_eq!(span("a`b", true, "<code>", false), "``a`b``");
        assert_eq!(span("`", true, "<code>", false), "`` ` ``");
        assert_eq!(span(" ", true, "<code>", false), "<code> </code>");
        assert_eq!(span("a|b", true, "<code>", true), "`a\\|b`");
    }
}
