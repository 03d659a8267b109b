//! Pictures made for a test.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// A picture with as much in it as a photo has: soft shapes, and noise that no format makes small without loss.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = u8::try_from(state >> 27).unwrap_or_default();
        let shade = |length: u32, of: u32| u8::try_from(length * 200 / of).unwrap_or_default();
        Rgb([shade(x, width) + noise, shade(y, height) + noise, 90 + noise])
    })
}

/// A PNG of any size.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgb8(photo(width, height)), ImageFormat::Png)
}

/// A PNG that one can see through.
pub(crate) fn clear_png(width: u32, height: u32) -> Vec<u8> {
    let solid = photo(width, height);
    let clear = RgbaImage::from_fn(width, height, |x, y| {
        let Rgb([red, green, blue]) = *solid.get_pixel(x, y);
        Rgba([red, green, blue, if x < width / 2 { 0 } else { 200 }])
    });
    encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png)
}

/// A JPEG of any size.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgb8(photo(width, height)), ImageFormat::Jpeg)
}

/// A JPEG whose camera was turned to the right; shown, its width is the given height.
pub(crate) fn turned_jpeg(width: u32, height: u32) -> Vec<u8> {
    // Exif of one entry: orientation 6.
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    with_segment(&jpeg(width, height), 0xe1, exif)
}

/// A JPEG in the colors of a profile.
pub(crate) fn profiled_jpeg(width: u32, height: u32, profile: &[u8]) -> Vec<u8> {
    let segment = [b"ICC_PROFILE\0\x01\x01".as_slice(), profile].concat();
    with_segment(&jpeg(width, height), 0xe2, &segment)
}

fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("a short segment");
    [&jpeg[..2], &[0xff, marker], &length.to_be_bytes(), content, &jpeg[2..]].concat()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("encoded");
    bytes
}
