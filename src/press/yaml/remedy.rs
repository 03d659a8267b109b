//! What to tell an author about broken YAML. The parser's own words are for people who know its grammar.

use super::tree::Broken;
use crate::press::diagnostic::Problem;

/// Parts of the parser's messages, the fact in plain words, and the cure. From the most telling to the least.
const CAUSES: [(&str, &str, &str); 11] = [
    (
        "mapping values are not allowed",
        "a colon and a blank inside a value without quotes",
        "put quotes around the value",
    ),
    (
        "trailing content after",
        "text behind the closing quote",
        "put single quotes around a value with double quotes in it, and write each single quote inside twice",
    ),
    (
        "quoted scalar",
        "a quote that is not closed, or a backslash that means nothing",
        "close the quote, and write a backslash twice",
    ),
    ("unexpected character", "a sign that no value can begin with", "put quotes around the value"),
    ("unknown anchor", "a `*` at the beginning of a value means something else", "put quotes around the value"),
    ("anchor", "a `*` or `&` at the beginning of a value means something else", "put quotes around the value"),
    ("tab", "a tab where only blanks may be", "use blanks"),
    (
        "block sequence",
        "a list that begins behind a colon",
        "write each item in a line of its own, with `- ` before it",
    ),
    ("flow", "a bracket without its partner", "close it, or put quotes around the value"),
    ("bracket", "a bracket without its partner", "remove it, or put quotes around the value"),
    ("too large", "more values than a front matter can have", "keep to what the post needs"),
];

/// The problem of an entry that could not be read; `None` says that it could, but is no key with a value.
pub(super) fn problem(broken: Option<&Broken>, entry: &str) -> Problem {
    let Some(broken) = broken else {
        return Problem::BrokenYaml {
            message: "a colon without a blank behind it".to_owned(),
            remedy: "write a blank between the colon and the value",
        };
    };
    if let Some((_, message, remedy)) = CAUSES.iter().find(|(part, ..)| broken.cause.contains(part)) {
        return Problem::BrokenYaml { message: (*message).to_owned(), remedy };
    }
    let more_lines = 1 < entry.trim_end().lines().count();
    Problem::BrokenYaml {
        message: format!("this cannot be read as YAML ({})", broken.cause),
        remedy: if more_lines {
            "put quotes around the value, and indent its further lines by two blanks"
        } else {
            "put quotes around the value"
        },
    }
}
