//! Lines of flows, with their heads and tails, as drawn paths.
//!
//! Holds: heads are paths of their own, in whole pixels, so that any reader of the file draws them alike; a line ends
//! where its head begins.

use super::symbols::closed;
use super::types::{Mark, Paint};
use crate::base::{Point, Px};
use crate::graph::FlowKind;

const HEAD_LENGTH: Px = 9;
const HEAD_HALF: Px = 4;
/// Radius of the circle at the source of a message flow.
const TAIL: Px = 4;

/// A piece of a flow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub points: &'a [Point],
    pub kind: FlowKind,
    /// Whether it begins at the flow's source.
    pub has_tail: bool,
    /// Whether it ends at the flow's target.
    pub has_head: bool,
}

pub(super) fn flow(piece: Piece<'_>) -> Vec<Mark> {
    let mut points = piece.points.to_vec();
    if points.len() < 2 {
        return Vec::new();
    }
    let has_head = piece.has_head && piece.kind != FlowKind::Association;
    let head = has_head.then(|| head(&mut points, piece.kind));
    let has_tail = piece.has_tail && piece.kind == FlowKind::Message;
    let tail = has_tail.then(|| tail(&mut points));
    let paint = match piece.kind {
        FlowKind::Sequence => Paint::Line,
        FlowKind::Message => Paint::Dashed,
        FlowKind::Association => Paint::Dotted,
    };
    let line = Mark::Path { points, closed: false, paint };
    [Some(line), tail, head].into_iter().flatten().collect()
}

/// The arrow head at the last point; the line is shortened to end at its base.
fn head(points: &mut [Point], kind: FlowKind) -> Mark {
    let last = points.len() - 1;
    let (tip, before) = (points[last], points[last - 1]);
    let (dx, dy) = direction(before, tip);
    let base = Point::new(tip.x - dx * HEAD_LENGTH, tip.y - dy * HEAD_LENGTH);
    points[last] = base;
    let (side_x, side_y) = (dy * HEAD_HALF, dx * HEAD_HALF);
    let corners = [(tip.x, tip.y), (base.x + side_x, base.y + side_y), (base.x - side_x, base.y - side_y)];
    closed(&corners, if kind == FlowKind::Message { Paint::Paper } else { Paint::Solid })
}

/// The open circle at the first point; the line begins at its far side.
fn tail(points: &mut [Point]) -> Mark {
    let (first, next) = (points[0], points[1]);
    let (dx, dy) = direction(first, next);
    points[0] = Point::new(first.x + dx * 2 * TAIL, first.y + dy * 2 * TAIL);
    let centre = Point::new(first.x + dx * TAIL, first.y + dy * TAIL);
    Mark::Circle { centre, radius: TAIL, paint: Paint::Paper }
}

/// The unit step from one point to another: along the longer axis, since lines run along axes.
fn direction(from: Point, to: Point) -> (Px, Px) {
    let (dx, dy) = (to.x.saturating_sub(from.x), to.y.saturating_sub(from.y));
    if dx.saturating_abs() >= dy.saturating_abs() { (dx.signum(), 0) } else { (0, dy.signum()) }
}
