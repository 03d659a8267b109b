//! Blocks: from a text to a tree.

use super::document::{Document, Options};

/// Parses a text with everything in it, spans too.
pub fn parse(text: &str, options: &Options) -> Document {
    let _ = (text, options);
    Document::default()
}
