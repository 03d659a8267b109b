//! A table of contents above a text whose front matter says `toc: true`: a list of its headings that opens on demand.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::literal::literal;
use crate::markdown::extensions;

/// Fewer headings are in view without one.
const FEWEST: usize = 3;

/// How many levels of headings are listed, from the highest that the text has.
const LEVELS: u8 = 3;

/// What a table of contents is called unless its author says otherwise.
pub const LABEL: &str = "Contents";

struct Heading {
    level: u8,
    /// On one line, as Markdown.
    text: String,
    id: String,
}

/// The table of contents of a text, as Markdown to be put above it. `None` if the text has too few headings.
pub fn contents(text: &str, ids: &[String], label: &str) -> Option<String> {
    let headings = headings(text, ids);
    let highest = headings.iter().map(|heading| heading.level).min()?;
    let listed: Vec<&Heading> = headings.iter().filter(|heading| heading.level < highest + LEVELS).collect();
    if listed.len() < FEWEST {
        return None;
    }
    let mut output = format!("<details class=\"toc\"><summary>{}</summary>\n\n", literal(label));
    // The levels of the items that the next one may be in.
    let mut open: Vec<u8> = Vec::new();
    for Heading { level, text, id } in listed {
        while open.last().is_some_and(|last| level <= last) {
            open.pop();
        }
        let indent = "  ".repeat(open.len());
        output.push_str(&format!("{indent}- [{text}](<#{id}>)\n"));
        open.push(*level);
    }
    output.push_str("\n</details>\n\n");
    Some(output)
}

fn headings(text: &str, ids: &[String]) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut ids = ids.iter();
    let mut open: Option<Heading> = None;
    for event in Parser::new_ext(text, extensions()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let id = ids.next().cloned().unwrap_or_default();
                open = Some(Heading { level: level as u8, text: String::new(), id });
            }
            Event::End(TagEnd::Heading(_)) => {
                let is_listed = |heading: &Heading| !heading.text.trim().is_empty() && is_plain(&heading.id);
                headings.extend(open.take().filter(is_listed));
            }
            event => {
                let Some(Heading { text, .. }) = &mut open else { continue };
                match event {
                    Event::Text(inside) => push_literal(text, &inside),
                    Event::Code(code) => {
                        text.push_str("<code>");
                        push_literal(text, &code);
                        text.push_str("</code>");
                    }
                    Event::SoftBreak | Event::HardBreak => text.push(' '),
                    _ => {}
                }
            }
        }
    }
    headings
}

/// Text with the blanks at its ends.
fn push_literal(output: &mut String, text: &str) {
    if text.starts_with(char::is_whitespace) {
        output.push(' ');
    }
    output.push_str(&literal(text));
    if text.ends_with(char::is_whitespace) && !text.trim().is_empty() {
        output.push(' ');
    }
}

/// Whether an id can be named in the address of a link of Markdown.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && !id.contains(['<', '>', '\\', '\n', '&'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_headings_in_their_order_and_depth() {
        let text = "## A *b* `c_d`\n\n#### Deep\n\n### E [^1] \"f\"\n\n## G\n\n##### Too deep\n\n[^1]: x\n";
        let ids = ["a", "deep", "e", "g", "too-deep"].map(str::to_owned);
        assert_eq!(
            contents(text, &ids, LABEL).as_deref(),
            Some(
                "<details class=\"toc\"><summary>Contents</summary>\n\n- [A b <code>c&#95;d</code>](<#a>)\n\
                 \u{20} - [Deep](<#deep>)\n  - [E  “f”](<#e>)\n- [G](<#g>)\n\n</details>\n\n"
            )
        );
        assert_eq!(contents("# A\n\n# B\n", &ids, LABEL), None);
        assert_eq!(contents("", &[], LABEL), None);
    }
}
