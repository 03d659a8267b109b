//! Pictures that are not there, shown by their words.

use super::edits::{self, Edit};
use super::links::Picture;
use super::post::Post;
use super::tag_text::plain;

/// Puts a box with its words in the place of each picture that is not there: a browser would show a broken one, after
/// asking the host in vain. The pictures are in the order of the text.
pub fn show_words_for(post: &mut Post, missing: &[Picture]) {
    let edits = missing.iter().map(|picture| Edit { range: picture.range.clone(), replacement: words_box(picture) });
    edits::apply(post, edits.collect());
}

/// Raw HTML that means the same in Markdown and in HTML, on one line.
fn words_box(picture: &Picture) -> String {
    let name = picture.address.split(['#', '?']).next().unwrap_or_default();
    let words = if picture.alt.trim().is_empty() { crate::route::split_last(name).1 } else { &picture.alt };
    // Where a lone tag made the lines below it HTML, the box must do the same.
    let element = if picture.begins_block { "div" } else { "span" };
    format!("<{element} class=\"missing-image\" title=\"{}\">{}</{element}>", plain(name), plain(words))
}
