//! Where a block ends for what comes next.

use super::super::attribute_list::block_list;
use super::super::character_class::{is_ascii_word, is_letter};
use super::super::document::Options;
use super::super::html_tag;
use super::lines::{blank_lines, spaces};
use super::marker;
use super::source::Source;

/// Whether lines without a marker of their own cannot continue a block from here on (`LAZY_END`).
pub(super) fn is_lazy_end(source: &Source<'_>) -> bool {
    let rest = source.rest();
    rest.is_empty()
        || blank_lines(rest).is_some()
        || marker::end_of_block(rest).is_some()
        || interrupts_lazy_line(source, 3)
}

/// Whether an attribute list or a tag of HTML behind a number of spaces at the most begins here.
pub(super) fn interrupts_lazy_line(source: &Source<'_>, indentation_limit: usize) -> bool {
    let rest = source.rest();
    let inside = rest.get(spaces(rest, 3)..).unwrap_or_default();
    let is_in_reach = rest.len() - inside.len() <= indentation_limit;
    is_in_reach && ((inside.starts_with("{:") && block_list(inside).is_some()) || is_block_tag(inside))
}

/// Whether a paragraph ends before what comes next (`PARAGRAPH_END`).
pub(super) fn is_paragraph_end(source: &Source<'_>, options: &Options) -> bool {
    let rest = source.rest();
    is_lazy_end(source)
        || marker::is_definition(rest)
        || (options.gfm
            && options.paragraph_end
            && (marker::is_list(rest)
                || marker::heading(rest).is_some()
                || marker::is_quote(rest)
                || marker::is_fence(rest)))
}

/// Whether a block that must stand by itself may end here (`BLOCK_BOUNDARY`).
pub(super) fn is_before_boundary(source: &Source<'_>) -> bool {
    let rest = source.rest();
    rest.is_empty() || blank_lines(rest).is_some() || marker::end_of_block(rest).is_some() || block_list(rest).is_some()
}

/// Whether a start or end tag comes next that does not belong into a line of text
/// (`LAZY_END_HTML_START`, `LAZY_END_HTML_STOP`).
fn is_block_tag(rest: &str) -> bool {
    let Some(inside) = rest.strip_prefix('<') else { return false };
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let first_word = name.split(|char| !is_ascii_word(char)).next().unwrap_or_default();
    if html_tag::is_span_element(first_word) || first_word == "script" {
        return false;
    }
    match inside.starts_with('/') {
        true => html_tag::end_tag(rest).is_some(),
        false => name.starts_with(|char| is_letter(char) || char == '_'),
    }
}
