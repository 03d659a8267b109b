//! Markdown to HTML: the only renderer of the project, for the press and for the app.
//!
//! A pipeline of small adapters over pulldown-cmark's events. The same bundle gives the same bytes on both
//! sides; `tests/web.rs` proves it. HTML that an author wrote comes out as it went in: no article reaches a page before
//! the press or the app has parsed it and cleaned it by the one policy, [`allowed`] and [`attribute`].

use pulldown_cmark::{Event, Options, Parser, html};

use crate::base::Base;
use crate::bundle::{Bundle, Markup};
use crate::words::Words;

use open_elements::OpenElements;

pub mod allowed;
pub mod attribute;

mod code;
mod footnotes;
mod headings;
pub(crate) mod lines;
mod links;
mod maths;
mod open_elements;
mod pictures;
mod presentation;
mod raw_html;
mod style_attribute;
pub(crate) mod tag;
mod targets;
#[cfg(not(target_arch = "wasm32"))]
mod text_blocks;
mod url;

pub use code::is_drawn_elsewhere;
pub use headings::{Heading, headings, opening_title};
pub use maths::FormulaPlace;
pub(crate) use maths::Formulas;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use maths::{IN_HTML as FORMULA_IN_HTML, delimited as delimited_formula};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use pictures::{SIZES, source_set};
pub use raw_html::{RawKind, RawTag, raw_tags};
pub use targets::{Purpose, Target, targets};
#[cfg(not(target_arch = "wasm32"))]
pub use text_blocks::{TextBlock, plain_text_blocks};
pub use url::{is_safe_link, is_safe_medium};

/// Events rendered into one piece at the least: about 20 kB of HTML, a few milliseconds in a browser.
const EVENTS_PER_PIECE: usize = 600;

/// For texts that no reader sees.
#[cfg(not(target_arch = "wasm32"))]
const NO_WORDS: &Words = &Words::NONE;

/// The article of a bundle, whole.
pub fn render(bundle: &Bundle, base: &Base, words: &Words) -> String {
    pieces(bundle, base, words).collect()
}

/// The article of a bundle in pieces that end between two blocks, so that a long one can be rendered without
/// holding up the page: take one, let the browser breathe, take the next.
pub fn pieces<'a>(bundle: &'a Bundle, base: &'a Base, words: &'a Words) -> impl Iterator<Item = String> + 'a {
    let events = Box::new(events(&bundle.text, bundle.metadata.markup).map(without_mathml));
    let with_maths = Box::new(Formulas::annotated(events, &bundle.annotations.maths));
    let anchored = Box::new(headings::Anchors::new(with_maths, &bundle.annotations.heading_ids));
    let drawn = Box::new(code::Blocks::new(anchored, &bundle.annotations.code));
    let with_notes = Box::new(footnotes::Endnotes::new(drawn, words));
    let with_figures = Box::new(pictures::Figures::new(with_notes, base, &bundle.annotations));
    let resolved = Box::new(links::Resolver::new(with_figures, base, &bundle.annotations.links));
    Pieces { events: Box::new(presentation::Presentation::new(resolved, &bundle.text, words)) }
}

/// The article of a text before anything is taken out of it or led elsewhere: what its author wrote, as HTML.
#[cfg(not(target_arch = "wasm32"))]
pub fn unfiltered(text: &str, markup: Markup, heading_ids: &[String]) -> String {
    let anchored = Box::new(headings::Anchors::new(events(text, markup), heading_ids));
    Pieces { events: Box::new(footnotes::Endnotes::new(anchored, NO_WORDS)) }.collect()
}

/// The article of a text in plain Markdown, with extensions of one's choice and nothing that the press knows: to be held
/// against specifications. Of the pipeline, that takes part which leaves alone what it is not for.
#[cfg(not(target_arch = "wasm32"))]
pub fn plain(text: &str, extensions: Options, base: &Base) -> String {
    const NO_LINKS: &crate::bundle::Links = &Vec::new();
    let with_maths = Box::new(Formulas::annotated(Box::new(Parser::new_ext(text, extensions)), &[]));
    let with_notes = Box::new(footnotes::Endnotes::new(with_maths, NO_WORDS));
    Pieces { events: Box::new(links::Resolver::new(with_notes, base, NO_LINKS)) }.collect()
}

/// How many elements of Markdown are in one another where a text is nested most.
pub fn deepest_nesting(text: &str) -> usize {
    let mut depth = 0_usize;
    let depths = Parser::new_ext(text, extensions()).map(|event| {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth
    });
    depths.max().unwrap_or_default()
}

fn events(text: &str, markup: Markup) -> Events<'_> {
    match markup {
        Markup::Markdown => Box::new(Parser::new_ext(text, extensions())),
        Markup::Html => Box::new(std::iter::once(Event::Html(text.into()))),
    }
}

/// Shows an author's own tags of MathML as text. The press has left them out before; but where HTML and MathML are in one
/// another, parsers disagree, and so only formulas made by the press may be MathML.
fn without_mathml(event: Event<'_>) -> Event<'_> {
    let (Event::Html(html) | Event::InlineHtml(html)) = &event else { return event };
    let begins_tag = |start: &usize| {
        let name = html.as_bytes().get(start + 1..start + 5);
        name.is_some_and(|name| name.eq_ignore_ascii_case(b"math"))
    };
    let mut shown = String::new();
    let mut behind = 0;
    for start in html.match_indices('<').map(|(start, _)| start).filter(begins_tag) {
        shown.push_str(&html[behind..start]);
        shown.push_str("&lt;");
        behind = start + 1;
    }
    if behind == 0 {
        return event;
    }
    shown.push_str(&html[behind..]);
    Event::InlineHtml(shown.into())
}

/// What the renderer knows beside plain Markdown.
pub(crate) fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// One stage of the pipeline. Boxed: a pipeline of generic stages is compiled into one huge function.
type Events<'a> = Box<dyn Iterator<Item = Event<'a>> + 'a>;

struct Pieces<'a> {
    events: Events<'a>,
}

impl Iterator for Pieces<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut open = OpenElements::default();
        let mut piece = Vec::with_capacity(EVENTS_PER_PIECE);
        for event in self.events.by_ref() {
            open.note(&event);
            piece.push(event);
            if open.are_none() && EVENTS_PER_PIECE <= piece.len() {
                break;
            }
        }
        if piece.is_empty() {
            return None;
        }
        let mut output = String::new();
        html::push_html(&mut output, piece.into_iter());
        Some(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::tests::bundle;

    #[test]
    fn pieces_of_a_long_text_end_between_blocks() {
        let text = "One *paragraph*.\n\n- an item\n\n  > in depth\n\n".repeat(400);
        let bundle = bundle(&text);
        let pieces: Vec<String> = pieces(&bundle, &Base::parse("/"), NO_WORDS).collect();
        assert!(1 < pieces.len());
        for piece in &pieces {
            assert_eq!(piece.matches("<ul>").count(), piece.matches("</ul>").count());
        }
    }
}
