//! Elements of raw HTML as readers need them: tables that scroll in a box of their own, tasks that a screen reader can
//! tell. The renderer does the same for Markdown's.

use super::literal::literal_in_html;
use super::raw_html::{Chunk, Part, Setting, Side, Tag, pairs};
use crate::press::edits::Edit;
use crate::press::html_elements::is_code;

/// A tag and what is around it.
pub(super) struct Placed<'a> {
    /// The tag.
    pub(super) tag: &'a Tag,
    /// Whether it stands in a block or in a line.
    pub(super) setting: Setting,
}

/// All tags, in order.
pub(super) fn placed(chunks: &[Chunk]) -> Vec<Placed<'_>> {
    let tags = chunks
        .iter()
        .flat_map(|chunk| chunk.parts.iter().filter_map(Part::tag).map(|tag| Placed { tag, setting: chunk.setting }));
    tags.collect()
}

/// A box around each table that no other table or code is around, and a name for each box of a task.
pub(super) fn edits(text: &str, placed: &[Placed<'_>]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = placed.iter().filter_map(|placed| task(placed.tag)).collect();
    let tags: Vec<&Tag> = placed.iter().map(|placed| placed.tag).collect();
    let mut pairs = pairs(&tags);
    pairs.sort_unstable();
    // What is inside of the last such element has no boxes of its own.
    let mut end_of_last = 0;
    for (start, end) in pairs {
        let (Some(first), Some(last)) = (placed.get(start), placed.get(end)) else { continue };
        if start < end_of_last {
            continue;
        }
        let is_table = first.tag.name == "table" && first.setting == Setting::Block && last.setting == Setting::Block;
        let is_boxed = first.tag.attribute("class").is_some_and(|classes| classes.split_whitespace().any(is_box));
        if !is_table && !is_boxed && !is_code(&first.tag.name) {
            continue;
        }
        end_of_last = end;
        if is_table && !is_boxed {
            let inside = text.get(first.tag.range.end..last.tag.range.start).unwrap_or_default();
            let label = caption(inside).map_or_else(|| "Table".to_owned(), |caption| format!("Table: {caption}"));
            let replacement = format!("<div class=\"table\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">");
            edits.push(Edit { range: first.tag.range.start..first.tag.range.start, replacement });
            edits.push(Edit { range: last.tag.range.end..last.tag.range.end, replacement: "</div>".to_owned() });
        }
    }
    edits
}

/// Classes of elements whose tables are lines of code with their numbers, or have a box already.
fn is_box(class: &str) -> bool {
    matches!(class, "table" | "highlight" | "highlighter-rouge" | "rouge-table" | "table-wrapper" | "table-responsive")
}

/// The words of a table's caption, if it has one.
fn caption(table: &str) -> Option<String> {
    let start = table.find("<caption")?;
    let inside = table.get(start..)?.split_once('>')?.1;
    let inside = inside.split("</caption").next()?;
    let words: String = inside.split('<').enumerate().map(|(number, part)| without_tag(number, part)).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| literal_in_html(&words))
}

fn without_tag(number: usize, part: &str) -> &str {
    if number == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) }
}

fn task(tag: &Tag) -> Option<Edit> {
    let is_task = tag.name == "input"
        && tag.side == Side::Start
        && tag.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"))
        && tag.attribute("disabled").is_some();
    let (state, label, sign) = match tag.attribute("checked") {
        Some(_) => ("true", "Done", "☑\u{fe0e}"),
        None => ("false", "To do", "☐\u{fe0e}"),
    };
    is_task.then(|| Edit {
        range: tag.range.clone(),
        replacement: format!(
            "<span class=\"task\" role=\"checkbox\" aria-checked=\"{state}\" aria-disabled=\"true\" \
             aria-label=\"{label}\">{sign}</span>"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::super::raw_html::chunks;
    use super::super::tests::edited;
    use super::{edits, placed};
    use crate::bundle::Markup;

    fn check(text: &str, expected: &str) {
        assert_eq!(edited(text, edits(text, &placed(&chunks(text, Markup::Markdown)))), expected);
    }

    const BOX: &str = "<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">";

    #[test]
    fn tables_get_a_box_of_their_own() {
        check(
            "<table><tr><td><table></table></td></tr></table>\n",
            &format!("{BOX}<table><tr><td><table></table></td></tr></table></div>\n"),
        );
        check(
            "<table>\n<caption>Herons <b>and</b> \"rivers\"</caption>\n<tr><td>\n\n*x*\n\n</td></tr></table>\n",
            "<div class=\"table\" role=\"region\" aria-label=\"Table: Herons and &quot;rivers&quot;\" tabindex=\"0\">\
             <table>\n<caption>Herons <b>and</b> \"rivers\"</caption>\n<tr><td>\n\n*x*\n\n</td></tr></table></div>\n",
        );
        for same in [
            "<table>\n<tr>\n",
            "<figure class=\"highlight\"><pre><table></table></pre></figure>\n",
            "<div class=\"table-responsive\"><table></table></div>\n",
        ] {
            check(same, same);
        }
    }

    #[test]
    fn tasks_have_names() {
        check(
            "<ul>\n<li><input type=\"checkbox\" disabled=\"disabled\" checked>a</li>\n<li><input type=text></li>\n</ul>\n",
            "<ul>\n<li><span class=\"task\" role=\"checkbox\" aria-checked=\"true\" aria-disabled=\"true\" \
             aria-label=\"Done\">☑\u{fe0e}</span>a</li>\n<li><input type=text></li>\n</ul>\n",
        );
    }
}
