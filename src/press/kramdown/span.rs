//! Spans: what a line of text is made of.
//!
//! kramdown reads a text from left to right and tries, at each place where something may begin, its parsers in a fixed
//! order. One that does not find its end gives its beginning back as text, and reading goes on behind it. What has
//! failed is remembered (`memory`), so that no text is read over and over.

use super::document::{Definitions, Options};
use super::tree::Element;

mod autolink;
mod code;
mod emphasis;
mod extension;
mod finish;
mod html;
mod link;
mod link_target;
mod marks;
mod maths;
mod memory;
mod parser;
mod places;
mod quotes;
mod special;
mod symbols;
#[cfg(test)]
mod tests;

use finish::{decode_texts, place_line_breaks};
use parser::Parser;

pub use maths::tex_in_marks;
pub(super) use parser::push_text;

/// Parses the text of a block.
pub fn parse(text: &str, definitions: &mut Definitions, options: &Options) -> Vec<Element> {
    let mut children = parse_in_html(text, definitions, options);
    if options.gfm {
        place_line_breaks(&mut children, options);
    }
    children
}

/// Parses the text of a block that stands in an HTML block, where a backslash, or a line end with `hard_wrap`, breaks
/// no line.
pub fn parse_in_html(text: &str, definitions: &mut Definitions, options: &Options) -> Vec<Element> {
    let mut children = Parser::new(text, definitions, options).all();
    decode_texts(&mut children);
    children
}
