//! Blocks: from a text to a tree.
//!
//! The [`parser`] tries kramdown's block parsers in their order at each place of a [`source`] and gathers [`node`]s,
//! whose text is still as written. What is defined anywhere in the text is known only at its end: [`finish`] then
//! reads the text within the blocks, resolves attribute lists and hands out the tree.

mod source;

mod boundary;
mod lines;
mod marker;

mod node;
mod parser;

mod code;
mod definition;
mod definition_list;
mod extension;
mod heading;
mod html;
mod item;
mod link_definition;
mod list;
mod math;
mod named_list;
mod paragraph;
mod quote;
mod raw_html;
mod table;
mod table_row;

mod finish;
mod ranges;

#[cfg(test)]
mod tests;

use super::document::{Document, Options};
use node::Tree;
use parser::Parser;
use source::Source;

/// Parses a text with everything in it, spans too. Its lines end with line feeds.
///
/// The ranges of the root's children ascend and begin and end where lines do. A child that begins on the line on
/// which the one before it ended has what follows that line, which may be nothing.
pub fn parse(text: &str, options: &Options) -> Document {
    let mut adapted = text.strip_suffix('\n').unwrap_or(text).to_owned();
    adapted.push('\n');

    let mut parser = Parser::new(options);
    let mut tree = Tree::default();
    parser.parse_blocks(&mut Source::new(&adapted), &mut tree);
    let mut document = finish::document(parser, tree.nodes);
    ranges::to_whole_lines(&mut document.root, text);
    document
}
