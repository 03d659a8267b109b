//! Bytes to text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::press::diagnostic::{Position, Problem};

/// Decodes a file: UTF-8, or UTF-16 with a byte order mark; bytes that are neither count as Windows-1252, which old
/// editors wrote. Line ends become `\n`; control characters other than tabs are left out.
pub fn decode(bytes: &[u8]) -> (String, Vec<(Position, Problem)>) {
    let mut problems = Vec::new();
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest, &mut problems),
        [0xff, 0xfe, rest @ ..] => utf_16(rest, UTF_16LE, &mut problems),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, UTF_16BE, &mut problems),
        _ => utf_8(bytes, &mut problems),
    };
    let text = plain(&text, &mut problems);
    if text.trim().is_empty() {
        problems.push((Position::START, Problem::EmptyFile));
    }
    (text, problems)
}

/// Only what is no UTF-8 is read otherwise: a text often has just one line pasted from elsewhere.
fn utf_8(bytes: &[u8], problems: &mut Vec<(Position, Problem)>) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let Some(byte) = chunk.invalid().first() else {
            continue;
        };
        if problems.is_empty() {
            // Line ends are not yet those that are counted.
            let before = plain(&text, &mut Vec::new());
            problems.push((Position::of(&before, before.len()), Problem::NotUtf8 { byte: *byte }));
        }
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

fn utf_16(bytes: &[u8], encoding: &'static Encoding, problems: &mut Vec<(Position, Problem)>) -> String {
    let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
    if is_broken {
        let before = text.split('\u{fffd}').next().unwrap_or_default();
        problems.push((Position::of(before, before.len()), Problem::BrokenUtf16));
    }
    text.into_owned()
}

/// Text without the control characters that [`decode`] leaves out of files, but escapes in quotes can bring back: HTML
/// cannot hold them, so a page would not be what the app makes of its data.
pub fn without_controls(mut text: String) -> String {
    text.retain(|char| !matches!(char, '\0'..'\u{20}') || matches!(char, '\n' | '\t'));
    text
}

/// Text with `\n` for every line end and without control characters.
fn plain(text: &str, problems: &mut Vec<(Position, Problem)>) -> String {
    if !text.bytes().any(|byte| byte < b' ' && !matches!(byte, b'\n' | b'\t')) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut found: Option<(Position, char, u32)> = None;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    chars.next();
                }
                plain.push('\n');
            }
            '\n' | '\t' => plain.push(char),
            '\0'..'\u{20}' => match &mut found {
                Some((_, _, count)) => *count += 1,
                None => found = Some((Position::of(&plain, plain.len()), char, 1)),
            },
            _ => plain.push(char),
        }
    }
    problems.extend(found.map(|(position, first, count)| (position, Problem::ControlCharacters { first, count })));
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_editors_write() {
        for (bytes, text) in [
            (&b"\xef\xbb\xbfone\r\ntwo\rthree\n\nfour\r\r\nfive"[..], "one\ntwo\nthree\n\nfour\n\nfive"),
            (b"\xff\xfeh\x00i\x00\x45\xcc", "hi책"),
            (b"\xfe\xff\x00h\x00i\xcc\x45", "hi책"),
            ("tab\t, 책, \u{a0}, \u{85}".as_bytes(), "tab\t, 책, \u{a0}, \u{85}"),
        ] {
            assert_eq!(decode(bytes), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn tells_what_it_had_to_guess() {
        for (bytes, text, line, column, problem) in [
            (&b"one\r\nd\xe9j\xe0 \xc3\xa9t\xc3\xa9"[..], "one\ndéjà été", 2, 2, Problem::NotUtf8 { byte: 0xe9 }),
            (b"a\xff", "aÿ", 1, 2, Problem::NotUtf8 { byte: 0xff }),
            (b"\xff\xfea\x00\x00\xd8b\x00", "a\u{fffd}b", 1, 2, Problem::BrokenUtf16),
            (b"a\nb\0\x08c\x1b", "a\nbc", 2, 2, Problem::ControlCharacters { first: '\0', count: 3 }),
            (b"", "", 1, 1, Problem::EmptyFile),
            (b" \n\n", " \n\n", 1, 1, Problem::EmptyFile),
        ] {
            assert_eq!(decode(bytes), (text.to_owned(), vec![(Position { line, column }, problem)]));
        }
    }
}
