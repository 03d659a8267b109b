//! The words of a text, each as a number.

use unicode_segmentation::UnicodeSegmentation;

use crate::slug::term_slug;

/// A word. Numbers are as good as the words themselves to count them, and take a tenth of the time and space; that two
/// words have the same one does not happen in any blog.
pub(super) type Word = u64;

/// Adds the words of a text. In scripts without blanks between words, each pair of neighbors is taken for one.
pub(super) fn add_words(text: &str, words: &mut Vec<Word>) {
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_unspaced).unwrap_or(rest.len());
        let (spaced, behind) = rest.split_at(end);
        let end = behind.find(|char| !is_unspaced(char)).unwrap_or(behind.len());
        let (unspaced, behind) = behind.split_at(end);
        add_spaced(spaced, words);
        add_pairs(unspaced, words);
        rest = behind;
    }
}

/// The word that stands for a whole category or tag. No text has it.
pub(super) fn term_word(name: &str) -> Word {
    hash("#", &term_slug(name))
}

fn add_spaced(text: &str, words: &mut Vec<Word>) {
    // Single letters and bare numbers say nothing of what a text is about.
    let tells = |word: &&str| word.chars().nth(1).is_some() && word.chars().any(char::is_alphabetic);
    words.extend(text.unicode_words().filter(tells).map(|word| hash("", &word.to_lowercase())));
}

fn add_pairs(text: &str, words: &mut Vec<Word>) {
    let mut last: Option<char> = None;
    for char in text.chars() {
        if let Some(last) = last {
            // Endings and particles of Japanese.
            if !(is_hiragana(last) && is_hiragana(char)) {
                words.push(hash("", &String::from_iter([last, char])));
            }
        }
        last = Some(char);
    }
}

/// Scripts that write words without blanks between them: Thai, Lao, Burmese, Khmer, kana, Han.
fn is_unspaced(char: char) -> bool {
    matches!(char, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn is_hiragana(char: char) -> bool {
    matches!(char, '\u{3040}'..='\u{309f}')
}

/// FNV-1a.
fn hash(kind: &str, word: &str) -> Word {
    let bytes = kind.bytes().chain(word.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        add_words(text, &mut words);
        words
    }

    #[test]
    fn words_are_the_same_in_every_sentence() {
        assert_eq!(words("The Heron’s nest, 2024: a B."), words("the\nHERON’S (nest)"));
        assert_eq!(words("Élan vital"), words("élan, VITAL"));
        assert!(words(" , 7 — ").is_empty());
    }

    #[test]
    fn scripts_without_blanks_are_cut_into_pairs() {
        assert_eq!(words("夜讀紅樓").len(), 3);
        assert!(words("我夜讀紅樓夢").ends_with(&words("紅樓夢")));
        assert_eq!(words("Rust 的所有權").len(), 4);
        assert_eq!(words("川を歩くということ").len(), 3);
        assert_eq!(words("แม่น้ำ").len(), 5);
    }

    #[test]
    fn a_tag_is_no_word_of_a_text() {
        assert_ne!(words("rivers"), [term_word("rivers")]);
        assert_eq!(term_word("Small rivers"), term_word("small-rivers"));
    }
}
