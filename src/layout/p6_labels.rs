//! Phase 6: where labels stand about each node.
//!
//! In: one node, the offsets at which lines dock on its four sides, its label and those of the flows that are told here.
//! Out: the labels' boxes relative to the node's centre, and how much room the cell needs on each side.
//! Holds: no box meets the node, a line of the node or another box. Other lines never enter the cell, so what is free of
//! trouble here stays so; there is always a free place further out.

use super::graph::Shape;
use super::outline::halves;
use super::p4_route::{DOWN, LEFT, RIGHT, UP};
use super::placed::LabelOwner;
use crate::base::{Px, Rect, Size};

/// Between a label and its own line or node, and between a label and anything else.
pub(super) const OWN_GAP: Px = 4;
pub(super) const GAP: Px = 4;
/// Half the breadth of an arrow head, and of the circle at the beginning of a message.
const HEAD: Px = 4;
/// Between two labels side by side, which must not read as one.
pub(super) const WORD_GAP: Px = 8;
pub(super) const STEP: Px = 4;
/// How far along its line a label may stand from the node, in steps.
const ALONG_STEPS: Px = 12;
/// A line reaches further than any label.
const FAR: Px = 100_000;

/// A line at a side of the node.
#[derive(Debug, Clone)]
pub(super) struct Ray {
    pub side: usize,
    pub offset: Px,
    /// The flow and its label, where it is told here: where the flow leaves, or where it arrives if there is no room beside it.
    pub label: Option<(usize, Size)>,
}

/// What stands in one cell of the grid.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub node: usize,
    pub shape: Shape,
    pub size: Size,
    pub label: Option<Size>,
    pub rays: Vec<Ray>,
    /// Labels of lines along the flow stand on the upper left side of their line.
    pub label_before_line: bool,
}

/// Boxes relative to the centre, and the room needed on the left, top, right, bottom.
#[derive(Debug, Clone, Default)]
pub(super) struct Arranged {
    pub labels: Vec<(LabelOwner, Rect)>,
    pub extent: [Px; 4],
}

/// Finds a place for every label of a cell.
pub(super) fn arrange(cell: &Cell) -> Arranged {
    let mut arranged = Arranged { labels: Vec::new(), extent: halves(cell.size) };
    for ray in &cell.rays {
        if let Some((flow, size)) = ray.label {
            let rect = flow_label(cell, &arranged, ray, size);
            arranged.add(LabelOwner::Flow(flow), rect);
        }
    }
    if let Some(size) = cell.label {
        let rect = node_label(cell, &arranged, size);
        arranged.add(LabelOwner::Node(cell.node), rect);
    }
    arranged
}

impl Arranged {
    fn add(&mut self, owner: LabelOwner, rect: Rect) {
        self.labels.push((owner, rect));
        let reach = [-rect.x, -rect.y, rect.right(), rect.bottom()];
        for (extent, reach) in self.extent.iter_mut().zip(reach) {
            *extent = (*extent).max(reach + GAP);
        }
    }
}

/// Beside the line, next to the node; where that is taken, further along it, then further out beyond the outermost line of the
/// side, where no line of another label lies between.
fn flow_label(cell: &Cell, arranged: &Arranged, ray: &Ray, size: Size) -> Rect {
    let [left, top, right, bottom] = halves(cell.size);
    let offsets = || cell.rays.iter().filter(|other| other.side == ray.side).map(|other| other.offset);
    let (low, high) = (offsets().min().unwrap_or(0), offsets().max().unwrap_or(0));
    let across = matches!(ray.side, UP | DOWN);
    let extent = if across { size.w } else { size.h };
    // Along the line the label begins next to the node, or so far from there; across it, before or after the line.
    let at = |across_at: Px, along: Px| match ray.side {
        RIGHT => Rect::new(right + OWN_GAP + along, across_at, size.w, size.h),
        LEFT => Rect::new(-left - OWN_GAP - size.w - along, across_at, size.w, size.h),
        DOWN => Rect::new(across_at, bottom + OWN_GAP + along, size.w, size.h),
        _ => Rect::new(across_at, -top - OWN_GAP - size.h - along, size.w, size.h),
    };
    let before = |offset: Px, away: Px, along: Px| at(offset - OWN_GAP + 1 - extent - away, along);
    let after = |offset: Px, away: Px, along: Px| at(offset + OWN_GAP + away, along);
    let before_first = cell.label_before_line != across;
    let near = (0..=ALONG_STEPS).flat_map(|step| {
        let beside = [before(ray.offset, 0, step * STEP), after(ray.offset, 0, step * STEP)];
        if before_first { beside } else { [beside[1], beside[0]] }
    });
    let beyond = (0..).flat_map(|step| {
        let away = step * STEP;
        match (ray.offset == low, ray.offset == high) {
            (true, false) => [before(low, away, 0); 2],
            (false, true) => [after(high, away, 0); 2],
            _ if ray.offset - low <= high - ray.offset => [before(low, away, 0), after(high, away, 0)],
            _ => [after(high, away, 0), before(low, away, 0)],
        }
    });
    first_free(cell, arranged, near.chain(beyond))
}

/// Below the node (a gateway's above), else on the other side, else beside the lines that leave there.
fn node_label(cell: &Cell, arranged: &Arranged, size: Size) -> Rect {
    let [_, top, _, bottom] = halves(cell.size);
    let below = bottom + OWN_GAP;
    let above = -top - OWN_GAP - size.h;
    let centred = -size.w / 2;
    let edge = |side: usize, last: bool| {
        let offsets = cell.rays.iter().filter(|ray| ray.side == side).map(|ray| ray.offset);
        if last { offsets.max().unwrap_or(0) } else { offsets.min().unwrap_or(0) }
    };
    let right_of = |side: usize| edge(side, true) + HEAD + OWN_GAP;
    let left_of = |side: usize| edge(side, false) - HEAD - OWN_GAP - size.w;
    let (first, second) = if cell.shape == Shape::Diamond { (above, below) } else { (below, above) };
    let side_of = |y: Px| if y == below { DOWN } else { UP };
    let mut near = vec![(centred, first), (centred, second)];
    for y in [first, second] {
        near.extend([(right_of(side_of(y)), y), (left_of(side_of(y)), y)]);
    }
    let near = near.into_iter().map(|(x, y)| Rect::new(x, y, size.w, size.h));
    let beyond = (0..).map(|step| Rect::new(right_of(DOWN), below + step * STEP, size.w, size.h));
    first_free(cell, arranged, near.chain(beyond))
}

/// The first candidate that meets nothing. Candidates go on outwards, where nothing is, so one is always found.
fn first_free(cell: &Cell, arranged: &Arranged, candidates: impl Iterator<Item = Rect>) -> Rect {
    let [left, top, right, bottom] = halves(cell.size);
    let node = Rect::new(-left, -top, left + right, top + bottom);
    let mut blocked = vec![node.grown(2)];
    blocked.extend(cell.rays.iter().map(|ray| match ray.side {
        RIGHT => Rect::new(0, ray.offset - 1, FAR, 2),
        LEFT => Rect::new(-FAR, ray.offset - 1, FAR, 2),
        DOWN => Rect::new(ray.offset - 1, 0, 2, FAR),
        _ => Rect::new(ray.offset - 1, -FAR, 2, FAR),
    }));
    let word = |rect: &Rect| Rect { x: rect.x - WORD_GAP, w: rect.w + 2 * WORD_GAP, ..rect.grown(GAP - 2) };
    blocked.extend(arranged.labels.iter().map(|(_, rect)| word(rect)));
    let free = |rect: &Rect| blocked.iter().all(|other| !rect.overlaps(other));
    let mut candidates = candidates;
    candidates.find(free).unwrap_or(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_gateway_keep_clear_of_the_arrow_that_reaches_it_there() {
        let ray = |side| Ray { side, offset: 0, label: None };
        let cell = Cell {
            node: 0,
            shape: Shape::Diamond,
            size: Size::new(50, 50),
            label: Some(Size::new(98, 14)),
            rays: vec![ray(UP), ray(DOWN)],
            label_before_line: true,
        };
        let [(_, words)] = arrange(&cell).labels[..] else { panic!("one label") };
        assert!(words.bottom() < 0 && words.x == HEAD + OWN_GAP, "{words:?}");
    }
}
