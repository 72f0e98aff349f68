//! Whether a chain of nodes stands better in another row of its lane.
//!
//! In: a plan. Out: the same ranks, and rows in which lines bend and cross less.
//! `p3_rows` places one chain after the other and estimates lines; here the lines about a chain are drawn, for each row
//! that it might take, and it moves where that clearly pays.
//! Holds: no two nodes share a cell; no chain passes to the wrong side of another that comes from the same node.

use super::grid::Grid;
use super::p3_rows::Chain;
use super::p4_route::{self, Route};
use super::plan::{Plan, without_gaps};
use super::search::{self, BRANCHES_MAX};
use super::work::Work;

/// What a move must save at least: drawings that are nearly as good stay as they are, and so does what a small edit
/// changes elsewhere.
const GAIN: i64 = 150;
const PASSES: usize = 2;
/// Smaller graphs are judged as a whole, larger ones by the ranks about the chain.
const WHOLE_MAX: usize = 60;
const RANKS_AROUND: usize = 2;

/// Moves chains to rows where lines bend and cross less.
pub(super) fn settle(work: &Work, mut plan: Plan, chains: &[Chain]) -> Plan {
    if work.is_dense() {
        return plan;
    }
    let crowded = crowded(work, BRANCHES_MAX);
    let can_move = |chain: &&Chain| !chain.is_main && !chain.nodes.iter().any(|&node| crowded[node]);
    for _ in 0..PASSES {
        let dear = dear_nodes(work, &plan);
        let mut moved = false;
        for chain in chains.iter().filter(can_move) {
            if chain.nodes.iter().any(|&node| dear[node])
                && let Some(better) = better(work, &plan, chain, chains)
            {
                plan = better;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    plan
}

/// The ends of flows of which more than so many leave or reach one node: which of them goes straight would hang on a hair.
pub(super) fn crowded(work: &Work, branches_max: usize) -> Vec<bool> {
    let count = work.nodes.len();
    let (mut into, mut out, mut crowded) = (vec![0; count], vec![0; count], vec![false; count]);
    for flow in &work.flows {
        into[flow.to] += 1;
        out[flow.from] += 1;
    }
    for flow in work.flows.iter().filter(|flow| out[flow.from].max(into[flow.to]) > branches_max) {
        crowded[flow.from] = true;
        crowded[flow.to] = true;
    }
    crowded
}

/// The ends of lines that bend, within a lane unless they lead back.
fn dear_nodes(work: &Work, plan: &Plan) -> Vec<bool> {
    let (routes, _) = p4_route::route(work, &Grid::new(work, plan), p4_route::ROUNDS_TO_JUDGE);
    let mut dear = vec![false; work.nodes.len()];
    let is_dear = |(at, route): &(usize, &Route)| {
        let flow = &work.flows[*at];
        let leads_back =
            work.nodes[flow.from].lane == work.nodes[flow.to].lane && plan.ranks[flow.from] >= plan.ranks[flow.to];
        route.bends() > if leads_back { 2 } else { 0 }
    };
    for (at, _) in routes.iter().enumerate().filter(is_dear) {
        dear[work.flows[at].from] = true;
        dear[work.flows[at].to] = true;
    }
    dear
}

/// The plan with a chain in the row where the lines about it cost least, if that saves enough.
fn better(work: &Work, plan: &Plan, chain: &Chain, chains: &[Chain]) -> Option<Plan> {
    let window = Window::new(work, plan, chain);
    let now = plan.height(chain.nodes[0]);
    let before = disorder(plan, chain, chains, now);
    let present = window.plan(now);
    let (mut limit, mut best) = (search::cost(&window.work, &present, i64::MAX)?.0 - GAIN, None);
    for height in window.places() {
        if disorder(plan, chain, chains, height) > before {
            continue;
        }
        let other = window.plan(height);
        if other == present {
            continue;
        }
        if let Some((cost, _)) = search::cost(&window.work, &other, limit) {
            (limit, best) = (cost, Some(height));
        }
    }
    let mut heights = plan.heights();
    for &node in &chain.nodes {
        heights[node] = best?;
    }
    Some(Plan::new(work, plan.ranks.clone(), &heights))
}

/// How many chains of its lane stand on the wrong side of a chain at that height.
fn disorder(plan: &Plan, chain: &Chain, chains: &[Chain], height: i32) -> i64 {
    let others = chains.iter().filter(|other| other.lane == chain.lane && !other.is_main && other.turn != chain.turn);
    others.map(|other| chain.out_of_order(other, plan.height(other.nodes[0]) < height)).sum()
}

/// The part of a drawing about a chain.
struct Window {
    work: Work,
    ranks: Vec<usize>,
    heights: Vec<i32>,
    /// The nodes of the chain.
    chain: Vec<usize>,
}

impl Window {
    fn new(work: &Work, plan: &Plan, chain: &Chain) -> Window {
        let low = plan.ranks[chain.nodes[0]].saturating_sub(RANKS_AROUND);
        let high = plan.ranks[chain.nodes[chain.nodes.len() - 1]] + RANKS_AROUND;
        let is_small = work.nodes.len() <= WHOLE_MAX;
        let is_near = |node: usize| is_small || (low..=high).contains(&plan.ranks[node]);
        let mut nodes: Vec<usize> = (0..work.nodes.len()).filter(|&node| is_near(node)).collect();
        // Lines that lead out of the part are drawn to their ends.
        let leads_out = work.flows.iter().filter(|flow| is_near(flow.from) != is_near(flow.to));
        nodes.extend(leads_out.map(|flow| if is_near(flow.from) { flow.to } else { flow.from }));
        nodes.sort_unstable();
        nodes.dedup();
        let ranks: Vec<usize> = nodes.iter().map(|&node| plan.ranks[node]).collect();
        Window {
            work: work.part(&nodes).0,
            ranks: without_gaps(&ranks),
            heights: nodes.iter().map(|&node| plan.height(node)).collect(),
            chain: chain.nodes.iter().filter_map(|node| nodes.binary_search(node).ok()).collect(),
        }
    }

    /// The plan of the part with the chain at a height.
    fn plan(&self, height: i32) -> Plan {
        let mut heights = self.heights.clone();
        self.chain.iter().for_each(|&node| heights[node] = height);
        Plan::new(&self.work, self.ranks.clone(), &heights)
    }

    /// The heights that the chain might take: rows with room for it, and new ones between and beside them.
    fn places(&self) -> Vec<i32> {
        let (first, last) = (self.chain[0], self.chain[self.chain.len() - 1]);
        let (lane, span) = (self.work.nodes[first].lane, self.ranks[first]..=self.ranks[last]);
        let in_lane = || (0..self.heights.len()).filter(|&node| self.work.nodes[node].lane == lane);
        let is_taken = |height: i32| {
            in_lane().any(|node| {
                self.heights[node] == height && span.contains(&self.ranks[node]) && !self.chain.contains(&node)
            })
        };
        let mut places: Vec<i32> = in_lane().flat_map(|node| self.heights[node] - 1..=self.heights[node] + 1).collect();
        places.sort_unstable();
        places.dedup();
        places.retain(|&height| !is_taken(height));
        places
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::Options;
    use super::super::p1_cycles::orient;
    use super::super::shapes::graphs;
    use super::super::{p2_ranks, p3_rows};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_settled_plan_keeps_ranks_and_shares_no_cell_and_costs_no_more(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let arcs = orient(&work);
            let spans: Vec<usize> = arcs.iter().map(|arc| p2_ranks::usual_span(&work, arc)).collect();
            let (plan, chains) = p3_rows::rows(&work, &arcs, p2_ranks::rank(&work, &arcs, &spans, &[]));
            let settled = settle(&work, plan.clone(), &chains);
            prop_assert_eq!(&settled.ranks, &plan.ranks);
            prop_assert!(settled.gives_each_its_cell(&work));
            for (lane, &count) in settled.row_counts.iter().enumerate() {
                let stands = |row: usize| (0..work.nodes.len()).any(|node| (work.nodes[node].lane, settled.rows[node]) == (lane, row));
                prop_assert!(count == 1 || (0..count).all(stands));
            }
            // Graphs of this size are judged as a whole, without lanes where nothing stands.
            let bare = work.part(&(0..work.nodes.len()).collect::<Vec<_>>()).0;
            let same = |plan: &Plan| Plan::new(&bare, plan.ranks.clone(), &plan.heights());
            let cost = |plan: &Plan| search::cost(&bare, &same(plan), i64::MAX).map(|(cost, _)| cost);
            prop_assert!(cost(&settled) <= cost(&plan));
        }
    }
}
