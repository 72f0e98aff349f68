//! Ways that lead back through several nodes, and are drawn backwards all along.
//!
//! In: the graph and its arcs. Out: [`WaysBack`]: the arcs with those of such ways turned.
//! Where only the last flow of such a way is drawn backwards, the nodes before it lead ahead, and a line goes round all of
//! it. So the arcs between its nodes are turned: the last node stands first. The first flow parts from others at a gateway, and still
//! leads ahead, or straight across.
//! Holds: the arcs have no cycle. Nodes that are put into a way, or into anything else, change nothing of what stands on a way.

use super::p1_cycles::Arc;
use super::work::Work;

/// The arcs of a graph, and the nodes that keep no order with others.
pub(super) struct WaysBack {
    pub arcs: Vec<Arc>,
    /// For each node, whether a way leads back through it.
    pub is_on_one: Vec<bool>,
}

/// The sequence flows at a node, and whether messages or associations come to it, or leave it.
#[derive(Clone, Default)]
struct Joint {
    into: Vec<usize>,
    out: Vec<usize>,
    receives: bool,
    sends: bool,
}

impl WaysBack {
    pub fn of(work: &Work, arcs: &[Arc]) -> WaysBack {
        let mut is_arc = vec![false; work.flows.len()];
        arcs.iter().for_each(|arc| is_arc[arc.flow] = true);
        let joints = joints(work);
        let (mut is_turned, mut is_on_one) = (vec![false; work.flows.len()], vec![false; work.nodes.len()]);
        let leads_back =
            |at: usize| !is_arc[at] && work.flows[at].is_strong() && work.flows[at].from != work.flows[at].to;
        for last in (0..work.flows.len()).filter(|&at| leads_back(at)) {
            let way = way(work, &joints, &is_arc, last);
            way.iter().for_each(|&flow| is_on_one[work.flows[flow].to] = true);
            if let Some((_, inner)) = way.split_last() {
                inner.iter().for_each(|&flow| is_turned[flow] = true);
            }
        }
        let arc = |&Arc { flow, from, to }: &Arc| {
            let (from, to) = if is_turned[flow] { (to, from) } else { (from, to) };
            Arc { flow, from, to }
        };
        WaysBack { arcs: arcs.iter().map(arc).collect(), is_on_one }
    }
}

/// The flows by which one comes to the last flow of a way back, the nearest first; none if it has no nodes of its own.
fn way(work: &Work, joints: &[Joint], is_arc: &[bool], last: usize) -> Vec<usize> {
    let before = |node: usize| match (&joints[node].into[..], &joints[node].out[..]) {
        (&[flow], [_]) if is_arc[flow] && !work.nodes[node].main => Some(flow),
        _ => None,
    };
    let last = &work.flows[last];
    let way: Vec<usize> = std::iter::successors(before(last.from), |&flow| before(work.flows[flow].from)).collect();
    let Some(&first) = way.last() else { return way };
    // Where nothing parts, the way is a ring, and has no beginning.
    let from = work.flows[first].from;
    let is_ring = from == last.to && joints[from].out.len() == 1;
    // What comes to a later node by a message, and goes on from an earlier one, would go round in a circle.
    let any = |is: fn(&Joint) -> bool| way.iter().any(|&flow| is(&joints[work.flows[flow].to]));
    let would_circle = any(|joint| joint.receives) && any(|joint| joint.sends);
    if is_ring || would_circle { Vec::new() } else { way }
}

fn joints(work: &Work) -> Vec<Joint> {
    let mut joints = vec![Joint::default(); work.nodes.len()];
    for (at, flow) in work.flows.iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
        if flow.is_strong() {
            joints[flow.from].out.push(at);
            joints[flow.to].into.push(at);
        } else {
            joints[flow.from].sends = true;
            joints[flow.to].receives = true;
        }
    }
    joints
}

#[cfg(test)]
mod tests {
    use super::super::core::Core;
    use super::super::graph::{FlowKind, Options, SizedFlow, SizedGraph, SizedNode};
    use super::super::p1_cycles::{orient, topological};
    use super::super::shapes::{boxes, graphs};
    use super::*;
    use proptest::prelude::*;

    fn ways_back(graph: &SizedGraph) -> (Work, WaysBack) {
        let work = Work::new(graph, &Options::default());
        let ways = WaysBack::of(&work, &orient(&work));
        (work, ways)
    }

    fn turned(graph: &SizedGraph) -> Vec<(usize, usize)> {
        let (work, ways) = ways_back(graph);
        ways.arcs.iter().filter(|arc| arc.is_turned(&work)).map(|arc| (arc.from, arc.to)).collect()
    }

    #[test]
    fn a_way_back_through_nodes_is_turned_but_for_its_ends() {
        // From 3 back to 1 by way of 4, 5 and 6; first as a ring.
        let mut graph = boxes(8, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 1)]);
        assert_eq!(turned(&graph), []);
        graph.flows.push(graph.flows[0].clone());
        (graph.flows[7].from, graph.flows[7].to) = (3, 7);
        assert_eq!(turned(&graph), [(5, 4), (6, 5)]);
        let on_one: Vec<usize> = (0..8).filter(|&node| ways_back(&graph).1.is_on_one[node]).collect();
        assert_eq!(on_one, [4, 5, 6]);
        // Of a path that is told nothing is turned.
        graph.main_path = vec![0, 1, 2, 3, 4, 5, 6];
        assert_eq!(turned(&graph), []);
    }

    #[test]
    fn a_way_that_others_lead_through_is_left() {
        // Back from 2 to 1 by way of 3 and 4; 3 sends to 6, from which 4 receives.
        let mut graph = boxes(7, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (2, 5), (3, 6), (6, 4)]);
        graph.flows[6].kind = FlowKind::Message;
        graph.flows[7].kind = FlowKind::Message;
        assert_eq!(turned(&graph), []);
        graph.flows.pop();
        assert_eq!(turned(&graph), [(4, 3)]);
    }

    /// Ways back of one to three nodes between any two, which send and receive messages.
    fn lead_back(graph: &mut SizedGraph, picks: &[usize]) {
        let known = graph.nodes.len();
        for (at, pick) in picks.chunks_exact(4).enumerate() {
            let mut last = pick[0] % known;
            for step in 0..=pick[2] % 3 {
                let node = graph.nodes.len();
                let lane = (pick[3] + step) % graph.lanes.len();
                graph.nodes.push(SizedNode { id: format!("w{node}"), lane, ..graph.nodes[0].clone() });
                join(graph, (last, node), FlowKind::Sequence);
                last = node;
            }
            join(graph, (last, pick[1] % known), FlowKind::Sequence);
            let other = (pick[0] + pick[3]) % known;
            let message = if at % 2 == 0 { (last, other) } else { (other, last) };
            join(graph, message, FlowKind::Message);
        }
    }

    fn join(graph: &mut SizedGraph, (from, to): (usize, usize), kind: FlowKind) {
        let id = format!("w{}", graph.flows.len());
        graph.flows.push(SizedFlow { id, from, to, kind, label: None });
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn turned_arcs_have_no_cycle_and_run_against_no_order_of_the_core(mut graph in graphs(), picks in prop::collection::vec(0..64usize, 12)) {
            lead_back(&mut graph, &picks);
            let (work, ways) = ways_back(&graph);
            let mut order = Core::of(&work, &orient(&work)).order();
            order.retain(|&node| !ways.is_on_one[node]);
            let arcs = ways.arcs.iter().map(|arc| (arc.from, arc.to));
            let sorted = topological(work.nodes.len(), arcs.chain(order.windows(2).map(|pair| (pair[0], pair[1]))));
            prop_assert_eq!(sorted.len(), work.nodes.len());
        }
    }
}
