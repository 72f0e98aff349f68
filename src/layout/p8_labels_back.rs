//! Phase 8: a label that is told where its line arrives, as it had no room where the line leaves, goes back along it.
//!
//! In: a sheet that runs right, and the flows with such labels. Out: the same sheet. Holds: a label moves along the last
//! stretch of its own line and within its lane, to the first place from the bend where it meets nothing; a reader looks for
//! it by the gateway.

use super::p6_labels::{GAP, OWN_GAP, STEP, WORD_GAP};
use super::placed::{LabelOwner, Sheet};
use crate::base::{Point, Px, Rect};

/// In larger drawings labels stay: each place is held against everything on the sheet.
const NODES_MAX: usize = 500;
/// So many places are tried for a label at most.
const PLACES_MAX: Px = 64;

/// Moves the labels of these flows.
pub(super) fn draw_back(sheet: &mut Sheet, flows: &[usize]) {
    if sheet.nodes.len() > NODES_MAX {
        return;
    }
    for flow in flows {
        let Some(label) = sheet.labels.iter().position(|label| label.owner == LabelOwner::Flow(*flow)) else {
            continue;
        };
        let stood = sheet.labels[label].rect;
        let edges = sheet.edges.iter().filter(|edge| edge.flow == *flow);
        let last = edges.filter_map(|edge| edge.points.last_chunk::<2>());
        // Labels that stand far out, beyond other lines, stay there.
        if let Some(&[bend, end]) = last.into_iter().find(|[a, b]| stretch(*a, *b).grown(OWN_GAP).overlaps(&stood)) {
            sheet.labels[label].rect = nearest(sheet, label, bend, end);
        }
    }
}

/// The free place that is nearest to the bend; at the worst, where the label stands.
fn nearest(sheet: &Sheet, label: usize, bend: Point, end: Point) -> Rect {
    let rect = sheet.labels[label].rect;
    let (from, to, length, now) =
        if bend.y == end.y { (bend.x, end.x, rect.w, rect.x) } else { (bend.y, end.y, rect.h, rect.y) };
    let first = if from < to { from + WORD_GAP } else { from - WORD_GAP - length };
    let at = |place: Px| if bend.y == end.y { Rect { x: place, ..rect } } else { Rect { y: place, ..rect } };
    let ahead = (to - from).signum();
    let room = ((now - first) * ahead).max(0);
    let step = STEP.max(room / PLACES_MAX);
    let places = (0..=room / step).map(|count| at(first + count * step * ahead));
    places.into_iter().find(|place| is_free(sheet, label, place)).unwrap_or(rect)
}

fn is_free(sheet: &Sheet, label: usize, place: &Rect) -> bool {
    let word = |rect: &Rect| Rect { x: rect.x - WORD_GAP, w: rect.w + 2 * WORD_GAP, ..rect.grown(GAP - 2) };
    let mut others = sheet.labels.iter().enumerate().filter(|&(at, _)| at != label);
    let pairs = sheet.edges.iter().flat_map(|edge| edge.points.windows(2));
    let mut lines = pairs.map(|pair| stretch(pair[0], pair[1]).grown(OWN_GAP - 2));
    sheet.lanes.iter().any(|lane| lane.rect.contains(place) && !lane.header.overlaps(place))
        && !sheet.nodes.iter().any(|node| node.rect.grown(GAP).overlaps(place))
        && !others.any(|(_, other)| word(&other.rect).overlaps(place))
        && !lines.any(|line| line.overlaps(place))
}

/// What a straight piece of a line covers.
fn stretch(a: Point, b: Point) -> Rect {
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedFlow};
    use super::super::place;
    use super::super::shapes::boxes;
    use super::*;
    use crate::base::Size;

    /// Five ways leave one gateway; each label is told nearer to it than to what its line leads to.
    #[test]
    fn labels_of_many_ways_stand_by_their_gateway() {
        let mut graph = boxes(7, &[(0, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6)]);
        let is_way = |flow: &&mut SizedFlow| flow.from == 1;
        graph.flows.iter_mut().filter(is_way).for_each(|flow| flow.label = Some(Size::new(90, 14)));
        let layout = place(&graph, &Options::default());
        let sheet = &layout.sheets[0];
        let gateway = sheet.nodes.iter().find(|node| node.node == 1).expect("the gateway").rect;
        let told = |flow: usize| sheet.labels.iter().find(|label| label.owner == LabelOwner::Flow(flow));
        for (at, flow) in graph.flows.iter().enumerate().filter(|(_, flow)| flow.from == 1) {
            let (label, to) = (told(at).expect("a label").rect, sheet.nodes.iter().find(|node| node.node == flow.to));
            let to = to.expect("a node").rect;
            assert!(label.x - gateway.right() < 40 && to.x - label.right() > 0, "{label:?} {gateway:?} {to:?}");
        }
    }
}
