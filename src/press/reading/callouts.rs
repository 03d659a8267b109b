//! Callouts that say more than GitHub's alerts: a title of their own, further kinds, a box that opens and closes, as in
//! Obsidian. `> [!tip]- Title` becomes the HTML of such a box around the Markdown of the quote. Plain alerts stay as
//! they are; the renderer knows them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::literal::literal_in_html;
use crate::markdown::extensions;
use crate::press::edits::Edit;

mod kinds;
mod unquote;

pub(super) use kinds::Look;
use kinds::kind;
use unquote::{Indent, unquote};

/// Quotes in quotes are looked at so deep.
const DEEPEST: usize = 4;

/// Makes boxes of such quotes.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    boxes(text, DEEPEST)
}

fn boxes(text: &str, depth: usize) -> Vec<Edit> {
    if depth == 0 || !text.contains("[!") && !text.contains("[\\!") {
        return Vec::new();
    }
    let mut edits = Vec::new();
    // Where the last box ends: quotes in it have been looked at.
    let mut end_of_last = 0;
    for quote in quotes(text) {
        if quote.range.start < end_of_last {
            continue;
        }
        if let Some(replacement) = callout(text, &quote, depth) {
            end_of_last = quote.range.end;
            edits.push(Edit { range: quote.range, replacement });
        }
    }
    edits
}

/// A quote that begins with a paragraph, in nothing but lists.
struct Quote {
    range: Range<usize>,
    /// The first line of its text.
    first_line: Range<usize>,
}

fn quotes(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut around: Vec<bool> = Vec::new();
    let mut events = Parser::new_ext(text, extensions()).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::BlockQuote(None)) if !around.contains(&false) => {
                around.push(false);
                if let Some((Event::Start(Tag::Paragraph), paragraph)) = events.peek() {
                    let line = text.get(paragraph.clone()).and_then(|text| text.lines().next()).unwrap_or_default();
                    let first_line = paragraph.start..paragraph.start + line.len();
                    quotes.push(Quote { range, first_line });
                }
            }
            Event::Start(tag) => around.push(matches!(tag, Tag::List(_) | Tag::Item)),
            Event::End(_) => {
                around.pop();
            }
            _ => {}
        }
    }
    quotes
}

/// What the first line of a callout says.
struct Head<'t> {
    kind: &'t str,
    fold: Fold,
    title: &'t str,
}

/// Whether a callout can be closed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fold {
    /// It cannot.
    Never,
    /// It is closed at first.
    Closed,
    /// It is open at first.
    Open,
}

fn head(line: &str) -> Option<Head<'_>> {
    // Brackets have a backslash if the text was written anew.
    let line = line.strip_prefix('\\').unwrap_or(line).strip_prefix('[')?;
    let line = line.strip_prefix('\\').unwrap_or(line).strip_prefix('!')?;
    let length = line.find(|char: char| !char.is_ascii_alphanumeric() && char != '-')?;
    let (kind, rest) = line.split_at(length);
    let rest = rest.strip_prefix('\\').unwrap_or(rest).strip_prefix(']')?;
    let (fold, rest) = match rest.strip_prefix('-') {
        Some(rest) => (Fold::Closed, rest),
        None => rest.strip_prefix('+').map_or((Fold::Never, rest), |rest| (Fold::Open, rest)),
    };
    let is_apart = rest.is_empty() || rest.starts_with([' ', '\t']);
    is_apart.then(|| Head { kind, fold, title: rest.trim() })
}

fn callout(text: &str, quote: &Quote, depth: usize) -> Option<String> {
    let Head { kind: name, fold, title } = head(text.get(quote.first_line.clone())?)?;
    let (look, default_title) = kind(name)?;
    let indent = Indent::before(text, quote.range.start)?;
    let below = text.get(quote.first_line.end..quote.range.end)?.strip_prefix('\n').unwrap_or_default();
    // An indented line without the mark goes on with a paragraph of the quote, and is code by itself.
    if below.lines().any(|line| line.starts_with([' ', '\t']) && !line.trim_start().starts_with('>')) {
        return None;
    }
    let inside = unquote(below, &indent);
    if !ends_before_what_follows(&inside) {
        return None;
    }
    let inside = super::edited(&inside, boxes(&inside, depth - 1));
    let title = if title.is_empty() { default_title.to_owned() } else { inline_html(title) };
    let (start, end) = match fold {
        Fold::Never => (
            format!(
                "<div class=\"callout callout-{}\" role=\"note\"><p class=\"callout-title\">{title}</p>",
                look.name()
            ),
            "</div>",
        ),
        Fold::Closed | Fold::Open => (
            format!(
                "<details class=\"callout callout-{}\"{}><summary class=\"callout-title\">{title}</summary>",
                look.name(),
                if fold == Fold::Open { " open" } else { "" }
            ),
            "</details>",
        ),
    };
    let inside = inside.trim_matches('\n');
    let lines = if inside.is_empty() { format!("{start}{end}\n") } else { format!("{start}\n\n{inside}\n\n{end}\n") };
    let written = indent.put_before(&lines);
    // A block of HTML ends with an empty line only.
    let goes_on = text.get(quote.range.end..).is_some_and(|after| !after.is_empty() && !after.starts_with('\n'));
    Some(if goes_on { written + "\n" } else { written })
}

/// Whether an end tag below a text would be one, and not part of something that the text leaves open.
fn ends_before_what_follows(inside: &str) -> bool {
    let probe = format!("{}\n\n</div>\n", inside.trim_matches('\n'));
    let mut depth = 0_usize;
    // The raw HTML of the last block that nothing is around.
    let mut last = String::new();
    for event in Parser::new_ext(&probe, extensions()) {
        if depth == 0 {
            last.clear();
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Html(html) if depth == 1 => last.push_str(&html),
            _ => {}
        }
    }
    last.trim() == "</div>"
}

/// A line of Markdown as HTML, without a paragraph around it. Raw HTML in it stays text.
fn inline_html(line: &str) -> String {
    // In front of a letter nothing begins a block.
    let guarded = format!("\u{2060}{line}");
    let options = extensions() & (Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION);
    let events = Parser::new_ext(&guarded, options).filter_map(|event| match event {
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => None,
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        event => Some(event),
    });
    let mut output = String::new();
    html::push_html(&mut output, events);
    let output = output.trim().trim_start_matches('\u{2060}').replace('\n', " ");
    if output.is_empty() { literal_in_html(line) } else { output }
}

#[cfg(test)]
mod tests;
