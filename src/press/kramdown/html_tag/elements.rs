//! What kramdown knows of the elements of HTML.

use super::super::tree::HtmlContent;

/// Whether an element of this (lower-case) name begins a block, and is shown as text within a line.
pub fn is_block_element(name: &str) -> bool {
    BLOCK_ELEMENTS.contains(&name)
}

/// Whether an element of this (lower-case) name belongs into lines of text.
pub fn is_span_element(name: &str) -> bool {
    SPAN_ELEMENTS.contains(&name)
}

/// Whether an element of this (lower-case) name has no inside and no end tag.
pub fn is_void(name: &str) -> bool {
    VOID_ELEMENTS.contains(&name)
}

/// Whether HTML has an element of this (lower-case) name, so that case means nothing in it.
pub fn is_known(name: &str) -> bool {
    [SPAN_ELEMENTS, BLOCK_ELEMENTS, VOID_ELEMENTS, BLOCK_CONTENT, SPAN_CONTENT, RAW_CONTENT]
        .iter()
        .any(|names| names.contains(&name))
}

/// What the inside of an element of this (lower-case) name is read as where Markdown is read in HTML.
pub fn content_model(name: &str) -> HtmlContent {
    if BLOCK_CONTENT.contains(&name) {
        HtmlContent::Block
    } else if SPAN_CONTENT.contains(&name) {
        HtmlContent::Span
    } else {
        HtmlContent::Raw
    }
}

#[rustfmt::skip]
const BLOCK_CONTENT: &[&str] = &[
    "address", "applet", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "fieldset", "figure",
    "figcaption", "footer", "form", "header", "hgroup", "iframe", "li", "main", "map", "menu", "nav", "noscript",
    "object", "section", "summary", "td",
];

#[rustfmt::skip]
const SPAN_CONTENT: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdo", "big", "button", "cite", "caption", "del", "dfn", "dt", "em", "h1", "h2", "h3",
    "h4", "h5", "h6", "i", "ins", "label", "legend", "optgroup", "p", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby",
    "select", "small", "span", "strong", "sub", "sup", "th", "tt",
];

#[rustfmt::skip]
const RAW_CONTENT: &[&str] = &[
    "script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var",
];

#[rustfmt::skip]
const SPAN_ELEMENTS: &[&str] = &[
    "a", "abbr", "acronym", "b", "big", "bdo", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img", "input",
    "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "samp", "select", "small",
    "span", "strong", "sub", "sup", "tt", "u", "var",
];

#[rustfmt::skip]
const BLOCK_ELEMENTS: &[&str] = &[
    "address", "article", "aside", "applet", "body", "blockquote", "caption", "col", "colgroup", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "head", "iframe", "legend", "menu", "li", "main", "map", "nav", "ol", "optgroup", "p", "pre", "section",
    "summary", "table", "tbody", "td", "th", "thead", "tfoot", "tr", "ul",
];

#[rustfmt::skip]
const VOID_ELEMENTS: &[&str] = &[
    "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source",
    "track", "wbr",
];
