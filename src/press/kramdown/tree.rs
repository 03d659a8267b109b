//! What a kramdown text is made of, once it is parsed.

use std::ops::Range;

pub use crate::markdown::FormulaPlace;

/// A block or a span with its inside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// What it is.
    pub kind: Kind,
    /// From attribute lists and from HTML tags, in the order of their first mention, each name once.
    pub attributes: Attributes,
    /// What is inside, in order.
    pub children: Vec<Element>,
    /// The bytes of the text that a child of the root was made of, whole lines. Empty elsewhere.
    pub source: Range<usize>,
}

/// Names and values.
pub type Attributes = Vec<(String, String)>;

/// The kinds of elements. Blocks come first, then what both may be, then spans.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kind {
    /// The whole text.
    #[default]
    Root,
    /// Blank lines between blocks.
    Blank,
    /// A paragraph. Without tags of its own if `transparent`, as in items of tight lists.
    Paragraph {
        /// Whether it has no tags of its own.
        transparent: bool,
    },
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text without markup, of which its id is made.
        raw_text: String,
    },
    /// Text that others wrote.
    Blockquote,
    /// A quote that began with such a line as `[!NOTE]`, which is not in it any more. No parsed text has any: only the
    /// renderer makes boxes of them ([`super::lower`]).
    Alert(&'static str),
    /// Code on lines of its own.
    CodeBlock {
        /// As it is shown.
        code: String,
        /// The first word after the fence, as written, without options that follow a `?`, and further words if those are
        /// read. The attributes hold no class `language-…` for it.
        language: Option<String>,
        /// Whether it stood between fences rather than being indented.
        fenced: bool,
    },
    /// A list whose children are items.
    List {
        /// Whether its items have numbers.
        ordered: bool,
        /// The number of its first item, as written. Jekyll shows 1 always.
        start: u64,
    },
    /// An item of a list.
    Item,
    /// Terms and definitions.
    DefinitionList,
    /// `{:toc}` on a list: links to the headings in its place.
    TableOfContents {
        /// Whether its items have numbers.
        ordered: bool,
    },
    /// `{:footnotes}` on a list: the footnotes in its place rather than at the end.
    FootnoteList,
    /// What is defined.
    Term,
    /// What it means.
    Definition,
    /// A line across.
    Rule,
    /// A table; its children are head, bodies and foot.
    Table {
        /// Of each column.
        alignments: Vec<Alignment>,
    },
    /// Rows of names.
    TableHead,
    /// Rows.
    TableBody,
    /// The rows after a line of `=`.
    TableFoot,
    /// A row of cells.
    TableRow,
    /// A cell; those of the head are shown as `th`.
    TableCell,
    /// `{::comment}`: not shown.
    Comment(String),
    /// The place of a block's inside until the span parser has read it. No parsed text has any.
    RawText(String),

    /// An element of HTML.
    Html {
        /// Lower-case.
        name: String,
        /// Whether it stands between blocks rather than in a line of text.
        is_block: bool,
        /// What its inside was read as.
        content: HtmlContent,
    },
    /// `<!-- … -->`, whole.
    HtmlComment(String),
    /// `<? … ?>`, whole.
    ProcessingInstruction(String),
    /// `{::nomarkdown}`: put out as it is.
    Raw(String),
    /// Maths in TeX.
    Math {
        /// Without the dollars.
        tex: String,
        /// Where it stands.
        place: FormulaPlace,
    },

    /// Plain text: what readers see, with nothing escaped.
    Text(String),
    /// A link; its target is the attribute `href`.
    Link,
    /// A picture: attributes `src` and `alt`.
    Image,
    /// Emphasized text.
    Emphasis,
    /// Strongly emphasized text.
    Strong,
    /// `~~…~~`.
    Strikethrough,
    /// Code within a line, as it is shown.
    CodeSpan(String),
    /// The place where a footnote is called.
    FootnoteMark(String),
    /// A quote or an apostrophe that was straight.
    SmartQuote(char),
    /// Dashes, dots and guillemets made of several characters: what is shown.
    Symbol(&'static str),
    /// A character reference.
    Entity {
        /// What it shows.
        char: char,
        /// As written: `&amp;`.
        original: String,
    },
    /// A word whose long form is known: the attribute `title`.
    Abbreviation(String),
    /// A new line that its author wants.
    LineBreak,
}

/// How the inside of an HTML element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlContent {
    /// As it is: children of [`Kind::Text`], whose `&`, `<` and `>` are escaped where they are shown, and further
    /// elements, mostly raw ones. The inside of `script` and `style` is one child of [`Kind::Raw`] instead.
    Raw,
    /// There is none, for the block's tag closes itself: `<video />`, shown in the same way.
    Closed,
    /// As blocks.
    Block,
    /// As a line of text.
    Span,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Where text begins.
    Default,
    /// `:--`.
    Left,
    /// `:-:`.
    Center,
    /// `--:`.
    Right,
}

impl Element {
    /// An element without attributes and inside.
    pub fn new(kind: Kind) -> Element {
        Element { kind, ..Element::default() }
    }

    /// An element with an inside.
    pub fn with(kind: Kind, children: Vec<Element>) -> Element {
        Element { kind, children, ..Element::default() }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value, in the place of one it had.
    pub fn set_attribute(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }
}
