//! What blocks are made of which text. All trees are those of kramdown 2.4.0 with its GFM parser 1.1.0.

use proptest::prelude::*;

use super::super::tree::{Alignment, Attributes, Element, Kind};
use super::*;

mod code;
mod definition_lists;
mod definitions;
mod headings;
mod html;
mod lists;
mod maths;
mod paragraphs;
mod quotes;
mod tables;

fn assert_trees(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(tree(text), *expected, "{text}");
    }
}

/// The tree of a text: names of elements, their attributes and what is in them.
fn tree(text: &str) -> String {
    let document = parse(text, &Options::default());
    let mut parts: Vec<String> = document.root.children.iter().map(show).collect();
    let definitions = &document.definitions;
    let mut links: Vec<_> = definitions.links.iter().collect();
    links.sort_by_key(|(name, _)| name.as_str());
    parts.extend(links.iter().map(|(name, link)| {
        let title = link.title.as_ref().map(|title| format!(" {title:?}")).unwrap_or_default();
        format!("[{name}]: {}{title}{}", link.url, show_attributes(&link.attributes))
    }));
    parts.extend(definitions.abbreviations.iter().map(|(short, long, _)| format!("*[{short}]: {long:?}")));
    let mut footnotes: Vec<_> = definitions.footnotes.iter().collect();
    footnotes.sort_by_key(|(name, _)| name.as_str());
    parts.extend(footnotes.iter().map(|(name, footnote)| format!("[^{name}]: {}", show_all(&footnote.children))));
    parts.join(" ")
}

fn show(element: &Element) -> String {
    let name = match &element.kind {
        Kind::Blank => return "/".to_owned(),
        Kind::Text(text) => return format!("{text:?}"),
        Kind::Raw(text) => return format!("raw {text:?}"),
        Kind::Comment(text) => return format!("comment {text:?}"),
        Kind::HtmlComment(text) | Kind::ProcessingInstruction(text) => return format!("<{text:?}>"),
        Kind::Math { tex, .. } => return format!("math {tex:?}"),
        Kind::Rule => return "hr".to_owned(),
        Kind::CodeBlock { code, language, .. } => {
            let language = language.as_ref().map(|language| format!(" {language}")).unwrap_or_default();
            return format!("code{language}{} {code:?}", show_attributes(&element.attributes));
        }
        Kind::Paragraph { transparent: false } => "p".to_owned(),
        Kind::Paragraph { transparent: true } => "-".to_owned(),
        Kind::Heading { level, .. } => format!("h{level}"),
        Kind::Blockquote => "quote".to_owned(),
        Kind::List { ordered: false, .. } => "ul".to_owned(),
        Kind::List { ordered: true, start } => format!("ol {start}"),
        Kind::Item => "li".to_owned(),
        Kind::DefinitionList => "dl".to_owned(),
        Kind::Term => "dt".to_owned(),
        Kind::Definition => "dd".to_owned(),
        Kind::Table { alignments } => {
            let letters = alignments.iter().map(|alignment| match alignment {
                Alignment::Default => '.',
                Alignment::Left => 'l',
                Alignment::Center => 'c',
                Alignment::Right => 'r',
            });
            format!("table {}", letters.collect::<String>())
        }
        Kind::TableHead => "head".to_owned(),
        Kind::TableBody => "body".to_owned(),
        Kind::TableFoot => "foot".to_owned(),
        Kind::TableRow => "tr".to_owned(),
        Kind::TableCell => "td".to_owned(),
        Kind::Html { name, content, .. } => format!("<{name}> {content:?}"),
        other => format!("{other:?}"),
    };
    format!("{name}{}({})", show_attributes(&element.attributes), show_all(&element.children))
}

fn show_all(elements: &[Element]) -> String {
    elements.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn show_attributes(attributes: &Attributes) -> String {
    attributes.iter().map(|(name, value)| format!(" {name}={value:?}")).collect()
}

/// Whether the ranges of the root's children ascend, and begin and end where lines do.
fn assert_ranges(text: &str) {
    let document = parse(text, &Options::default());
    let mut last_end = 0;
    for child in &document.root.children {
        let range = &child.source;
        assert!(last_end <= range.start && range.start <= range.end && range.end <= text.len(), "{text:?} {range:?}");
        for place in [range.start, range.end] {
            assert!(place == 0 || place == text.len() || text.as_bytes()[place - 1] == b'\n', "{text:?} {range:?}");
        }
        last_end = range.end;
    }
}

#[test]
fn blocks_know_their_lines() {
    let text = "{:.x}\n# a\n\n[l]: b\n\n* c\n\n\nd\n{:.y}\n<p>e</p> f\ng\n: h\n";
    let document = parse(text, &Options::default());
    let sources = document.root.children.iter().filter(|child| child.kind != Kind::Blank);
    let lines: Vec<&str> = sources.map(|child| &text[child.source.clone()]).collect();
    assert_eq!(lines, ["{:.x}\n# a\n", "* c\n", "d\n{:.y}\n", "<p>e</p> f\n", "g\n: h\n"]);
}

#[test]
fn plain_kramdown_has_rules_of_its_own() {
    let options = Options { gfm: false, ..Options::default() };
    let document = parse("#a\n\n```\nb\n```\n\nc\n* d\n> e\n", &options);
    let shown = show_all(&document.root.children);
    assert_eq!(shown, r#"h1("a") / p(CodeSpan("\nb\n")()) / p("c\n* d\n> e")"#);
}

#[test]
fn options_change_from_where_they_stand() {
    let document = parse("{::options auto_ids=\"false\" toc_levels=\"2..3\" /}\n", &Options::default());
    assert!(!document.options.auto_ids);
    assert_eq!(document.options.toc_levels, 0b1100);
}

#[test]
fn blocks_are_nested_to_a_limit() {
    for unit in ["> ", "* ", "1. ", "<div>", "<div markdown=\"1\">\n", "* > "] {
        let document = parse(&unit.repeat(10_000), &Options::default());
        assert!(!document.root.children.is_empty(), "{unit}");
    }
}

proptest! {
    #[test]
    fn any_text_has_ascending_whole_lines(text in any::<String>()) {
        assert_ranges(&text);
    }

    #[test]
    fn any_markup_has_ascending_whole_lines(text in "([-*+>#|:=`~$^{}<>/\\[\\]!\"' \n\t\\\\a1.é]|\\{:|\\{::|<div>|</div>|markdown=\"1\"){0,80}") {
        assert_ranges(&text);
    }
}
