//! The words of a text: for excerpts, and for counting them.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, FormulaPlace, Formulas, events};
use crate::bundle::Markup;

/// The readable text of Markdown without its markup, block by block: for excerpts and for counting words.
/// Code blocks and raw HTML are left out.
pub fn plain_text_blocks(text: &str) -> impl Iterator<Item = TextBlock> + '_ {
    let show = |place, tex| Event::Code(if place == FormulaPlace::Block { "".into() } else { tex });
    TextBlocks { events: Box::new(Formulas::new(events(text, Markup::Markdown), Box::new(show))) }
}

/// The text of one paragraph, heading or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// Whether it is a paragraph of running text.
    pub is_paragraph: bool,
    /// Without markup, white space folded.
    pub text: String,
}

/// How the press begins what stands for a picture or a film of another site.
const BOXES: [&str; 3] = ["<a class=\"media-link\"", "<span class=\"media-link\"", "<span class=\"embed"];

struct TextBlocks<'a> {
    events: Events<'a>,
}

impl Iterator for TextBlocks<'_> {
    type Item = TextBlock;

    fn next(&mut self) -> Option<TextBlock> {
        let mut text = String::new();
        let mut hidden = 0_u32;
        // How deep in a link to what is shown elsewhere: no more a part of the text than a picture is.
        let mut in_box = 0_u32;
        for event in self.events.by_ref() {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) | Tag::Image { .. }) => hidden += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::FootnoteDefinition | TagEnd::Image) => {
                    hidden = hidden.saturating_sub(1);
                }
                Event::InlineHtml(tag) if 0 < in_box || BOXES.iter().any(|start| tag.starts_with(start)) => {
                    in_box =
                        if tag.starts_with("</") { in_box - 1 } else { in_box + u32::from(!tag.starts_with("<img")) };
                }
                Event::Text(_) | Event::Code(_) if 0 < in_box => {}
                Event::Text(inner) | Event::Code(inner) if hidden == 0 => text.push_str(&inner),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                Event::End(
                    end @ (TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::TableCell
                    | TagEnd::DefinitionListTitle
                    | TagEnd::DefinitionListDefinition),
                ) if !text.trim().is_empty() => {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    let is_paragraph = matches!(end, TagEnd::Paragraph);
                    return Some(TextBlock { is_paragraph, text: words.join(" ") });
                }
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_blocks_hold_what_a_reader_would_read_aloud() {
        let blocks: Vec<TextBlock> =
            plain_text_blocks("# A *title*\n\nSome\n`code`, $`x^2`$.\n\n```\nno\n```\n\n```math\nno\n```\n\n- item\n")
                .collect();
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["A title", "Some code, x^2.", "item"]);
        let boxed = "A <a class=\"media-link\" href=\"/x\">Picture on a.b</a> <span class=\"embed\"><a href=\"/\"><img src=\"/x\">\
                     <span>Film</span></a></span> b.\n";
        assert_eq!(plain_text_blocks(boxed).map(|block| block.text).collect::<Vec<_>>(), ["A b."]);
        assert!(blocks[1].is_paragraph && !blocks[0].is_paragraph);
    }
}
