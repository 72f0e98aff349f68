//! True outlines: where a straight line meets a shape, in whole pixels.

use super::graph::Shape;
use crate::base::{Px, Size};

/// The distance from a shape's centre to its outline on one side, for a line that runs `offset` beside the centre.
///
/// `along` is the shape's extent in the direction of the line, `across` the other. The centre is the pixel
/// `along / 2`, `across / 2` from the upper left corner; `towards_end` tells the lower right side from the upper left.
pub(super) fn reach(shape: Shape, along: Px, across: Px, offset: Px, towards_end: bool) -> Px {
    let half = along / 2;
    let doubled = i64::from((2 * (across / 2 + offset) - across).abs().min(across));
    let (along, across) = (i64::from(along), i64::from(across));
    let chord = match shape {
        Shape::Box | Shape::Document => along,
        Shape::Diamond => along * (across - doubled) / across,
        Shape::Circle => {
            ((along * along * (across * across - doubled * doubled)) as u64 / (across * across) as u64).isqrt() as i64
        }
    };
    if towards_end { (along + chord + 1) as Px / 2 - half } else { half - (along - chord) as Px / 2 }
}

/// How far beside the centre a line may dock on a side of that extent.
pub(super) fn dock_limit(shape: Shape, along: Px, across: Px) -> Px {
    let flat = |margin: Px| (across / 2 - margin).max(0);
    match shape {
        Shape::Box | Shape::Document => flat(if across >= 32 { 7 } else { 2 }),
        // A line that docks on a slope runs inside the shape's box: never for more than half of it.
        Shape::Diamond => flat(4).min(across * along.min(across) / (2 * along.max(1))),
        Shape::Circle => flat(3).min(across * 2 / 5).min(across * along.min(across) / (2 * along.max(1))),
    }
}

/// The parts of a size on both sides of the centre pixel: left, top, right, bottom.
pub(super) fn halves(size: Size) -> [Px; 4] {
    [size.w / 2, size.h / 2, size.w - size.w / 2, size.h - size.h / 2]
}
