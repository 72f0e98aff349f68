//! Phase 2: how far along the flow each node stands.
//!
//! In: arcs without a cycle, for each the ranks that it must span, and nodes that must not pass one another. Out: a rank
//! for every node, shared by all lanes.
//! Holds: every arc spans at least its length; the order is kept; ranks begin at 0 and none is empty.
//! Longest path first (Sugiyama 1981), then single nodes slide towards the heavier side, and whatever hangs together by tight
//! arcs: a process that only talks to others stands where it does. The network simplex of Gansner (1993) moves such groups,
//! too, and goes on until nothing is left; where all that a node pushes moved with it, hardly more was gained.

use super::graph::FlowKind;
use super::p1_cycles::{Arc, topological};
use super::work::Work;
use petgraph::unionfind::UnionFind;

/// How often the nodes may slide, one by one and in groups.
const SWEEPS_MAX: usize = 8;
const GROUP_SWEEPS_MAX: usize = 4;

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
    let mut ranking = Ranking { ties, ties_of, ranks: vec![0; count] };
    ranking.stand_first(&sorted);
    ranking.slide_nodes(&sorted);
    // Where sequence flows alone hold nodes together, and lead ahead, there is nothing that a group gains.
    let is_one_process = arcs.iter().all(|arc| work.flows[arc.flow].is_strong() && !arc.is_turned(work));
    for _ in 0..GROUP_SWEEPS_MAX {
        if is_one_process || !ranking.slide_groups() {
            break;
        }
        ranking.slide_nodes(&sorted);
    }
    let mut ranks = ranking.ranks;
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

/// Where each node stands, and what keeps it there.
struct Ranking {
    ties: Vec<Tie>,
    ties_of: Vec<Vec<usize>>,
    ranks: Vec<usize>,
}

impl Ranking {
    /// Every node as far ahead as its ties allow.
    fn stand_first(&mut self, sorted: &[usize]) {
        for &node in sorted {
            for tie in self.ties_of[node].iter().map(|&at| &self.ties[at]).filter(|tie| tie.from == node) {
                self.ranks[tie.to] = self.ranks[tie.to].max(self.ranks[node] + tie.span);
            }
        }
    }

    fn slide_nodes(&mut self, sorted: &[usize]) {
        for sweep in 0..SWEEPS_MAX {
            let mut moved = false;
            for step in 0..sorted.len() {
                let node = sorted[if sweep % 2 == 0 { sorted.len() - 1 - step } else { step }];
                moved |= self.slide(&[node]);
            }
            if !moved {
                break;
            }
        }
    }

    /// Moves whatever hangs together by arcs that are as short as may be; whether anything moved.
    fn slide_groups(&mut self) -> bool {
        let mut moved = false;
        for nodes in self.groups() {
            moved |= self.slide(&nodes);
        }
        moved
    }

    /// Nodes that hang together by such arcs, where that are not all; the nodes of each in ascending order.
    fn groups(&self) -> Vec<Vec<usize>> {
        let count = self.ranks.len();
        let mut joined = UnionFind::new(count);
        let is_tight = |tie: &&Tie| tie.pull > 0 && self.ranks[tie.from] + tie.span == self.ranks[tie.to];
        self.ties.iter().filter(is_tight).for_each(|tie| _ = joined.union(tie.from, tie.to));
        let mut groups = vec![Vec::new(); count];
        (0..count).for_each(|node| groups[joined.find(node)].push(node));
        groups.retain(|nodes| (2..count).contains(&nodes.len()));
        groups
    }

    /// Moves nodes, all alike, as far as their ties to others allow towards the side that pulls harder; at rest they stay.
    /// They are in ascending order.
    fn slide(&mut self, nodes: &[usize]) -> bool {
        let (mut low, mut high, mut pull) = (isize::MIN, isize::MAX, 0);
        for &node in nodes {
            let rank = self.ranks[node] as isize;
            low = low.max(-rank);
            for tie in self.ties_of[node].iter().map(|&at| &self.ties[at]) {
                let other = if tie.to == node { tie.from } else { tie.to };
                if nodes.binary_search(&other).is_ok() {
                    continue;
                }
                let apart = self.ranks[tie.to] as isize - self.ranks[tie.from] as isize - tie.span as isize;
                if tie.to == node {
                    low = low.max(-apart);
                    pull -= tie.pull;
                } else {
                    high = high.min(apart);
                    pull += tie.pull;
                }
            }
        }
        let by = match pull {
            1.. if high != isize::MAX => high.max(low),
            ..=-1 => low,
            _ => 0,
        };
        nodes.iter().for_each(|&node| self.ranks[node] = self.ranks[node].saturating_add_signed(by));
        by != 0
    }
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
