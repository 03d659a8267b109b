//! Codes such as `:smile:`, as GitHub shows them.

use super::runs::Run;
use crate::press::edits::Edit;

/// The longest code has 36 letters.
const LONGEST: usize = 40;

/// Whether a text may have codes at all: a quick look.
pub(super) fn may_occur(text: &str) -> bool {
    let mut last: Option<usize> = None;
    text.match_indices(':').any(|(place, _)| {
        let name = last.replace(place).and_then(|start| text.get(start + 1..place));
        name.is_some_and(|name| emoji(name).is_some())
    })
}

/// Puts the signs in the place of their codes.
pub(super) fn edits(text: &str, runs: &[Run]) -> Vec<Edit> {
    runs.iter().flat_map(|run| in_run(text, run)).collect()
}

fn in_run(text: &str, run: &Run) -> Vec<Edit> {
    let mut edits = Vec::new();
    let Some(source) = text.get(run.range.clone()) else { return edits };
    // Where the last sign ended, after which the next may follow at once.
    let mut end = 0;
    let mut colons = source.match_indices(':').map(|(place, _)| place).peekable();
    while let Some(start) = colons.next() {
        let Some(next) = colons.peek().copied() else { break };
        let before = source.get(..start).and_then(|before| before.chars().next_back());
        let after = source.get(next + 1..).and_then(|after| after.chars().next());
        let is_free = start == end && 0 < end || !before.is_some_and(|char| is_joined(char) || char == ':');
        let name = source.get(start + 1..next).unwrap_or_default();
        let found = emoji(name).filter(|_| is_free && !after.is_some_and(is_joined) && !is_in_address(source, start));
        if let Some(sign) = found {
            let range = run.range.start + start..run.range.start + next + 1;
            edits.push(Edit { range, replacement: sign.to_owned() });
            end = next + 1;
            colons.next();
        }
    }
    edits
}

/// The sign of a name.
fn emoji(name: &str) -> Option<&'static str> {
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-');
    let is_code = !name.is_empty() && name.len() <= LONGEST && name.bytes().all(is_name);
    emojis::get_by_shortcode(name).filter(|_| is_code).map(|emoji| emoji.as_str())
}

/// Whether a code beside this character is part of a word, a time or a path.
fn is_joined(char: char) -> bool {
    char.is_alphanumeric() && char.is_ascii() || matches!(char, '/' | '_' | '-' | '@' | '=' | '%')
}

fn is_in_address(source: &str, place: usize) -> bool {
    let word = source.get(..place).unwrap_or_default().rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://") || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::super::tests::edited;
    use super::*;
    use crate::bundle::Markup;

    fn check(text: &str, expected: &str) {
        assert_eq!(edited(text, edits(text, &runs(text, Markup::Markdown))), expected, "of {text:?}");
        assert!(text == expected || may_occur(text), "{text:?}");
    }

    #[test]
    fn codes_become_signs() {
        check("A :smile: and :+1::tada:!\n", "A 😄 and 👍🎉!\n");
        check("(:heart:) **:white_check_mark:**\n", "(❤️) **✅**\n");
        check("[:rocket:](x) 日本:sushi:語\n", "[🚀](x) 日本🍣語\n");
        check("<p class=x>:smile: <code>:smile:</code></p>\n", "<p class=x>😄 <code>:smile:</code></p>\n");
        check("# Done :100:\n", "# Done 💯\n");
    }

    #[test]
    fn what_only_looks_like_a_code_stays() {
        for text in [
            "10:30:20 and 1:100:2\n",
            "`:smile:` and \\:smile:\n",
            "http://a.b/:smile:/c and <http://a.b/:smile:>\n",
            "a :no_such_name: b :Smile: ::smile c\n",
            "std::vector:x:y ruby:gem:\n",
            "    :smile:\n",
        ] {
            check(text, text);
        }
    }
}
