//! PNG: a scene, transcribed into pixels, for whatever takes no SVG: a letter, a message, a preview of a link.
//!
//! In: a [`Scene`] or a [`Card`], the theme's colours in light. Out: a file with a palette, opaque.
//! Holds: letters are drawn from the bundled face's own outlines, and all sums are plain, so that every machine makes
//! the same bytes.
//! Absent on purpose: what a drawing means; where anything lies; links and names, which pixels cannot hold.

mod canvas;
mod palette;
#[cfg(test)]
mod tests;

use crate::base::Size;
use crate::scene::{Card, Scene};
use crate::theme::Drawing;
use canvas::Canvas;

/// Dots of a picture for each pixel of a drawing: sharp on paper and on a fine screen.
const DENSITY: u32 = 2;

/// As many dots as a picture may have; a larger drawing gets one dot a pixel, or none.
const DOTS_MAX: u64 = 200_000_000;

/// The whole drawing, its sheets under one another, at its natural size. `None` where it is too large for a picture.
pub fn render(scene: &Scene, theme: &Drawing) -> Option<Vec<u8>> {
    let density = [DENSITY, 1].into_iter().find(|density| dots(scene.size, *density) <= DOTS_MAX)?;
    let mut canvas = Canvas::new(scene.size, density, theme)?;
    for sheet in &scene.sheets {
        canvas.sheet(sheet, [sheet.rect.x as f32, sheet.rect.y as f32], 1.0);
    }
    canvas.encode(density)
}

fn dots(size: Size, density: u32) -> u64 {
    let side = |px: i32| u64::from(px.max(1).unsigned_abs()) * u64::from(density);
    side(size.w) * side(size.h)
}

/// A card of its own size, dot for pixel.
pub fn card(card: &Card<'_>, theme: &Drawing) -> Option<Vec<u8>> {
    let mut canvas = Canvas::new(card.size, 1, theme)?;
    if let Some(picture) = &card.picture {
        let scale = picture.place.w as f32 / picture.view.w.max(1) as f32;
        let at = [
            picture.place.x as f32 - picture.view.x as f32 * scale,
            picture.place.y as f32 - picture.view.y as f32 * scale,
        ];
        canvas.parts(picture.sheet.parts.iter().filter(|part| picture.shows(part)), at, scale);
    }
    canvas.marks(&card.marks);
    canvas.encode(1)
}
