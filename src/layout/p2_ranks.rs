//! Phase 2: how far along the flow each node stands.
//!
//! In: arcs without a cycle, and for each the ranks that it must span. Out: a rank for every node, shared by all lanes.
//! Holds: every arc spans at least its length; ranks begin at 0 and none is empty.
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

pub(super) fn rank(work: &Work, arcs: &[Arc], spans: &[usize]) -> Vec<usize> {
    let count = work.nodes.len();
    let order = topological(count, arcs);
    let mut arcs_of: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, arc) in arcs.iter().enumerate() {
        arcs_of[arc.from].push(at);
        arcs_of[arc.to].push(at);
    }
    let mut ranks = vec![0; count];
    for &node in &order {
        for &at in arcs_of[node].iter().filter(|&&at| arcs[at].from == node) {
            ranks[arcs[at].to] = ranks[arcs[at].to].max(ranks[node] + spans[at]);
        }
    }
    for sweep in 0..SWEEPS_MAX {
        let mut moved = false;
        for step in 0..count {
            let node = order[if sweep % 2 == 0 { count - 1 - step } else { step }];
            moved |= slide(work, arcs, spans, &arcs_of[node], node, &mut ranks);
        }
        if !moved {
            break;
        }
    }
    for (node, rank) in work.nodes.iter().zip(&mut ranks) {
        *rank = node.rank.unwrap_or(*rank);
    }
    close_gaps(&mut ranks);
    ranks
}

/// Moves a node as far as its arcs allow towards the side that pulls harder; at rest it stays.
fn slide(work: &Work, arcs: &[Arc], spans: &[usize], own: &[usize], node: usize, ranks: &mut [usize]) -> bool {
    let (mut low, mut high, mut pull) = (0, usize::MAX, 0);
    for &at in own {
        let flow = &work.flows[arcs[at].flow];
        let weight = match flow.kind {
            _ if flow.main => 100,
            FlowKind::Sequence => 4,
            FlowKind::Message => 3,
            FlowKind::Association => 6,
        };
        if arcs[at].to == node {
            low = low.max(ranks[arcs[at].from] + spans[at]);
            pull -= weight;
        } else {
            high = high.min(ranks[arcs[at].to].saturating_sub(spans[at]));
            pull += weight;
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
