//! Classes of characters as Ruby's regular expressions have them, on which kramdown's rules stand.

use unicode_general_category::{GeneralCategory, get_general_category};

/// `\s`.
pub fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// `\w`, which is ASCII only.
pub fn is_ascii_word(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_'
}

/// `[[:alpha:]]`.
pub fn is_letter(char: char) -> bool {
    char.is_alphabetic()
}

/// `[[:alnum:]]`.
pub fn is_letter_or_digit(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    char.is_alphabetic() || get_general_category(char) == GeneralCategory::DecimalNumber
}

/// `\p{Word}`, and what `\b` goes by.
pub fn is_word(char: char) -> bool {
    if char.is_ascii() {
        return is_ascii_word(char);
    }
    use GeneralCategory::{ConnectorPunctuation, DecimalNumber, EnclosingMark, NonspacingMark, SpacingMark};
    let category = get_general_category(char);
    char.is_alphabetic()
        || matches!(category, DecimalNumber | ConnectorPunctuation | NonspacingMark | SpacingMark | EnclosingMark)
}
