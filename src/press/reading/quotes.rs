//! Quotes by the language of a text: where the renderer would make an English quote of a straight one, that of the
//! language comes into its place. Quotes that an author typed stay.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::markdown::extensions;
use crate::press::edits::Edit;
use crate::press::kramdown::document::QUOTE_MARKS as MARKS;

mod languages;

pub use languages::{Language, language};

const ENGLISH: [char; 4] = ['‘', '’', '“', '”'];

/// What a quote does, by its place in [`MARKS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Begins a quotation in another one.
    OpenSingle,
    /// Ends one, or stands for a letter that is left out.
    CloseSingle,
    /// Begins a quotation.
    OpenDouble,
    /// Ends one.
    CloseDouble,
}

const ROLES: [Role; 4] = [Role::OpenSingle, Role::CloseSingle, Role::OpenDouble, Role::CloseDouble];

/// A quote of a paragraph.
#[derive(Clone, Debug)]
struct Quote {
    range: Range<usize>,
    role: Role,
    /// Whether it stands between two letters.
    is_in_word: bool,
}

/// Whether a text may have quotes to be changed: a quick look.
pub(super) fn may_occur(text: &str) -> bool {
    text.contains(['"', '\'']) || text.contains(MARKS)
}

/// Puts the language's quotes in the place of straight ones and of marks.
pub(super) fn edits(text: &str, language: &Language) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut quotes: Vec<Quote> = Vec::new();
    for (event, range) in Parser::new_ext(text, extensions()).into_offset_iter() {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(_) | Event::End(_) => settle(&mut quotes, language, &mut edits),
            Event::Text(content) => find(text, &content, &range, &mut quotes),
            _ => {}
        }
    }
    settle(&mut quotes, language, &mut edits);
    edits.sort_by_key(|edit| edit.range.start);
    // Marks elsewhere, such as in raw HTML.
    let found = edits.clone();
    let mut known = found.iter().map(|edit| edit.range.start).peekable();
    for (place, mark) in text.match_indices(MARKS) {
        while known.next_if(|start| *start < place).is_some() {}
        if known.peek() != Some(&place) {
            let role = mark.chars().next().and_then(role_of_mark).unwrap_or(Role::CloseSingle);
            let quote =
                Quote { range: place..place + mark.len(), role, is_in_word: is_in_word(text, place, mark.len()) };
            edits.extend(match language {
                Language::Quotes(_) => edit(&quote, Pairing::Paired, language),
                Language::AsTyped => {
                    let typed = if matches!(role, Role::OpenSingle | Role::CloseSingle) { "'" } else { "&quot;" };
                    Some(Edit { range: quote.range, replacement: typed.to_owned() })
                }
            });
        }
    }
    edits
}

/// Straight quotes that became curly ones, and marks.
fn find(text: &str, content: &str, range: &Range<usize>, quotes: &mut Vec<Quote>) {
    let Some(source) = text.get(range.clone()) else { return };
    let mut push = |place: usize, length: usize, role: Role| {
        let is_in_word = is_in_word(text, place, length);
        quotes.push(Quote { range: place..place + length, role, is_in_word });
    };
    if matches!(source, "\"" | "'") {
        let curly = content.chars().next().and_then(|char| ENGLISH.iter().position(|quote| *quote == char));
        if let Some(role) = curly.and_then(|position| ROLES.get(position)) {
            push(range.start, source.len(), *role);
        }
        return;
    }
    for (offset, char) in source.char_indices() {
        if let Some(role) = role_of_mark(char) {
            push(range.start + offset, char.len_utf8(), role);
        }
    }
}

fn role_of_mark(char: char) -> Option<Role> {
    MARKS.iter().position(|mark| *mark == char).and_then(|position| ROLES.get(position).copied())
}

fn is_in_word(text: &str, place: usize, length: usize) -> bool {
    let before = text.get(..place).and_then(|before| before.chars().next_back());
    let after = text.get(place + length..).and_then(|after| after.chars().next());
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

/// Whether a quote has its other half.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pairing {
    Paired,
    Alone,
}

/// The quotes of a paragraph, which is over. A single one without its other half is an apostrophe.
fn settle(quotes: &mut Vec<Quote>, language: &Language, edits: &mut Vec<Edit>) {
    let mut pairing = vec![Pairing::Alone; quotes.len()];
    let mut open = Vec::new();
    for (position, quote) in quotes.iter().enumerate() {
        match quote.role {
            Role::OpenSingle => open.push(position),
            Role::CloseSingle if !quote.is_in_word => {
                if let Some(first) = open.pop() {
                    for half in [first, position] {
                        if let Some(pairing) = pairing.get_mut(half) {
                            *pairing = Pairing::Paired;
                        }
                    }
                }
            }
            // A quotation ends with what is in it.
            Role::CloseDouble => open.clear(),
            _ => {}
        }
    }
    edits.extend(quotes.iter().zip(pairing).filter_map(|(quote, pairing)| edit(quote, pairing, language)));
    quotes.clear();
}

fn edit(quote: &Quote, pairing: Pairing, language: &Language) -> Option<Edit> {
    let is_single = matches!(quote.role, Role::OpenSingle | Role::CloseSingle);
    let is_apostrophe = is_single && (quote.is_in_word || pairing == Pairing::Alone);
    let replacement = match language {
        // What comes to stand behind a backslash is what the author typed.
        Language::AsTyped => if is_single { "\\'" } else { "\\\"" }.to_owned(),
        Language::Quotes(_) if is_apostrophe => "’".to_owned(),
        Language::Quotes(quotes) => {
            let position = ROLES.iter().position(|role| *role == quote.role)?;
            (*quotes.get(position)?).to_owned()
        }
    };
    Some(Edit { range: quote.range.clone(), replacement })
}

#[cfg(test)]
mod tests {
    use super::super::tests::edited;
    use super::*;

    fn check(tag: &str, text: &str, expected: &str) {
        let language = language(tag).expect("a language with quotes of its own");
        assert_eq!(edited(text, edits(text, &language)), expected, "{tag}");
    }

    #[test]
    fn each_language_has_its_quotes() {
        let text = "Er sagte: \"Das 'ist' *gut*.\" Wie geht's? 'ne\n";
        check("de", text, "Er sagte: „Das ‚ist‘ *gut*.“ Wie geht’s? ’ne\n");
        check("de-CH", "\"a 'b'\"\n", "«a ‹b›»\n");
        check("fr-FR", "\"L'eau 'b'\"\n", "«\u{202f}L’eau “b”\u{202f}»\n");
        check("sv", "\"a 'b'\"\n", "”a ’b’”\n");
        check("pl", "\"a 'b'\"\n", "„a «b»”\n");
        check("ru", "\"a 'b'\"\n", "«a „b“»\n");
        check("ja", "\"a\" it's 日本\n", "\\\"a\\\" it\\'s 日本\n");
        assert_eq!(language("en-GB"), None);
        assert_eq!(language("nl"), None);
    }

    #[test]
    fn what_the_author_typed_stays() {
        for text in ["„a“ ‚b‘ «c» “d”\n", "`\"a\"` <b title=\"c\">d</b>\n", "\\\"a\\\" &quot;b&quot;\n", "    \"a\"\n"]
        {
            check("cs", text, text);
        }
    }

    #[test]
    fn marks_of_kramdown_are_quotes() {
        let text = format!(
            "{}a{} b{}s\n\n<p title=\"{}\">{}c{}</p>\n",
            MARKS[2], MARKS[3], MARKS[1], MARKS[1], MARKS[2], MARKS[3]
        );
        check("de", &text, "„a“ b’s\n\n<p title=\"‘\">„c“</p>\n");
    }
}
