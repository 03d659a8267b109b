//! What is wrong with an author's files, where, and how to mend it.
//!
//! A diagnostic never stops the press: all of them are told in one run, and the rest of the site is built.

use std::fmt;

mod configuration_problem;
mod effect;
mod external_problem;
mod html_problem;
mod link_problem;
mod liquid_problem;
mod markdown_problem;
mod media_problem;
mod picture_problem;
mod problem;

pub use configuration_problem::ConfigurationProblem;
pub use effect::{Class, Effect};
pub use external_problem::{ExternalProblem, Fault};
pub use html_problem::HtmlProblem;
pub use link_problem::LinkProblem;
pub use liquid_problem::LiquidProblem;
pub use markdown_problem::MarkdownProblem;
pub use media_problem::{MediaProblem, OutsideKind};
pub use picture_problem::PictureProblem;
pub use problem::Problem;

/// Where in some text, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

/// A position in a file. Places sort by path, line and column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// As shown to the author: `posts/x.md`.
    pub path: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
}

/// A problem and its place. Shown as `posts/x.md:3:7: what is wrong; how to mend it`, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where to put the cursor.
    pub place: Place,
    /// What is wrong there.
    pub problem: Problem,
}

/// Puts diagnostics in the order of their places; those of one place stay as they are.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|one, other| one.place.cmp(&other.place));
}

impl Position {
    /// The beginning of a file, for what concerns all of it.
    pub const START: Position = Position { line: 1, column: 1 };

    /// Of a value that stands in none of an author's texts, or in the text of another file: a default.
    pub const NOWHERE: Position = Position { line: 0, column: 0 };

    /// The position of a byte offset. An offset inside a character is that character's, one behind the end the end's.
    pub fn of(text: &str, offset: usize) -> Position {
        let before = match text.get(..offset) {
            Some(before) => before,
            None => text.get(..text.floor_char_boundary(offset)).unwrap_or(text),
        };
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = before.get(line_start..).unwrap_or_default().chars().count();
        Position { line: count(line).saturating_add(1), column: count(column).saturating_add(1) }
    }

    /// This position in a file.
    pub fn in_file(self, path: &str) -> Place {
        Place { path: path.to_owned(), line: self.line, column: self.column }
    }
}

impl Diagnostic {
    /// A problem at a position of a file.
    pub fn new(path: &str, position: Position, problem: Problem) -> Diagnostic {
        Diagnostic { place: position.in_file(path), problem }
    }

    /// A problem of a file as a whole.
    pub fn of_file(path: &str, problem: Problem) -> Diagnostic {
        Diagnostic::new(path, Position::START, problem)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", problem::visible(&self.path), self.line, self.column)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.problem)
    }
}

/// A number of lines or columns; a file with more than fits is none that anybody mends by hand.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_line_with_place_fact_and_cure() {
        let problem = Problem::UnknownKey { key: "time_zone\u{1b}\n".to_owned(), nearest: Some("timezone") };
        let diagnostic = Diagnostic::new("lectern.toml", Position { line: 2, column: 1 }, problem);
        assert_eq!(
            diagnostic.to_string(),
            r"lectern.toml:2:1: there is no key `time_zone\u{1b}\n`; did you mean `timezone`?"
        );
    }

    #[test]
    fn columns_count_characters() {
        let text = "one\ntitle: 챗봇!";
        for (offset, line, column) in [(0, 1, 1), (3, 1, 4), (4, 2, 1), (14, 2, 9), (15, 2, 9), (99, 2, 11)] {
            assert_eq!(Position::of(text, offset), Position { line, column }, "{offset}");
        }
    }

    #[test]
    fn sorts_by_path_line_and_column() {
        let at = |path: &str, line, column| Diagnostic::new(path, Position { line, column }, Problem::EmptyFile);
        let mut all = [at("b", 1, 1), at("a", 10, 1), at("a", 2, 9), at("a", 2, 3)];
        sort(&mut all);
        assert_eq!(all, [at("a", 2, 3), at("a", 2, 9), at("a", 10, 1), at("b", 1, 1)]);
    }
}
