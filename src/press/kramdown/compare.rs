//! Whether two pieces of HTML show the same.
//!
//! Both are brought into one canonical form, first by a quick reading of their tags, and if that differs, as a browser
//! would read them. What no reader sees is not part of it: blanks between blocks, the order of attributes, how a
//! character reference is spelled. Everything else counts.

mod attributes;
mod canonical;
mod document;
mod tokens;

use std::borrow::Cow;

use super::document::{Options, QUOTE_MARKS};
use canonical::Canonical;

/// How much two pieces of HTML have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same text and elements.
    Same,
    /// The same but for what hardly matters: items of lists with and without paragraphs in them, comments.
    Alike,
    /// Something else.
    Different,
}

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strictness {
    /// Everything that shows.
    Strict,
    /// All but what [`Likeness::Alike`] ignores.
    Lenient,
}

/// Elements in elements, deeper than any text has them. Browsers' way of reading takes the square of it.
const DEEPEST: usize = 400;

/// Attributes in a tag, more than any text has. Browsers' way of reading takes the square of their number, too.
const MOST_ATTRIBUTES: usize = 1000;

/// Compares two pieces of HTML.
pub fn compare(one: &str, other: &str) -> Likeness {
    let (one, other) = (&*with_default_quotes(one), &*with_default_quotes(other));
    if one == other {
        return Likeness::Same;
    }
    let (quick_one, quick_other) = (quick(one), quick(other));
    let deepest = quick_one.deepest().max(quick_other.deepest());
    if quick_one.finish() == quick_other.finish() {
        return Likeness::Same;
    }
    let is_crowded = |html| tokens::most_attributes(html, MOST_ATTRIBUTES) == MOST_ATTRIBUTES;
    if DEEPEST < deepest || is_crowded(one) || is_crowded(other) {
        return Likeness::Different;
    }
    if as_browsers_do(one, Strictness::Strict) == as_browsers_do(other, Strictness::Strict) {
        return Likeness::Same;
    }
    let is_alike = as_browsers_do(one, Strictness::Lenient) == as_browsers_do(other, Strictness::Lenient);
    if is_alike { Likeness::Alike } else { Likeness::Different }
}

/// The canonical form of a piece of HTML, for messages of tests.
pub fn canonical(html: &str) -> String {
    as_browsers_do(html, Strictness::Strict)
}

/// Quotes that are chosen later are what the renderer makes of straight ones.
fn with_default_quotes(html: &str) -> Cow<'_, str> {
    if !html.contains(QUOTE_MARKS) {
        return Cow::Borrowed(html);
    }
    let quotes = Options::default().smart_quotes;
    let quote = |char| QUOTE_MARKS.iter().position(|mark| *mark == char).and_then(|place| quotes.get(place).copied());
    Cow::Owned(html.chars().map(|char| quote(char).unwrap_or(char)).collect())
}

fn quick(html: &str) -> Canonical {
    let mut canonical = Canonical::new(Strictness::Strict);
    tokens::read(html, &mut canonical);
    canonical
}

fn as_browsers_do(html: &str, strictness: Strictness) -> String {
    let mut canonical = Canonical::new(strictness);
    document::read(html, &mut canonical);
    canonical.finish()
}

#[cfg(test)]
mod tests {
    use super::Likeness::{Alike, Different, Same};
    use super::*;

    #[test]
    fn only_what_shows_counts() {
        for (one, other, likeness) in [
            ("<p>a</p>\n", "<p>a</p>", Same),
            ("<p>a\n b</p>", "<p>a b</p>", Same),
            ("<br/>a", "<br />\na", Same),
            ("<a href='x' title=\"&quot;y\">z</a>", "<a title='\"y' href=\"x\">z</a>", Same),
            ("&amp; &#8217; &nbsp;", "&amp; ’ \u{a0}", Same),
            ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", Same),
            ("<td style=\"text-align: left\">a</td>", "<td align=\"left\">a</td>", Same),
            ("<table><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>", Same),
            ("<img src=\"/a%20b\" alt=\"it's\">", "<img src=\"/a b\" alt=\"it’s\" />", Same),
            ("<ol start=\"3\"><li>a</li></ol>", "<ol><li>a</li></ol>", Same),
            ("<pre><code>a\n  b\n</code></pre>", "<pre><code>a\n  b</code></pre>", Same),
            ("<pre>a  b</pre>", "<pre>a b</pre>", Different),
            ("<li><p>a</p></li>", "<li>a</li>", Alike),
            ("<!--more--><p>a</p>", "<p>a</p>", Alike),
            ("<p>a</p>", "<p>b</p>", Different),
            ("<p>it's</p>", "<p>it’s</p>", Different),
            ("<p><em>a</em></p>", "<p>a</p>", Different),
            ("<p class=\"x\">a</p>", "<p>a</p>", Different),
            ("<p class=\"y x\">a</p>", "<p class=\"x  y\">a</p>", Same),
            ("<h2 id=\"a\">a</h2>", "<h2>a</h2>", Same),
            ("<p id=\"a\">a</p>", "<p>a</p>", Different),
            ("<p>a b</p>", "<p>ab</p>", Different),
        ] {
            assert_eq!(compare(one, other), likeness, "{one} {other}");
        }
    }

    #[test]
    fn what_never_ends_takes_no_time() {
        for piece in ["<!--", "<a b='", "<a b=\"", "</a", "<", "&#"] {
            let text = piece.repeat(50_000 / piece.len());
            assert_eq!(compare(&text, &(text.clone() + "x")), compare(&text, &(text.clone() + "x")));
        }
    }

    #[test]
    fn tags_of_very_many_attributes_are_not_looked_at() {
        let tag = |count: usize| {
            let attributes: String = (0..count).map(|number| format!(" b{number}='>'")).collect();
            format!("<a{attributes}>")
        };
        assert_eq!(compare(&tag(900), &(tag(900) + "</a>")), Same);
        assert_eq!(compare(&tag(1100), &(tag(1100) + "</a>")), Different);
        let program = format!("<script>a<b {}</script>", "c ".repeat(2000));
        assert_eq!(compare(&(program.clone() + "<b>"), &(program + "<b></b>")), Same);
    }
}
