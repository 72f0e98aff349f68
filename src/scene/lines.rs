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

/// How far a bridge reaches before and behind the line under it, how far up, and how far it is from an end or a bend.
const JUMP_HALF: Px = 6;
const JUMP_HEIGHT: Px = 5;
const JUMP_CLEAR: Px = 2;

/// A stretch of a line that runs up or down: what others may have to cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Upright {
    x: Px,
    top: Px,
    bottom: Px,
}

/// Every stretch of a line that runs up or down.
pub(super) fn uprights(points: &[Point]) -> impl Iterator<Item = Upright> {
    let stretches = points.windows(2).filter(|pair| pair[0].x == pair[1].x && pair[0].y != pair[1].y);
    stretches.map(|pair| Upright { x: pair[0].x, top: pair[0].y.min(pair[1].y), bottom: pair[0].y.max(pair[1].y) })
}

/// A piece of a flow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub points: &'a [Point],
    pub kind: FlowKind,
    /// Whether it begins at the flow's source.
    pub has_tail: bool,
    /// Whether it ends at the flow's target.
    pub has_head: bool,
    /// What its level stretches jump over.
    pub under: &'a [Upright],
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
    let line = Mark::Path { points: with_jumps(&points, piece.under), closed: false, paint };
    [Some(line), tail, head].into_iter().flatten().collect()
}

/// The line with a bridge over every line that it crosses where there is room for one; over lines close to one another
/// one bridge.
fn with_jumps(points: &[Point], under: &[Upright]) -> Vec<Point> {
    let mut out: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if from.y == to.y {
            let ahead = (to.x - from.x).signum();
            let (low, high) = (from.x.min(to.x) + JUMP_HALF + JUMP_CLEAR, from.x.max(to.x) - JUMP_HALF - JUMP_CLEAR);
            let is_met = |line: &&Upright| (low..=high).contains(&line.x) && line.top < from.y && from.y < line.bottom;
            let mut met: Vec<Px> = under.iter().filter(is_met).map(|line| line.x).collect();
            met.sort_by_key(|x| x * ahead);
            met.dedup();
            for bridge in met.chunk_by(|a, b| (b - a).abs() <= 2 * JUMP_HALF + JUMP_CLEAR) {
                out.extend(self::bridge(bridge[0], bridge[bridge.len() - 1], from.y, ahead));
            }
        }
        out.push(to);
    }
    out
}

/// The corners of a bridge over what lies from one place to another.
fn bridge(first: Px, last: Px, y: Px, ahead: Px) -> [Point; 4] {
    let (foot, shoulder) = (ahead * JUMP_HALF, ahead * (JUMP_HALF - JUMP_HEIGHT + 1));
    [
        Point::new(first - foot, y),
        Point::new(first - shoulder, y - JUMP_HEIGHT),
        Point::new(last + shoulder, y - JUMP_HEIGHT),
        Point::new(last + foot, y),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn points(all: &[(Px, Px)]) -> Vec<Point> {
        all.iter().map(|&(x, y)| Point::new(x, y)).collect()
    }

    fn under(xs: &[Px]) -> Vec<Upright> {
        xs.iter().flat_map(|&x| uprights(&points(&[(x, 0), (x, 100)])).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn a_level_line_jumps_over_what_it_crosses_in_either_direction() {
        let bridge = [(44, 50), (48, 45), (52, 45), (56, 50)];
        let there = with_jumps(&points(&[(0, 50), (100, 50)]), &under(&[50]));
        assert_eq!(there[1..5], points(&bridge));
        let back = with_jumps(&points(&[(100, 50), (0, 50)]), &under(&[50]));
        assert_eq!(back[1..5].iter().rev().copied().collect::<Vec<_>>(), points(&bridge));
    }

    #[test]
    fn lines_close_together_share_a_bridge() {
        assert_eq!(with_jumps(&points(&[(0, 50), (200, 50)]), &under(&[50, 60, 120])).len(), 2 + 2 * 4);
    }

    #[test]
    fn what_is_not_crossed_or_too_near_an_end_is_passed_plainly() {
        let line = points(&[(0, 50), (100, 50), (100, 90)]);
        assert_eq!(with_jumps(&line, &under(&[4, 97, 100, 300])), line, "no room, a bend, not met");
        let touching = [Upright { x: 50, top: 50, bottom: 80 }];
        assert_eq!(with_jumps(&line, &touching), line, "a line that begins here is not crossed");
    }
}
