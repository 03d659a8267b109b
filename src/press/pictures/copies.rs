//! Smaller copies of a large picture, as WebP.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageResult, Limits, RgbImage, RgbaImage};
use webp::{Encoder, PixelLayout, WebPConfig};

use super::profile;
use super::size::{Size, is_on_its_side};
use crate::bundle::WIDEST_COPY;
use crate::press::attempt::attempt;
use crate::press::diagnostic::PictureProblem;

/// Pictures that are smaller than this, in either way, are sent to every reader as they are.
pub const LARGE: (u32, usize) = (800, 60_000);

/// As many pixels as a picture may have to be decoded: what four bytes for each of them take is still bearable.
pub const MOST_PIXELS: u64 = 60_000_000;

/// Beside the widest copy: widths for phones.
const WIDTHS: [u32; 2] = [960, 480];

/// WebP has no room for more.
const HIGHEST: u32 = 16_383;

/// Bytes that the decoder may ask for beside the pixels.
const MEMORY: u64 = 4 * MOST_PIXELS + 64_000_000;

/// A copy: its width and its file.
pub type Copy = (u32, Vec<u8>);

/// Copies of a picture, smallest first. None if they would not be smaller, or if the picture is one of those that
/// cannot be copied without loss, such as an animation.
pub fn copies(bytes: &[u8], size: Size) -> Result<Vec<Copy>, PictureProblem> {
    let Some(format) = size.format else { return Ok(Vec::new()) };
    if MOST_PIXELS < u64::from(size.width) * u64::from(size.height) {
        return Err(PictureProblem::TooManyPixels { width: size.width, height: size.height });
    }
    let made = attempt(|| match format {
        ImageFormat::Jpeg => make(JpegDecoder::new(Cursor::new(bytes))?, bytes.len(), size, Quality::Photo),
        ImageFormat::Png => {
            let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits())?;
            if decoder.is_apng()? { Ok(Vec::new()) } else { make(decoder, bytes.len(), size, Quality::Screen) }
        }
        _ => {
            let decoder = WebPDecoder::new(Cursor::new(bytes))?;
            if decoder.has_animation() { Ok(Vec::new()) } else { make(decoder, bytes.len(), size, Quality::Photo) }
        }
    });
    match made {
        Some(Ok(copies)) => Ok(copies),
        Some(Err(error)) => Err(PictureProblem::Damaged { cause: error.to_string() }),
        None => Err(PictureProblem::Damaged { cause: "its decoder fails".to_owned() }),
    }
}

/// What a picture most likely shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quality {
    /// A photo: losses go unnoticed.
    Photo,
    /// A screen, with letters that must stay sharp.
    Screen,
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits
}

fn make(mut decoder: impl ImageDecoder, bytes: usize, size: Size, quality: Quality) -> ImageResult<Vec<Copy>> {
    decoder.set_limits(limits())?;
    let orientation = decoder.orientation()?;
    let turned = if is_on_its_side(orientation) { (size.height, size.width) } else { (size.width, size.height) };
    // Only photos are known to be turned from the beginning of their files.
    let is_as_shown = decoder.dimensions() == turned;
    let Some(profile) = profile::of(decoder.icc_profile()?).filter(|_| is_as_shown) else { return Ok(Vec::new()) };
    let decoded = DynamicImage::from_decoder(decoder)?;
    let mut picture = match decoded.color().has_alpha() {
        true => DynamicImage::ImageRgba8(decoded.into_rgba8()),
        false => DynamicImage::ImageRgb8(decoded.into_rgb8()),
    };
    let widest = size.width.min(WIDEST_COPY);
    let mut copies: Vec<Copy> = Vec::new();
    let mut limit = bytes;
    for width in [widest].into_iter().chain(WIDTHS.into_iter().filter(|width| width * 5 <= widest * 4)) {
        let height = height(size, width);
        if HIGHEST < height {
            break;
        }
        let is_first = width == widest;
        let scaled = if is_first && is_on_its_side(orientation) { (height, width) } else { (width, height) };
        let Some(smaller) = scale(&picture, scaled) else { break };
        picture = smaller;
        if is_first {
            picture.apply_orientation(orientation);
        }
        let Some(webp) = encode(&picture, quality) else { break };
        let webp = profile::embed(webp, &profile, (width, height), picture.color().has_alpha());
        if limit <= webp.len() {
            // The picture itself is a choice beside its copies, unless it is too wide for that.
            if is_first && widest == size.width {
                continue;
            }
            break;
        }
        limit = webp.len();
        copies.push((width, webp));
    }
    copies.reverse();
    Ok(copies)
}

fn height(size: Size, width: u32) -> u32 {
    let height = (u64::from(size.height) * u64::from(width) + u64::from(size.width) / 2) / u64::from(size.width).max(1);
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// The picture in another size; `None` if it is in no form that the library knows.
fn scale(picture: &DynamicImage, (width, height): (u32, u32)) -> Option<DynamicImage> {
    let kind = if picture.color().has_alpha() { PixelType::U8x4 } else { PixelType::U8x3 };
    let source = ImageRef::new(picture.width(), picture.height(), picture.as_bytes(), kind).ok()?;
    let mut target = Image::new(width, height, kind);
    Resizer::new().resize(&source, &mut target, None).ok()?;
    let pixels = target.into_vec();
    match kind {
        PixelType::U8x4 => RgbaImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
        _ => RgbImage::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
    }
}

fn encode(picture: &DynamicImage, quality: Quality) -> Option<Vec<u8>> {
    let mut config = WebPConfig::new().ok()?;
    config.quality = if quality == Quality::Photo { 80.0 } else { 85.0 };
    config.use_sharp_yuv = i32::from(quality == Quality::Screen);
    let layout = if picture.color().has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = Encoder::new(picture.as_bytes(), layout, picture.width(), picture.height());
    Some(encoder.encode_advanced(&config).ok()?.to_vec())
}
