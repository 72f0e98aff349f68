//! What a move of nodes must keep.
//!
//! Holds: every arc leads ahead, or straight across where it may; branches that part at one node stand across the flow in the
//! order that they had, and along it too where they meet again, so that a step put in takes no branch's place; where an earlier
//! drawing is to be followed, no node passes another of it.

use crate::layout::draft::Point;
use crate::layout::freedom::Freedom;
use crate::layout::graph::FlowKind;
use crate::layout::p1_cycles::Arc;
use crate::layout::p2_ranks::usual_span;
use crate::layout::p3_rows::{Origin, origins};
use crate::layout::plan::Plan;
use crate::layout::stood::Stood;
use crate::layout::work::Work;

pub struct Rules<'a> {
    work: &'a Work,
    stood: Option<&'a Stood>,
    flows_at: Vec<Vec<usize>>,
    ties_at: Vec<Vec<Tie>>,
    /// Where the way to each node parts from others, and the node at which its way on meets others.
    origins: Vec<Option<Origin>>,
    ends: Vec<usize>,
    /// The nodes of all branches that part at a node.
    parting_at: Vec<Vec<usize>>,
    /// The cells that nodes had before any of them moved.
    ranks: Vec<usize>,
    rows: Vec<usize>,
}

/// Two nodes of which one comes first along the flow.
#[derive(Clone, Copy)]
struct Tie {
    from: usize,
    to: usize,
    may_share_rank: bool,
}

impl<'a> Rules<'a> {
    pub fn new(work: &'a Work, arcs: &[Arc], plan: &Plan, stood: Option<&'a Stood>) -> Rules<'a> {
        let count = work.nodes.len();
        let (mut flows_at, mut ties_at, mut parting_at) =
            (vec![Vec::new(); count], vec![Vec::new(); count], vec![Vec::new(); count]);
        for (at, flow) in work.flows.iter().enumerate() {
            flows_at[flow.from].push(at);
            flows_at[flow.to].push(at);
        }
        let freedom = Freedom::new(work);
        for arc in arcs {
            let may_share_rank = usual_span(work, arc) == 0 || freedom.may_stand_in_one_rank(arc);
            let tie = Tie { from: arc.from, to: arc.to, may_share_rank };
            ties_at[arc.from].push(tie);
            ties_at[arc.to].push(tie);
        }
        let origins = origins(count, arcs, &(0..count).collect::<Vec<_>>());
        for (node, origin) in origins.iter().enumerate() {
            origin.iter().for_each(|origin| parting_at[origin.node].push(node));
        }
        let (ranks, rows) = (plan.ranks.clone(), plan.rows.clone());
        Rules { work, stood, flows_at, ties_at, origins, ends: ends(count, arcs), parting_at, ranks, rows }
    }

    /// Whether nodes move for a line's sake: a document hangs where there is room.
    pub fn may_move(&self, flow: usize) -> bool {
        self.work.flows[flow].kind != FlowKind::Association
    }

    /// The flows at some nodes, each once.
    pub fn flows_at(&self, nodes: &[usize]) -> Vec<usize> {
        let mut flows: Vec<usize> = nodes.iter().flat_map(|&node| self.flows_at[node].iter().copied()).collect();
        flows.sort_unstable();
        flows.dedup();
        flows
    }

    /// The number of nodes with which some nodes must keep their order.
    pub fn branches_beside(&self, nodes: &[usize]) -> usize {
        nodes.iter().filter_map(|&node| self.origins[node]).map(|origin| self.parting_at[origin.node].len()).sum()
    }

    /// A node and all that follows it by nodes of a kind.
    pub fn followers(&self, node: usize, is_one: impl Fn(usize) -> bool) -> Vec<usize> {
        let (mut nodes, mut next) = (vec![node], 0);
        let mut is_known = vec![false; self.work.nodes.len()];
        is_known[node] = true;
        while next < nodes.len() {
            let from = nodes[next];
            for tie in self.ties_at[from].iter().filter(|tie| tie.from == from && is_one(tie.to)) {
                if !std::mem::replace(&mut is_known[tie.to], true) {
                    nodes.push(tie.to);
                }
            }
            next += 1;
        }
        nodes
    }

    /// Whether all is kept where some nodes have moved to.
    pub fn are_kept(&self, points: &[Point], moved: &[usize]) -> bool {
        moved.iter().all(|&node| self.leads_ahead(points, node) && self.is_in_order(points, node))
            && self.stood.is_none_or(|stood| stood.is_kept_about(points, moved))
    }

    fn leads_ahead(&self, points: &[Point], node: usize) -> bool {
        self.ties_at[node].iter().all(|tie| {
            let (from, to) = (points[tie.from].0, points[tie.to].0);
            from < to || (from == to && tie.may_share_rank)
        })
    }

    /// Whether a node has passed none of the branches beside its own.
    fn is_in_order(&self, points: &[Point], node: usize) -> bool {
        let Some(origin) = self.origins[node] else { return true };
        let has_passed = |before: (usize, usize), now: (usize, usize), other: usize| {
            let order = before.0.cmp(&before.1).then(node.cmp(&other));
            now.0.cmp(&now.1) == order.reverse()
        };
        let is_passed = |&other: &usize| {
            if self.origins[other].is_none_or(|others| others.flow == origin.flow) {
                return false;
            }
            let (here, there) = (&self.work.nodes[node], &self.work.nodes[other]);
            // The successful path keeps its row; which side of it the only branch takes is for the cost to say.
            let is_beside = here.lane == there.lane && !(there.main && self.work.flows_out[origin.node].len() <= 2);
            let (own, others) = (points[node], points[other]);
            (is_beside && has_passed((self.rows[node], self.rows[other]), (own.1, others.1), other))
                || (self.ends[node] == self.ends[other]
                    && has_passed((self.ranks[node], self.ranks[other]), (own.0, others.0), other))
        };
        !self.parting_at[origin.node].iter().any(is_passed)
    }
}

/// For each node, the node at which its way on meets others or ends.
fn ends(count: usize, arcs: &[Arc]) -> Vec<usize> {
    let (mut next, mut ways_in, mut ways_out) = (vec![0; count], vec![0; count], vec![0; count]);
    for arc in arcs {
        next[arc.from] = arc.to;
        ways_in[arc.to] += 1;
        ways_out[arc.from] += 1;
    }
    let end = |mut node: usize| {
        while ways_in[node] == 1 && ways_out[node] == 1 {
            node = next[node];
        }
        node
    };
    (0..count).map(end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::graph::Options;
    use crate::layout::p1_cycles::orient;
    use crate::layout::shapes::boxes;

    #[test]
    fn a_branch_passes_none_beside_its_own() {
        // Two ways part and meet again.
        let graph = boxes(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        let work = Work::new(&graph, &Options::default());
        let plan = Plan { ranks: vec![0, 1, 1, 2], rows: vec![0, 0, 1, 0], row_counts: vec![2] };
        let rules = Rules::new(&work, &orient(&work), &plan, None);
        let may_stand = |node: usize, point: Point| {
            let mut points = vec![(1, 1), (3, 1), (3, 3), (5, 1)];
            points[node] = point;
            rules.are_kept(&points, &[node])
        };
        assert!(may_stand(2, (3, 4)), "further below");
        assert!(!may_stand(2, (3, 0)), "above the first branch");
        assert!(!may_stand(2, (2, 3)), "before the first branch, which it meets again");
        assert!(!may_stand(1, (6, 1)), "behind what follows it");
    }
}
