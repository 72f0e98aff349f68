//! What to mark in a drawing: elements that came, went and changed, each by the id that it has in its picture.

use crate::base::{Id, Text};
use crate::graph::{self, FlowGraph, FlowNode};
use crate::model::{Decree, Regulation};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The marks of one drawing that is there before, after, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// Decree, regulation and path.
    pub decree: Id,
    pub regulation: Id,
    pub path: Id,
    pub is_before: bool,
    pub is_after: bool,
    pub marks: Marks,
}

/// Ids of shapes, lines and bands. What is removed stands in the old picture alone, what is added in the new one alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Marks {
    pub added: BTreeSet<String>,
    pub removed: BTreeSet<String>,
    pub changed: BTreeSet<String>,
}

impl Marks {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// The drawings of one regulation, before and after, in the order of the new one: diagrams, then handbooks.
pub fn drawings(before: (&Decree, &Regulation), after: (&Decree, &Regulation)) -> Vec<Marked> {
    let (old, new) = (graphs(before.1), graphs(after.1));
    let mut paths: Vec<&Id> = new.iter().map(|(path, _)| path).collect();
    paths.extend(old.iter().map(|(path, _)| path).filter(|path| new.iter().all(|(other, _)| other != *path)));
    let find = |all: &'_ [(Id, FlowGraph)], path: &Id| all.iter().position(|(other, _)| other == path);
    let all = paths.into_iter().map(|path| {
        let graphs = (find(&old, path).map(|at| &old[at].1), find(&new, path).map(|at| &new[at].1));
        Marked {
            decree: after.0.id.clone(),
            regulation: after.1.id.clone(),
            path: path.clone(),
            is_before: graphs.0.is_some(),
            is_after: graphs.1.is_some(),
            marks: marks(graphs.0, graphs.1),
        }
    });
    all.collect()
}

fn graphs(regulation: &Regulation) -> Vec<(Id, FlowGraph)> {
    let diagrams = regulation.system_paths.iter().map(|path| (path.id.clone(), graph::of_system_path(path)));
    let handbooks = regulation
        .provider_paths
        .iter()
        .map(|path| (path.id.clone(), graph::of_provider_path(path, &regulation.units)));
    diagrams.chain(handbooks).collect()
}

/// What a picture shows of an element. Its number is left out: it shifts with every step put in before it.
type Shown = (String, Option<Text>, Option<Text>, Option<Text>, Vec<Text>);

fn marks(before: Option<&FlowGraph>, after: Option<&FlowGraph>) -> Marks {
    let all = |graph: Option<&FlowGraph>| graph.map_or(BTreeMap::new(), elements);
    let (old, new) = (all(before), all(after));
    let keys = |of: &BTreeMap<String, Shown>, without: &BTreeMap<String, Shown>| {
        of.keys().filter(|id| !without.contains_key(*id)).cloned().collect()
    };
    let changed = new.iter().filter(|(id, shown)| old.get(*id).is_some_and(|old| old != *shown));
    Marks { added: keys(&new, &old), removed: keys(&old, &new), changed: changed.map(|(id, _)| id.clone()).collect() }
}

/// Nodes, flows and lanes by id.
fn elements(graph: &FlowGraph) -> BTreeMap<String, Shown> {
    let lane = |node: &FlowNode| graph.lanes[node.lane].id.to_string();
    let nodes = graph.nodes().map(|node| {
        let kind = format!("{:?} in {}", node.kind, lane(node));
        (node.id.clone(), (kind, node.label.clone(), node.text.clone(), node.term.clone(), node.further.clone()))
    });
    let flows = graph.flows().map(|(_, _, flow)| {
        (flow.id.clone(), (format!("{:?} {:?}", flow.kind, flow.branch), None, None, None, Vec::new()))
    });
    let lanes = graph.lanes.iter().map(|lane| {
        (format!("lane_{}", lane.id), ("lane".to_owned(), Some(lane.name.clone()), None, None, Vec::new()))
    });
    nodes.chain(flows).chain(lanes).collect()
}
