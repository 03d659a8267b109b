//! Texts that the Markdown parser cannot take.
//!
//! It has bugs of its own (pulldown-cmark 0.13.6: an empty task above the underline of a heading). Such a text would
//! cost its author the whole site, and its readers the app, so it is shown as it is written.

use super::attempt::attempt;
use super::diagnostic::{Diagnostic, Position, Problem};
use super::post::Post;
use crate::bundle::Markup;
use crate::html::escape;
use crate::markdown::targets;

/// Turns a post's text into preformatted text if the parser cannot take it, and says in which line.
pub fn make_parsable(post: &mut Post) -> Option<Diagnostic> {
    if post.markup == Markup::Html || is_parsable(&post.text) {
        return None;
    }
    let ends = post.text.match_indices('\n').map(|(end, _)| end + 1).chain([post.text.len()]);
    let line = (1..).zip(ends).find(|(_, end)| !is_parsable(&post.text[..*end]));
    let line = post.file_line(line.map_or(1, |(line, _)| line));
    post.markup = Markup::Html;
    post.text = format!("<pre>{}</pre>\n", escape(&post.text));
    Some(Diagnostic::new(&post.source, Position { line, column: 1 }, Problem::Unparsable))
}

fn is_parsable(text: &str) -> bool {
    attempt(|| targets(text, Markup::Markdown)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_parser_cannot_take() {
        assert!(is_parsable("- [ ] a\n  - b\n"));
        assert!(!is_parsable("- [ ] \\\n  - \n"), "mended in the parser: this module can go");
    }
}
