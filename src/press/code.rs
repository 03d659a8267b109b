//! How the blocks of code of a text are shown: computed once, so that no browser has to.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use syntect::parsing::SyntaxReference;

use super::highlight::languages::{self, Language};
use super::highlight::{self, Spans, diff, session};
use crate::code::{Code, MARKED, NUMBERED, PLAIN, write_runs};
use crate::markdown::{extensions, is_drawn_elsewhere};

pub mod info;
pub mod line_ranges;

use info::Info;

/// How each block of code of a Markdown text is shown, in order. Blocks at the end of which there is nothing to say are
/// left out.
pub fn annotate(text: &str) -> Vec<Code> {
    if !["```", "~~~", "    ", "\t"].iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut open: Option<(Option<String>, String)> = None;
    for event in Parser::new_ext(text, extensions()) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) if !is_drawn_elsewhere(&kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(info.into_string()),
                    CodeBlockKind::Indented => None,
                };
                open = Some((info, String::new()));
            }
            Event::Text(part) => {
                if let Some((_, code)) = &mut open {
                    code.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                all.extend(open.take().map(|(info, code)| block(&info.unwrap_or_default(), &code)));
            }
            _ => {}
        }
    }
    while all.last().is_some_and(|last| *last == Code::default()) {
        all.pop();
    }
    all
}

/// What stands above the source of a diagram, which nothing draws yet.
const DIAGRAM: &str = "Diagram (Mermaid)";

/// How a block is shown, by what stands behind its fence.
pub fn block(info: &str, code: &str) -> Code {
    let info = Info::parse(info);
    let Known { label, kind } = known(&info);
    let marked = line_ranges::contained(&info.marked, code.lines().count());
    let first_line = info.first_line();
    let mut lines = if let Kind::Change(_) = kind { diff::lines(code) } else { vec![PLAIN; marked.len()] };
    for (letter, is_marked) in lines.iter_mut().zip(marked) {
        match *letter {
            _ if is_marked => *letter = MARKED,
            PLAIN if 0 < first_line => *letter = NUMBERED,
            _ => {}
        }
    }
    let spans = match kind {
        Kind::Unknown => Spans::new(),
        Kind::Session => session::session(code),
        Kind::Change(grammar) => diff::change(code, grammar),
        // PHP outside of a page is rarely opened as PHP.
        Kind::Grammar(grammar) if grammar.name == "PHP Source" && code.contains("<?") => {
            highlight::grammar("PHP").map(|page| highlight::spans(code, page)).unwrap_or_default()
        }
        Kind::Grammar(grammar) => highlight::spans(code, grammar),
    };
    let is_diagram = info.language.eq_ignore_ascii_case("mermaid");
    let (label, title) = match info.title {
        title if is_diagram && title.is_empty() => (String::new(), DIAGRAM.to_owned()),
        title => (label, title),
    };
    Code {
        label,
        title,
        first_line,
        lines: write_runs(lines.into_iter().map(|letter| (1, letter))),
        spans: write_runs(spans.into_iter()),
        language: info.language,
    }
}

/// What is known of the language of a block.
struct Known {
    /// As people name it.
    label: String,
    kind: Kind,
}

enum Kind {
    Unknown,
    Session,
    /// A change, in a language that may be known.
    Change(Option<&'static SyntaxReference>),
    Grammar(&'static SyntaxReference),
}

fn known(info: &Info) -> Known {
    let word = info.language.to_lowercase();
    let inside =
        word.strip_prefix("diff-").or_else(|| word.strip_prefix("diff_")).or_else(|| word.strip_suffix("-diff"));
    if let Some(inside) = inside {
        return change(Some(inside));
    }
    if matches!(word.as_str(), "diff" | "patch" | "udiff") {
        return change(info.words.iter().map(String::as_str).find(|word| languages::language(word).is_some()));
    }
    if info.words.iter().any(|word| word == "diff") {
        return change(Some(&word));
    }
    let (label, grammar) = find(&info.language);
    match grammar {
        Some(grammar) => Known { label, kind: Kind::Grammar(grammar) },
        None if label == languages::TERMINAL => Known { label, kind: Kind::Session },
        None => Known { label, kind: Kind::Unknown },
    }
}

fn change(word: Option<&str>) -> Known {
    let (label, grammar) = word.map(find).unwrap_or_default();
    let label = if label.is_empty() { "Diff".to_owned() } else { format!("{label} diff") };
    Known { label, kind: Kind::Change(grammar) }
}

/// A language's label and grammar. One that nobody knows is called as its author calls it.
fn find(word: &str) -> (String, Option<&'static SyntaxReference>) {
    match languages::language(word) {
        Some(Language { label, grammar: "" }) => (label.to_owned(), None),
        Some(Language { label, grammar }) => (label.to_owned(), highlight::grammar(grammar)),
        None if word.is_empty() => (String::new(), None),
        None => match highlight::grammar(word) {
            Some(grammar) => (grammar.name.clone(), Some(grammar)),
            None => (word.to_owned(), None),
        },
    }
}

#[cfg(test)]
mod tests;
