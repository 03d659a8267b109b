//! What a text says in short, and how long it takes to read.

use super::post::Post;
use crate::markdown::{TextBlock, plain_text_blocks};

mod end;

pub use end::separator_line;

/// An excerpt ends at the last word before this many characters.
const LONGEST: usize = 280;

/// Words a minute of a reader who reads for pleasure (Brysbaert 2019 gives 238 for English non-fiction).
const WORDS_A_MINUTE: usize = 230;

/// Characters a minute in scripts without blanks between words.
const IDEOGRAPHS_A_MINUTE: usize = 400;

/// What reading a text takes and what it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gist {
    /// At least 1.
    pub minutes: u32,
    /// Plain text: what stands before the excerpt's end if the author drew one, else the first paragraph, cut at a word.
    pub excerpt: String,
}

/// Reads a document's text through once.
pub fn gist(post: &Post) -> Gist {
    gist_of(&post.text, end::end(post))
}

/// Reads a Markdown text through once; the excerpt's end is a byte offset.
fn gist_of(text: &str, end: Option<usize>) -> Gist {
    let mut excerpt = String::new();
    if let Some((head, tail)) = end.and_then(|end| text.split_at_checked(end)) {
        let head = end::with_definitions(head, tail);
        let blocks: Vec<String> = plain_text_blocks(&head).map(|block| block.text).collect();
        excerpt = blocks.join(" ");
    }
    let (mut words, mut ideographs) = (0, 0);
    let mut first_text = String::new();
    for TextBlock { is_paragraph, text } in plain_text_blocks(text) {
        let in_block = text.chars().filter(|char| is_ideograph(*char)).count();
        ideographs += in_block;
        words += if in_block == 0 { text.split(' ').count() } else { latin_words(&text) };
        if excerpt.is_empty() && is_paragraph {
            excerpt = text;
        } else if first_text.is_empty() {
            first_text = text;
        }
    }
    if excerpt.is_empty() {
        excerpt = first_text;
    }
    let minutes = (words.div_ceil(WORDS_A_MINUTE) + ideographs / IDEOGRAPHS_A_MINUTE).max(1);
    Gist { minutes: u32::try_from(minutes).unwrap_or(u32::MAX), excerpt: shorten(&excerpt) }
}

/// What an author says of a text in its front matter, as plain words: the markup of Markdown taken out, for themes show it
/// as such. A text that is more than words to Markdown, such as `2024. A year`, stays as it is.
pub fn in_words(written: &str) -> String {
    let mut blocks = plain_text_blocks(written).peekable();
    let is_prose = blocks.peek().is_some_and(|block| block.is_paragraph);
    if is_prose || written.trim().contains('\n') {
        return blocks.map(|block| block.text).collect::<Vec<_>>().join(" ");
    }
    written.trim().to_owned()
}

/// What the author says of a text, if anything: its excerpt, else its description.
pub fn written(post: &Post) -> Option<String> {
    let written = [&post.excerpt, &post.description].into_iter().find(|text| !text.trim().is_empty());
    written.map(|text| in_words(text))
}

/// A text of at most 280 characters, cut at a word if it is longer, with an ellipsis.
pub fn shorten(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let start = &text[..end];
    // A script without blanks has no word to cut at nearby.
    let cut = start.rfind(' ').filter(|cut| end / 2 < *cut).unwrap_or(end);
    format!("{}…", start[..cut].trim_end_matches([' ', ',', ';', ':', '.', '–', '—']))
}

fn latin_words(text: &str) -> usize {
    let runs = text.split(|char: char| is_ideograph(char) || char.is_whitespace());
    runs.filter(|run| run.chars().any(char::is_alphanumeric)).count()
}

/// Scripts that write words without blanks between them: Han, kana. Hangul has blanks.
fn is_ideograph(char: char) -> bool {
    matches!(char, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_excerpt_is_the_first_paragraph_unless_the_author_drew_a_line() {
        assert_eq!(gist_of("# T\n\nFirst *one*.\n\nSecond.\n", None).excerpt, "First one.");
        assert_eq!(gist_of("One.\n\nTwo.\n\n<!--more-->\n\nThree.\n", Some(12)).excerpt, "One. Two.");
        assert_eq!(gist_of("# Only a title\n", None).excerpt, "Only a title");
        assert_eq!(gist_of("", Some(0)).excerpt, "");
    }

    #[test]
    fn words_of_authors_lose_their_markup_only() {
        for (written, words) in [
            ("Talk *about* it, less `doing`", "Talk about it, less doing"),
            ("[Rivers](/rivers/) & <em>rain</em> &amp; 2 < 3", "Rivers & rain & 2 < 3"),
            ("snake_case and 2 * 3", "snake_case and 2 * 3"),
            ("2024. A year", "2024. A year"),
            ("# No heading", "# No heading"),
            ("First.\n\nSecond *line*.\n\n- a\n- b\n", "First. Second line. a b"),
            ("", ""),
        ] {
            assert_eq!(in_words(written), words);
        }
    }

    #[test]
    fn is_cut_at_a_word_or_where_there_is_none() {
        let long = shorten(&"word ".repeat(100));
        assert!(long.ends_with("word…") && long.chars().count() <= LONGEST + 1);
        let long = shorten(&"字".repeat(400));
        assert_eq!(long.chars().count(), LONGEST + 1);
    }

    #[test]
    fn reading_time_counts_words_and_ideographs() {
        assert_eq!(gist_of("", None).minutes, 1);
        assert_eq!(gist_of(&"word ".repeat(690), None).minutes, 3);
        assert_eq!(gist_of(&"字".repeat(2000), None).minutes, 5);
    }
}
