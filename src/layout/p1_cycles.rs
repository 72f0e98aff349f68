//! Phase 1: which flows point forward.
//!
//! In: the graph. Out: arcs without a cycle. A flow that would close one is left out: it will be drawn backwards.
//! Holds: the successful path comes first, then sequence flows in depth-first order of declaration, then messages and
//! associations where they close no cycle. A message to a node that no sequence flow leads to goes with the sequence flows: what
//! it sets off comes after it, and what leads back from there is drawn backwards. Declaration order breaks every tie.

use super::work::Work;
use std::cmp::Reverse;

/// A flow, and which of its two nodes stands before the other: `from`, which may be the one that it leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub flow: usize,
    pub from: usize,
    pub to: usize,
}

impl Arc {
    /// Whether it runs against its flow, which is then drawn backwards.
    pub fn is_turned(&self, work: &Work) -> bool {
        work.flows[self.flow].from != self.from
    }
}

/// The arcs in declaration order of their flows.
pub(super) fn orient(work: &Work) -> Vec<Arc> {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); work.nodes.len()];
    let mut weak = Vec::new();
    let is_led_to = led_to(work);
    for (at, flow) in work.flows.iter().enumerate() {
        match (flow.from == flow.to, flow.is_strong() || !is_led_to[flow.to]) {
            (true, _) => {}
            (_, true) => next[flow.from].push(at),
            (_, false) => weak.push(at),
        }
    }
    for flows in &mut next {
        flows.sort_by_key(|&flow| (!work.flows[flow].main, flow));
    }
    let mut forward = depth_first(work, &next);
    add_weak(work, &weak, &mut forward);
    (0..work.flows.len())
        .filter(|&at| forward[at])
        .map(|flow| Arc { flow, from: work.flows[flow].from, to: work.flows[flow].to })
        .collect()
}

/// Which nodes a strong flow leads to.
fn led_to(work: &Work) -> Vec<bool> {
    let mut is_led_to = vec![false; work.nodes.len()];
    for flow in work.flows.iter().filter(|flow| flow.is_strong() && flow.from != flow.to) {
        is_led_to[flow.to] = true;
    }
    is_led_to
}

/// Marks every strong flow that does not lead back to a node still being visited.
fn depth_first(work: &Work, next: &[Vec<usize>]) -> Vec<bool> {
    let count = work.nodes.len();
    let mut forward = vec![false; work.flows.len()];
    let mut has_in = vec![false; count];
    for &flow in next.iter().flatten() {
        has_in[work.flows[flow].to] = true;
    }
    let sources = (0..count).filter(|&node| !has_in[node]);
    let roots: Vec<usize> = work.main_path.iter().copied().take(1).chain(sources).chain(0..count).collect();
    let (mut seen, mut open) = (vec![false; count], vec![false; count]);
    for root in roots {
        if seen[root] {
            continue;
        }
        seen[root] = true;
        open[root] = true;
        let mut stack = vec![(root, 0)];
        while let Some((node, at)) = stack.last_mut() {
            let Some(&flow) = next[*node].get(*at) else {
                open[*node] = false;
                stack.pop();
                continue;
            };
            *at += 1;
            let to = work.flows[flow].to;
            forward[flow] = !open[to];
            if !seen[to] {
                seen[to] = true;
                open[to] = true;
                stack.push((to, 0));
            }
        }
    }
    forward
}

/// Adds each weak flow that closes no cycle with what is already forward.
fn add_weak(work: &Work, weak: &[usize], forward: &mut [bool]) {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); work.nodes.len()];
    for (at, flow) in work.flows.iter().enumerate() {
        if forward[at] {
            next[flow.from].push(flow.to);
        }
    }
    let mut seen = vec![usize::MAX; work.nodes.len()];
    for &at in weak {
        let (from, to) = (work.flows[at].from, work.flows[at].to);
        let mut stack = vec![to];
        while let Some(node) = stack.pop() {
            if node == from {
                break;
            }
            for &after in &next[node] {
                if seen[after] != at {
                    seen[after] = at;
                    stack.push(after);
                }
            }
        }
        if seen[from] != at {
            forward[at] = true;
            next[from].push(to);
        }
    }
}

/// The longest paths along the arcs to so many ends, the longest of all first. Of several, the one that ends in the node
/// declared last, as refusals are mostly declared before what happens without them.
pub(super) fn longest_paths(work: &Work, arcs: &[Arc], paths: usize) -> Vec<Vec<usize>> {
    let count = work.nodes.len();
    let mut best: Vec<(usize, usize)> = vec![(1, usize::MAX); count];
    let (mut into, mut goes_on) = (vec![Vec::new(); count], vec![false; count]);
    for arc in arcs {
        into[arc.to].push(arc.from);
        goes_on[arc.from] = true;
    }
    for node in topological(count, arcs.iter().map(|arc| (arc.from, arc.to))) {
        for &from in &into[node] {
            if best[from].0 + 1 > best[node].0 {
                best[node] = (best[from].0 + 1, from);
            }
        }
    }
    let mut ends: Vec<usize> = (0..count).filter(|&node| !goes_on[node]).collect();
    ends.sort_by_key(|&node| Reverse((best[node].0, node)));
    let path = |end: usize| {
        let before = |&node: &usize| Some(best[node].1).filter(|&before| before != usize::MAX);
        let mut path: Vec<usize> = std::iter::successors(Some(end), before).collect();
        path.reverse();
        path
    };
    ends.into_iter().take(paths).map(path).collect()
}

/// Nodes in an order in which every pair points forward.
pub(super) fn topological(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut waits = vec![0; count];
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (from, to) in pairs {
        waits[to] += 1;
        next[from].push(to);
    }
    let mut order: Vec<usize> = (0..count).filter(|&node| waits[node] == 0).collect();
    let mut at = 0;
    while at < order.len() {
        for &to in &next[order[at]] {
            waits[to] -= 1;
            if waits[to] == 0 {
                order.push(to);
            }
        }
        at += 1;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::super::graph::{FlowKind, Options, SizedGraph};
    use super::super::shapes::boxes;
    use super::*;

    #[test]
    fn what_a_message_sets_off_comes_after_it() {
        // A refusal is sent on; who receives it asks again.
        let mut graph = boxes(4, &[(0, 1), (1, 2), (2, 3), (3, 1)]);
        graph.flows[2].kind = FlowKind::Message;
        let forward = |graph: &SizedGraph| {
            let arcs = orient(&Work::new(graph, &Options::default()));
            arcs.iter().map(|arc| arc.flow).collect::<Vec<_>>()
        };
        assert_eq!(forward(&graph), [0, 1, 2]);
        // Where a sequence flow leads there too, the message is what gives way.
        graph.flows.swap(2, 3);
        graph.flows[0].to = 3;
        assert_eq!(forward(&graph), [0, 1, 2]);
    }
}
