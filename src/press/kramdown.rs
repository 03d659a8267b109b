//! kramdown, the Markdown of Jekyll: read as Jekyll reads it, and written again as the Markdown of the one renderer.
//!
//! [`block`] and [`span`] parse a text into a [`tree`] by kramdown's rules. [`reference`] says what Jekyll would show for
//! it, and [`lower`] gives a text that the renderer shows in the same way: as its author wrote it wherever the two
//! agree, rewritten by [`writer`] where they do not. Knows nothing of posts, of files and of the press.

pub mod character_class;
pub mod document;
pub mod scanner;
pub mod tree;

pub mod block;

pub mod abbreviation;
pub mod attribute_list;
pub mod entity;
pub mod html_tag;
pub mod span;

pub mod compare;
pub mod ids;
pub mod lower;
pub mod reference;
pub mod writer;
