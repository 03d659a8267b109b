//! Letters as paths.

use parley::layout::GlyphRun;
use resvg::tiny_skia::PathBuilder;
use skrifa::instance::{LocationRef, NormalizedCoord, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Adds the outlines of letters that stand together to a path.
pub(super) fn add_glyphs(run: &GlyphRun<'_, ()>, (left, top): (f32, f32), path: &mut PathBuilder) {
    let font = run.run().font();
    let Ok(face) = FontRef::from_index(font.data.as_ref(), font.index) else { return };
    let outlines = face.outline_glyphs();
    let coordinates: Vec<NormalizedCoord> = run
        .run()
        .normalized_coords()
        .iter()
        .map(|coordinate| NormalizedCoord::from_bits(coordinate.to_bits()))
        .collect();
    let size = Size::new(run.run().font_size());
    for glyph in run.positioned_glyphs() {
        let Some(outline) = outlines.get(GlyphId::new(glyph.id)) else { continue };
        let mut pen = Pen { path, left: left + glyph.x, baseline: top + glyph.y };
        // A letter that cannot be drawn leaves its room empty; bundled fonts have none.
        let _ = outline.draw(DrawSettings::unhinted(size, LocationRef::new(&coordinates)), &mut pen);
    }
}

/// Moves an outline to its place, and turns it over: fonts count upwards, pictures downwards.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    left: f32,
    baseline: f32,
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.left + x, self.baseline - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.left + x, self.baseline - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.left + cx, self.baseline - cy, self.left + x, self.baseline - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (left, baseline) = (self.left, self.baseline);
        self.path.cubic_to(left + ax, baseline - ay, left + bx, baseline - by, left + x, baseline - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
