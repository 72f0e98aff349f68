//! Walking through a path: where its reader may stop, and which ways lead on from there.
//!
//! In: a [`FlowGraph`]. Out: a [`Walk`].
//! Holds: every element of the text is a stop, and its ways lead where the text lets it go on; the messages that stand
//! between two stops are passed, and named. A flow on which a sender only waits for what comes back is no way, nor is a
//! question that comes back answered to the one who asked.
//! Absent on purpose: words.

use super::types::{Flow, FlowGraph, FlowKind, NodeKind};
use crate::model::Branch;
use std::collections::{BTreeSet, VecDeque};

/// The stops of a path, its start first, then in the order of the graph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walk {
    pub stops: Vec<Stop>,
}

/// A node to stop at: the start, an element of the text, an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub node: usize,
    /// None: here the walk ends.
    pub ways: Vec<Onward>,
}

/// A way from a stop to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    pub branch: Option<Branch>,
    /// The flows that lead there, by their place in [`FlowGraph::flows`].
    pub via: Vec<usize>,
    /// Index of the next stop.
    pub to: usize,
}

/// The walk through a graph. Total.
pub fn walk(graph: &FlowGraph) -> Walk {
    let ground = Ground::of(graph);
    let Some(start) = ground.start else { return Walk::default() };
    let mut nodes = vec![start];
    nodes.extend((0..ground.is_stop.len()).filter(|&node| node != start && ground.is_stop[node]));
    let mut index = vec![0; ground.is_stop.len()];
    for (at, &node) in nodes.iter().enumerate() {
        index[node] = at;
    }
    let stop = |&node: &usize| {
        let mut ways = ground.ways(node);
        ways.iter_mut().for_each(|way| way.to = index[way.to]);
        Stop { node, ways }
    };
    Walk { stops: nodes.iter().map(stop).collect() }
}

/// What a walk goes over.
struct Ground<'a> {
    flows: Vec<(usize, usize, &'a Flow)>,
    /// The flows that leave a node; what is only associated is not gone to.
    out: Vec<Vec<usize>>,
    is_stop: Vec<bool>,
    start: Option<usize>,
}

impl<'a> Ground<'a> {
    fn of(graph: &'a FlowGraph) -> Ground<'a> {
        let flows: Vec<_> = graph.flows().collect();
        let count = graph.nodes().len();
        let (mut out, mut is_entered) = (vec![Vec::new(); count], vec![false; count]);
        for (at, &(from, to, flow)) in flows.iter().enumerate() {
            if flow.kind != FlowKind::Association {
                out[from].push(at);
                is_entered[to] = true;
            }
        }
        let first = || (0..count).find(|&node| !is_entered[node] && !out[node].is_empty());
        let start = graph.main_path.first().copied().filter(|&node| node < count).or_else(first);
        let is_end = |node: usize| out[node].is_empty() && graph.node(node).kind != NodeKind::Document;
        let is_stop =
            (0..count).map(|node| Some(node) == start || graph.node(node).element.is_some() || is_end(node)).collect();
        Ground { flows, out, is_stop, start }
    }

    /// The ways out of a stop; `to` is a node here. One way to each place by each branch.
    fn ways(&self, from: usize) -> Vec<Onward> {
        let mut ways: Vec<Onward> = Vec::new();
        for &first in &self.out[from] {
            let branch = self.flows[first].2.branch;
            for (to, via) in self.follow(first) {
                // An answer to the one who asked.
                if to == from && via.len() > 1 {
                    continue;
                }
                let is_same = |way: &&mut Onward| way.to == to && (way.branch == branch || branch.is_none());
                match ways.iter_mut().find(is_same) {
                    Some(way) => way.via.extend(via),
                    None => ways.push(Onward { branch, via, to }),
                }
            }
        }
        // What a condition sends before it is decided is a question, not a way.
        if ways.iter().any(|way| way.branch.is_some()) {
            ways.retain(|way| way.branch.is_some());
        }
        ways
    }

    /// The stops that a flow leads to, each with the flows up to it.
    fn follow(&self, first: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut queue = VecDeque::from([vec![first]]);
        while let Some(via) = queue.pop_front() {
            let at = via.last().map_or(0, |&flow| self.flows[flow].1);
            if !seen.insert(at) {
                continue;
            }
            if self.is_stop[at] {
                found.push((at, via));
                continue;
            }
            let onward = self.onward(at).map(|flow| via.iter().copied().chain([flow]).collect());
            queue.extend(onward);
        }
        found
    }

    /// Who has sent a message waits; the message goes on.
    fn onward(&self, node: usize) -> impl Iterator<Item = usize> {
        let is_message = |flow: &usize| self.flows[*flow].2.kind == FlowKind::Message;
        let sends = self.out[node].iter().any(is_message);
        self.out[node].iter().copied().filter(move |flow| !sends || is_message(flow))
    }
}
