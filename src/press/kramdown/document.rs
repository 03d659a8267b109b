//! A parsed text, and what its spans are read with.

use std::collections::HashMap;

use super::attribute_list::AttributeList;
use super::tree::{Attributes, Element};
use crate::press::html_elements::is_element;

/// How a text is read: the settings of kramdown that blogs use, by the names they have in `_config.yml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// `input: GFM`, as Jekyll sets it, rather than kramdown's own dialect.
    pub gfm: bool,
    /// `hard_wrap`: every line end in a paragraph is a line break.
    pub hard_wrap: bool,
    /// `auto_ids`: headings have ids.
    pub auto_ids: bool,
    /// `auto_id_prefix`.
    pub auto_id_prefix: String,
    /// `parse_block_html`: Markdown inside of HTML blocks.
    pub parse_block_html: bool,
    /// `parse_span_html`: Markdown inside of HTML in lines.
    pub parse_span_html: bool,
    /// `toc_levels`: the levels of headings that `{:toc}` lists, as bits 1 to 6.
    pub toc_levels: u8,
    /// `smart_quotes`: `'`, `'`, `"`, `"` as they are shown.
    pub smart_quotes: [char; 4],
    /// `gfm_quirks: paragraph_end` is on, as by default: headings, lists, quotes and fences end a paragraph.
    pub paragraph_end: bool,
    /// `gfm_quirks: no_auto_typographic` is off, as in Jekyll: dashes and dots are made of characters.
    pub typographic_symbols: bool,
    /// What is maths beside `$$…$$`, and how it is written for the renderer.
    pub maths: Maths,
    /// What may follow a fence. No setting of kramdown's.
    pub after_fence: AfterFence,
    /// What a tag is of whose element no browser knows. No setting of kramdown's.
    pub unknown_tags: UnknownTags,
}

/// What is maths, and how it is written for the renderer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Maths {
    /// `$$…$$` alone, as the text `\(…\)` that Jekyll puts out.
    #[default]
    AsInJekyll,
    /// Also what MathJax finds in Jekyll's pages, `\\(…\\)` and `\\[…\\]`, and what GitHub shows as a formula: all as
    /// formulas of the renderer.
    Formulas,
    /// The same, and `$…$`, `\(…\)` and `\[…\]`: for a text that says it holds maths.
    FormulasInDollars,
}

/// What `Vec<T>` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownTags {
    /// The tag of an element, as in kramdown: no reader sees it.
    Elements,
    /// Text.
    Text,
}

/// What may follow a fence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterFence {
    /// One word, as in kramdown: with more it is no fence.
    OneWord,
    /// A word and options of the code, as in CommonMark.
    Options,
}

impl Options {
    /// Whether what looks like the tag of an element is one.
    pub fn is_tag(&self, name: &str) -> bool {
        self.unknown_tags == UnknownTags::Elements || is_element(&name.to_lowercase())
    }
}

/// Jekyll's defaults.
impl Default for Options {
    fn default() -> Options {
        Options {
            gfm: true,
            hard_wrap: false,
            auto_ids: true,
            auto_id_prefix: String::new(),
            parse_block_html: false,
            parse_span_html: true,
            toc_levels: 0b111_1110,
            smart_quotes: ['‘', '’', '“', '”'],
            paragraph_end: true,
            typographic_symbols: true,
            maths: Maths::AsInJekyll,
            after_fence: AfterFence::OneWord,
            unknown_tags: UnknownTags::Elements,
        }
    }
}

/// Characters that Unicode keeps free, as `smart_quotes` of which the quotes are chosen later. To the comparison with
/// what the renderer shows they are the default ones.
pub const QUOTE_MARKS: [char; 4] = ['\u{fdd0}', '\u{fdd1}', '\u{fdd2}', '\u{fdd3}'];

/// A parsed text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Its blocks.
    pub root: Element,
    /// What is defined beside them.
    pub definitions: Definitions,
    /// The options that the text was read with, as `{::options …}` in it changed them: those it is shown with.
    pub options: Options,
}

/// What a text defines for use elsewhere in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definitions {
    /// Targets of reference links by their names, as [`normal_name`] has them.
    pub links: HashMap<String, LinkDefinition>,
    /// Footnotes by name. The inside is parsed.
    pub footnotes: HashMap<String, Element>,
    /// `{:name: …}`.
    pub attributes: HashMap<String, AttributeList>,
    /// `*[HTML]: …`: short forms in the order of their definition, with title and attributes.
    pub abbreviations: Vec<(String, String, Attributes)>,
    /// What the text asks for that is not done, with the byte of its place.
    pub warnings: Vec<(usize, Warning)>,
}

/// The target of reference links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkDefinition {
    /// As written.
    pub url: String,
    /// What is shown when the mouse rests on the link.
    pub title: Option<String>,
    /// From an attribute list below it.
    pub attributes: Attributes,
}

/// What a text asks for that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// `{::name}` of an extension that there is not.
    UnknownExtension(String),
    /// An extension without its end.
    ExtensionNotClosed(String),
    /// An HTML end tag without a start, which is shown as text.
    EndTagWithoutStart(String),
    /// An HTML start tag without an end.
    TagNotClosed(String),
    /// A reference to a link that is not defined, which is shown as text.
    UnknownReference(String),
    /// A reference to a footnote that is not defined, which is shown as text.
    UnknownFootnote(String),
}

/// The name of a reference as it is looked up: white space folded, case ignored (`normalize_link_id`). White space at
/// its ends counts.
pub fn normal_name(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut is_after_space = false;
    for char in name.chars() {
        let is_space = matches!(char, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c');
        match is_space {
            true if is_after_space => {}
            true => normal.push(' '),
            false => normal.extend(char.to_lowercase()),
        }
        is_after_space = is_space;
    }
    normal
}
