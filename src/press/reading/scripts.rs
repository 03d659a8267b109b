//! Letters above and below the line: `x^2^`, `H~2~O`. Only in the common Markdown: Jekyll shows these signs.

use std::ops::Range;

use super::maths::is_within;
use super::runs::{Place, Run};
use crate::press::edits::Edit;

/// More than this is not set above or below a line.
const LONGEST: usize = 30;

/// Puts elements in the place of the signs.
pub(super) fn edits(text: &str, runs: &[Run], maths: &[Range<usize>]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for run in runs.iter().filter(|run| matches!(run.place, Place::Plain | Place::Link)) {
        in_run(text, run, maths, ('^', "sup"), &mut edits);
        in_run(text, run, maths, ('~', "sub"), &mut edits);
    }
    edits
}

fn in_run(text: &str, run: &Run, maths: &[Range<usize>], (sign, element): (char, &str), edits: &mut Vec<Edit>) {
    let Some(source) = text.get(run.range.clone()) else { return };
    let mut signs = source.match_indices(sign).map(|(place, _)| place).peekable();
    while let Some(start) = signs.next() {
        let Some(end) = signs.peek().copied() else { break };
        let base = source.get(..start).and_then(|before| before.chars().next_back());
        let inside = source.get(start + 1..end).unwrap_or_default();
        let after = source.get(end + 1..).and_then(|after| after.chars().next());
        let is_wanted = is_base(base) && is_script(inside) && !is_more_than_one(base, inside, after);
        if is_wanted && !is_within(maths, run.range.start + start) {
            replace(run.range.start + start..run.range.start + end + 1, element, edits);
            signs.next();
        }
    }
}

/// Whether two signs do not belong together: in `x^2+y^2` or in `3~5, 7~9`.
fn is_more_than_one(base: Option<char>, inside: &str, after: Option<char>) -> bool {
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let is_sum = inside.contains(['+', '-', '−', '=', '*', '/', ',']) && after.is_some_and(char::is_alphanumeric);
    let ends = [inside.chars().next(), inside.chars().next_back()];
    is_sum || is_digit(base) && ends.into_iter().all(is_digit) && is_digit(after)
}

fn replace(range: Range<usize>, element: &str, edits: &mut Vec<Edit>) {
    edits.push(Edit { range: range.start..range.start + 1, replacement: format!("<{element}>") });
    edits.push(Edit { range: range.end - 1..range.end, replacement: format!("</{element}>") });
}

/// Whether something can be set above or below the line after this character.
fn is_base(char: Option<char>) -> bool {
    char.is_some_and(|char| char.is_alphanumeric() || matches!(char, ')' | ']' | '}' | '’' | '"' | '″' | '′'))
}

/// Whether a text is what one sets above or below the line.
fn is_script(text: &str) -> bool {
    let is_part = |char: char| {
        let is_letter = char.is_alphabetic() && char < '\u{2000}';
        is_letter || char.is_ascii_digit() || "+-−=(),.*/'′″∞→·".contains(char)
    };
    !text.is_empty() && text.len() <= LONGEST && text.chars().all(is_part) && text.contains(|char: char| char != '.')
}

#[cfg(test)]
mod tests {
    use super::super::maths::maths;
    use super::super::runs::runs;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    fn check(text: &str, expected: &str) {
        let runs = runs(text, Markup::Markdown);
        assert_eq!(edited(text, edits(text, &runs, &maths(text, &runs))), expected, "of {text:?}");
    }

    #[test]
    fn above_and_below_the_line() {
        check("H~2~O, CO~2~ and x~i~\n", "H<sub>2</sub>O, CO<sub>2</sub> and x<sub>i</sub>\n");
        check("x^2^ + y^2^, 29^th^, e^−x^\n", "x<sup>2</sup> + y<sup>2</sup>, 29<sup>th</sup>, e<sup>−x</sup>\n");
        check("**x^2^** [x^2^](a) 101~2~\n", "**x<sup>2</sup>** [x<sup>2</sup>](a) 101<sub>2</sub>\n");
    }

    #[test]
    fn other_signs_stay() {
        for text in [
            "~~struck~~ and ~struck~\n",
            "x^2+y^2=z^2 ^_^ a ^b^ c\n",
            "`x^2^` `H~2~O` $x^2^$ \\\\(x~1~\\\\)\n",
            "~/x and ~/y\n",
            "x\\^2^\n",
            "3~5個、7~9個 9:00~10:00 13:00~15:00 3~5,7~9\n",
            "周一~周五，周六~周日\n",
        ] {
            check(text, text);
        }
    }
}
