//! The site's icon in the sizes that systems ask for.
//!
//! An `icon.svg` or `icon.png` beside the settings is the blog's own; else there is Lectern's. Systems cut icons into
//! shapes of their own: what is filled for them keeps all that matters inside of the circle that none of them cuts.

use std::path::Path;
use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, PixmapPaint, PremultipliedColorU8, Transform};
use resvg::usvg::{self, Tree};

use super::attempt::attempt;
use super::diagnostic::{Diagnostic, PictureProblem, Problem};
use super::files;
use super::theme_colors::Rgb;

mod bitmap;

/// The icon of blogs that have none.
const BUILT_IN: &[u8] = include_bytes!("../icon.svg");

/// The names of a blog's own, the first before the second.
const OWN: [(&str, Format); 2] = [("icon.svg", Format::Svg), ("icon.png", Format::Png)];

/// Bytes of an icon that nobody draws.
const LARGEST: u64 = 2_000_000;

/// Large enough to tell whether there is anything to see.
const TRIAL: u32 = 64;

/// The part of a picture's half width that is never cut off.
const SAFE: f32 = 0.8;

/// A picture that can be drawn in any size.
#[derive(Clone)]
pub struct Icon {
    drawing: Drawing,
    /// The file, if it is the blog's own.
    pub own: Option<OwnIcon>,
}

/// The file of an icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIcon {
    /// All of it.
    pub bytes: Vec<u8>,
    /// What it is.
    pub format: Format,
}

/// What an icon may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Drawn anew for each size.
    Svg,
    /// Made larger or smaller.
    Png,
}

#[derive(Clone)]
enum Drawing {
    Svg(Arc<Tree>),
    Png(Arc<Pixmap>),
}

impl Format {
    /// How names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
        }
    }

    /// What hosts call it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Svg => "image/svg+xml",
            Format::Png => "image/png",
        }
    }
}

impl Icon {
    /// The icon of a project. What is wrong with the blog's own is told.
    pub fn of_project(project: &Path, diagnostics: &mut Vec<Diagnostic>) -> Icon {
        let Some((name, format)) = OWN.into_iter().find(|(name, _)| project.join(name).is_file()) else {
            return Icon::built_in();
        };
        let drawn = files::read(&project.join(name), LARGEST).map_err(|error| error.cause()).and_then(|bytes| {
            let icon = Icon { drawing: read(&bytes, format)?, own: Some(OwnIcon { bytes, format }) };
            match icon.draw(TRIAL).pixels().iter().any(|pixel| 0 < pixel.alpha()) {
                true => Ok(icon),
                false => {
                    Err("nothing of it can be seen; letters must be outlines, and pictures inside of it".to_owned())
                }
            }
        });
        drawn.unwrap_or_else(|cause| {
            diagnostics.push(Diagnostic::of_file(name, Problem::Picture(PictureProblem::BadIcon { cause })));
            Icon::built_in()
        })
    }

    fn built_in() -> Icon {
        let drawing = read(BUILT_IN, Format::Svg).unwrap_or_else(|_| Drawing::Png(Arc::new(blank(1))));
        Icon { drawing, own: None }
    }

    /// The icon as it is, so wide and high.
    pub fn draw(&self, size: u32) -> Pixmap {
        self.draw_within(size, size as f32, None)
    }

    /// The icon on a ground that fills all of the square, for systems that cut a shape out of it. The ground is that of the
    /// icon itself if it has one, else the given color.
    pub fn draw_filled(&self, size: u32, paper: Rgb) -> Pixmap {
        let plain = self.draw(size);
        let [red, green, blue] = paper;
        let ground = ground(&plain).unwrap_or_else(|| Color::from_rgba8(red, green, blue, u8::MAX));
        let reach = reach(&plain, ground);
        let inside = (SAFE / reach.max(f32::EPSILON)).min(1.0);
        self.draw_within(size, size as f32 * inside, Some(ground))
    }

    fn draw_within(&self, size: u32, inside: f32, ground: Option<Color>) -> Pixmap {
        let mut picture = blank(size);
        if let Some(ground) = ground {
            picture.fill(ground);
        }
        let margin = (size as f32 - inside) / 2.0;
        match &self.drawing {
            Drawing::Svg(tree) => {
                let (width, height) = (tree.size().width(), tree.size().height());
                let scale = inside / width.max(height);
                let (left, top) = (margin + (inside - width * scale) / 2.0, margin + (inside - height * scale) / 2.0);
                let transform = Transform::from_translate(left, top).pre_scale(scale, scale);
                resvg::render(tree, transform, &mut picture.as_mut());
            }
            Drawing::Png(pixels) => {
                if let Some(scaled) = bitmap::scaled(pixels, inside.round() as u32) {
                    let (left, top) = ((size - scaled.width()) / 2, (size - scaled.height()) / 2);
                    let (left, top) = (i32::try_from(left).unwrap_or(0), i32::try_from(top).unwrap_or(0));
                    let paint = PixmapPaint::default();
                    picture.draw_pixmap(left, top, scaled.as_ref(), &paint, Transform::identity(), None);
                }
            }
        }
        picture
    }
}

fn read(bytes: &[u8], format: Format) -> Result<Drawing, String> {
    let read = attempt(|| match format {
        Format::Svg => {
            let mut options = usvg::Options::default();
            // Nothing but the file itself: no other file, and no other site.
            options.image_href_resolver.resolve_string = Box::new(|_, _| None);
            let tree = Tree::from_data(bytes, &options).map_err(|error| error.to_string())?;
            Ok(Drawing::Svg(Arc::new(tree)))
        }
        Format::Png => bitmap::read(bytes).map(|pixels| Drawing::Png(Arc::new(pixels))),
    });
    read.unwrap_or_else(|| Err("its reader fails".to_owned()))
}

/// The color of an icon that fills its square: it is the same in the middle of all four edges.
fn ground(icon: &Pixmap) -> Option<Color> {
    let (end, middle) = (icon.width().checked_sub(2)?, icon.width() / 2);
    let edges = [(middle, 1), (middle, end), (1, middle), (end, middle)].map(|(x, y)| icon.pixel(x, y));
    let first = edges[0].filter(|pixel| pixel.alpha() == u8::MAX)?;
    let is_one = edges.iter().all(|pixel| pixel.is_some_and(|pixel| is_like(pixel, first)));
    is_one.then(|| Color::from_rgba8(first.red(), first.green(), first.blue(), u8::MAX))
}

/// How far from its middle an icon has something to see on a ground, in halves of its width.
fn reach(icon: &Pixmap, ground: Color) -> f32 {
    let ground = ground.premultiply().to_color_u8();
    let half = icon.width() as f32 / 2.0;
    let rows = icon.pixels().chunks_exact(usize::try_from(icon.width()).unwrap_or(1).max(1));
    let seen = rows.enumerate().flat_map(|(y, row)| {
        let row = row.iter().enumerate().filter(|(_, pixel)| !is_like(over(**pixel, ground), ground));
        row.map(move |(x, _)| ((x as f32 + 0.5 - half) / half).hypot((y as f32 + 0.5 - half) / half))
    });
    seen.fold(0.0, f32::max)
}

/// A color on a ground that is seen through it.
fn over(color: PremultipliedColorU8, ground: PremultipliedColorU8) -> PremultipliedColorU8 {
    let through = u16::from(u8::MAX - color.alpha());
    let mixed = |color: u8, ground: u8| {
        u8::try_from(u16::from(color) + (u16::from(ground) * through + 127) / 255).unwrap_or(u8::MAX)
    };
    let [red, green, blue] =
        [(color.red(), ground.red()), (color.green(), ground.green()), (color.blue(), ground.blue())]
            .map(|(color, ground)| mixed(color, ground));
    PremultipliedColorU8::from_rgba(red, green, blue, u8::MAX).unwrap_or(ground)
}

fn is_like(one: PremultipliedColorU8, other: PremultipliedColorU8) -> bool {
    let parts = |color: PremultipliedColorU8| [color.red(), color.green(), color.blue(), color.alpha()];
    parts(one).iter().zip(parts(other)).all(|(one, other)| one.abs_diff(other) < 12)
}

/// A square through which one sees all.
fn blank(size: u32) -> Pixmap {
    // Only a size of 0, and one of more than the memory, have no picture.
    Pixmap::new(size.max(1), size.max(1)).unwrap_or_else(|| blank(1))
}
