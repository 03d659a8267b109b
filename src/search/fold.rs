//! Letters as they are compared: without case, without diacritics, in one width.
//!
//! A table of its own: the tables of Unicode's normal forms would double what search costs a reader, and only letters
//! that people leave the marks off matter here. A test holds it against Unicode's.

/// U+00C0 to U+024F as plain letters; a point where a letter is left as it is.
const LATIN: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb...c\
    c.ddd....ff....ikkl...n.oo..pp.....ttt.uu..yyzz......................aaiioouuuuuuuuuu.aaaa..ggggkkoo\
    oo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj...ccl.sz..b..eejjqqrryy";

/// U+1E00 to U+1EFF, the same.
const LATIN_MORE: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// U+1F00 to U+1FFF, the same, with two points and two bytes for each.
const GREEK: &str = "ααααααααααααααααεεεεεε....εεεεεε....ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιιοοοοοο....οοοοοο....υυυυυυυυ..υ.\
    .υ..υ..υωωωωωωωωωωωωωωωωααεεηηιιοουυωω....ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα..ααα\
    αααα..ι......ηηη..ηηεεηηη......ιιιι....ιιιιιι........υυυυρρυυυυυυρ..........ωωω..ωωοοωωω......";

/// Adds a letter to a word as it is compared. Marks add nothing, ligatures their letters.
pub(super) fn push_folded(char: char, word: &mut String) {
    match char {
        '\0'..='\u{7f}' => word.push(char.to_ascii_lowercase()),
        'ß' | 'ẞ' => word.push_str("ss"),
        'æ' | 'Æ' | 'ǽ' | 'Ǽ' | 'ǣ' | 'Ǣ' => word.push_str("ae"),
        'œ' | 'Œ' => word.push_str("oe"),
        'þ' | 'Þ' => word.push_str("th"),
        'ĳ' | 'Ĳ' => word.push_str("ij"),
        'ﬁ' => word.push_str("fi"),
        'ﬂ' => word.push_str("fl"),
        '\u{c0}'..='\u{24f}' => push_from(LATIN, 0xc0, 1, char, word),
        '\u{1e00}'..='\u{1eff}' => push_from(LATIN_MORE, 0x1e00, 1, char, word),
        '\u{1f00}'..='\u{1fff}' => push_from(GREEK, 0x1f00, 2, char, word),
        // Letters and digits of full width.
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = char::from_u32(u32::from(char) - 0xff01 + 0x21).unwrap_or(char);
            word.push(plain.to_ascii_lowercase());
        }
        _ if is_mark(char) => {}
        _ => word.push(plain(lower(char))),
    }
}

/// Marks over, under and in letters, which many leave out when they type.
pub(super) fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

fn push_from(table: &str, first: u32, width: usize, char: char, word: &mut String) {
    let place = usize::try_from(u32::from(char) - first).unwrap_or(0) * width;
    match table.get(place..place + width) {
        Some(plain) if !plain.starts_with('.') => word.push_str(plain),
        _ => word.push(char),
    }
}

/// The small letter of a capital, in the alphabets that have them and that people write in: Greek, Cyrillic, Armenian. The
/// standard library's table is as large as a third of the rest of search.
fn lower(char: char) -> char {
    let code = u32::from(char);
    let lower = match char {
        'Ά' => 0x3ac,
        'Έ'..='Ί' => code + 37,
        'Ό' => 0x3cc,
        'Ύ' | 'Ώ' => code + 63,
        'Α'..='Ϋ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => code | 1,
        'Ӏ' => code + 15,
        'Ӂ'..='ӎ' => code + (code & 1),
        'Ա'..='Ֆ' => code + 48,
        // Signs of units that have letters as their small ones.
        '\u{2126}' => 0x3c9,
        '\u{212a}' => 0x6b,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(char)
}

/// Greek, Cyrillic and Arabic letters of everyday texts.
fn plain(char: char) -> char {
    match char {
        '\u{212b}' => 'a',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' | 'ѐ' => 'е',
        'й' | 'ѝ' => 'и',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ئ' => 'ي',
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use unicode_general_category::{GeneralCategory, get_general_category};
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn folded(text: &str) -> String {
        let mut word = String::new();
        text.chars().for_each(|char| push_folded(char, &mut word));
        word
    }

    #[test]
    fn words_are_the_same_with_and_without_marks() {
        for (written, typed) in [
            ("Élan", "elan"),
            ("STRASSE", "straße"),
            ("Łódź", "lodz"),
            ("Việt Nam", "viet nam"),
            ("Ἀθῆναι", "αθηναι"),
            ("ΣΟΦΌΣ", "σοφος"),
            ("Ещё", "еще"),
            ("كِتَاب", "كتاب"),
            ("ｗｉｄｅ", "wide"),
            ("e\u{301}", "é"),
            ("Œuvre", "oeuvre"),
        ] {
            assert_eq!(folded(written), folded(typed));
        }
        assert_eq!(folded("챗봇 東京 ไทย"), "챗봇 東京 ไทย");
    }

    #[test]
    fn capitals_become_small_letters_as_unicode_has_it() {
        let blocks =
            [0x41..0x180, 0x1e00..0x1e96, 0x1ea0..0x1efa, 0x386..0x3cf, 0x400..0x530, 0x531..0x557, 0xff21..0xff3b];
        for char in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let lower: String = char.to_lowercase().collect();
            assert_eq!(folded(&char.to_string()), folded(&lower), "{char}");
        }
    }

    #[test]
    fn letters_that_unicode_takes_apart_lose_their_marks_here_too() {
        let blocks =
            [0xc0..0x149, 0x14a..0x180, 0x1cd..0x1dd, 0x200..0x21c, 0x1e00..0x1e96, 0x1ea0..0x1efa, 0x1f00..0x1fbd];
        for char in blocks.into_iter().flatten().filter_map(char::from_u32).filter(|char| char.is_alphabetic()) {
            let lower: String = char.to_lowercase().collect();
            let is_mark = |char: &char| get_general_category(*char) == GeneralCategory::NonspacingMark;
            let base: String = lower.nfkd().filter(|char| !is_mark(char)).collect();
            if base != lower && base.chars().all(char::is_alphabetic) {
                assert_eq!(folded(&char.to_string()), folded(&base), "{char}");
            }
        }
    }
}
