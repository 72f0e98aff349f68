//! What both notations share while a graph grows: nodes, flows, and the successful path.

use super::types::{Flow, FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation};
use crate::base::{Id, Lang, Text};
use crate::model::{Branch, StatedDuration, Target, Way};
use crate::wording::duration::say_short;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeSet;

/// A graph under construction.
///
/// Every id stands in it once: elements have their own, and what is derived takes the first that is free.
pub(super) struct Growing {
    pub graph: DiGraph<FlowNode, Flow>,
    pub lanes: Vec<Lane>,
    taken: BTreeSet<String>,
}

impl Growing {
    /// `elements` are the ids of all elements that are still to come.
    pub fn new<'i>(lanes: Vec<Lane>, elements: impl Iterator<Item = &'i Id>) -> Growing {
        Growing { graph: DiGraph::new(), lanes, taken: elements.map(Id::to_string).collect() }
    }

    /// Adds a node that no sentence of the text speaks of.
    pub fn derived(&mut self, id: impl Into<String>, kind: NodeKind, lane: usize) -> usize {
        let id = self.free(id.into());
        self.node(FlowNode {
            id,
            kind,
            lane,
            actors: Vec::new(),
            places: Vec::new(),
            element: None,
            number: None,
            label: None,
            text: None,
            term: None,
            further: Vec::new(),
        })
    }

    pub fn node(&mut self, node: FlowNode) -> usize {
        self.graph.add_node(node).index()
    }

    pub fn at(&self, index: usize) -> &FlowNode {
        &self.graph[NodeIndex::new(index)]
    }

    pub fn flow(&mut self, from: usize, to: usize, kind: FlowKind, branch: Option<Branch>) {
        let (from, to) = (NodeIndex::new(from), NodeIndex::new(to));
        // Both branches of a condition may lead to the same place.
        let id = self.free(format!("{}-to-{}", self.graph[from].id, self.graph[to].id));
        self.graph.add_edge(from, to, Flow { id, kind, branch });
    }

    /// The id, or where it is taken, the same with the first number from 2 that is free.
    fn free(&mut self, id: String) -> String {
        let mut free = id.clone();
        let mut count = 1;
        while !self.taken.insert(free.clone()) {
            count += 1;
            free = format!("{id}-{count}");
        }
        free
    }

    pub fn finish(self, notation: Notation, main_path: Vec<usize>) -> FlowGraph {
        FlowGraph { notation, lanes: self.lanes, main_path, graph: self.graph }
    }
}

/// The way that the successful path takes out of an element: «yes» before others, and one that ends well before one that
/// can only be refused.
fn main_way(ways: &[Way], ends_well: &[bool]) -> Option<Target> {
    let in_order = || {
        let first = ways.iter().filter(|way| way.branch == Some(Branch::Yes));
        first.chain(ways.iter().filter(|way| way.branch.is_none())).chain(ways).map(|way| way.to)
    };
    in_order().find(|to| is_well(*to, ends_well)).or(in_order().next())
}

fn is_well(to: Target, ends_well: &[bool]) -> bool {
    match to {
        Target::Element(at) => ends_well[at],
        Target::End => true,
        Target::Refused => false,
    }
}

/// Which elements some way leads from to the end of a service that is rendered.
fn ending_well(ways: &[&[Way]]) -> Vec<bool> {
    let mut ends_well = vec![false; ways.len()];
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        // Most ways lead on: from behind, one round tells nearly all.
        for at in (0..ways.len()).rev().filter(|at| !ends_well[*at]).collect::<Vec<_>>() {
            ends_well[at] = ways[at].iter().any(|way| is_well(way.to, &ends_well));
            has_changed |= ends_well[at];
        }
    }
    ends_well
}

/// The elements of the successful path, from the first on; a loop is walked once.
pub(super) fn successful(ways: &[&[Way]]) -> Vec<usize> {
    let ends_well = ending_well(ways);
    let mut path = Vec::new();
    let mut at = (!ways.is_empty()).then_some(0);
    while let Some(here) = at.filter(|here| !path.contains(here)) {
        path.push(here);
        at = match main_way(ways[here], &ends_well) {
            Some(Target::Element(next)) => Some(next),
            _ => None,
        };
    }
    path
}

/// A term as a drawing words it, in both languages.
pub(super) fn term(duration: Option<&StatedDuration>) -> Option<Text> {
    let value = &duration?.value;
    let mut text = Text::default();
    for lang in Lang::ALL {
        text.set(lang, say_short(value, lang));
    }
    Some(text)
}

/// A term with what it is for: «15 күн ішінде – қосымша тексеру кезде». Without a label, the sentence that states it.
pub(super) fn term_for(duration: &StatedDuration, label: Option<&Text>, sentence: &Text) -> Text {
    sentence.map(|lang, words| {
        let label = label.and_then(|label| label.get(lang));
        Some(match label {
            Some(label) => format!("{} – {label}", say_short(&duration.value, lang)),
            None => words.trim_end_matches([';', '.', ' ']).to_owned(),
        })
    })
}

/// The name of an element from its marker: «2) 1 үдеріс -» → «1 үдеріс»; nothing where only a list number is left.
pub(super) fn name_of(marker: &Text) -> Option<Text> {
    let name = marker.map(|_, words| {
        let words = words.trim();
        let named = match words.split_once(") ") {
            Some((index, rest)) if index.bytes().all(|b| b.is_ascii_digit()) => rest,
            _ => words,
        };
        let named = named.trim_end_matches(['-', '–', '—', ' ']);
        (!named.is_empty()).then(|| named.to_owned())
    });
    (!name.is_empty()).then_some(name)
}
