//! A title in as few and as large lines as it fits into.

use unicode_segmentation::UnicodeSegmentation;

use super::text::{LongWords, Style, Text, Typesetter};

/// Sizes in pixels, each with the most lines that look well in it.
const SIZES: [(f32, usize); 7] = [(120.0, 1), (96.0, 2), (84.0, 3), (74.0, 3), (66.0, 4), (58.0, 4), (52.0, 4)];

/// No title that is longer can be seen whole.
const LONGEST: usize = 400;

/// Of a word that is cut in the middle, rather than left out.
const LONG_WORD: usize = 24;

/// A title, fit into a box. What is too long for it ends in three dots.
pub(super) fn fit(typesetter: &mut Typesetter, title: &str, lang: &str, (width, height): (f32, f32)) -> Text {
    let leading = leading(title);
    let style = |size, long_words| Style { size, leading, long_words, lang };
    for (size, most_lines) in SIZES {
        let mut text = typesetter.text(title, style(size, LongWords::Whole));
        if text.longest_word() <= width && text.break_at(width) <= most_lines && text.height() <= height {
            text.balance(width);
            return text;
        }
    }
    let (size, most_lines) = SIZES[SIZES.len() - 1];
    fit_lines(typesetter, title, style(size, LongWords::Broken), (width, height), most_lines)
}

/// A text of one size, of which as many words are left out at its end as are too many.
pub(super) fn fit_lines(
    typesetter: &mut Typesetter,
    whole: &str,
    style: Style<'_>,
    (width, height): (f32, f32),
    most_lines: usize,
) -> Text {
    let fits = |text: &mut Text| text.break_at(width) <= most_lines && text.height() <= height;
    let mut text = typesetter.text(whole, style);
    if fits(&mut text) {
        return text;
    }
    let mut end = text.end_of_line(most_lines.saturating_sub(1));
    while let Some(shorter) = shorter(whole, end) {
        text = typesetter.text(&format!("{}…", trimmed(shorter)), style);
        if fits(&mut text) {
            break;
        }
        end = shorter.len();
    }
    text
}

/// A text on one line that is no wider than it may be.
pub(super) fn fit_line(typesetter: &mut Typesetter, text: &str, style: Style<'_>, width: f32) -> Text {
    let mut line = typesetter.text(text, style);
    if line.width() <= width {
        return line;
    }
    let letters: Vec<usize> = text.grapheme_indices(true).map(|(place, _)| place).collect();
    // About as many as there is room for, and then one less after the other.
    let many = letters.len() as f32 * width / line.width();
    for end in letters.iter().take(many as usize + 3).rev() {
        line = typesetter.text(&format!("{}…", trimmed(&text[..*end])), style);
        if line.width() <= width {
            break;
        }
    }
    line
}

/// A title as it is drawn: on one line, and without signs that nobody sees or that only color gives a sense.
pub(super) fn drawable(title: &str) -> String {
    let mut seen = String::with_capacity(title.len());
    let mut chars = title.chars().take(LONGEST).peekable();
    while let Some(char) = chars.next() {
        // Of several emoji joined to one, the first tells most.
        if char == JOINER && chars.next_if(|next| is_emoji(*next)).is_some() || is_silent(char) {
            continue;
        }
        seen.push(if char.is_control() { ' ' } else { char });
    }
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

const JOINER: char = '\u{200d}';

fn is_emoji(char: char) -> bool {
    matches!(char, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Soft hyphens, choices among shapes of the same sign, shades of skin, the letters that flags are made of.
fn is_silent(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters above and below others need room.
fn leading(title: &str) -> f32 {
    let is_tall = |char: char| matches!(char, '\u{590}'..='\u{1cff}') && !matches!(char, '\u{10a0}'..='\u{11ff}');
    let is_square = |char: char| matches!(char, '\u{2e80}'..='\u{d7ff}');
    match () {
        () if title.chars().any(is_tall) => 1.42,
        () if title.chars().any(is_square) => 1.3,
        () => 1.17,
    }
}

/// The beginning of a title up to the last end of a word before a place.
fn shorter(title: &str, end: usize) -> Option<&str> {
    let before = title.get(..end)?;
    let (word_start, word) = before.split_word_bound_indices().next_back()?;
    let start = match word.len() <= LONG_WORD && 0 < word_start {
        true => word_start,
        false => before.grapheme_indices(true).next_back()?.0,
    };
    Some(&title[..start])
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(|char: char| {
        char.is_whitespace() || matches!(char, ',' | '.' | ':' | ';' | '-' | '–' | '—' | '、' | '，' | '。')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line_of_visible_signs() {
        for (title, drawn) in [
            ("  A\u{0} title\n of  two ", "A title of two"),
            ("Silben\u{ad}trennung", "Silbentrennung"),
            ("❤\u{fe0f} and 👋🏽, 👩\u{200d}💻 of 🇩🇪", "❤ and 👋, 👩 of"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(drawable(title), drawn);
        }
    }

    #[test]
    fn is_cut_between_words_and_in_the_middle_of_long_ones() {
        assert_eq!(shorter("one two three", 7), Some("one "));
        assert_eq!(shorter("日本語", 6), Some("日"));
        let long = "a".repeat(50);
        assert_eq!(shorter(&long, 40), Some("a".repeat(39).as_str()));
        assert_eq!(shorter("", 0), None);
    }
}
