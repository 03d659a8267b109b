//! What looks like a tag and is none: `Vec<T>`, `<Swing Dev>`, `<system.web>`. Browsers would swallow it.

use super::literal::{literal, literal_in_html};
use super::raw_html::{Chunk, Part, Setting, Side, Tag};
use crate::press::edits::Edit;
use crate::press::html_elements::{hides_inside, is_element};

/// Writes such tags as the text they are.
pub(super) fn edits(text: &str, chunks: &[Chunk]) -> Vec<Edit> {
    let mut edits = Vec::new();
    // The element whose inside is not looked at.
    let mut hidden: Option<&str> = None;
    for chunk in chunks {
        let tags = chunk.parts.iter().filter_map(Part::tag);
        let mut has_elements = false;
        let before = edits.len();
        for tag in tags {
            match hidden {
                Some(name) => {
                    if tag.side == Side::End && tag.name == name {
                        hidden = None;
                    }
                    has_elements = true;
                }
                None if is_element(&tag.name) => {
                    has_elements = true;
                    if tag.side == Side::Start && hides_inside(&tag.name) && !closes_itself(text, tag) {
                        hidden = Some(&tag.name);
                    }
                }
                None => {
                    let replacement = match chunk.setting {
                        Setting::Block => literal_in_html(&tag.source),
                        Setting::Line => literal(&tag.source),
                    };
                    edits.push(Edit { range: tag.range.clone(), replacement });
                }
            }
        }
        if chunk.setting == Setting::Block {
            keep_block(text, chunk, &mut edits[before..], has_elements);
        }
    }
    edits
}

/// A block that such a tag begins stays a block: what follows in it was no Markdown before.
fn keep_block(text: &str, chunk: &Chunk, edits: &mut [Edit], has_elements: bool) {
    let first = chunk.parts.iter().find(|part| match part {
        Part::Text(range) => text.get(range.clone()).is_some_and(|text| !text.trim().is_empty()),
        Part::Tag(_) => true,
    });
    let (Some(Part::Tag(first)), Some(last)) = (first, chunk.parts.last()) else { return };
    let Some(edit) = edits.first_mut().filter(|edit| edit.range == first.range) else { return };
    edit.replacement.insert_str(0, "<p>");
    let last_range = match last {
        Part::Text(range) => range,
        Part::Tag(tag) => &tag.range,
    };
    // Other elements may end the paragraph in their own way.
    if !has_elements && let Some(edit) = edits.last_mut().filter(|edit| edit.range == *last_range) {
        edit.replacement.push_str("</p>");
    }
}

fn closes_itself(text: &str, tag: &Tag) -> bool {
    text.get(tag.range.clone()).is_some_and(|tag| tag.ends_with("/>"))
}

#[cfg(test)]
mod tests {
    use super::super::raw_html::chunks;
    use super::super::tests::edited;
    use crate::bundle::Markup;

    fn check(text: &str, expected: &str, markup: Markup) {
        assert_eq!(edited(text, super::edits(text, &chunks(text, markup))), expected);
    }

    #[test]
    fn what_is_no_element_is_text() {
        for (text, expected) in [
            ("A Vec<T> and <Swing Dev>.\n", "A Vec&lt;T&gt; and &lt;Swing Dev&gt;.\n"),
            ("`Vec<T>` <b>x</b>\n", "`Vec<T>` <b>x</b>\n"),
            ("<T a=\"*b*\"> *c*\n", "&lt;T a=&quot;&#42;b&#42;&quot;&gt; *c*\n"),
            ("<T>\n*x*\n", "<p>&lt;T&gt;\n*x*\n"),
            ("<T>\n", "<p>&lt;T&gt;\n"),
            ("<div><Vec></div>\n", "<div>&lt;Vec&gt;</div>\n"),
            ("<svg><path/><foo/></svg> <foo/>\n", "<svg><path/><foo/></svg> &lt;foo/&gt;\n"),
            ("<my-element>x</my-element> <o:p></o:p>\n", "<my-element>x</my-element> <o:p></o:p>\n"),
            ("> <Foo\n> bar>\n", "> &lt;Foo bar&gt;\n"),
        ] {
            check(text, expected, Markup::Markdown);
        }
        check("<p>A Vec<T></p>", "<p>A Vec&lt;T&gt;</p>", Markup::Html);
    }
}
