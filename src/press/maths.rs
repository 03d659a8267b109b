//! The maths of a text: found in whatever form its author wrote it, carried in that of GitHub, drawn by the browser.
//!
//! A text in kramdown brings its formulas along when it is lowered. One in CommonMark gets them here
//! ([`write_plainly`]). Once nothing else changes the text, [`annotate`] makes MathML of them all.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use pulldown_cmark::{CowStr, Event, Parser};

use super::attempt::attempt;
use super::diagnostic::{Diagnostic, MarkdownProblem, Position, Problem};
use super::edits;
use super::kramdown::document::Maths;
use super::kramdown::entity;
use super::post::Post;
use super::tex::{self, Display, Formula, TexError};
use super::yaml::Entry;
use super::yaml::scalar::{Scalar, scalar};
use crate::bundle::Markup;
use crate::markdown::{FormulaPlace, Formulas, extensions};

mod blocks;
mod html;
mod lines;

/// Keys of the front matter by which themes are told to load MathJax or KaTeX.
const FLAGS: [&str; 10] =
    ["math", "maths", "mathjax", "use_math", "usemath", "katex", "enable_math", "has_math", "latex", "use_katex"];

/// Whether a text says that it holds maths.
fn holds_maths(values: &[Entry]) -> bool {
    let is_flag = |key: &str| FLAGS.iter().any(|flag| flag.eq_ignore_ascii_case(key));
    let is_on = |entry: &Entry| !matches!(scalar(&entry.value.value), None | Some(Scalar::Truth(false)));
    values.iter().any(|entry| is_flag(&entry.key) && is_on(entry))
}

/// What is maths in a text in kramdown that is to be read.
pub fn in_kramdown(values: &[Entry]) -> Maths {
    if holds_maths(values) { Maths::FormulasInDollars } else { Maths::Formulas }
}

/// Writes the formulas of a text in CommonMark in the form that the renderer knows.
pub fn write_plainly(post: &mut Post) {
    if !post.text.contains(['$', '\\']) {
        return;
    }
    let edits = attempt(|| blocks::find(&post.text)).unwrap_or_default();
    edits::apply(post, edits);
    let dollars = holds_maths(&post.values);
    let edits = attempt(|| lines::find(&post.text, dollars)).unwrap_or_default();
    edits::apply(post, edits);
}

/// What readers see of each formula of a text, in order, and what is wrong with the others.
pub fn annotate(post: &mut Post) -> (Vec<String>, Vec<Diagnostic>) {
    if holds_maths(&post.values) {
        let edits = attempt(|| html::find(&post.text, post.markup)).unwrap_or_default();
        edits::apply(post, edits);
    }
    let all = attempt(|| find(&post.text, post.markup)).unwrap_or_default();
    let formulas: Vec<Formula> = all.iter().map(Found::formula).collect();
    let results = tex::mathml(&formulas);
    let mut shown = Vec::with_capacity(all.len());
    let mut diagnostics = Vec::new();
    for ((found, formula), result) in all.iter().zip(&formulas).zip(results) {
        if let Err(error) = &result {
            diagnostics.push(diagnostic(post, found, error));
        }
        shown.push(html_of(found.place, formula, result));
    }
    (shown, diagnostics)
}

/// A formula in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    /// In which line about.
    start: usize,
    place: FormulaPlace,
    tex: String,
}

impl Found {
    fn formula(&self) -> Formula {
        let display = if self.place == FormulaPlace::Inline { Display::Inline } else { Display::Block };
        Formula { tex: self.tex.clone(), display }
    }
}

/// The formulas that the renderer finds in a text.
fn find(text: &str, markup: Markup) -> Vec<Found> {
    if !text.contains("math") && !text.contains("$`") {
        return Vec::new();
    }
    let start = Rc::new(Cell::new(0));
    let found = Rc::new(RefCell::new(Vec::new()));
    let (seen, list) = (start.clone(), found.clone());
    let events: Box<dyn Iterator<Item = Event<'_>>> = match markup {
        Markup::Html => Box::new(std::iter::once(Event::Html(text.into()))),
        Markup::Markdown => {
            Box::new(Parser::new_ext(text, extensions()).into_offset_iter().map(move |(event, range)| {
                seen.set(range.start);
                event
            }))
        }
    };
    let show = move |place, tex: CowStr<'_>| {
        let start = start.get();
        let (place, tex) = if place == FormulaPlace::Html { without_marks(&tex) } else { (place, tex.into_string()) };
        list.borrow_mut().push(Found { start, place, tex });
        Event::InlineHtml("".into())
    };
    Formulas::new(events, Box::new(show)).for_each(drop);
    found.take()
}

/// The TeX of a formula in HTML, and where it stands.
fn without_marks(html: &str) -> (FormulaPlace, String) {
    let tex = entity::decode(html);
    let place = if tex.starts_with("\\[") { FormulaPlace::Displayed } else { FormulaPlace::Inline };
    let inside = tex.get(2..).unwrap_or_default();
    (place, inside.strip_suffix("\\)").or_else(|| inside.strip_suffix("\\]")).unwrap_or(inside).to_owned())
}

/// A formula with more TeX than this may be wider than a phone.
const NARROW: usize = 40;

fn html_of(place: FormulaPlace, formula: &Formula, result: Result<String, TexError>) -> String {
    let shown = result.unwrap_or_else(|error| tex::as_code(formula, &error));
    let element = match place {
        _ if shown.is_empty() => return shown,
        FormulaPlace::Inline | FormulaPlace::Html => return shown,
        FormulaPlace::Displayed => "span",
        FormulaPlace::Block => "div",
    };
    // What scrolls can be reached by keyboard.
    let reach = if NARROW < formula.tex.len() { " tabindex=\"0\"" } else { "" };
    format!("<{element} class=\"math-display\"{reach}>{shown}</{element}>")
}

fn diagnostic(post: &Post, found: &Found, error: &TexError) -> Diagnostic {
    let before = post.text.get(..found.start).unwrap_or_default();
    let line = u32::try_from(before.matches('\n').count()).map_or(u32::MAX, |line| line.saturating_add(1));
    let tex = found.tex.split_whitespace().collect::<Vec<_>>().join(" ");
    let problem = Problem::Markdown(MarkdownProblem::Formula { tex, error: error.to_string() });
    Diagnostic::new(&post.source, Position { line: post.file_line(line), column: 1 }, problem)
}

#[cfg(test)]
mod tests;
