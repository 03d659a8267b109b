//! `[theme]`: values of the stylesheet's custom properties.

use super::keys;
use super::reader::wrong_type;
use crate::press::diagnostic::{ConfigurationProblem, Position, Problem};
use crate::press::yaml::{Entry, Quoting, Value};

/// Declares all properties that a theme may set.
const TOKENS: &str = include_str!("../../style/tokens.css");

/// Bytes of a value; longer ones are no values but mistakes.
const LONGEST: usize = 200;

/// Signs that end a declaration or begin something else, and what would load a file.
const NEVER: [&str; 11] = [";", "{", "}", "<", ">", "@", "\\", "/*", "*/", "url(", "src("];

/// Reads the properties, by name and without their dashes. One that is wrong is left out.
pub(super) fn read(entries: &[Entry], problems: &mut Vec<(Position, Problem)>) -> Vec<(&'static str, String)> {
    let known: Vec<&'static str> = properties().collect();
    let mut theme = Vec::new();
    for Entry { key, position, value } in entries {
        let Some(name) = known.iter().find(|name| *name == key) else {
            let nearest = keys::nearest(key, &known);
            problems.push((*position, Problem::UnknownKey { key: format!("theme.{key}"), nearest }));
            continue;
        };
        match &value.value {
            Value::Text(text, Quoting::Quoted) if is_value(text.trim()) => theme.push((*name, text.trim().to_owned())),
            Value::Text(text, Quoting::Quoted) => {
                let problem = ConfigurationProblem::NotAStyle { key: format!("theme.{key}"), value: text.clone() };
                problems.push((value.position, Problem::Configuration(problem)));
            }
            other => problems.push((value.position, wrong_type(&format!("theme.{key}"), "text in quotes", other))),
        }
    }
    theme
}

/// The stylesheet's rule for a theme; empty if nothing is set.
pub(super) fn rule(theme: &[(&'static str, String)]) -> String {
    if theme.is_empty() {
        return String::new();
    }
    let declarations: Vec<String> = theme.iter().map(|(name, value)| format!("--{name}:{value}")).collect();
    format!(":root{{{}}}\n", declarations.join(";"))
}

/// What the stylesheet itself gives a property; empty if it has none of that name.
pub(super) fn default_value(name: &str) -> &'static str {
    let value = declarations().find(|(declared, _)| *declared == name).map(|(_, value)| value);
    value.and_then(|value| value.split(';').next()).unwrap_or_default().trim()
}

/// The names that the stylesheet declares, without their dashes.
fn properties() -> impl Iterator<Item = &'static str> {
    declarations().map(|(name, _)| name)
}

fn declarations() -> impl Iterator<Item = (&'static str, &'static str)> {
    let declarations = TOKENS.lines().filter_map(|line| line.trim_start().strip_prefix("--"));
    declarations.filter_map(|line| line.split_once(':')).map(|(name, value)| (name.trim_end(), value))
}

/// Whether a text stays one value wherever it is put. What it means to a browser is up to the author.
fn is_value(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_short = !text.is_empty() && text.len() <= LONGEST;
    is_short
        && !text.chars().any(char::is_control)
        && !NEVER.iter().any(|never| lower.contains(never))
        && is_closed(text)
}

/// Whether every bracket and quotation mark has its other: a rule would not end before that.
fn is_closed(text: &str) -> bool {
    let mut open = Vec::new();
    let mut quote = None;
    for char in text.chars() {
        match (quote, char) {
            (Some(mark), _) if mark == char => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(char),
            (None, '(') => open.push(')'),
            (None, '[') => open.push(']'),
            (None, ')' | ']') if open.pop() != Some(char) => return false,
            _ => {}
        }
    }
    quote.is_none() && open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::config::Config;

    #[test]
    fn knows_what_the_stylesheet_declares() {
        let properties: Vec<&str> = properties().collect();
        for name in ["accent", "paper", "measure", "code-k", "gutter"] {
            assert!(properties.contains(&name), "{name}");
        }
        let is_plain = |name: &&str| {
            name.starts_with(|char: char| char.is_ascii_lowercase())
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        assert!(properties.iter().all(is_plain), "{properties:?}");
    }

    #[test]
    fn values_cannot_leave_their_place() {
        for value in
            ["#17566f", "66ch", "light-dark(#fff, #000)", "\"Iowan (Old) Style\", serif", "clamp(1rem, 2vw, 3rem)"]
        {
            assert!(is_value(value), "{value}");
        }
        let long = "a".repeat(LONGEST + 1);
        for value in [
            "",
            "red;",
            "red}",
            "{",
            "</style>",
            "@import",
            "\\75rl(x)",
            "URL(https://example.org)",
            "red/* ",
            "calc(1px",
            "a)",
            "(]",
            "\"open",
            "a\nb",
            &long,
        ] {
            assert!(!is_value(value), "{value}");
        }
    }

    #[test]
    fn makes_one_rule() {
        let (config, diagnostics) =
            Config::read("lectern.toml", "[theme]\nmeasure = \" 66ch\"\naccent = \"#17566f\"\n");
        assert_eq!(diagnostics, []);
        assert_eq!(config.theme_rule(), ":root{--accent:#17566f;--measure:66ch}\n");
        assert_eq!(Config::default().theme_rule(), "");
    }
}
