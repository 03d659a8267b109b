//! Icons made of pixels.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder};
use resvg::tiny_skia::{IntSize, Pixmap, PremultipliedColorU8};

/// Pixels in one direction of an icon that nobody draws.
const MOST_PIXELS: u32 = 4096;

/// The pixels of a PNG.
pub(super) fn read(bytes: &[u8]) -> Result<Pixmap, String> {
    let decoder = PngDecoder::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions();
    if MOST_PIXELS < width.max(height) {
        return Err(format!("{width} × {height} pixels are too many"));
    }
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?.into_rgba8();
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let part = |part: u8| u8::try_from((u16::from(part) * u16::from(alpha) + 127) / 255).unwrap_or(alpha);
        pixel.0 = [part(red), part(green), part(blue), alpha];
    }
    let size = IntSize::from_wh(width, height).ok_or("it has no pixels")?;
    Pixmap::from_vec(pixels.into_raw(), size).ok_or_else(|| "it has no pixels".to_owned())
}

/// The same picture, so wide or so high; `None` if it is of no size.
pub(super) fn scaled(picture: &Pixmap, size: u32) -> Option<Pixmap> {
    let (width, height) = (picture.width(), picture.height());
    let part = |length: u32| {
        let scaled = u64::from(length) * u64::from(size) / u64::from(width.max(height)).max(1);
        u32::try_from(scaled).unwrap_or(size).max(1)
    };
    let source = ImageRef::new(width, height, picture.data(), PixelType::U8x4).ok()?;
    let mut target = Image::new(part(width), part(height), PixelType::U8x4);
    // Alpha is in the colors already.
    let options = fast_image_resize::ResizeOptions::new().use_alpha(false);
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    let mut scaled = Pixmap::from_vec(target.into_vec(), IntSize::from_wh(part(width), part(height))?)?;
    // Sharpening filters may leave a color a little brighter than its alpha allows.
    for pixel in scaled.pixels_mut() {
        let alpha = pixel.alpha();
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(|part| part.min(alpha));
        *pixel = PremultipliedColorU8::from_rgba(red, green, blue, alpha)?;
    }
    Some(scaled)
}
