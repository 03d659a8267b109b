//! Boxes of the themes that Jekyll blogs use most, as callouts: Chirpy's `prompt-tip` and the like, Minimal Mistakes'
//! `notice--info` and the like, wherever the class stands: on a quote, a paragraph or an element of raw HTML.

use super::callouts::Look;
use super::literal::literal_in_html;
use super::raw_elements::Placed;
use super::raw_html::{Side, Tag, pairs};
use crate::press::edits::Edit;

/// The classes, each with the look and the title of its boxes.
const NOTICES: [(&str, Look, &str); 10] = [
    ("prompt-tip", Look::Tip, "Tip"),
    ("prompt-info", Look::Note, "Info"),
    ("prompt-warning", Look::Warning, "Warning"),
    ("prompt-danger", Look::Caution, "Danger"),
    ("notice", Look::Note, "Note"),
    ("notice--primary", Look::Important, "Note"),
    ("notice--info", Look::Note, "Info"),
    ("notice--success", Look::Tip, "Success"),
    ("notice--warning", Look::Warning, "Warning"),
    ("notice--danger", Look::Caution, "Danger"),
];

/// The longest text in bold type that is taken for the title of its box.
const LONGEST_TITLE: usize = 60;

/// Makes callouts of such boxes.
pub(super) fn edits(text: &str, placed: &[Placed<'_>]) -> Vec<Edit> {
    let tags: Vec<&Tag> = placed.iter().map(|placed| placed.tag).collect();
    let mut edits = Vec::new();
    if !tags.iter().any(|tag| notice(tag).is_some()) {
        return edits;
    }
    for (start, end) in pairs(&tags) {
        let (Some(first), Some(last)) = (tags.get(start), tags.get(end)) else { continue };
        if let Some(found) = notice(first) {
            rewrite(text, first, last, found, &mut edits);
        }
    }
    edits
}

/// What kind of box a start tag begins, if it does.
fn notice(tag: &Tag) -> Option<&'static (&'static str, Look, &'static str)> {
    let is_box = matches!(tag.name.as_str(), "p" | "div" | "blockquote" | "aside" | "section");
    let classes = tag.attribute("class").filter(|_| is_box && tag.side == Side::Start)?;
    classes.split_whitespace().find_map(|class| NOTICES.iter().find(|(name, ..)| *name == class))
}

fn rewrite(text: &str, first: &Tag, last: &Tag, found: &(&str, Look, &str), edits: &mut Vec<Edit>) {
    let (class, look, title) = *found;
    let mut start = format!("<div class=\"callout callout-{}", look.name());
    let others = first.attribute("class").unwrap_or_default().split_whitespace().filter(|other| *other != class);
    for other in others {
        start.push(' ');
        start.push_str(&literal_in_html(other));
    }
    start.push_str("\" role=\"note\"");
    for (name, value) in first.attributes.iter().filter(|(name, _)| !matches!(name.as_str(), "class" | "role")) {
        start.push_str(&format!(" {name}=\"{}\"", literal_in_html(value)));
    }
    start.push('>');
    let inside = text.get(first.range.end..last.range.start).unwrap_or_default();
    let (title, length) = match Beginning::of(inside) {
        // The author's own title says more.
        Beginning::Bold { title, length } => (Some(title), length),
        Beginning::Heading => (None, 0),
        Beginning::Text => (Some(title.to_owned()), 0),
    };
    if let Some(title) = title {
        start.push_str(&format!("<p class=\"callout-title\">{title}</p>"));
    }
    let is_paragraph = first.name == "p";
    if is_paragraph {
        start.push_str("<p>");
    }
    let end = if is_paragraph { "</p></div>" } else { "</div>" };
    edits.push(Edit { range: first.range.clone(), replacement: start });
    if 0 < length {
        let bold = first.range.end + inside.len() - inside.trim_start().len();
        edits.push(Edit { range: bold..bold + length, replacement: String::new() });
    }
    edits.push(Edit { range: last.range.clone(), replacement: end.to_owned() });
}

/// What the inside of a box begins with.
#[derive(Debug, PartialEq, Eq)]
enum Beginning {
    /// A heading, which is title enough.
    Heading,
    /// Words in bold type with a colon or the like at their end: the title that the author gave the box. They have so
    /// many bytes, with the signs around them.
    Bold { title: String, length: usize },
    /// Anything else.
    Text,
}

impl Beginning {
    fn of(inside: &str) -> Beginning {
        let inside = inside.trim_start();
        let is_heading = |text: &str| {
            let text = text.strip_prefix("<h").or_else(|| text.strip_prefix("<H")).unwrap_or_default();
            text.starts_with(|char: char| ('1'..='6').contains(&char))
        };
        if is_heading(inside) || inside.starts_with("# ") || inside.starts_with("##") {
            return Beginning::Heading;
        }
        for (open, close) in [("**", "**"), ("__", "__"), ("<strong>", "</strong>"), ("<b>", "</b>")] {
            let Some((bold, behind)) = inside.strip_prefix(open).and_then(|rest| rest.split_once(close)) else {
                continue;
            };
            let title = bold.trim().trim_end_matches([':', '：']).trim_end();
            let ends = bold.trim().ends_with([':', '：', '!', '！', '?', '？', '.']);
            let colon = behind.chars().next().filter(|char| matches!(char, ':' | '：')).map_or(0, char::len_utf8);
            let is_plain = !bold.contains(['<', '&', '*', '_', '`', '[', '\\', '\n']);
            if is_plain && (ends || 0 < colon) && !title.is_empty() && title.len() <= LONGEST_TITLE {
                let length = open.len() + bold.len() + close.len() + colon;
                return Beginning::Bold { title: title.to_owned(), length };
            }
        }
        Beginning::Text
    }
}

#[cfg(test)]
mod tests {
    use super::super::raw_elements::placed;
    use super::super::raw_html::chunks;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    fn check(text: &str, expected: &str) {
        assert_eq!(edited(text, edits(text, &placed(&chunks(text, Markup::Markdown)))), expected);
    }

    #[test]
    fn boxes_of_themes_are_callouts() {
        check(
            "<blockquote class=\"prompt-tip\">\n\nRead *this*.\n\n</blockquote>\n",
            "<div class=\"callout callout-tip\" role=\"note\"><p class=\"callout-title\">Tip</p>\n\nRead *this*.\n\n</div>\n",
        );
        check(
            "<p class=\"notice--danger wide\" id=\"x\">Read <em>this</em>.</p>\n",
            "<div class=\"callout callout-caution wide\" role=\"note\" id=\"x\"><p class=\"callout-title\">Danger</p>\
             <p>Read <em>this</em>.</p></div>\n",
        );
        check("<div class=\"noticed\">a</div>\n", "<div class=\"noticed\">a</div>\n");
        check("<div class=\"notice\">a\n", "<div class=\"notice\">a\n");
    }

    #[test]
    fn the_authors_own_title_counts() {
        check(
            "<p class=\"notice--warning\"><strong>Watch out!</strong> This.</p>\n",
            "<div class=\"callout callout-warning\" role=\"note\"><p class=\"callout-title\">Watch out!</p><p> This.</p></div>\n",
        );
        for (inside, beginning) in [
            ("**Note:** x", Beginning::Bold { title: "Note".to_owned(), length: 9 }),
            ("\n**Note**: x", Beginning::Bold { title: "Note".to_owned(), length: 9 }),
            ("**bold** words", Beginning::Text),
            ("**a `b`:** x", Beginning::Text),
            ("\n\n#### Title\n", Beginning::Heading),
            ("<h4>Title</h4>", Beginning::Heading),
            ("**", Beginning::Text),
        ] {
            assert_eq!(Beginning::of(inside), beginning, "{inside:?}");
        }
    }
}
