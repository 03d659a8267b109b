//! Formulas in the words of the library: macros expanded, and other ways to say the same put in one.

use super::arguments::{argument, group, push, token};
use super::macros::{Macro, Macros, fill};
use super::table::built_in;
use super::{Display, Formula, LONGEST, TexError, environments};

/// Macros expanded and commands replaced in one formula at the most.
const MOST_STEPS: usize = 2_000;

/// The formulas of a text, in order. A definition counts for all that follow.
pub(super) fn prepare(formulas: &[Formula]) -> Vec<Result<String, TexError>> {
    let mut macros = Macros::default();
    let prepared = formulas.iter().map(|Formula { tex, display }| {
        if LONGEST < tex.len() {
            return Err(TexError::TooLong);
        }
        let tex = macros.take_definitions(&without_comments(tex));
        let output = Expansion { macros: &macros, output: String::new(), rest: tex }.run()?;
        Ok(numbered(output, *display))
    });
    prepared.collect()
}

struct Expansion<'m> {
    macros: &'m Macros,
    output: String,
    /// What is still to be looked at.
    rest: String,
}

impl Expansion<'_> {
    fn run(mut self) -> Result<String, TexError> {
        let mut steps = 0;
        loop {
            // Whatever means itself is taken over in one go, so that the rest is copied only where something changes.
            let mut text = self.rest.as_str();
            let mut change = None;
            while !text.is_empty() {
                let (piece, after) = token(text);
                change = self.changed(piece, after);
                if change.is_some() {
                    break;
                }
                push(&mut self.output, piece);
                text = after;
            }
            let Some(Change { written, rest }) = change else { return Ok(self.output) };
            push(&mut self.output, &written);
            self.rest = rest;
            steps += 1;
            if MOST_STEPS < steps || LONGEST < self.output.len() + self.rest.len() {
                return Err(TexError::TooLong);
            }
        }
    }

    fn changed(&self, piece: &str, after: &str) -> Option<Change> {
        if !piece.starts_with('\\') {
            return None;
        }
        if let Some(known) = self.macros.get(piece) {
            let (body, after) = known.apply(after);
            return Some(Change::again(&body, after));
        }
        match piece {
            "\\begin" | "\\end" => {
                let (written, after) = environments::rewritten(piece, after)?;
                Some(Change { written, rest: after.to_owned() })
            }
            "\\text" | "\\textrm" | "\\textit" | "\\textbf" | "\\texttt" | "\\textsf" | "\\textsc" | "\\emph" => {
                Some(words(piece, after))
            }
            "\\left" | "\\right" | "\\middle" | "\\big" | "\\Big" | "\\bigg" | "\\Bigg" | "\\bigl" | "\\bigr"
            | "\\Bigl" | "\\Bigr" | "\\biggl" | "\\biggr" | "\\Biggl" | "\\Biggr" => angle(piece, after),
            "\\mathop" => Some(operator(after)),
            "\\operatorname" => plain_operator(after),
            "\\limits" if !ends_in_command(&self.output) => Some(Change::again("", after)),
            "\\color" => colored(after),
            "\\tag" => Some(Change { written: "\\tag".to_owned(), rest: after.strip_prefix('*')?.to_owned() }),
            _ => {
                let (arguments, body) = built_in(piece)?;
                let known = Macro { arguments, default: None, body: body.to_owned() };
                let (body, after) = known.apply(after);
                Some(Change::again(&body, after))
            }
        }
    }
}

/// What comes into the place of a command and of what follows it.
struct Change {
    /// As it is.
    written: String,
    /// To be looked at in its turn.
    rest: String,
}

impl Change {
    fn again(tex: &str, after: &str) -> Change {
        let mut rest = String::with_capacity(tex.len() + after.len() + 1);
        rest.push_str(tex);
        push(&mut rest, after);
        Change { written: String::new(), rest }
    }
}

/// Text in a formula: signs that mean something elsewhere are escaped, formulas in it are taken out of it.
fn words(command: &str, after: &str) -> Change {
    let (text, after) = argument(after);
    let (text, formula) = match text.split_once('$') {
        Some((text, rest)) if !text.ends_with('\\') => (text, rest.split_once('$')),
        _ => (text, None),
    };
    let mut written = format!("{command}{{");
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = token(rest);
        if matches!(piece, "_" | "&" | "#" | "$") {
            written.push('\\');
        }
        // A hat has no name of its own there.
        written.push_str(if piece == "^" { "\\^{}" } else { piece });
        rest = after;
    }
    written.push('}');
    let rest = match formula {
        Some((formula, text)) => format!("{{{formula}}}{command}{{{text}}}{after}"),
        None => after.to_owned(),
    };
    Change { written, rest }
}

/// `\left<` is `\left\langle`.
fn angle(command: &str, after: &str) -> Option<Change> {
    let after = after.trim_start();
    let (name, rest) = match after.split_at_checked(1)? {
        ("<", rest) => ("\\langle", rest),
        (">", rest) => ("\\rangle", rest),
        _ => return None,
    };
    Some(Change { written: format!("{command}{name}"), rest: rest.to_owned() })
}

/// `\mathop{\rm argmin}\limits` is an operator of that name.
fn operator(after: &str) -> Change {
    let (inside, after) = argument(after);
    let rest = after.trim_start().strip_prefix("\\limits").unwrap_or(after);
    match name_in(inside) {
        Some(name) => Change { written: format!("\\operatorname*{{{name}}}"), rest: rest.to_owned() },
        None => Change { written: "\\mathop".to_owned(), rest: format!("{{{inside}}}{rest}") },
    }
}

/// `\operatorname{\mathrm{tr}}` needs no other font.
fn plain_operator(after: &str) -> Option<Change> {
    let star = if after.starts_with('*') { "*" } else { "" };
    let (inside, rest) = argument(&after[star.len()..]);
    let name = name_in(inside)?;
    Some(Change { written: format!("\\operatorname{star}{{{name}}}"), rest: rest.to_owned() })
}

/// The name of an operator in an upright font.
fn name_in(tex: &str) -> Option<&str> {
    let (font, after) = token(tex.trim());
    let name = match font {
        "\\rm" => after.trim(),
        "\\mathrm" | "\\text" | "\\operatorname" | "\\mathsf" | "\\textrm" => {
            group(after.trim_start()).filter(|(_, rest)| rest.trim().is_empty())?.0
        }
        _ => return None,
    };
    let is_plain = |char: char| char.is_alphanumeric() || matches!(char, ' ' | '\\' | ',' | '-');
    (!name.is_empty() && name.replace("\\,", "").chars().all(|char| is_plain(char) && char != '\\')).then_some(name)
}

/// `\color{red}{x}` colours the group alone, as MathJax does.
fn colored(after: &str) -> Option<Change> {
    let (color, after) = group(after.trim_start())?;
    let (inside, after) = group(after.trim_start())?;
    Some(Change { written: fill("{\\color{#1}", &[color]), rest: format!("{inside}}}{after}") })
}

fn ends_in_command(tex: &str) -> bool {
    let before = tex.trim_end().trim_end_matches(|char: char| char.is_ascii_alphabetic());
    before.len() < tex.trim_end().len() && before.ends_with('\\')
}

/// Numbers and labels stand where the library allows them.
fn numbered(tex: String, display: Display) -> String {
    const NUMBERED: [&str; 7] = ["align}", "align*}", "equation}", "equation*}", "gather}", "gather*}", "multline}"];
    let mut begins = tex.match_indices("\\begin{").filter_map(|(start, found)| tex.get(start + found.len()..));
    if begins.any(|rest| NUMBERED.iter().any(|name| rest.starts_with(name))) {
        return tex;
    }
    if display == Display::Block && tex.contains("\\tag{") {
        return format!("\\begin{{equation*}}{tex}\\end{{equation*}}");
    }
    let mut output = String::with_capacity(tex.len());
    let mut rest = tex.as_str();
    while !rest.is_empty() {
        let (piece, after) = token(rest);
        rest = after;
        match piece {
            "\\label" | "\\tag" => rest = argument(after).1,
            _ => output.push_str(piece),
        }
    }
    output
}

/// Comments go, their lines stay: what stands in a line of text has lost its line ends.
pub(super) fn without_comments(tex: &str) -> String {
    if !tex.contains('%') {
        return tex.to_owned();
    }
    let lines = tex.split_inclusive('\n').map(|line| {
        let is_comment = |start: &usize| (line[..*start].len() - line[..*start].trim_end_matches('\\').len()) % 2 == 0;
        match line.match_indices('%').map(|(start, _)| start).find(is_comment) {
            Some(start) => &line[..start],
            None => line,
        }
    });
    lines.collect()
}
