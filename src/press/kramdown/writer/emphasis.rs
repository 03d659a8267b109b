//! Emphasis: with stars where they work, with tags where they do not.

use super::Style;

/// What stands between two delimiters.
pub(super) struct Emphasis {
    /// `em`, `strong` or `del`.
    pub(super) element: &'static str,
    /// Its start tag, with the attributes.
    pub(super) start_tag: String,
    /// Markdown.
    pub(super) inside: String,
    /// Whether only the tag can say it.
    pub(super) needs_tag: bool,
}

/// A part of a line.
pub(super) enum Piece {
    /// Markdown as it is.
    Plain(String),
    /// Emphasized text.
    Emphasis(Emphasis),
}

/// Where in its line a run of pieces stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Between anything but stars.
    Anything,
    /// Directly between the delimiters of other emphasis.
    Delimiters,
}

/// Joins pieces; delimiters are chosen by what is on both sides of them.
pub(super) fn join(output: &mut String, pieces: &[Piece], around: Around, style: Style) {
    for (position, piece) in pieces.iter().enumerate() {
        let emphasis = match piece {
            Piece::Plain(text) => {
                output.push_str(text);
                continue;
            }
            Piece::Emphasis(emphasis) => emphasis,
        };
        let is_at_edge = around == Around::Delimiters && (position == 0 || position + 1 == pieces.len());
        let previous = match output.chars().next_back() {
            None if around == Around::Delimiters => Some('*'),
            previous => previous,
        };
        let next = match pieces.get(position + 1) {
            Some(Piece::Plain(text)) => text.chars().next().or(Some('x')),
            Some(Piece::Emphasis(_)) => Some('x'),
            None if around == Around::Delimiters => Some('*'),
            None => None,
        };
        let delimiter = match (emphasis.element, is_at_edge) {
            ("del", _) => "~~",
            ("strong", false) => "**",
            ("strong", true) => "__",
            (_, false) => "*",
            (_, true) => "_",
        };
        if style == Style::Markdown && !emphasis.needs_tag && works(delimiter, &emphasis.inside, previous, next) {
            output.push_str(&format!("{delimiter}{}{delimiter}", emphasis.inside));
        } else {
            output.push_str(&format!("{}{}</{}>", emphasis.start_tag, emphasis.inside, emphasis.element));
        }
    }
}

/// Whether delimiters open before a text and close after it (CommonMark's flanking rules).
fn works(delimiter: &str, inside: &str, previous: Option<char>, next: Option<char>) -> bool {
    let Some(mark) = delimiter.chars().next() else { return false };
    let (Some(first), Some(last)) = (inside.chars().next(), inside.chars().next_back()) else { return false };
    if first.is_whitespace() || last.is_whitespace() || first == mark || last == mark || previous == Some(mark) {
        return false;
    }
    let opens = !is_punctuation(first) || ends_word(previous);
    let closes = !is_punctuation(last) || ends_word(next);
    let is_apart = mark != '_' || ends_word(previous) && ends_word(next);
    opens && closes && is_apart
}

/// Nothing, white space or a sign that surely is punctuation.
fn ends_word(char: Option<char>) -> bool {
    char.is_none_or(|char| char.is_whitespace() || char.is_ascii_punctuation() || matches!(char, '，' | '。' | '、'))
}

/// Whether a character may be punctuation.
fn is_punctuation(char: char) -> bool {
    !char.is_alphanumeric() && !char.is_whitespace()
}
