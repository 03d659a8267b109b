//! Formulas in HTML, where Markdown and its renderer find nothing: in its text, as MathJax looks for them.

use pulldown_cmark::{Event, Parser, Tag};

use super::Found;
use crate::markdown::{FormulaPlace, extensions};
use crate::press::kramdown::entity;
use crate::press::tex::without_comments;

/// How a formula is marked, and where it stands then.
const MARKS: [(&str, &str, FormulaPlace); 3] = [
    ("\\(", "\\)", FormulaPlace::Inline),
    ("\\[", "\\]", FormulaPlace::Displayed),
    ("$$", "$$", FormulaPlace::Displayed),
];

/// Elements in which nothing is a formula.
const NOT_IN: [&str; 12] =
    ["pre", "code", "kbd", "samp", "tt", "script", "style", "textarea", "title", "template", "math", "svg"];

/// Tags and attributes at the most that are looked at for one end.
const LONGEST: usize = 8_000;

/// The formulas in the blocks of HTML of a text in Markdown.
pub(super) fn find_in_markdown(text: &str, flagged: bool) -> Vec<Found> {
    if !text.contains("class=\"math\"") && !flagged {
        return Vec::new();
    }
    let events = Parser::new_ext(text, extensions()).into_offset_iter();
    let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)));
    blocks.flat_map(|(_, range)| find(text.get(range.clone()).unwrap_or_default(), range.start, flagged)).collect()
}

/// The formulas in HTML that begins at a place of a text: those in elements of the class `math`, and where the text says
/// that it holds maths, all others.
pub(super) fn find(html: &str, offset: usize, flagged: bool) -> Vec<Found> {
    let mut found = Vec::new();
    let mut position = 0;
    // The element that is not looked into.
    let mut inside: Option<String> = None;
    let mut is_marked = false;
    while let Some(rest) = html.get(position..).filter(|rest| !rest.is_empty()) {
        let start = rest.find('<').unwrap_or(rest.len());
        if inside.is_none() && (flagged || is_marked) {
            in_text(&rest[..start], offset + position, &mut found);
        }
        position += start;
        let Some(tag) = html.get(position..).filter(|rest| !rest.is_empty()) else { break };
        let (name, length) = tag_at(tag);
        position += length;
        let Some(name) = name else { continue };
        is_marked = name == "span" && tag[..length].contains("class=\"math\"");
        match &inside {
            Some(open) => {
                if name.strip_prefix('/') == Some(open) {
                    inside = None;
                }
            }
            None => inside = NOT_IN.contains(&name.as_str()).then_some(name),
        }
    }
    found
}

/// The name of the tag that a text begins with, with a slash if it is an end tag, and the bytes to go on. No name for
/// what is no tag.
fn tag_at(text: &str) -> (Option<String>, usize) {
    if text.starts_with("<!--") {
        return (None, text.find("-->").map_or(text.len(), |end| end + 3));
    }
    let name: String = text[1..].chars().take_while(|char| char.is_ascii_alphanumeric() || *char == '/').collect();
    if name.trim_matches('/').is_empty() {
        return (None, 1);
    }
    let mut quote = None;
    for (place, char) in text.char_indices().take(LONGEST) {
        match (char, quote) {
            ('"' | '\'', None) => quote = Some(char),
            ('>', None) => return (Some(name.to_ascii_lowercase()), place + 1),
            (_, Some(open)) if open == char => quote = None,
            _ => {}
        }
    }
    (None, 1)
}

fn in_text(text: &str, offset: usize, found: &mut Vec<Found>) {
    let mut position = 0;
    while let Some(next) = text.get(position..).and_then(|rest| rest.find(['$', '\\'])) {
        position += next;
        let rest = &text[position..];
        let marks = MARKS.iter().find(|(start, ..)| rest.starts_with(start));
        let formula = marks.and_then(|(start, end, place)| {
            let length = rest[start.len()..].find(end).filter(|length| *length < LONGEST)?;
            let tex = &rest[start.len()..start.len() + length];
            (!tex.trim().is_empty()).then_some((*place, tex, start.len() + length + end.len()))
        });
        let Some((place, tex, length)) = formula else {
            position +=
                rest.chars().take(if rest.starts_with('\\') { 2 } else { 1 }).map(char::len_utf8).sum::<usize>();
            continue;
        };
        let tex = without_comments(&entity::decode(tex));
        found.push(Found { start: offset + position, end: offset + position + length, place, tex });
        position += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tex(html: &str, flagged: bool) -> Vec<String> {
        find(html, 0, flagged).into_iter().map(|found| html[found.start..found.end].to_owned()).collect()
    }

    #[test]
    fn finds_what_stands_in_elements_of_maths() {
        let html = "<p class=\"a\">\\(a\\) <span class=\"math\">\\(b &lt; c\\)</span> \\(d\\)</p>";
        assert_eq!(tex(html, false), ["\\(b &lt; c\\)"]);
        assert_eq!(tex(html, true), ["\\(a\\)", "\\(b &lt; c\\)", "\\(d\\)"]);
        assert_eq!(find(html, 0, false)[0].tex, "b < c");
    }

    #[test]
    fn looks_into_neither_code_nor_tags() {
        for html in [
            "<code>\\(a\\)</code>",
            "<PRE>$$a$$ <b>$$c$$</b></pre>",
            "<a title=\"$$x$$ > y\">z</a>",
            "<!-- \\(a\\) -->",
            "<script>\"\\(a\\)\"</script>",
            "\\\\(a\\\\)",
            "$$ a",
            "a < b",
        ] {
            assert!(tex(html, true).is_empty(), "{html}");
        }
    }

    #[test]
    fn many_beginnings_take_no_time() {
        for piece in ["<a b=\"", "\\(", "$$ <", "<!--", "<span class=\"math\">\\["] {
            find(&piece.repeat(200_000 / piece.len()), 0, true);
        }
    }
}
