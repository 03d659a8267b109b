//! How large a picture is shown, from the first bytes of its file.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat};
use imagesize::ImageType;

use super::svg;
use crate::press::attempt::attempt;
use crate::press::diagnostic::PictureProblem;

/// Width and height in CSS pixels, and what may be done with the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// As it is shown.
    pub width: u32,
    /// As it is shown.
    pub height: u32,
    /// What smaller copies can be made of; `None` for drawings, animations and what no library reads.
    pub format: Option<ImageFormat>,
}

/// So much of a file has its size: all but a few cameras' photos, which have a preview of themselves before it.
pub const BEGINNING: u64 = 128 * 1024;

/// No picture is wider or higher, whatever its file says.
const LARGEST: u32 = 100_000;

/// Reads the size from the beginning of a file, or all of it.
pub fn size(bytes: &[u8]) -> Result<Size, PictureProblem> {
    let size = attempt(|| if is_markup(bytes) { svg::size(bytes) } else { raster(bytes) });
    let size = size.unwrap_or(Err(PictureProblem::NoPicture))?;
    let is_possible = |length: u32| (1..=LARGEST).contains(&length);
    if is_possible(size.width) && is_possible(size.height) { Ok(size) } else { Err(PictureProblem::NoPicture) }
}

/// Whether a file is text with tags; all other pictures begin with other signs.
pub fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"<")
}

fn raster(bytes: &[u8]) -> Result<Size, PictureProblem> {
    let kind = imagesize::image_type(bytes).map_err(|_| PictureProblem::NoPicture)?;
    let format = match kind {
        ImageType::Jpeg => return jpeg(bytes),
        ImageType::Png => Some(ImageFormat::Png),
        ImageType::Webp => Some(ImageFormat::WebP),
        ImageType::Tiff => return Err(PictureProblem::NotForBrowsers { format: "TIFF" }),
        ImageType::Heif(compression) if compression != imagesize::Compression::Av1 => {
            return Err(PictureProblem::NotForBrowsers { format: "HEIC" });
        }
        _ => None,
    };
    let size = imagesize::blob_size(bytes).map_err(|_| PictureProblem::NoPicture)?;
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Size { width: length(size.width), height: length(size.height), format })
}

/// A photo may say that its camera was turned; browsers turn it back.
fn jpeg(bytes: &[u8]) -> Result<Size, PictureProblem> {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| PictureProblem::NoPicture)?;
    let (width, height) = decoder.dimensions();
    let is_turned = is_on_its_side(decoder.orientation().unwrap_or(Orientation::NoTransforms));
    let (width, height) = if is_turned { (height, width) } else { (width, height) };
    Ok(Size { width, height, format: Some(ImageFormat::Jpeg) })
}

/// Whether width and height change places when a picture is turned as it says.
pub fn is_on_its_side(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}
