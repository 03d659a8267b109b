//! Jekyll's `slugify`: what `:title` and `:slug` are.

use unicode_general_category::{GeneralCategory, get_general_category};

/// The mode `pretty`, letters' case kept: every run of characters other than letters, marks, digits and
/// `._~!$&'()+,;=@` as one hyphen, none at the ends.
pub(super) fn pretty(text: &str) -> String {
    joined(text, |char| is_of_names(char) || "._~!$&'()+,;=@".contains(char))
}

/// The default mode: letters, marks and digits only, in lower case.
pub(super) fn plain(text: &str) -> String {
    joined(text, is_of_names).to_lowercase()
}

fn joined(text: &str, stays: impl Fn(char) -> bool) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut in_run = false;
    for char in text.chars() {
        let keeps = stays(char);
        if keeps {
            slug.push(char);
        } else if !in_run {
            slug.push('-');
        }
        in_run = !keeps;
    }
    let slug = slug.strip_prefix('-').unwrap_or(&slug);
    slug.strip_suffix('-').unwrap_or(slug).to_owned()
}

/// `[\p{M}\p{L}\p{Nd}]`: marks make syllables of scripts that need them, and the looks of emoji.
fn is_of_names(char: char) -> bool {
    use GeneralCategory as C;
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    matches!(
        get_general_category(char),
        C::NonspacingMark
            | C::SpacingMark
            | C::EnclosingMark
            | C::UppercaseLetter
            | C::LowercaseLetter
            | C::TitlecaseLetter
            | C::ModifierLetter
            | C::OtherLetter
            | C::DecimalNumber
    )
}
