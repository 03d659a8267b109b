//! Jekyll's `slugify` in its mode `pretty`, letters' case kept: what `:title` is.

/// Every run of characters other than letters, marks, digits and `._~!$&'()+,;=@` as one hyphen, none at the ends.
pub(super) fn pretty(text: &str) -> String {
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
    // One hyphen only: those that the author wrote are runs of one as well.
    let slug = slug.strip_prefix('-').unwrap_or(&slug);
    slug.strip_suffix('-').unwrap_or(slug).to_owned()
}

fn stays(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric() || "._~!$&'()+,;=@".contains(char);
    }
    is_mark(char) || char.is_alphanumeric() && !is_number_sign(char)
}

/// Signs that combine with the letter before them and that `is_alphanumeric` does not count: accents on their own (as
/// macOS has them in file names), points and tone marks, the sign that joins consonants in scripts of India, selectors
/// of an emoji's look.
fn is_mark(char: char) -> bool {
    matches!(u32::from(char),
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x6d6..=0x6dc
        | 0x6df..=0x6e8 | 0x6ea..=0x6ed | 0x93c | 0x94d | 0x951..=0x954 | 0x9bc | 0x9cd | 0xa3c | 0xa4d | 0xabc
        | 0xacd | 0xb3c | 0xb4d | 0xbcd | 0xc4d | 0xcbc | 0xccd | 0xd4d | 0xdca | 0xe47..=0xe4e | 0xec8..=0xece
        | 0x1037 | 0x1039..=0x103a | 0x17d2..=0x17d3 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20f0
        | 0x302a..=0x302f | 0x3099..=0x309a | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xe0100..=0xe01ef)
}

/// Fractions, raised, circled and Roman numbers: Rust counts them as numeric, Ruby's `\p{Nd}` does not.
fn is_number_sign(char: char) -> bool {
    matches!(char,
        '²' | '³' | '¹' | '¼'..='¾' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '\u{2150}'..='\u{2182}' | '\u{2460}'..='\u{24ff}'
        | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3289}' | '\u{32b1}'..='\u{32bf}')
}
