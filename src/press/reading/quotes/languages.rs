//! The quotes of languages, after the Unicode Common Locale Data Repository (version 45, `delimiters`), with these
//! differences: French has narrow no-break spaces within its quotes, and English ones for quotations in quotations;
//! German as it is written in Switzerland has guillemets; Dutch keeps double quotes double, and is like English. In
//! Hebrew and Yiddish the same signs are part of words, and in Chinese and Japanese quotes are typed, so there they stay.

/// What becomes of straight quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Language {
    /// Quotes: single ones, then double ones, each with the one that begins first.
    Quotes([&'static str; 4]),
    /// They stay as they were typed.
    AsTyped,
}

/// By the tag of a language. `None` for English, for languages with the same quotes, and for unknown ones.
pub fn language(tag: &str) -> Option<Language> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2).unwrap_or_default();
    if AS_TYPED.contains(&primary) {
        return Some(Language::AsTyped);
    }
    let found = QUOTES.iter().find(|(languages, _)| {
        let mut known = languages.split(' ').map(|known| known.split_once('-').unwrap_or((known, "")));
        known.any(|(language, of_region)| language == primary && (of_region.is_empty() || of_region == region))
    });
    found.map(|(_, quotes)| Language::Quotes(*quotes))
}

const AS_TYPED: [&str; 6] = ["zh", "ja", "yue", "he", "iw", "yi"];

/// Languages that a region tells apart come first.
const QUOTES: [(&str, [&str; 4]); 19] = [
    ("de-ch de-li fr-ch it-ch", ["‹", "›", "«", "»"]),
    ("es-us pt-pt pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-st pt-tl", ["“", "”", "«", "»"]),
    ("de cs dsb et hr hsb is mk sk sl", ["‚", "‘", "„", "“"]),
    ("fr", ["“", "”", "«\u{202f}", "\u{202f}»"]),
    ("ca el eu it kk sq", ["“", "”", "«", "»"]),
    ("nb nn no", ["‘", "’", "«", "»"]),
    ("fi sv", ["’", "’", "”", "”"]),
    ("be ky ru uk", ["„", "“", "«", "»"]),
    ("bg lt", ["„", "“", "„", "“"]),
    ("bs", ["‘", "’", "„", "”"]),
    ("sr", ["‘", "‘", "„", "“"]),
    ("hu", ["»", "«", "„", "”"]),
    ("pl ro", ["«", "»", "„", "”"]),
    ("ka", ["«", "»", "„", "“"]),
    ("hy", ["«", "»", "«", "»"]),
    ("am fa", ["‹", "›", "«", "»"]),
    ("ar ur", ["’", "‘", "”", "“"]),
    ("uz", ["’", "‘", "“", "”"]),
    ("tk", ["“", "”", "“", "”"]),
];
