//! Two states of one drawing as one graph: what stayed once, what went and what came beside it.
//!
//! In: the graphs of a path before and after. Out: [`Overlay`]: both states with the same nodes and flows, so that one
//! layout serves them, and the marks of its parts.
//! Holds: elements that are the same bear the same id in both graphs; what changed its kind or its band went in one
//! place and came in another; the order is that of the new graph, and what went keeps its place behind what it followed.
//! Absent on purpose: sizes and places; how a mark looks.

use super::drawing::Marks;
use crate::base::Text;
use crate::graph::{Flow, FlowGraph, FlowKind, FlowNode, Lane};
use crate::model::Branch;
use std::collections::BTreeSet;

/// Both states of a drawing in one.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// With the words of before, and those of after where there was nothing.
    pub before: FlowGraph,
    /// With the words of after, and those of before where there is nothing now.
    pub after: FlowGraph,
    /// Ids of parts of the common graph.
    pub marks: Marks,
}

/// A thing of the common graph: where it stands in the old list and in the new one.
type Both = [Option<usize>; 2];

/// The old graph and the new one.
struct Graphs<'g> {
    graphs: [&'g FlowGraph; 2],
    nodes: [Vec<&'g FlowNode>; 2],
    flows: [Vec<(usize, usize, &'g Flow)>; 2],
}

/// A flow of the common graph.
struct CommonFlow {
    ends: (usize, usize),
    id: String,
    kind: FlowKind,
    /// Before and after.
    branches: [Option<Branch>; 2],
}

/// Lays one graph over the other; `None` where a flow leads nowhere, which no graph of a definition does.
pub(super) fn lay(old: &FlowGraph, new: &FlowGraph) -> Option<Overlay> {
    let graphs = [old, new];
    let all = Graphs {
        graphs,
        nodes: graphs.map(|graph| graph.nodes().collect()),
        flows: graphs.map(|graph| graph.flows().collect()),
    };
    let mut marks = Marks::default();
    let lanes = all.lanes(&mut marks);
    let (nodes, ids) = all.common_nodes(&mut marks);
    let flows = all.common_flows(&nodes, &ids, &mut marks);
    let main_path = all.main_path(&nodes);
    let side = |side: usize| {
        let own_lanes = lanes.iter().filter_map(|both| all.lane(both, side)).cloned().collect();
        let own_nodes = nodes.iter().zip(&ids).filter_map(|(both, id)| all.node(both, id, side, &lanes)).collect();
        let own_flows = flows.iter().map(|flow| {
            let (from, to) = flow.ends;
            (from, to, Flow { id: flow.id.clone(), kind: flow.kind, branch: flow.branches[side] })
        });
        FlowGraph::of(new.notation, own_lanes, own_nodes, own_flows.collect(), main_path.clone())
    };
    Some(Overlay { before: side(0)?, after: side(1)?, marks })
}

impl<'g> Graphs<'g> {
    fn lanes(&self, marks: &mut Marks) -> Vec<Both> {
        let [old, new] = self.graphs.map(|graph| &graph.lanes);
        let lanes = common(old.len(), new.len(), |a, b| old[a].id == new[b].id);
        for both in &lanes {
            let id = self.lane(both, 1).map(|lane| format!("lane_{}", lane.id)).unwrap_or_default();
            note(both, &id, |a, b| old[a].name == new[b].name, marks);
        }
        lanes
    }

    /// A band as it is on one side; as it is on the other, where it is not on this one.
    fn lane(&self, both: &Both, side: usize) -> Option<&'g Lane> {
        let (side, at) = own(both, side)?;
        self.graphs[side].lanes.get(at)
    }

    /// The nodes of both, and their ids in the common graph: those of the new one, where two would be the same.
    fn common_nodes(&self, marks: &mut Marks) -> (Vec<Both>, Vec<String>) {
        let [old, new] = &self.nodes;
        let lane = |side: usize, node: &FlowNode| &self.graphs[side].lanes[node.lane].id;
        let is_one = |a: usize, b: usize| {
            (&old[a].id, old[a].kind, lane(0, old[a])) == (&new[b].id, new[b].kind, lane(1, new[b]))
        };
        let nodes = common(old.len(), new.len(), is_one);
        let mut taken: BTreeSet<String> = new.iter().map(|node| node.id.clone()).collect();
        let mut ids = Vec::new();
        for both in &nodes {
            let id = match both {
                [_, Some(b)] => new[*b].id.clone(),
                [Some(a), None] => unique(format!("{}-before", old[*a].id), &old[*a].id, &mut taken),
                [None, None] => String::new(),
            };
            note(both, &id, |a, b| shown(old[a]) == shown(new[b]), marks);
            ids.push(id);
        }
        (nodes, ids)
    }

    fn node(&self, both: &Both, id: &str, side: usize, lanes: &[Both]) -> Option<FlowNode> {
        let (side, at) = own(both, side)?;
        let node = self.nodes[side][at];
        let lane = lanes.iter().position(|lane| lane[side] == Some(node.lane))?;
        Some(FlowNode { id: id.to_owned(), lane, ..node.clone() })
    }

    fn common_flows(&self, nodes: &[Both], ids: &[String], marks: &mut Marks) -> Vec<CommonFlow> {
        let place = |side: usize, node: usize| nodes.iter().position(|both| both[side] == Some(node));
        let ends = |side: usize, at: usize| {
            let (from, to, _) = self.flows[side][at];
            (place(side, from), place(side, to))
        };
        let [old, new] = &self.flows;
        let is_one = |a: usize, b: usize| ends(0, a) == ends(1, b) && old[a].2.kind == new[b].2.kind;
        let mut taken = BTreeSet::new();
        let mut flows = Vec::new();
        for both in common(old.len(), new.len(), is_one) {
            let Some((side, at)) = own(&both, 1) else { continue };
            let (Some(from), Some(to)) = ends(side, at) else { continue };
            let plain = format!("{}-to-{}", ids[from], ids[to]);
            let id = unique(format!("{plain}-2"), &plain, &mut taken);
            note(&both, &id, |a, b| old[a].2.branch == new[b].2.branch, marks);
            let branch = |side: usize| own(&both, side).and_then(|(side, at)| self.flows[side][at].2.branch);
            let kind = self.flows[side][at].2.kind;
            flows.push(CommonFlow { ends: (from, to), id, kind, branches: [branch(0), branch(1)] });
        }
        flows
    }

    /// The successful path of the new graph; of the old one, where the new has none.
    fn main_path(&self, nodes: &[Both]) -> Vec<usize> {
        let side = usize::from(!self.graphs[1].main_path.is_empty());
        let place = |node: &usize| nodes.iter().position(|both| both[side] == Some(*node));
        self.graphs[side].main_path.iter().filter_map(place).collect()
    }
}

/// What a picture shows of an element. Its number is left out: it shifts with every step put in before it.
fn shown(node: &FlowNode) -> (&Option<Text>, &Option<Text>, &Option<Text>, &[Text]) {
    (&node.label, &node.text, &node.term, &node.further)
}

/// The side on which a thing is, this one first, and its place there.
fn own(both: &Both, side: usize) -> Option<(usize, usize)> {
    both[side].map(|at| (side, at)).or_else(|| both[1 - side].map(|at| (1 - side, at)))
}

fn note(both: &Both, id: &str, is_same: impl Fn(usize, usize) -> bool, marks: &mut Marks) {
    let set = match *both {
        [None, _] => &mut marks.added,
        [_, None] => &mut marks.removed,
        [Some(a), Some(b)] if !is_same(a, b) => &mut marks.changed,
        _ => return,
    };
    set.insert(id.to_owned());
}

/// The plain id, or the other one with as many further letters as it takes.
fn unique(other: String, plain: &str, taken: &mut BTreeSet<String>) -> String {
    let mut id = plain.to_owned();
    let mut next = other;
    while !taken.insert(id.clone()) {
        id = next.clone();
        next.push('x');
    }
    id
}

/// Two lists as one, in the order of the new one; what only the old one has stands behind what it followed there.
fn common(old: usize, new: usize, is_one: impl Fn(usize, usize) -> bool) -> Vec<Both> {
    let mut partner: Vec<Option<usize>> = vec![None; old];
    let mut all: Vec<Both> = Vec::new();
    for b in 0..new {
        let a = (0..old).find(|&a| partner[a].is_none() && is_one(a, b));
        if let Some(a) = a {
            partner[a] = Some(b);
        }
        all.push([a, Some(b)]);
    }
    for a in (0..old).filter(|&a| partner[a].is_none()) {
        let behind = a.checked_sub(1).and_then(|before| all.iter().position(|both| both[0] == Some(before)));
        all.insert(behind.map_or(0, |at| at + 1), [Some(a), None]);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_keeps_its_place() {
        let (old, new) = ("abcde".as_bytes(), "acxed".as_bytes());
        let all = common(old.len(), new.len(), |a, b| old[a] == new[b]);
        let letters: String =
            all.iter().map(|both| both[1].map_or_else(|| old[both[0].unwrap()] as char, |b| new[b] as char)).collect();
        assert_eq!(letters, "abcxed");
        assert_eq!(all[1], [Some(1), None]);
    }

    #[test]
    fn an_id_that_is_taken_gets_another() {
        let mut taken = BTreeSet::from(["a".to_owned(), "a-before".to_owned()]);
        assert_eq!(unique("a-before".to_owned(), "a", &mut taken), "a-beforex");
        assert_eq!(unique("b-before".to_owned(), "b", &mut taken), "b");
    }
}
