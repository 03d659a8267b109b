//! Text in lines: shaped, in the order of its scripts, broken where its language breaks.

use parley::layout::{Alignment, AlignmentOptions, PositionedLayoutItem};
use parley::style::{FontFamily, FontWeight, Language, LineHeight, OverflowWrap, StyleProperty, WordBreak};
use parley::{Layout, LayoutContext};
use resvg::tiny_skia::PathBuilder;

use super::fonts::Fonts;
use super::outline::add_glyphs;

/// Lays out texts. Each thread has its own.
pub(super) struct Typesetter {
    fonts: Fonts,
    context: LayoutContext<()>,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style<'a> {
    /// In pixels.
    pub(super) size: f32,
    /// From one line to the next, in sizes.
    pub(super) leading: f32,
    /// What a word does that is wider than a line.
    pub(super) long_words: LongWords,
    /// BCP 47 tag, which tells shapes of letters and places of breaks.
    pub(super) lang: &'a str,
}

/// What a word does that is wider than a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LongWords {
    /// It stays whole.
    Whole,
    /// It goes on in the next line.
    Broken,
}

/// A text whose lines can still be broken anew.
pub(super) struct Text(Layout<()>);

impl Typesetter {
    /// One that has the given fonts.
    pub(super) fn new(fonts: Fonts) -> Typesetter {
        Typesetter { fonts, context: LayoutContext::new() }
    }

    /// A text on one line.
    pub(super) fn text(&mut self, text: &str, style: Style<'_>) -> Text {
        let families = self.fonts.families(style.lang);
        let mut builder = self.context.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(FontFamily::List(families.into()));
        builder.push_default(FontWeight::BOLD);
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(LineHeight::FontSizeRelative(style.leading));
        builder.push_default(StyleProperty::Locale(Language::parse(style.lang).ok()));
        match style.long_words {
            LongWords::Broken => builder.push_default(OverflowWrap::Anywhere),
            // Words of Korean have blanks between them, and are easier to read whole.
            LongWords::Whole if text.chars().any(is_hangul) => builder.push_default(WordBreak::KeepAll),
            LongWords::Whole => {}
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(None);
        Text(layout)
    }
}

impl Text {
    /// Breaks its lines; says how many there are.
    pub(super) fn break_at(&mut self, width: f32) -> usize {
        self.0.break_all_lines(Some(width));
        self.0.len()
    }

    /// Breaks its lines where they are about as long as each other, but no more of them than there must be.
    pub(super) fn balance(&mut self, width: f32) {
        let lines = self.break_at(width);
        let (mut low, mut high) = (width / 2.0, width);
        for _ in 0..8 {
            let middle = (low + high) / 2.0;
            if self.break_at(middle) <= lines && self.0.calculate_content_widths().min <= middle {
                high = middle;
            } else {
                low = middle;
            }
        }
        self.break_at(high);
    }

    /// The width of its longest word.
    pub(super) fn longest_word(&self) -> f32 {
        self.0.calculate_content_widths().min
    }

    /// The width of its longest line.
    pub(super) fn width(&self) -> f32 {
        self.0.width()
    }

    /// The width in which its lines stand.
    pub(super) fn box_width(&self) -> f32 {
        let broken_at = self.0.layout_max_advance();
        if broken_at.is_finite() && broken_at < f32::MAX { broken_at } else { self.0.width() }
    }

    /// The height of all its lines.
    pub(super) fn height(&self) -> f32 {
        self.0.height()
    }

    /// Whether it begins on the right.
    pub(super) fn is_right_to_left(&self) -> bool {
        self.0.is_rtl()
    }

    /// Where in the text a line ends.
    pub(super) fn end_of_line(&self, line: usize) -> usize {
        self.0.get(line).map_or(self.0.text_len(), |line| line.text_range().end)
    }

    /// Parts of the text that no font has, as ranges of bytes.
    pub(super) fn missing(&self) -> Vec<std::ops::Range<usize>> {
        let runs = self.0.lines().flat_map(|line| line.runs());
        let clusters = runs.flat_map(|run| run.clusters());
        let missing = clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0));
        missing.map(|cluster| cluster.text_range()).collect()
    }

    /// Adds the outlines of its letters to a path, at most so wide and with its first line's top at a height.
    pub(super) fn outline(&mut self, (left, top): (f32, f32), path: &mut PathBuilder) {
        self.0.align(Alignment::Start, AlignmentOptions::default());
        for line in self.0.lines() {
            for item in line.items() {
                if let PositionedLayoutItem::GlyphRun(run) = item {
                    add_glyphs(&run, (left, top), path);
                }
            }
        }
    }
}

fn is_hangul(char: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&char)
}

#[cfg(test)]
mod tests {
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
        let mut text =
            Typesetter::new(Fonts::bundled()).text("one two three four five six seven eight nine ten", style);
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
}
