//! A card, drawn.

use resvg::tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, PixmapPaint, Rect, Transform};
use unicode_general_category::{GeneralCategory as Category, get_general_category};

use super::card::{Card, ICON, Look};
use super::text::{LongWords, Style, Text, Typesetter};
use super::title::{fit, fit_line, fit_lines};
use crate::press::theme_colors::Rgb;

/// What networks ask for.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// Between the text and the edges.
const MARGIN: f32 = 84.0;

/// What there is for text between the margins.
const WIDTH: f32 = SIZE.0 as f32 - 2.0 * MARGIN;

/// Where the title may stand, from the top.
const TITLE: (f32, f32) = (60.0, 444.0);

/// The middle of the line at the bottom.
const FOOT: f32 = 538.0;

/// A colored edge where the text begins.
const EDGE: f32 = 20.0;

/// A title that the fonts at hand cannot draw, and the characters that they lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missing(pub(super) String);

/// Draws a card; `None` if there is no memory for it.
pub(super) fn draw(card: &Card, look: &Look, typesetter: &mut Typesetter) -> Result<Option<Pixmap>, Missing> {
    let whole = drawable_part(&card.title, &card.lang, typesetter)?;
    let Some(mut picture) = Pixmap::new(SIZE.0, SIZE.1) else { return Ok(None) };
    let room = TITLE.1 - TITLE.0;
    let mut below = (!card.text.is_empty()).then(|| below(card, typesetter));
    let gap = below.as_ref().map_or(0.0, |text| text.height() + 26.0);
    let mut title = fit(typesetter, &whole, &card.lang, (WIDTH, room - gap));
    let is_right_to_left = title.is_right_to_left();
    let page = Page { is_right_to_left };

    fill(&mut picture, look.paper);
    page.rectangle(&mut picture, (0.0, 0.0, EDGE, SIZE.1 as f32), look.accent);
    page.rectangle(&mut picture, (MARGIN, 474.0, WIDTH, 2.0), look.rule);
    let top = TITLE.0 + (room - gap - title.height()) / 2.0;
    let height = title.height();
    page.text(&mut picture, &mut title, (MARGIN, top), look.ink);
    if let Some(text) = &mut below {
        page.text(&mut picture, text, (MARGIN, top + height + 26.0), look.soft);
    }
    page.foot(&mut picture, card, look, typesetter);
    Ok(Some(picture))
}

/// A title without signs that no font has, such as an emoji of this year. A letter among them is [`Missing`].
fn drawable_part(title: &str, lang: &str, typesetter: &mut Typesetter) -> Result<String, Missing> {
    let style = Style { size: 10.0, leading: 1.0, long_words: LongWords::Whole, lang };
    let missing = typesetter.text(title, style).missing();
    if missing.is_empty() {
        return Ok(title.to_owned());
    }
    let characters = missing.iter().filter_map(|range| title.get(range.clone())).flat_map(str::chars);
    let mut letters: Vec<char> = characters.filter(|char| !is_sign(*char)).collect();
    letters.sort_unstable();
    letters.dedup();
    if !letters.is_empty() {
        return Err(Missing(letters.into_iter().collect()));
    }
    let is_seen = |place: usize| !missing.iter().any(|range| range.contains(&place));
    let seen: String = title.char_indices().filter(|(place, _)| is_seen(*place)).map(|(_, char)| char).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    if words.is_empty() { Err(Missing(title.to_owned())) } else { Ok(words.join(" ")) }
}

/// Whether a title can be read without it.
fn is_sign(char: char) -> bool {
    matches!(
        get_general_category(char),
        Category::OtherSymbol
            | Category::ModifierSymbol
            | Category::Format
            | Category::Control
            | Category::Unassigned
            | Category::PrivateUse
    )
}

fn below(card: &Card, typesetter: &mut Typesetter) -> Text {
    let style = Style { size: 36.0, leading: 1.4, long_words: LongWords::Broken, lang: &card.lang };
    let mut text = fit_lines(typesetter, &card.text, style, (WIDTH, f32::INFINITY), 3);
    text.balance(WIDTH);
    text
}

/// The sides of a picture: all that stands on the left for most stands on the right for others.
struct Page {
    is_right_to_left: bool,
}

impl Page {
    /// The icon and the name of the site where lines begin, the author where they end.
    fn foot(&self, picture: &mut Pixmap, card: &Card, look: &Look, typesetter: &mut Typesetter) {
        let icon = ICON as f32;
        let left = self.left(MARGIN, icon).round() as i32;
        let top = (FOOT - icon / 2.0).round() as i32;
        picture.draw_pixmap(left, top, look.icon.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
        let style = |size| Style { size, leading: 1.4, long_words: LongWords::Whole, lang: &card.lang };
        let indent = icon + 22.0;
        let room = WIDTH - indent;
        let mut author = fit_line(typesetter, &card.author, style(30.0), room * 0.45);
        let rest = if card.author.is_empty() { room } else { room - author.width() - 40.0 };
        let mut name = fit_line(typesetter, &card.name, style(34.0), rest);
        if name.missing().is_empty() {
            let top = FOOT - name.height() / 2.0;
            self.text(picture, &mut name, (MARGIN + indent, top), look.ink);
        }
        if author.missing().is_empty() && !card.author.is_empty() {
            let start = MARGIN + WIDTH - author.width();
            let top = FOOT - author.height() / 2.0;
            self.text(picture, &mut author, (start, top), look.soft);
        }
    }

    /// A text whose lines begin so far from where all lines begin.
    fn text(&self, picture: &mut Pixmap, text: &mut Text, (start, top): (f32, f32), color: Rgb) {
        let mut path = PathBuilder::new();
        let left = self.left(start, text.box_width());
        text.outline((left, top), &mut path);
        if let Some(path) = path.finish() {
            picture.fill_path(&path, &paint(color), FillRule::Winding, Transform::identity(), None);
        }
    }

    fn rectangle(&self, picture: &mut Pixmap, (start, top, width, height): (f32, f32, f32, f32), color: Rgb) {
        if let Some(rectangle) = Rect::from_xywh(self.left(start, width), top, width, height) {
            picture.fill_rect(rectangle, &paint(color), Transform::identity(), None);
        }
    }

    fn left(&self, start: f32, width: f32) -> f32 {
        if self.is_right_to_left { SIZE.0 as f32 - start - width } else { start }
    }
}

fn fill(picture: &mut Pixmap, [red, green, blue]: Rgb) {
    picture.fill(Color::from_rgba8(red, green, blue, u8::MAX));
}

fn paint([red, green, blue]: Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, u8::MAX);
    paint
}
