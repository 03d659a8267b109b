//! TeX to MathML, which every browser draws by itself.
//!
//! math-core does the work: it writes MathML Core, tells what is wrong with a formula, and is well kept. What it does not
//! know and blogs use is put into its words before ([`macros`], [`environments`]), and what no page may hold is taken
//! out of its result ([`mathml`]). No text makes it panic, run away or use up the stack, as far as the caller is
//! concerned. Knows nothing of posts and files.

use std::fmt;
use std::thread;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::html::escape;
use crate::press::attempt::attempt;

mod arguments;
mod environments;
mod macros;
mod mathml;
mod prepare;
mod table;

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// In TeX, without delimiters.
    pub tex: String,
    /// Where it stands.
    pub display: Display,
}

/// Where a formula stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// In a line of text.
    Inline,
    /// On lines of its own.
    Block,
}

/// Why a formula is not shown as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TexError {
    /// More TeX than a formula has, perhaps only once its macros are expanded.
    TooLong,
    /// More groups inside each other than a formula has.
    TooDeep,
    /// The library gave up.
    Failed,
    /// It is no TeX that is known: what is wrong, in words.
    NotTex(String),
}

/// Bytes of a formula at the most, macros expanded. That of a whole page of maths is a tenth.
const LONGEST: usize = 8_000;

/// The library calls itself for each group in a group. This is more than it needs for as many as [`LONGEST`] bytes can
/// open; only what is used takes memory.
const STACK: usize = 256 << 20;

/// The MathML of the formulas of one text, in order: their numbers and their macros are those of the text.
pub fn mathml(formulas: &[Formula]) -> Vec<Result<String, TexError>> {
    if formulas.is_empty() {
        return Vec::new();
    }
    let convert = || attempt(|| convert(formulas));
    let results = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, convert);
        thread.ok().and_then(|thread| thread.join().ok()).flatten()
    });
    results.unwrap_or_else(|| vec![Err(TexError::Failed); formulas.len()])
}

fn convert(formulas: &[Formula]) -> Vec<Result<String, TexError>> {
    let prepared = prepare::prepare(formulas);
    let config = MathCoreConfig { allow_unreliable_rendering: true, ..MathCoreConfig::default() };
    let Ok(converter) = LatexToMathML::new(config) else { return vec![Err(TexError::Failed); formulas.len()] };
    let mode = |formula: &Formula| match formula.display {
        Display::Inline => MathDisplay::Inline,
        Display::Block => MathDisplay::Block,
    };
    let sound = prepared.iter().zip(formulas).filter_map(|(tex, formula)| Some((tex.as_ref().ok()?, mode(formula))));
    let sound: Vec<(&str, MathDisplay)> = sound.map(|(tex, mode)| (tex.as_str(), mode)).collect();
    let converted = attempt(|| converter.convert_all(&sound)).unwrap_or_else(|| {
        // One of them is too much for it; the others need not suffer.
        let alone = |(tex, mode): &(&str, MathDisplay)| attempt(|| converter.convert_with_local_state(tex, *mode));
        sound.iter().filter_map(alone).collect()
    });
    let is_complete = converted.len() == sound.len();
    let mut converted = converted.into_iter();
    let results = prepared.iter().zip(formulas).map(|(tex, formula)| {
        if let Err(error) = tex {
            return Err(error.clone());
        }
        let result = converted.next().filter(|_| is_complete).ok_or(TexError::Failed)?;
        let result = result.map_err(|error| TexError::NotTex(in_our_words(&error.to_string())))?;
        mathml::finish(&result.mathml, &formula.tex)
    });
    results.collect()
}

/// TeX without its comments: what stands in a line of text has lost the line ends at which they end.
pub fn without_comments(tex: &str) -> String {
    prepare::without_comments(tex)
}

/// A message that fits into a sentence.
fn in_our_words(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace('"', "`");
    let mut chars = message.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// A formula as it is written, where it cannot be shown as one.
pub fn as_code(formula: &Formula, error: &TexError) -> String {
    let (start, end) = match formula.display {
        Display::Inline => ("\\(", "\\)"),
        Display::Block => ("\\[", "\\]"),
    };
    let title = error.to_string();
    format!("<code class=\"math-error\" title=\"{}\">{start}{}{end}</code>", escape(&title), escape(formula.tex.trim()))
}

impl fmt::Display for TexError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TexError::TooLong => write!(formatter, "more than {LONGEST} bytes of TeX, macros expanded"),
            TexError::TooDeep => formatter.write_str("groups inside of groups, too many of them"),
            TexError::Failed => formatter.write_str("the converter fails"),
            TexError::NotTex(message) => formatter.write_str(message),
        }
    }
}

#[cfg(test)]
mod tests;
