//! Which nodes have changed sides in a drawing that was to keep the order of an earlier one.
//!
//! In: a graph told where its nodes stood, and its drawing in one piece. Out: a note for each node without which all others keep their order.
//! Only lanes that change their places do this, nodes that change their lane, and flows that run the other way now: the graph
//! decides these.

use super::cover::cover;
use super::graph::SizedGraph;
use super::measure::is_flipped;
use super::placed::{Layout, LayoutNote, NoteElement, NoteReason};
use crate::base::{Px, Rect};

/// A node, and twice its centre before and now.
struct Seen {
    node: usize,
    was: (Px, Px),
    is: (Px, Px),
}

/// The nodes that passed most others come first.
pub fn passed(graph: &SizedGraph, layout: &Layout) -> Vec<LayoutNote> {
    let seen: Vec<Seen> = layout
        .sheets
        .iter()
        .take(1)
        .flat_map(|sheet| &sheet.nodes)
        .filter_map(|placed| {
            let was = centre(graph.nodes[placed.node].stood?);
            Some(Seen { node: placed.node, was, is: centre(placed.rect) })
        })
        .collect();
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); seen.len()];
    for (at, one) in seen.iter().enumerate() {
        for (other_at, _) in seen[..at].iter().enumerate().filter(|(_, other)| have_passed(one, other)) {
            beside[at].push(other_at);
            beside[other_at].push(at);
        }
    }
    let note = |at: usize| LayoutNote { element: NoteElement::Node(seen[at].node), reason: NoteReason::OtherOrder };
    cover(&beside).into_iter().map(note).collect()
}

fn centre(rect: Rect) -> (Px, Px) {
    let twice = |from: Px, extent: Px| from.saturating_mul(2).saturating_add(extent);
    (twice(rect.x, rect.w), twice(rect.y, rect.h))
}

fn have_passed(one: &Seen, other: &Seen) -> bool {
    let apart = |a: Px, b: Px| a.saturating_sub(b);
    is_flipped(apart(one.was.0, other.was.0), apart(one.is.0, other.is.0))
        || is_flipped(apart(one.was.1, other.was.1), apart(one.is.1, other.is.1))
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedGraph};
    use super::super::shapes::boxes;
    use super::super::{SizedLane, place};
    use super::*;

    /// A chain over two lanes, its nodes told where they stand in its own drawing.
    fn drawn() -> SizedGraph {
        let mut graph = boxes(4, &[(0, 1), (1, 2), (2, 3)]);
        graph.lanes.push(SizedLane { id: "l1".into(), header: 30, breadth_min: 0 });
        graph.nodes[3].lane = 1;
        let sheet = place(&graph, &Options::default()).sheets.swap_remove(0);
        sheet.nodes.iter().for_each(|placed| graph.nodes[placed.node].stood = Some(placed.rect));
        graph
    }

    #[test]
    fn a_node_of_another_lane_is_told_and_nothing_else() {
        let mut graph = drawn();
        let told = |graph: &SizedGraph| passed(graph, &place(graph, &Options::default()));
        assert_eq!(told(&graph), []);
        // The lanes change places: the one node of the second has passed the three of the first.
        graph.nodes.iter_mut().for_each(|node| node.lane = 1 - node.lane);
        let note = LayoutNote { element: NoteElement::Node(3), reason: NoteReason::OtherOrder };
        assert_eq!(told(&graph), [note]);
    }
}
