//! Commands that stand for others: those a text defines, as in MathJax for all of its formulas.

use std::collections::HashMap;

use super::arguments::{argument, group, option, token};

/// What commands stand for, by their names with the backslash.
#[derive(Clone, Debug, Default)]
pub(super) struct Macros {
    known: HashMap<String, Macro>,
}

/// What a command stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Macro {
    /// How many arguments it takes, the optional one among them.
    pub(super) arguments: usize,
    /// The first argument where none stands in brackets, if it may.
    pub(super) default: Option<String>,
    /// TeX with `#1` and so on where the arguments go.
    pub(super) body: String,
}

impl Macros {
    /// Takes the definitions out of a formula, and remembers them.
    pub(super) fn take_definitions(&mut self, tex: &str) -> String {
        let mut output = String::with_capacity(tex.len());
        let mut rest = tex;
        while !rest.is_empty() {
            let (piece, after) = token(rest);
            if let Some((name, definition, after)) = definition(piece, after) {
                self.known.insert(name.to_owned(), definition);
                rest = after;
                continue;
            }
            output.push_str(piece);
            rest = after;
        }
        output
    }

    pub(super) fn get(&self, name: &str) -> Option<&Macro> {
        self.known.get(name)
    }
}

impl Macro {
    /// What stands for the command with what follows it, and what follows that.
    pub(super) fn apply<'t>(&self, after: &'t str) -> (String, &'t str) {
        let mut values: Vec<&str> = Vec::with_capacity(self.arguments);
        let mut rest = after;
        if let Some(default) = &self.default {
            let (value, after) = option(rest).unwrap_or((default, rest));
            values.push(value);
            rest = after;
        }
        while values.len() < self.arguments {
            let (value, after) = argument(rest);
            values.push(value);
            rest = after;
        }
        (fill(&self.body, &values), rest)
    }
}

/// Puts arguments into their places.
pub(super) fn fill(body: &str, values: &[&str]) -> String {
    let mut output = String::with_capacity(body.len());
    let mut parts = body.split('#');
    output.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let number = part.chars().next().and_then(|digit| digit.to_digit(10)).and_then(|digit| digit.checked_sub(1));
        let value = number.and_then(|number| values.get(usize::try_from(number).ok()?));
        match value {
            Some(value) => {
                super::arguments::push(&mut output, value);
                super::arguments::push(&mut output, &part[1..]);
            }
            None => {
                output.push('#');
                output.push_str(part);
            }
        }
    }
    output
}

/// The definition that `command` begins: its name, what it is, and what follows.
fn definition<'t>(command: &str, after: &'t str) -> Option<(&'t str, Macro, &'t str)> {
    match command {
        "\\newcommand" | "\\renewcommand" | "\\providecommand" => new_command(after),
        "\\DeclareMathOperator" => operator(after),
        "\\def" | "\\gdef" | "\\edef" | "\\xdef" => plain(after),
        "\\let" => alias(after),
        _ => None,
    }
}

/// `\newcommand{\name}[2][default]{body}`.
fn new_command(after: &str) -> Option<(&str, Macro, &str)> {
    let (name, after) = argument(after.strip_prefix('*').unwrap_or(after));
    let name = command_name(name.trim())?;
    let (count, after) = option(after).unwrap_or(("0", after));
    let arguments = count.trim().parse().ok().filter(|count| *count <= 9)?;
    let (default, after) = match option(after) {
        Some((default, after)) if 0 < arguments => (Some(default.to_owned()), after),
        _ => (None, after),
    };
    let (body, after) = group(after.trim_start())?;
    Some((name, Macro { arguments, default, body: body.to_owned() }, after))
}

/// `\DeclareMathOperator{\name}{words}`.
fn operator(after: &str) -> Option<(&str, Macro, &str)> {
    let star = if after.starts_with('*') { "*" } else { "" };
    let (name, after) = argument(after.strip_prefix('*').unwrap_or(after));
    let name = command_name(name.trim())?;
    let (words, after) = group(after.trim_start())?;
    let body = format!("\\operatorname{star}{{{words}}}");
    Some((name, Macro { body, ..Macro::default() }, after))
}

/// `\def\name#1#2{body}`.
fn plain(after: &str) -> Option<(&str, Macro, &str)> {
    let (name, mut after) = token(after.trim_start());
    let name = command_name(name)?;
    let mut arguments = 0;
    while let Some(rest) = after.trim_start().strip_prefix('#') {
        let (number, rest) = token(rest);
        arguments += 1;
        if number.parse() != Ok(arguments) {
            return None;
        }
        after = rest;
    }
    let (body, after) = group(after.trim_start())?;
    Some((name, Macro { arguments, default: None, body: body.to_owned() }, after))
}

/// `\let\name=\other`.
fn alias(after: &str) -> Option<(&str, Macro, &str)> {
    let (name, after) = token(after.trim_start());
    let name = command_name(name)?;
    let after = after.trim_start();
    let (body, after) = token(after.strip_prefix('=').unwrap_or(after).trim_start());
    (!body.is_empty() && body != name).then(|| (name, Macro { body: body.to_owned(), ..Macro::default() }, after))
}

fn command_name(name: &str) -> Option<&str> {
    (1 < name.len() && name.starts_with('\\') && token(name).1.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_text_defines() {
        for (tex, name, arguments, body) in [
            ("\\newcommand{\\R}{\\mathbb{R}}", "\\R", 0, "\\mathbb{R}"),
            ("\\renewcommand\\vec[1]{\\mathbf{#1}}", "\\vec", 1, "\\mathbf{#1}"),
            ("\\def\\pair#1#2{(#1,#2)}", "\\pair", 2, "(#1,#2)"),
            ("\\DeclareMathOperator*{\\argmax}{arg\\,max}", "\\argmax", 0, "\\operatorname*{arg\\,max}"),
            ("\\let\\eps=\\varepsilon", "\\eps", 0, "\\varepsilon"),
        ] {
            let mut macros = Macros::default();
            assert_eq!(macros.take_definitions(&format!("a {tex} b")), "a  b");
            assert_eq!(macros.get(name), Some(&Macro { arguments, default: None, body: body.to_owned() }), "{tex}");
        }
    }

    #[test]
    fn what_is_no_definition_stays() {
        for tex in ["\\newcommand", "\\newcommand{\\R}", "\\def\\x#2{a}", "\\let\\x\\x", "\\newcommand{x}{y}", "\\def{"]
        {
            assert_eq!(Macros::default().take_definitions(tex), tex);
        }
    }

    #[test]
    fn arguments_go_to_their_places() {
        let mut macros = Macros::default();
        macros.take_definitions("\\newcommand{\\p}[2][x]{#1\\cdot#2#3}");
        let found = macros.get("\\p").map(|known| [known.apply("{a}b"), known.apply("[q]\\alpha b")]);
        let [first, second] = found.expect("a macro");
        assert_eq!(first, ("x\\cdot a#3".to_owned(), "b"));
        assert_eq!(second, ("q\\cdot\\alpha#3".to_owned(), " b"));
    }
}
