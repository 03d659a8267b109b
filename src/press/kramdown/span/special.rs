//! Where something may begin or end.

use super::parser::{Context, Parent, Parser, Stop};

/// The next place, from where the parser is, that is more than text. A character before a straight quote is one: what
/// the quote becomes depends on it.
pub(super) fn next_special(parser: &Parser, context: Context, stop: &Stop) -> Option<usize> {
    let text = parser.text;
    let start = parser.position;
    if context.parent == Parent::RawHtml {
        return text[start..].find('<').map(|place| start + place);
    }
    let in_brackets = matches!(stop, Stop::Bracket { .. });
    let bytes = text.as_bytes();
    let mut before = None;
    for (place, byte) in bytes.iter().enumerate().skip(start) {
        let rest = &bytes[place..];
        match byte {
            b'"' | b'\'' => return Some(before.unwrap_or(place)),
            b'*' | b'_' | b'`' | b'<' | b'[' | b'$' | b'&' | b'\\' => {}
            b']' if in_brackets => {}
            b'!' if rest.starts_with(b"![") => {}
            b'{' if rest.starts_with(b"{:") => {}
            b'~' if rest.starts_with(b"~~") => {}
            b'-' if rest.starts_with(b"--") => {}
            b'.' if rest.starts_with(b"...") => {}
            b'>' if rest.starts_with(b">>") => {}
            b' ' if rest.starts_with(b"  \n") || rest.starts_with(b" <<") || rest.starts_with(b" >>") => {}
            // The middle of a character.
            0x80..0xc0 => continue,
            _ => {
                before = Some(place);
                continue;
            }
        }
        return Some(place);
    }
    None
}
