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
mod tests;
