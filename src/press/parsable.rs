//! Texts that the Markdown parser cannot take, and texts nested deeper than anybody means.
//!
//! The parser has bugs of its own (pulldown-cmark 0.13.6: an empty task above the underline of a heading). Such a text would
//! cost its author the whole site, and its readers the app, so it is shown as it is written.

use super::attempt::attempt;
use super::diagnostic::{Diagnostic, Position, Problem};
use super::post::Post;
use crate::bundle::Markup;
use crate::html::escape;
use crate::markdown::deepest_nesting;

/// Turns a post's text into preformatted text if the parser cannot take it, and says in which line.
pub fn make_parsable(post: &mut Post) -> Option<Diagnostic> {
    if post.markup == Markup::Html {
        return None;
    }
    let problem = match depth(&post.text) {
        Some(depth) if depth <= DEEPEST => return None,
        Some(_) => Problem::TooDeep { limit: DEEPEST },
        None => Problem::Unparsable,
    };
    let ends = post.text.match_indices('\n').map(|(end, _)| end + 1).chain([post.text.len()]);
    let ends: Vec<usize> = ends.collect();
    // By halves: to read a long text up to each of its lines would take the square of its length.
    let before = ends.partition_point(|end| depth(&post.text[..*end]).is_some_and(|depth| depth <= DEEPEST));
    let line = post.file_line(u32::try_from(before + 1).unwrap_or(u32::MAX));
    post.markup = Markup::Html;
    post.text = format!("<pre>{}</pre>\n", escape(&post.text));
    Some(Diagnostic::new(&post.source, Position { line, column: 1 }, problem))
}

/// Quotes in quotes and lists in lists, so many at the most. A tree of HTML takes the square of its depth to build.
const DEEPEST: usize = 100;

/// How deep a text is nested; `None` if the parser fails.
fn depth(text: &str) -> Option<usize> {
    attempt(|| deepest_nesting(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_parser_cannot_take() {
        assert_eq!(depth("- [ ] a\n  - b\n"), Some(4));
        assert_eq!(depth("- [ ] \\\n  - \n"), None, "mended in the parser: this part can go");
        assert!(depth(&"> ".repeat(500)).is_some_and(|depth| DEEPEST < depth));
    }
}
