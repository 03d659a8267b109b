//! The maths of a text: found in whatever form its author wrote it, carried in that of GitHub, drawn by the browser.
//!
//! A text in kramdown brings its formulas along when it is lowered. One in CommonMark gets them here
//! ([`write_plainly`]). Once nothing else changes the text, [`annotate`] makes MathML of them all.

use std::cell::RefCell;
use std::rc::Rc;

use pulldown_cmark::{Event, Parser};

use super::attempt::attempt;
use super::diagnostic::{Diagnostic, MarkdownProblem, Position, Problem};
use super::edits::{self, Edit};
use super::kramdown::document::Maths;
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

/// What readers see of each formula of a text, in order, and what is wrong with the others. Formulas in HTML, which the
/// renderer leaves alone, are put into the text as MathML.
pub fn annotate(post: &mut Post) -> (Vec<String>, Vec<Diagnostic>) {
    let flagged = holds_maths(&post.values);
    let in_html = match post.markup {
        Markup::Html => html::find(&post.text, 0, flagged),
        Markup::Markdown => attempt(|| html::find_in_markdown(&post.text, flagged)).unwrap_or_default(),
    };
    let in_markdown = match post.markup {
        Markup::Html => Vec::new(),
        Markup::Markdown => attempt(|| find(&post.text)).unwrap_or_default(),
    };
    // Together, so that all have the same macros and are counted through.
    let mut all: Vec<(usize, &Found)> = in_html.iter().chain(&in_markdown).enumerate().collect();
    all.sort_by_key(|(_, found)| found.start);
    let formulas: Vec<Formula> = all.iter().map(|(_, found)| found.formula()).collect();
    let results = tex::mathml(&formulas);
    let mut shown = vec![String::new(); all.len()];
    let mut diagnostics = Vec::new();
    for (((position, found), formula), result) in all.into_iter().zip(&formulas).zip(results) {
        if let Err(error) = &result {
            diagnostics.push(diagnostic(post, found, error));
        }
        if let Some(shown) = shown.get_mut(position) {
            *shown = html_of(found.place, formula, result);
        }
    }
    let in_text = shown.split_off(in_html.len());
    let edits = in_html
        .iter()
        .zip(shown)
        .map(|(found, html)| Edit { range: found.start..found.end, replacement: html.replace('\n', " ") });
    edits::apply(post, edits.collect());
    (in_text, diagnostics)
}

/// A formula in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    start: usize,
    /// Where it ends, if that is known.
    end: usize,
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
fn find(text: &str) -> Vec<Found> {
    if !text.contains("math") && !text.contains("$`") {
        return Vec::new();
    }
    let start = Rc::new(RefCell::new(0));
    let found = Rc::new(RefCell::new(Vec::new()));
    let (seen, list) = (start.clone(), found.clone());
    let events = Parser::new_ext(text, extensions()).into_offset_iter().map(move |(event, range)| {
        *seen.borrow_mut() = range.start;
        event
    });
    let show = move |place, tex: pulldown_cmark::CowStr<'_>| {
        let start = *start.borrow();
        list.borrow_mut().push(Found { start, end: start, place, tex: tex.into_string() });
        Event::Text("".into())
    };
    Formulas::new(Box::new(events), Box::new(show)).for_each(drop);
    found.take()
}

/// A formula with more TeX than this may be wider than a phone.
const NARROW: usize = 40;

fn html_of(place: FormulaPlace, formula: &Formula, result: Result<String, TexError>) -> String {
    let shown = result.unwrap_or_else(|error| tex::as_code(formula, &error));
    let element = match place {
        _ if shown.is_empty() => return shown,
        FormulaPlace::Inline => return shown,
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
