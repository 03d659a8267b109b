//! Scripts, fonts and lines.

use super::*;

/// A title in each script that the bundled fonts are for, with the signs that titles have.
const TITLES: [(&str, &str); 33] = [
    ("en", "“It’s 100 % done” — §5, €7 & ¥8: ½ × 3 → ∞… (no. 1) [a] {b} #c @d *e* ~f^ `g` |h| <i> ±"),
    ("de", "Größer, schöner, weiß: Übermaß"),
    ("fr", "Où l’œuvre « naïve » a gêné ça"),
    ("pl", "Zażółć gęślą jaźń"),
    ("tr", "İğne ıhlamur şöför"),
    ("vi", "Tiếng Việt có nhiều dấu: ở, ữ, ặ"),
    ("el", "Γειά σου, ἀρχή ᾧ"),
    ("ru", "Съешь ещё этих мягких французских булок"),
    ("uk", "Їжак ґанок є"),
    ("ar", "كيف تقرأ النصوص العربية؟ ١٢٣ لا"),
    ("fa", "می\u{200c}خواهم پژوهش گچ ۴۵۶"),
    ("ur", "اردو میں بلاگ لکھنا ٹھیک ہے"),
    ("he", "שָׁלוֹם, בלוג בעברית ₪"),
    ("hi", "हिन्दी में एक ब्लॉग: क्षत्रिय १२३।"),
    ("bn", "বাংলা ভাষায় একটি ব্লগ লেখা"),
    ("pa", "ਪੰਜਾਬੀ ਵਿੱਚ ਬਲੌਗ"),
    ("gu", "ગુજરાતી બ્લોગ"),
    ("or", "ଓଡ଼ିଆ ବ୍ଲଗ"),
    ("ta", "தமிழில் ஒரு வலைப்பதிவு"),
    ("te", "తెలుగు బ్లాగు"),
    ("kn", "ಕನ್ನಡ ಬ್ಲಾಗ್"),
    ("ml", "മലയാളം ബ്ലോഗ്"),
    ("si", "සිංහල බ්ලොග්"),
    ("th", "ภาษาไทยไม่มีช่องว่างระหว่างคำ ฿๑๒"),
    ("lo", "ພາສາລາວ"),
    ("my", "မြန်မာဘာသာ စာရေးခြင်း"),
    ("km", "ការសរសេរប្លុកជាភាសាខ្មែរ"),
    ("ka", "ქართული ბლოგი"),
    ("hy", "Հայերեն բլոգ"),
    ("am", "በአማርኛ ብሎግ መጻፍ።"),
    ("zh-CN", "为什么我们用 Rust 重写了“整个”博客系统？《书》……"),
    ("zh-TW", "繁體中文排版的「標點」與『禁則』：骨骼、關係"),
    ("ja", "東京の夜、直角を描く〜カタカナと㈱①〆々ー！髙﨑"),
];

fn missing(title: &str, lang: &str) -> Vec<String> {
    let style = Style { size: 52.0, leading: 1.2, long_words: LongWords::Whole, lang };
    let text = Typesetter::new(Fonts::bundled()).text(title, style);
    text.missing().into_iter().map(|range| title[range].to_owned()).collect()
}

#[test]
fn the_bundled_fonts_have_all_that_titles_are_written_with() {
    for (lang, title) in TITLES {
        assert_eq!(missing(title, lang), [""; 0], "{title}");
    }
    let every_syllable: String = ('\u{ac00}'..='\u{d7a3}').collect();
    assert_eq!(missing(&every_syllable, "ko"), [""; 0]);
    assert_eq!(missing("🚀🎉❤✅👋😀🦀", "en"), [""; 0]);
    // Kirat Rai, of 2024.
    assert_eq!(missing("a \u{16d43}", "en"), ["\u{16d43}"]);
}

#[test]
fn lines_break_where_their_language_does() {
    let lines = |title: &str, lang: &str, width: f32| {
        let style = Style { size: 50.0, leading: 1.2, long_words: LongWords::Whole, lang };
        let mut text = Typesetter::new(Fonts::bundled()).text(title, style);
        let count = text.break_at(width);
        let ends: Vec<usize> = (0..count).map(|line| text.end_of_line(line)).collect();
        let starts = [0].into_iter().chain(ends.iter().copied());
        starts.zip(&ends).map(|(start, end)| title[start..*end].trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(lines("one two", "en", 120.0), ["one", "two"]);
    // No line of Japanese begins with a closing mark.
    assert_eq!(lines("日本「語」", "ja", 210.0), ["日本", "「語」"]);
    assert_eq!(lines("한국어 제목은", "ko", 200.0), ["한국어", "제목은"]);
    // Thai has no blanks between words.
    assert_eq!(lines("ภาษาไทย", "th", 120.0), ["ภาษา", "ไทย"]);
}

#[test]
fn lines_of_a_title_are_about_as_long_as_each_other() {
    let style = Style { size: 50.0, leading: 1.2, long_words: LongWords::Whole, lang: "en" };
    let mut text = Typesetter::new(Fonts::bundled()).text("one two three four five six seven eight nine ten", style);
    let lines = text.break_at(900.0);
    text.balance(900.0);
    assert!(text.width() < 800.0, "{}", text.width());
    assert_eq!(text.0.len(), lines);
}

#[test]
fn the_first_letter_tells_where_lines_begin() {
    let style = Style { size: 50.0, leading: 1.2, long_words: LongWords::Whole, lang: "en" };
    let mut setter = Typesetter::new(Fonts::bundled());
    assert!(setter.text("איך Rust", style).is_right_to_left());
    assert!(!setter.text("Rust איך", style).is_right_to_left());
}
