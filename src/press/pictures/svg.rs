//! How large a drawing is shown: as its first tag says.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::size::Size;
use crate::press::diagnostic::PictureProblem;

/// A drawing without a width is as wide as there is room; this is more than there is.
const ALL_WIDTH: f64 = 1200.0;

/// What browsers take for the size of a drawing that says nothing.
const DEFAULT: (f64, f64) = (300.0, 150.0);

/// Reads `width`, `height` and `viewBox` of the outermost element.
pub(super) fn size(bytes: &[u8]) -> Result<Size, PictureProblem> {
    let mut reader = Reader::from_reader(bytes);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "svg" => return of_tag(&tag),
            Ok(Event::Start(_) | Event::Empty(_) | Event::Eof) | Err(_) => return Err(PictureProblem::NoPicture),
            Ok(_) => {}
        }
    }
}

fn of_tag(tag: &BytesStart<'_>) -> Result<Size, PictureProblem> {
    let value = |name: &str| {
        let attribute = tag.attributes().with_checks(false).flatten().find(|found| found.key.as_ref() == name)?;
        Some(attribute.value.into_owned())
    };
    let box_of_view = value("viewBox").and_then(|text| view_box(&text));
    let size = match (value("width").and_then(|text| length(&text)), value("height").and_then(|text| length(&text))) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, box_of_view.map_or(DEFAULT.1, |(wide, high)| width * high / wide)),
        (None, Some(height)) => (box_of_view.map_or(DEFAULT.0, |(wide, high)| height * wide / high), height),
        (None, None) => box_of_view.map_or(DEFAULT, |(wide, high)| (ALL_WIDTH, ALL_WIDTH * high / wide)),
    };
    Ok(Size { width: pixels(size.0), height: pixels(size.1), format: None })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is too large is no size")]
fn pixels(length: f64) -> u32 {
    length.round().max(1.0) as u32
}

/// A length in CSS pixels; `None` for a part of the room there is, and for what is no length.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|char: char| !matches!(char, '0'..='9' | '.' | '+' | '-' | 'e' | 'E')).unwrap_or(text.len());
    // `em` and `ex` begin with what may be an exponent.
    let digits = text.get(..end)?.trim_end_matches(['e', 'E']);
    let number: f64 = digits.parse().ok()?;
    let pixels = match text.get(digits.len()..)?.trim().to_ascii_lowercase().as_str() {
        "" | "px" => number,
        "pt" => number * 96.0 / 72.0,
        "pc" => number * 16.0,
        "in" => number * 96.0,
        "cm" => number * 96.0 / 2.54,
        "mm" => number * 96.0 / 25.4,
        "em" | "rem" => number * 16.0,
        "ex" => number * 8.0,
        _ => return None,
    };
    (pixels.is_finite() && 0.0 < pixels).then_some(pixels)
}

/// Width and height of `min-x min-y width height`.
fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers: Option<Vec<f64>> = text
        .split(|char: char| char.is_ascii_whitespace() || char == ',')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let [_, _, width, height] = numbers?[..] else { return None };
    let is_length = |number: f64| number.is_finite() && 0.0 < number;
    (is_length(width) && is_length(height)).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tag: &str) -> Option<(u32, u32)> {
        size(tag.as_bytes()).ok().map(|size| (size.width, size.height))
    }

    #[test]
    fn sizes_are_those_browsers_take() {
        for (tag, expected) in [
            ("<svg width='40' height=\"30px\"/>", Some((40, 30))),
            (
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><!-- c -->\n<svg width='1in' height='72pt'>",
                Some((96, 96)),
            ),
            ("<svg:svg viewBox='0 0 200 100'>", Some((1200, 600))),
            ("<svg viewBox='0,0,200,100' width='50%' height='auto'>", Some((1200, 600))),
            ("<svg viewBox='0 0 200 100' width='20em'>", Some((320, 160))),
            ("<svg viewBox='0 0 200 100' height='1e2'>", Some((200, 100))),
            ("<svg viewBox='0 0 0 100'>", Some((300, 150))),
            ("<svg width='nan' height='-4'>", Some((300, 150))),
            ("<svg", None),
            ("<html><svg width='1' height='1'>", None),
        ] {
            assert_eq!(shown(tag), expected, "{tag}");
        }
    }
}
