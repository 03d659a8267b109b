//! Formulas in HTML, where Markdown and its renderer find nothing: in its text, as MathJax looks for them.

use pulldown_cmark::{Event, Parser, Tag};

use crate::bundle::Markup;
use crate::markdown::{FORMULA_IN_HTML, FormulaPlace, delimited_formula, extensions};
use crate::press::edits::Edit;
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

/// Each formula in the HTML of a text in an element of its own, as the renderer knows it.
pub(super) fn find(text: &str, markup: Markup) -> Vec<Edit> {
    if MARKS.iter().all(|(start, ..)| !text.contains(start)) {
        return Vec::new();
    }
    match markup {
        Markup::Html => find_in(text, 0),
        Markup::Markdown => {
            let events = Parser::new_ext(text, extensions()).into_offset_iter();
            let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)));
            blocks.flat_map(|(_, range)| find_in(text.get(range.clone()).unwrap_or_default(), range.start)).collect()
        }
    }
}

/// The same in HTML that begins at a place of a text.
fn find_in(html: &str, offset: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut position = 0;
    // The element that is not looked into.
    let mut inside: Option<String> = None;
    let mut is_done = false;
    while let Some(rest) = html.get(position..).filter(|rest| !rest.is_empty()) {
        let start = rest.find('<').unwrap_or(rest.len());
        if inside.is_none() && !is_done {
            in_text(&rest[..start], offset + position, &mut edits);
        }
        position += start;
        let Some(tag) = html.get(position..).filter(|rest| !rest.is_empty()) else { break };
        is_done = tag.starts_with(FORMULA_IN_HTML);
        let (name, length) = tag_at(tag);
        position += length;
        let Some(name) = name else { continue };
        match &inside {
            Some(open) => {
                if name.strip_prefix('/') == Some(open) {
                    inside = None;
                }
            }
            None => inside = NOT_IN.contains(&name.as_str()).then_some(name),
        }
    }
    edits
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

fn in_text(text: &str, offset: usize, edits: &mut Vec<Edit>) {
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
        let tex = without_comments(tex).replace(['\n', '\r'], " ");
        edits.push(Edit {
            range: offset + position..offset + position + length,
            replacement: format!("{FORMULA_IN_HTML}{}</span>", delimited_formula(place, &tex)),
        });
        position += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(html: &str) -> String {
        let mut output = html.to_owned();
        for Edit { range, replacement } in find(html, Markup::Html).into_iter().rev() {
            output.replace_range(range, &replacement);
        }
        output
    }

    #[test]
    fn formulas_get_an_element_of_their_own() {
        assert_eq!(
            written("<p class=\"a\">\\(a\\) <span class=\"math\">\\(b &lt; c\\)</span> $$d\ne$$</p>"),
            "<p class=\"a\"><span class=\"math\">\\(a\\)</span> <span class=\"math\">\\(b &lt; c\\)</span> \
             <span class=\"math\">\\[d e\\]</span></p>"
        );
    }

    #[test]
    fn neither_code_nor_tags_are_looked_into() {
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
            assert_eq!(written(html), html);
        }
    }

    #[test]
    fn many_beginnings_take_no_time() {
        for piece in ["<a b=\"", "\\(", "$$ <", "<!--", "<span class=\"math\">\\["] {
            find(&piece.repeat(200_000 / piece.len()), Markup::Html);
        }
    }
}
