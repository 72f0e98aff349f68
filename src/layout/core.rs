//! What is left of a graph when every node that only passes the flow on is taken out of it.
//!
//! In: the graph and its arcs. Out: [`Core`], the graph of the nodes where flows part, meet, end or change the lane; a
//! path through it, and an order of its nodes.
//! Holds: a node put into a flow, in the lane that the flow comes from, leaves the core as it was. What is decided on the
//! core is decided alike before and after such an edit.

use super::graph::{FlowKind, Shape};
use super::p1_cycles::{Arc, longest_paths, topological};
use super::p2_ranks::{rank, usual_span};
use super::work::{Work, WorkFlow};

const NONE: usize = usize::MAX;

/// When a node comes in the order: its rank, and its place in a topological order.
type Turn = (usize, usize);

/// The graph of the nodes where something is decided.
pub(super) struct Core {
    pub work: Work,
    pub arcs: Vec<Arc>,
    /// The nodes of the whole graph that were kept.
    nodes: Vec<usize>,
    /// For each arc, the nodes of the whole from its source on, the target left out.
    runs: Vec<Vec<usize>>,
}

impl Core {
    /// The nodes where flows part, meet, end or change the lane.
    pub fn of(work: &Work, arcs: &[Arc]) -> Core {
        Core::without(work, arcs, |from, node| work.nodes[from].lane == work.nodes[node].lane)
    }

    /// The nodes where flows part, meet or end: what is left of a way does not tell through which lanes it leads.
    pub fn of_ways(work: &Work, arcs: &[Arc]) -> Core {
        Core::without(work, arcs, |_, _| true)
    }

    /// Without nodes that only pass the flow on, as far as `may_go` says of the one before and the node.
    fn without(work: &Work, arcs: &[Arc], may_go: impl Fn(usize, usize) -> bool) -> Core {
        let arc_of = arc_of(work, arcs);
        let leaving = passed_on(work, &arc_of, may_go);
        let nodes: Vec<usize> = (0..work.nodes.len()).filter(|&node| leaving[node] == NONE).collect();
        let place = |node: usize| nodes.binary_search(&node).ok();
        let (mut flows, mut core_arcs, mut runs) = (Vec::new(), Vec::new(), Vec::new());
        for (first, flow) in work.flows.iter().enumerate() {
            let Some(from) = place(flow.from) else { continue };
            // One flow leads to each node of a run, so no run meets itself: it ends at a node that was kept.
            let (mut last, mut run) = (first, vec![flow.from]);
            while leaving[work.flows[last].to] != NONE {
                run.push(work.flows[last].to);
                last = leaving[work.flows[last].to];
            }
            let Some(to) = place(work.flows[last].to) else { continue };
            if arc_of[last] != NONE {
                core_arcs.push(Arc { flow: flows.len(), from, to });
                runs.push(run);
            }
            flows.push(WorkFlow { flow: flows.len(), from, to, main: false, ..work.flows[last].clone() });
        }
        let mut flows_out = vec![Vec::new(); nodes.len()];
        flows.iter().enumerate().for_each(|(at, flow)| flows_out[flow.from].push(at));
        let mut core = Work {
            lanes: work.lanes,
            nodes: nodes.iter().map(|&node| work.nodes[node].clone()).collect(),
            flows,
            flows_out,
            main_path: work.main_path.iter().filter_map(|&node| place(node)).collect(),
            options: work.options,
            breadths: work.breadths.clone(),
        };
        core.mark_main_flows();
        Core { work: core, arcs: core_arcs, nodes, runs }
    }

    /// At most so many paths of the whole graph to its ends, those first that pass most nodes of the core.
    pub fn paths(&self, count: usize) -> Vec<Vec<usize>> {
        longest_paths(&self.work, &self.arcs, count).into_iter().map(|path| self.whole(&path)).collect()
    }

    /// A path of the core with the nodes that were taken out of it.
    fn whole(&self, path: &[usize]) -> Vec<usize> {
        let mut whole = Vec::new();
        for pair in path.windows(2) {
            let run = self.arcs.iter().position(|arc| [arc.from, arc.to] == *pair);
            whole.extend(run.map(|at| &self.runs[at]).into_iter().flatten());
        }
        whole.extend(path.last().map(|&node| self.nodes[node]));
        whole
    }

    /// Nodes of the whole, in [`Core::order_within`].
    pub fn order(&self) -> Vec<usize> {
        self.order_within().into_iter().map(|node| self.nodes[node]).collect()
    }

    /// Nodes of the core, in an order in which every arc points forward: as the core is ranked when nothing else is
    /// wished, and each dead end of a lane right behind what leads to it; where that is one of several branches, or leads to
    /// several, behind all of them, or each branch would have to wait for the end of the one before. Ends in other lanes keep
    /// no order.
    pub fn order_within(&self) -> Vec<usize> {
        let count = self.work.nodes.len();
        let spans: Vec<usize> = self.arcs.iter().map(|arc| usual_span(&self.work, arc)).collect();
        let ranks = rank(&self.work, &self.arcs, &spans, &[]);
        let (mut place, mut into, mut out) = (vec![0; count], vec![0; count], vec![0; count]);
        let sorted = topological(count, self.arcs.iter().map(|arc| (arc.from, arc.to)));
        sorted.iter().enumerate().for_each(|(at, &node)| place[node] = at);
        for arc in &self.arcs {
            into[arc.to] += 1;
            out[arc.from] += 1;
        }
        let turns: Vec<Turn> = ranks.into_iter().zip(place).collect();
        let behind = self.behind_branches(&turns, &into, &out);
        let goes_on = (0..count).filter(|&node| out[node] > 0).map(|node| ((turns[node], 0), node));
        let dead_ends = self.arcs.iter().filter(|arc| {
            let (from, to) = (&self.work.nodes[arc.from], &self.work.nodes[arc.to]);
            into[arc.to] == 1 && out[arc.to] == 0 && from.lane == to.lane && !to.main
        });
        let dead_ends = dead_ends.map(|arc| ((behind[arc.from], arc.flow + 1), arc.to));
        let mut order: Vec<_> = goes_on.chain(dead_ends).collect();
        order.sort_unstable();
        order.into_iter().map(|(_, node)| node).collect()
    }

    /// For each node its turn, or that of the last branch beside which a dead end of it stands: of those that part at the node,
    /// or where the way to it does, if several go on there.
    fn behind_branches(&self, turns: &[Turn], into: &[usize], out: &[usize]) -> Vec<Turn> {
        let count = turns.len();
        let (mut parent, mut branches) = (vec![NONE; count], vec![Vec::new(); count]);
        for arc in self.arcs.iter().filter(|arc| !self.work.nodes[arc.to].main && into[arc.to] == 1) {
            parent[arc.to] = arc.from;
            branches[arc.from].extend(Some(turns[arc.to]).filter(|_| out[arc.to] > 0));
        }
        let last_branch = |node: usize| branches.get(node).filter(|all| all.len() > 1).and_then(|all| all.iter().max());
        let behind = |node: usize| {
            let branches = [node, parent[node]].into_iter().filter_map(last_branch);
            branches.fold(turns[node], |last, &branch| last.max(branch))
        };
        (0..count).map(behind).collect()
    }
}

/// The arc of each flow; [`NONE`] for those that lead back.
fn arc_of(work: &Work, arcs: &[Arc]) -> Vec<usize> {
    let mut all = vec![NONE; work.flows.len()];
    arcs.iter().enumerate().for_each(|(at, arc)| all[arc.flow] = at);
    all
}

/// For each node that only passes the flow on and may go, the flow that leaves it.
fn passed_on(work: &Work, arc_of: &[usize], may_go: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let count = work.nodes.len();
    let (mut into, mut out, mut ends) = (vec![NONE; count], vec![NONE; count], vec![0; count]);
    for (at, flow) in work.flows.iter().enumerate() {
        (into[flow.to], out[flow.from]) = (at, at);
        ends[flow.to] += 1;
        ends[flow.from] += 1;
    }
    let is_plain = |at: usize| work.flows[at].kind != FlowKind::Association;
    let passes = |node: usize| {
        let (into, out) = (into[node], out[node]);
        if ends[node] != 2 || into == NONE || out == NONE || into == out || arc_of[into] == NONE {
            return false;
        }
        let here = &work.nodes[node];
        may_go(work.flows[into].from, node)
            && is_plain(into)
            && is_plain(out)
            && here.shape != Shape::Diamond
            && here.rank.is_none()
    };
    (0..count).map(|node| if passes(node) { out[node] } else { NONE }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedGraph};
    use super::super::p1_cycles::orient;
    use super::super::shapes::{graphs, with_node};
    use super::*;
    use proptest::prelude::*;

    fn core(graph: &SizedGraph) -> Core {
        let work = Work::new(graph, &Options::default());
        Core::of(&work, &orient(&work))
    }

    fn ways(graph: &SizedGraph) -> Core {
        let work = Work::new(graph, &Options::default());
        Core::of_ways(&work, &orient(&work))
    }

    /// The ends of the flows, and the longest path, by the ids of nodes.
    fn said(graph: &SizedGraph, core: &Core) -> (Vec<(String, String)>, Vec<String>) {
        let name = |node: usize| graph.nodes[core.nodes[node]].id.clone();
        let flows = core.work.flows.iter().map(|flow| (name(flow.from), name(flow.to))).collect();
        let path = core.paths(1).swap_remove(0).into_iter().filter(|node| core.nodes.contains(node));
        (flows, path.map(|node| graph.nodes[node].id.clone()).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_node_put_into_a_flow_leaves_the_core_as_it_was(mut graph in graphs(), at in 0..64usize) {
            graph.main_path.clear();
            let Some(longer) = with_node(&graph, at) else { return Ok(()) };
            prop_assert_eq!(said(&graph, &core(&graph)), said(&longer, &core(&longer)));
            prop_assert_eq!(said(&graph, &ways(&graph)), said(&longer, &ways(&longer)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_arc_between_nodes_of_the_order_points_forward(graph in graphs()) {
            let core = core(&graph);
            let order = core.order();
            let place = |node: usize| order.iter().position(|&at| at == core.nodes[node]);
            for arc in &core.arcs {
                if let (Some(from), Some(to)) = (place(arc.from), place(arc.to)) {
                    prop_assert!(from < to);
                }
            }
        }
    }
}
