//! A tree on one line.

use super::super::super::document::{Definitions, LinkDefinition, Options};
use super::super::super::tree::{Element, HtmlContent, Kind};
use super::super::parse;

/// The spans of a text, with a link and a footnote defined.
pub(super) fn spans(text: &str) -> String {
    spans_with(text, &Options::default())
}

pub(super) fn spans_with(text: &str, options: &Options) -> String {
    dump(&parse(text, &mut definitions(), options))
}

pub(super) fn definitions() -> Definitions {
    let mut definitions = Definitions::default();
    let title = Some("Title".to_owned());
    definitions.links.insert("name".to_owned(), LinkDefinition { url: "/u".to_owned(), title, ..Default::default() });
    definitions.footnotes.insert("1".to_owned(), Element::default());
    definitions.attributes.entry("list".to_owned()).or_default().read(".c");
    definitions
}

fn dump(children: &[Element]) -> String {
    children.iter().map(dump_one).collect::<Vec<_>>().join("|").replace('\n', "⏎")
}

fn dump_one(element: &Element) -> String {
    let name = match &element.kind {
        Kind::Text(text) => return text.clone(),
        Kind::Entity { char, original } => return format!("{char}={original}"),
        Kind::SmartQuote(char) => return char.to_string(),
        Kind::Symbol(symbol) => return symbol.replace('\u{a0}', "~"),
        Kind::LineBreak => return "br".to_owned(),
        Kind::FootnoteMark(name) => return format!("^{name}"),
        Kind::CodeSpan(code) => format!("code`{code}`"),
        Kind::Math { tex, .. } => format!("math`{tex}`"),
        Kind::Raw(text) => format!("raw`{text}`"),
        Kind::Comment(text) => format!("comment`{text}`"),
        Kind::HtmlComment(text) => return text.clone(),
        Kind::Html { name, content: HtmlContent::Raw, .. } => format!("{name}!"),
        Kind::Html { name, .. } => name.clone(),
        Kind::Emphasis => "*".to_owned(),
        Kind::Strong => "**".to_owned(),
        Kind::Strikethrough => "~~".to_owned(),
        kind => format!("{kind:?}").to_lowercase(),
    };
    let attributes: String = element.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
    match element.children.as_slice() {
        [] if attributes.is_empty() => name,
        children => format!("{name}{attributes}({})", dump(children)),
    }
}
