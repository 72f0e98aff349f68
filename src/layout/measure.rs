//! How good a drawing is, in figures that other engines are measured by, too.
//!
//! In: a graph and its [`Layout`]. Out: [`Quality`]; how many pairs of nodes change their order between two drawings.
//! Holds: whole numbers only. Two lines cross where they meet and at least one goes on; not where they meet at a node
//! that both belong to. Each piece of a cut flow counts as a line.

use super::check::check;
use super::graph::SizedGraph;
use super::placed::{Layout, NoteReason, PlacedEdge, Sheet};
use crate::base::{Point, Px, Rect, Size};
use std::collections::BTreeMap;

/// Lines that meet so near a node that both belong to are joined there, and do not cross.
const AT_NODE: i64 = 8;
/// Centres nearer than this have no order: twice two pixels, as centres are doubled to stay whole.
pub(super) const SAME_PLACE: Px = 4;

/// Figures of one drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quality {
    pub nodes: usize,
    /// Lines, pieces of cut flows included.
    pub lines: usize,
    /// Broken hard rules, by [`check`].
    pub defects: usize,
    pub crossings: usize,
    pub bends: usize,
    /// Lines without a bend.
    pub straight: usize,
    /// Of the largest sheet, lanes and headers included.
    pub size: Size,
}

/// Measures a drawing.
pub fn measure(graph: &SizedGraph, layout: &Layout) -> Quality {
    let is_defect = |reason: NoteReason| matches!(reason, NoteReason::Defect(_));
    let defects = check(graph, layout).iter().filter(|note| is_defect(note.reason)).count();
    let mut quality = Quality { defects, ..Quality::default() };
    for sheet in &layout.sheets {
        quality.nodes += sheet.nodes.len();
        quality.lines += sheet.edges.len();
        quality.crossings += crossings(graph, sheet);
        for edge in &sheet.edges {
            let bends = bends(&edge.points);
            quality.bends += bends;
            quality.straight += usize::from(bends == 0);
        }
        let size = sheet.size;
        quality.size = Size::new(quality.size.w.max(size.w), quality.size.h.max(size.h));
    }
    quality
}

/// How many pairs of nodes, and along how many axes, stand in the other order in the second drawing; and how many pairs
/// there are. Nodes are the same where their ids are; only drawings on one sheet can be compared.
pub fn order_flips(before: (&SizedGraph, &Layout), after: (&SizedGraph, &Layout)) -> (usize, usize) {
    let (old, new) = (centres(before), centres(after));
    let both: Vec<(Point, Point)> = old.iter().filter_map(|(id, &point)| Some((point, *new.get(id)?))).collect();
    let (mut flips, mut pairs) = (0, 0);
    for (at, one) in both.iter().enumerate() {
        for other in &both[..at] {
            for pick in [|point: Point| point.x, |point: Point| point.y] {
                let (was, is) = (pick(one.0) - pick(other.0), pick(one.1) - pick(other.1));
                if was.abs() > SAME_PLACE {
                    pairs += 1;
                    flips += usize::from(is_flipped(was, is));
                }
            }
        }
    }
    (flips, pairs)
}

/// Whether two nodes that stood so far apart, by their doubled centres, now stand the other way round.
pub(super) fn is_flipped(was: Px, is: Px) -> bool {
    was.abs() > SAME_PLACE && is.abs() > SAME_PLACE && (was > 0) != (is > 0)
}

/// Doubled centres of the nodes on the first sheet, by id.
fn centres<'a>((graph, layout): (&'a SizedGraph, &Layout)) -> BTreeMap<&'a str, Point> {
    let nodes = layout.sheets.first().map_or(&[][..], |sheet| &sheet.nodes[..]);
    let doubled = |rect: Rect| Point::new(2 * rect.x + rect.w, 2 * rect.y + rect.h);
    nodes.iter().map(|placed| (graph.nodes[placed.node].id.as_str(), doubled(placed.rect))).collect()
}

/// Where a line changes its direction.
fn bends(points: &[Point]) -> usize {
    points.windows(3).filter(|at| (at[0].x == at[1].x) != (at[1].x == at[2].x)).count()
}

/// A stretch of a line: its edge, and what it covers.
struct Stretch {
    edge: usize,
    /// Height of a level stretch, or the x of an upright one.
    at: Px,
    low: Px,
    high: Px,
}

/// Pairs of stretches that cross.
fn crossings(graph: &SizedGraph, sheet: &Sheet) -> usize {
    let (mut level, mut upright) = (Vec::new(), Vec::new());
    for (edge, line) in sheet.edges.iter().enumerate() {
        for pair in line.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if a.y == b.y {
                level.push(Stretch { edge, at: a.y, low: a.x.min(b.x), high: a.x.max(b.x) });
            } else {
                upright.push(Stretch { edge, at: a.x, low: a.y.min(b.y), high: a.y.max(b.y) });
            }
        }
    }
    let ends: Vec<[Option<(End, Rect)>; 2]> =
        sheet.edges.iter().map(|edge| [false, true].map(|target| end(graph, sheet, edge, target))).collect();
    upright.sort_by_key(|stretch| stretch.at);
    let mut count = 0;
    for one in &level {
        let first = upright.partition_point(|other| other.at < one.low);
        for other in upright[first..].iter().take_while(|other| other.at <= one.high) {
            count += usize::from(one.edge != other.edge && do_cross(one, other) && !are_joined(one, other, &ends));
        }
    }
    count
}

/// Whether an upright stretch within reach of a level one meets it, and one of them goes on.
fn do_cross(level: &Stretch, upright: &Stretch) -> bool {
    let meet = (upright.low..=upright.high).contains(&level.at);
    let inside = |stretch: &Stretch, at: Px| stretch.low < at && at < stretch.high;
    meet && (inside(level, upright.at) || inside(upright, level.at))
}

/// Whether two stretches meet at a node that both their lines belong to.
fn are_joined(level: &Stretch, upright: &Stretch, ends: &[[Option<(End, Rect)>; 2]]) -> bool {
    let gap = |at: Px, low: Px, high: Px| i64::from((low - at).max(at - high).max(0));
    let is_near = |rect: &Rect| {
        let (x, y) = (gap(upright.at, rect.x, rect.right()), gap(level.at, rect.y, rect.bottom()));
        x * x + y * y < AT_NODE * AT_NODE
    };
    let own = |edge: usize| ends[edge].iter().flatten();
    own(level.edge).any(|(end, rect)| own(upright.edge).any(|(other, _)| end == other) && is_near(rect))
}

/// A node, or the connector of a cut flow: its flow, and whether it leads out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Node(usize),
    Connector(usize, bool),
}

fn end(graph: &SizedGraph, sheet: &Sheet, edge: &PlacedEdge, target: bool) -> Option<(End, Rect)> {
    let is_cut = if target { !edge.arrow } else { edge.part > 0 };
    if is_cut {
        let own = sheet.connectors.iter().find(|at| at.flow == edge.flow && at.outgoing == target)?;
        return Some((End::Connector(edge.flow, target), own.rect));
    }
    let flow = graph.flows.get(edge.flow)?;
    let node = if target { flow.to } else { flow.from };
    Some((End::Node(node), sheet.nodes.iter().find(|placed| placed.node == node)?.rect))
}
