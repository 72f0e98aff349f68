//! Phase 2: how far along the flow each node stands.
//!
//! In: arcs without a cycle, for each the ranks that it must span, and nodes that must not pass one another. Out: a rank
//! for every node, shared by all lanes.
//! Holds: every arc spans at least its length; the order is kept; ranks begin at 0 and none is empty.
//! Longest path first (Sugiyama 1981), then single nodes slide towards the heavier side, which is what the network
//! simplex of Gansner (1993) does for whole subtrees; on diagrams of this kind nothing more was gained.

use super::graph::FlowKind;
use super::p1_cycles::{Arc, topological};
use super::work::Work;

/// How often the nodes may slide.
const SWEEPS_MAX: usize = 8;

/// The ranks an arc spans at least when nothing else is wished.
pub(super) fn usual_span(work: &Work, arc: &Arc) -> usize {
    let flow = &work.flows[arc.flow];
    let same_lane = work.nodes[arc.from].lane == work.nodes[arc.to].lane;
    match flow.kind {
        FlowKind::Sequence => 1,
        FlowKind::Message => usize::from(same_lane),
        FlowKind::Association => 0,
    }
}

/// Keeps two nodes apart along the flow.
struct Tie {
    from: usize,
    to: usize,
    span: usize,
    /// How hard it pulls its ends together.
    pull: i64,
}

/// `order` holds nodes none of which may stand before the one that it follows; every arc between two of them points
/// forward in it.
pub(super) fn rank(work: &Work, arcs: &[Arc], spans: &[usize], order: &[usize]) -> Vec<usize> {
    // The ranks of a sheet are those of the whole drawing.
    if let Some(mut ranks) = work.nodes.iter().map(|node| node.rank).collect::<Option<Vec<usize>>>() {
        close_gaps(&mut ranks);
        return ranks;
    }
    let count = work.nodes.len();
    let of_arc = |(arc, &span): (&Arc, &usize)| Tie { from: arc.from, to: arc.to, span, pull: pull(work, arc) };
    let of_pair = |pair: &[usize]| Tie { from: pair[0], to: pair[1], span: 0, pull: 0 };
    let ties: Vec<Tie> = arcs.iter().zip(spans).map(of_arc).chain(order.windows(2).map(of_pair)).collect();
    let sorted = topological(count, ties.iter().map(|tie| (tie.from, tie.to)));
    debug_assert_eq!(sorted.len(), count, "the order runs against an arc");
    let mut ties_of: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, tie) in ties.iter().enumerate() {
        ties_of[tie.from].push(at);
        ties_of[tie.to].push(at);
    }
    let mut ranks = vec![0; count];
    for &node in &sorted {
        for tie in ties_of[node].iter().map(|&at| &ties[at]).filter(|tie| tie.from == node) {
            ranks[tie.to] = ranks[tie.to].max(ranks[node] + tie.span);
        }
    }
    for sweep in 0..SWEEPS_MAX {
        let mut moved = false;
        for step in 0..sorted.len() {
            let node = sorted[if sweep % 2 == 0 { sorted.len() - 1 - step } else { step }];
            moved |= slide(ties_of[node].iter().map(|&at| &ties[at]), node, &mut ranks);
        }
        if !moved {
            break;
        }
    }
    close_gaps(&mut ranks);
    ranks
}

fn pull(work: &Work, arc: &Arc) -> i64 {
    let flow = &work.flows[arc.flow];
    match flow.kind {
        _ if flow.main => 100,
        FlowKind::Sequence => 4,
        FlowKind::Message => 3,
        FlowKind::Association => 6,
    }
}

/// Moves a node as far as its ties allow towards the side that pulls harder; at rest it stays.
fn slide<'t>(own: impl Iterator<Item = &'t Tie>, node: usize, ranks: &mut [usize]) -> bool {
    let (mut low, mut high, mut pull) = (0, usize::MAX, 0);
    for tie in own {
        if tie.to == node {
            low = low.max(ranks[tie.from] + tie.span);
            pull -= tie.pull;
        } else {
            high = high.min(ranks[tie.to].saturating_sub(tie.span));
            pull += tie.pull;
        }
    }
    let wish = match pull {
        1.. if high != usize::MAX => high.max(low),
        ..=-1 => low,
        _ => ranks[node],
    };
    let moved = wish != ranks[node];
    ranks[node] = wish;
    moved
}

/// Renumbers so that no rank is empty.
fn close_gaps(ranks: &mut [usize]) {
    let mut used: Vec<usize> = ranks.to_vec();
    used.sort_unstable();
    used.dedup();
    for rank in ranks.iter_mut() {
        *rank = used.binary_search(rank).unwrap_or(0);
    }
}
