//! Marks of footnotes in raw HTML. Where kramdown's attributes make HTML of a cell or a paragraph, its marks would lead
//! nowhere: only in Markdown does the renderer count them. So such a cell is Markdown again, between its tags.

use super::literal::literal_in_markdown;
use super::raw_html::{Chunk, Part, Setting, Side, Tag, pairs};
use crate::press::edits::Edit;

/// What the lowering of kramdown writes for such a mark, around the name of its footnote.
const MARK: (&str, &str) = ("fnref:", ":html");

/// Whether a text may have such marks: a quick look.
pub(super) fn may_occur(text: &str) -> bool {
    text.contains(":html\"><a href=\"#fn:")
}

/// Makes Markdown of what is around the marks.
pub(super) fn edits(text: &str, chunks: &[Chunk]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for chunk in chunks.iter().filter(|chunk| chunk.setting == Setting::Block) {
        let tags: Vec<&Tag> = chunk.parts.iter().filter_map(Part::tag).collect();
        let pairs = pairs(&tags);
        let mut end_of_last = 0;
        let mut holders: Vec<(usize, usize)> = pairs.iter().copied().filter(|pair| is_holder(&tags, *pair)).collect();
        holders.sort_unstable();
        for (start, end) in holders {
            let (Some(first), Some(last)) = (tags.get(start), tags.get(end)) else { continue };
            let inside = tags.get(start + 1..end).unwrap_or_default();
            let has_blocks = inside.iter().any(|tag| !is_span(&tag.name));
            if first.range.start < end_of_last || has_blocks || !inside.iter().any(|tag| name_of_mark(tag).is_some()) {
                continue;
            }
            end_of_last = last.range.end;
            rewrite(text, chunk, first, last, &mut edits);
        }
    }
    edits
}

/// Whether an element may have paragraphs in it, or can be made one that has.
fn is_holder(tags: &[&Tag], (start, _): (usize, usize)) -> bool {
    tags.get(start).is_some_and(|tag| matches!(tag.name.as_str(), "td" | "th" | "li" | "dd" | "p" | "div"))
}

fn is_span(name: &str) -> bool {
    let spans = "a abbr b bdi br cite code del em i img ins kbd mark q s samp small span strong sub sup time u var";
    spans.split(' ').any(|span| span == name)
}

fn name_of_mark(tag: &Tag) -> Option<&str> {
    let id = tag.attribute("id").filter(|_| tag.name == "sup" && tag.side == Side::Start)?;
    id.strip_prefix(MARK.0)?.strip_suffix(MARK.1)
}

fn rewrite(text: &str, chunk: &Chunk, first: &Tag, last: &Tag, edits: &mut Vec<Edit>) {
    let mut start = text.get(first.range.clone()).unwrap_or_default().to_owned();
    let mut end = text.get(last.range.clone()).unwrap_or_default().to_owned();
    if first.name == "p" {
        start.replace_range(..2, "<div");
        "</div>".clone_into(&mut end);
    }
    let mut inside = String::new();
    // Between the tags of a mark there is its name once more.
    let mut is_in_mark = false;
    let range = first.range.end..last.range.start;
    for part in &chunk.parts {
        match part {
            Part::Text(place) if !is_in_mark && range.start <= place.start && place.end <= range.end => {
                inside.push_str(&literal_in_markdown(text.get(place.clone()).unwrap_or_default()));
            }
            Part::Tag(tag) if range.start <= tag.range.start && tag.range.end <= range.end => {
                if let Some(name) = name_of_mark(tag) {
                    inside.push_str(&format!("[^{}]", crate::press::post::title::decode_entities(name)));
                    is_in_mark = true;
                } else if is_in_mark {
                    is_in_mark = tag.name != "sup";
                } else {
                    inside.push_str(&tag.source);
                }
            }
            _ => {}
        }
    }
    let replacement = format!("{start}\n\n{}\n\n{end}", inside.trim());
    edits.push(Edit { range: first.range.start..last.range.end, replacement });
}

#[cfg(test)]
mod tests {
    use super::super::raw_html::chunks;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    #[test]
    fn what_is_around_a_mark_is_markdown() {
        let mark = |name: &str| {
            format!("<sup id=\"fnref:{name}:html\"><a href=\"#fn:{name}\" class=\"footnote\">{name}</a></sup>")
        };
        for (text, expected) in [
            (
                format!("<p class=\"lead\">A *b* <em>c</em>.{}</p>\n", mark("1")),
                "<div class=\"lead\">\n\nA &#42;b&#42; <em>c</em>.[^1]\n\n</div>\n",
            ),
            (
                format!("<table class=\"w\"><tr>\n<td>a{}</td><td>b</td>\n</tr></table>\n", mark("x-y")),
                "<table class=\"w\"><tr>\n<td>\n\na[^x-y]\n\n</td><td>b</td>\n</tr></table>\n",
            ),
            ("<p>a <sup id=\"fnref:1\">1</sup></p>\n".to_owned(), "<p>a <sup id=\"fnref:1\">1</sup></p>\n"),
        ] {
            assert_eq!(edited(&text, edits(&text, &chunks(&text, Markup::Markdown))), expected);
        }
    }
}
