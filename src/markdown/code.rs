//! Blocks of code: colors, line numbers, marked lines, a name above.
//!
//! The press has found out what each block is ([`Code`]); here it only becomes HTML. Where that is missing or does not
//! fit the text, the code is shown plainly.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::Events;
use crate::code::{self, Code, DELETED, INSERTED, MARKED, NUMBERED, PLAIN, Runs};
use crate::html::escape;

/// Draws blocks of code.
pub(super) struct Blocks<'a> {
    events: Events<'a>,
    known: std::slice::Iter<'a, Code>,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(events: Events<'a>, known: &'a [Code]) -> Self {
        Blocks { events, known: known.iter() }
    }

    fn block(&mut self, word: &str) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                Event::Text(part) => text.push_str(&part),
                _ => {}
            }
        }
        match self.known.next() {
            Some(known) => figure(known, &text),
            None => figure(&Code { language: word.to_owned(), ..Code::default() }, &text),
        }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        match self.events.next()? {
            Event::Start(Tag::CodeBlock(kind)) if !is_drawn_elsewhere(&kind) => {
                Some(Event::Html(self.block(language(&kind)).into()))
            }
            event => Some(event),
        }
    }
}

/// Whether a block is no code to be read, but the source of a formula. Those have no [`Code`].
pub fn is_drawn_elsewhere(kind: &CodeBlockKind<'_>) -> bool {
    language(kind) == "math"
}

/// The first word after the fence.
fn language<'k>(kind: &'k CodeBlockKind<'_>) -> &'k str {
    match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
        CodeBlockKind::Indented => "",
    }
}

fn figure(known: &Code, text: &str) -> String {
    let mut output = String::with_capacity(2 * text.len() + 200);
    output.push_str("<figure class=\"code");
    if 0 < known.first_line {
        output.push_str(" code-numbered");
    }
    output.push_str("\">");
    let title = escape(&known.title);
    if !title.is_empty() || !known.label.is_empty() {
        output.push_str("<figcaption>");
        push_remark(&mut output, "code-title", &title);
        push_remark(&mut output, "code-language", &escape(&known.label));
        output.push_str("</figcaption>");
    }
    // Code that is wider than the page is scrolled in its box, by keyboard too.
    output.push_str("<pre tabindex=\"0\"");
    if !title.is_empty() {
        output.push_str(" role=\"region\" aria-label=\"");
        output.push_str(&title);
        output.push('"');
    }
    output.push_str("><code");
    if !known.language.is_empty() {
        output.push_str(" class=\"language-");
        output.push_str(&escape(&known.language));
        output.push('"');
    }
    output.push('>');
    push_skipped_numbers(&mut output, known.first_line);
    let lines = Lines { kinds: code::runs(&known.lines), kind: (0, PLAIN), end: None };
    lines.push(&mut output, if fits(&known.spans, text) { &known.spans } else { "" }, text);
    output.push_str("</code></pre></figure>\n");
    output
}

fn push_remark(output: &mut String, class: &str, text: &str) {
    if !text.is_empty() {
        output.push_str("<span class=\"");
        output.push_str(class);
        output.push_str("\">");
        output.push_str(text);
        output.push_str("</span> ");
    }
}

/// Whether spans cover a text and cut no character.
fn fits(spans: &str, text: &str) -> bool {
    let mut end = 0_usize;
    for (length, _) in code::runs(spans) {
        end = end.saturating_add(length as usize);
        if !text.is_char_boundary(end) {
            return false;
        }
    }
    end == text.len()
}

/// Lines are counted by the style sheet, which begins with 1. No attribute of HTML says otherwise, and styles of their
/// own are no part of an article: so an element for each binary digit of the numbers before the first adds its worth.
fn push_skipped_numbers(output: &mut String, first_line: u32) {
    for digit in *b"abcdefghijklmnop" {
        if (first_line.saturating_sub(1) >> (digit - b'a')) & 1 == 1 {
            output.push_str("<i class=\"code-skip-");
            output.push(char::from(digit));
            output.push_str("\"></i>");
        }
    }
}

/// The lines of a block, as they are being written.
struct Lines<'a> {
    /// What lines are, in runs still to come.
    kinds: Runs<'a>,
    /// How many lines of the present run are still to come, and what they are.
    kind: (u32, char),
    /// The end tag of the present line, if it has begun.
    end: Option<&'static str>,
}

impl Lines<'_> {
    fn push(mut self, output: &mut String, spans: &str, text: &str) {
        let mut rest = text;
        for (length, letter) in code::runs(spans).chain([(u32::MAX, PLAIN)]) {
            let (span, behind) = rest.split_at_checked(length as usize).unwrap_or((rest, ""));
            rest = behind;
            // An element ends with its line and begins again in the next, since lines may be elements, too.
            for part in span.split_inclusive('\n') {
                let inside = part.strip_suffix('\n').unwrap_or(part);
                let end = self.end.unwrap_or_else(|| self.start(output));
                self.end = Some(end);
                if letter == PLAIN || inside.is_empty() {
                    push_text(output, inside);
                } else {
                    output.push_str("<span class=\"");
                    output.push(letter);
                    output.push_str("\">");
                    push_text(output, inside);
                    output.push_str("</span>");
                }
                if inside.len() < part.len() {
                    output.push_str(end);
                    output.push('\n');
                    self.end = None;
                }
            }
        }
        output.push_str(self.end.unwrap_or_default());
    }

    /// Begins a line and gives its end tag.
    fn start(&mut self, output: &mut String) -> &'static str {
        if self.kind.0 == 0 {
            self.kind = self.kinds.find(|(length, _)| 0 < *length).unwrap_or((u32::MAX, PLAIN));
        }
        self.kind.0 -= 1;
        let (start, end) = match self.kind.1 {
            NUMBERED => ("<span class=\"l\">", "</span>"),
            MARKED => ("<mark class=\"l\">", "</mark>"),
            INSERTED => ("<ins class=\"l\">", "</ins>"),
            DELETED => ("<del class=\"l\">", "</del>"),
            _ => return "",
        };
        output.push_str(start);
        end
    }
}

/// Text inside an element. Quotation marks stay what they are: code is full of them.
fn push_text(output: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => output.push_str("&amp;"),
            '<' => output.push_str("&lt;"),
            '>' => output.push_str("&gt;"),
            other => output.push(other),
        }
    }
}
