//! A text as the words by which it is found. The press and the browser cut texts and queries by this one rule, so what is
//! in the index is what is looked for.
//!
//! A word is a run of letters and digits, folded. Scripts that put no blanks between words, and Korean, whose words carry
//! their particles with them, give each pair of neighbors instead, and the last letter of a run alone, so that the
//! beginning of a pair finds every letter. `C++`, `C#` and the like stay what they are.

use std::ops::Range;

use super::fold::{is_mark, push_folded};

/// Longer words are cut here: no one types them, and what is so long is mostly no word.
const LONGEST: usize = 40;

/// What a query keeps of a run of letters without blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its last letter alone, too, for those who look for just that.
    Index,
    /// Only pairs, for in longer texts the last letter goes on.
    Query,
}

/// Tells every word of a text with its place, in order.
pub fn each_word(text: &str, purpose: Purpose, mut act: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, char)) = rest.next() {
        if is_unspaced(char) {
            let end = run_end(text, start, is_unspaced);
            each_pair(slice(text, start..end), purpose, |pair, range| {
                word.clear();
                pair.chars().for_each(|char| push_folded(char, &mut word));
                act(&word, start + range.start..start + range.end);
            });
            while rest.next_if(|(at, _)| *at < end).is_some() {}
            continue;
        }
        if !char.is_alphanumeric() {
            continue;
        }
        word.clear();
        let end = run_end(text, start, is_of_word);
        let written = slice(text, start..end);
        if written.is_ascii() {
            word.push_str(written);
            word.make_ascii_lowercase();
        } else {
            written.chars().for_each(|char| push_folded(char, &mut word));
        }
        cut(&mut word);
        let signs = signs_behind(&word, slice(text, end..text.len()));
        word.push_str(signs);
        let end = end + signs.len();
        while rest.next_if(|(at, _)| *at < end).is_some() {}
        if !word.is_empty() {
            act(&word, start..end);
        }
    }
}

/// The words of a text, in order.
pub fn words(text: &str, purpose: Purpose) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, purpose, |word, _| words.push(word.to_owned()));
    words
}

/// Whether a word is of a script that is cut into pairs.
pub fn is_pair(word: &str) -> bool {
    word.chars().next().is_some_and(is_unspaced)
}

fn each_pair(run: &str, purpose: Purpose, mut act: impl FnMut(&str, Range<usize>)) {
    let mut letters = run.char_indices().peekable();
    let mut is_first = true;
    while let Some((start, letter)) = letters.next() {
        match letters.peek() {
            Some((next, behind)) => act(slice(run, start..next + behind.len_utf8()), start..next + behind.len_utf8()),
            None if is_first || purpose == Purpose::Index => {
                act(slice(run, start..run.len()), start..start + letter.len_utf8())
            }
            None => {}
        }
        is_first = false;
    }
}

fn cut(word: &mut String) {
    if let Some((end, _)) = word.char_indices().nth(LONGEST) {
        *word = slice(word, 0..end).to_owned();
    }
}

/// What makes `C++` of a `C`: signs behind a name of a letter or two, unless it goes on behind them.
fn signs_behind<'a>(word: &str, behind: &'a str) -> &'a str {
    let end = behind.find(|char| !matches!(char, '+' | '#')).unwrap_or(behind.len());
    let (signs, rest) = (slice(behind, 0..end), slice(behind, end..behind.len()));
    let is_name = word.len() <= 2 && signs.len() <= 2 && !rest.starts_with(is_of_word);
    if is_name { signs } else { "" }
}

fn run_end(text: &str, start: usize, is_of_run: fn(char) -> bool) -> usize {
    slice(text, start..text.len()).find(|char| !is_of_run(char)).map_or(text.len(), |length| start + length)
}

/// Never panics, so that no message about it is carried along.
pub(super) fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn is_of_word(char: char) -> bool {
    (char.is_alphanumeric() && !is_unspaced(char)) || is_mark(char)
}

/// Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
fn is_unspaced(char: char) -> bool {
    matches!(char, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index(text: &str) -> Vec<String> {
        words(text, Purpose::Index)
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            index("The Heron’s nest, 2024: snake_case!"),
            ["the", "heron", "s", "nest", "2024", "snake", "case"]
        );
        assert_eq!(index("l'Élan d’été"), ["l", "elan", "d", "ete"]);
        assert_eq!(index("C++, C# and F#. a+b i++"), ["c++", "c#", "and", "f#", "a", "b", "i++"]);
        assert_eq!(index("  —  "), [""; 0]);
        assert_eq!(index(&"x".repeat(90)), ["x".repeat(40)]);
        assert_eq!(index("مَرْحَبًا نمی‌شود"), ["مرحبا", "نمیشود"]);
    }

    #[test]
    fn scripts_without_blanks_are_cut_into_pairs() {
        assert_eq!(index("東京都 Rustの本"), ["東京", "京都", "都", "rust", "の本", "本"]);
        assert_eq!(words("東京都", Purpose::Query), ["東京", "京都"]);
        assert_eq!(words("都", Purpose::Query), ["都"]);
        assert_eq!(words("학교", Purpose::Query), ["학교"]);
        assert!(index("학교에서").contains(&"학교".to_owned()));
        assert_eq!(index("「川」、山。"), ["川", "山"]);
    }

    proptest! {
        #[test]
        fn every_word_stands_where_it_says(text: String) {
            let mut behind = 0;
            let mut is_right = true;
            each_word(&text, Purpose::Index, |word, range| {
                let mut folded = String::new();
                text[range.clone()].chars().for_each(|char| push_folded(char, &mut folded));
                cut(&mut folded);
                is_right &= folded == word && behind <= range.start;
                behind = range.start;
            });
            prop_assert!(is_right);
        }

        #[test]
        fn a_folded_word_stays_as_it_is(text: String) {
            for word in index(&text) {
                let again = words(&word, Purpose::Query);
                prop_assert_eq!(again, [word]);
            }
        }
    }
}
