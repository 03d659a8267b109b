//! What the index takes of a document.

/// A post or a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Plain text.
    pub title: String,
    /// Where it is, below the base.
    pub path: String,
    /// The day it was written, in words; empty for pages.
    pub day: String,
    /// The same as [`crate::search::places::day_number`] counts; 0 for pages.
    pub day_number: u32,
    /// BCP 47 tag, if not the site's.
    pub lang: String,
    /// The language of its words: `lang`, else the site's.
    pub language: String,
    /// Names.
    pub categories: Vec<String>,
    /// Names.
    pub tags: Vec<String>,
    /// Names.
    pub authors: Vec<String>,
    /// What stands above the first heading, and then each heading with what follows it.
    pub sections: Vec<Section>,
}

/// A heading and the text up to the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Plain text; empty above the first.
    pub heading: String,
    /// Its id; empty if it has none.
    pub anchor: String,
    /// Paragraphs and the like.
    pub blocks: Vec<Block>,
}

/// A paragraph, an item of a list, a cell, a block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Text(String),
    /// Code.
    Code(String),
}

impl Block {
    /// What it is.
    pub fn kind(&self) -> &'static str {
        match self {
            Block::Text(_) => "text",
            Block::Code(_) => "code",
        }
    }

    /// As it is shown.
    pub fn text(&self) -> &str {
        match self {
            Block::Text(text) | Block::Code(text) => text,
        }
    }
}
