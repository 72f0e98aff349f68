//! A line above a drawing that says how its act stands, for who has the file alone.
//!
//! In: a scene, words. Out: the scene with a strip above it. Holds: the drawing keeps its place and its ids, so that
//! views into the file stay what they were.

use super::types::{Mark, Paint, Part, PartRole, Scene, SceneSheet};
use super::words;
use crate::base::{Px, Rect, Size};
use crate::layout::TextBlock;
use crate::text::{Style, Weight};

const TEXT: Px = 14;
const PADDING: Px = 10;
/// As the bands leave it.
const MARGIN: Px = 8;

/// The drawing under a strip with words, with which its description opens.
pub fn under_notice(scene: &Scene, said: &str) -> Scene {
    let Size { w, h } = scene.size;
    let room = w - 2 * MARGIN;
    let block = TextBlock::of(said, Style { size: TEXT, weight: Weight::Bold }, room - 2 * PADDING);
    let strip = Rect::new(MARGIN, MARGIN, room, block.size.h + 2 * PADDING);
    let frame = Mark::Rect { rect: strip, radius: 0, paint: Paint::Paper };
    let shapes = std::iter::once(frame).chain(words::ranged(&block, strip, PADDING)).collect();
    // Ids of elements begin with a letter.
    let part = Part { id: "_notice".to_owned(), role: PartRole::Notice, title: None, link: None, shapes };
    let sheet = Size::new(w, strip.h + 2 * MARGIN);
    let mut noticed = scene.clone();
    noticed.description = format!("{said}. {}", scene.description);
    noticed.size = Size::new(w, h + sheet.h);
    noticed.sheets.push(SceneSheet { rect: Rect::new(0, -sheet.h, sheet.w, sheet.h), parts: vec![part] });
    noticed
}
