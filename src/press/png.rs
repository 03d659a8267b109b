//! Drawn pictures as PNG files of few colors, which are a third as large as others.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use resvg::tiny_skia::Pixmap;

/// As many as a palette has room for.
const MOST_COLORS: usize = 256;

/// How many bits of a color's parts count, if there are too many colors: nobody sees the edge of a letter a shade darker.
const COARSER: [u32; 3] = [8, 5, 4];

/// A color with its alpha, not multiplied with it.
type Rgba = [u8; 4];

/// The file of a picture. The same picture gives the same bytes.
pub(super) fn encode(picture: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let colors: Vec<Rgba> = picture
        .pixels()
        .iter()
        .map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        })
        .collect();
    let (width, height) = (picture.width(), picture.height());
    match COARSER.into_iter().find_map(|bits| palette(&colors, bits)) {
        Some(palette) => palette.encode(width, height),
        None => {
            let mut file = Vec::new();
            let mut encoder = Encoder::new(&mut file, width, height);
            encoder.set_color(ColorType::Rgba);
            encoder.set_depth(BitDepth::Eight);
            encoder.set_compression(Compression::Balanced);
            encoder.write_header()?.write_image_data(&colors.concat())?;
            Ok(file)
        }
    }
}

struct Palette {
    colors: Vec<Rgba>,
    /// Of each pixel.
    places: Vec<u8>,
}

/// Colors that are alike in their first bits become the one of them that is seen most; `None` if too many are left.
fn palette(pixels: &[Rgba], bits: u32) -> Option<Palette> {
    let mask = u8::MAX << (8 - bits);
    let mut groups: HashMap<Rgba, u8> = HashMap::new();
    let mut shades: Vec<HashMap<Rgba, u32>> = Vec::new();
    let mut places = Vec::with_capacity(pixels.len());
    let mut last = None;
    for run in pixels.chunk_by(|one, other| one == other) {
        let &[red, green, blue, alpha] = run.first()?;
        let group = [red & mask, green & mask, blue & mask, alpha & mask];
        let place = match last {
            Some((known, place)) if known == group => place,
            _ => match groups.get(&group) {
                Some(place) => *place,
                None if shades.len() < MOST_COLORS => {
                    let place = u8::try_from(shades.len()).ok()?;
                    groups.insert(group, place);
                    shades.push(HashMap::new());
                    place
                }
                None => return None,
            },
        };
        last = Some((group, place));
        let count = u32::try_from(run.len()).unwrap_or(u32::MAX);
        *shades.get_mut(usize::from(place))?.entry([red, green, blue, alpha]).or_default() += count;
        places.resize(places.len() + run.len(), place);
    }
    let most_seen = |shades: HashMap<Rgba, u32>| shades.into_iter().max_by_key(|(color, count)| (*count, *color));
    let colors = shades.into_iter().filter_map(|shades| most_seen(shades).map(|(color, _)| color));
    Some(Palette { colors: colors.collect(), places })
}

impl Palette {
    fn encode(&self, width: u32, height: u32) -> Result<Vec<u8>, EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, width, height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(
            self.colors.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<u8>>(),
        );
        if self.colors.iter().any(|[.., alpha]| *alpha < u8::MAX) {
            encoder.set_trns(self.colors.iter().map(|[.., alpha]| *alpha).collect::<Vec<u8>>());
        }
        encoder.set_compression(Compression::Balanced);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&self.places)?;
        Ok(file)
    }
}
