//! How a reader goes through a drawing: its stops, named by the parts that show them, and the words of each.
//!
//! Holds: stops and ways are those of `graph::walk`; branches bear the labels that the drawing has on its lines.
//! Absent on purpose: the sentences of the text, which stand in the text.

use super::say;
use crate::base::Lang;
use crate::graph::{self, FlowGraph, FlowNode, NodeKind, Onward};
use crate::model::Branch;
use crate::theme::Drawing;
use serde::Serialize;

/// The stops of a drawing, its start first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Walk {
    /// Names of the bands.
    pub lanes: Vec<String>,
    pub stops: Vec<WalkStop>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WalkStop {
    /// Id of the part, and of the element of the text where it is one.
    pub id: String,
    /// What it is, where the text has no words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<WalkEnd>,
    /// Its number as the drawing words it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Indices of the bands of those who act.
    pub who: Vec<usize>,
    /// Indices of the bands where it happens, without those.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<WalkWay>,
}

/// Where a walk begins, and how it may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WalkEnd {
    Start,
    Done,
    Refused,
}

/// A way to the next stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WalkWay {
    /// The label of the branch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(skip)]
    pub branch: Option<Branch>,
    /// Ids of the parts in between: lines, and the messages that they join.
    pub via: Vec<String>,
    /// Index of the next stop.
    pub to: usize,
}

pub(super) fn of(graph: &FlowGraph, theme: &Drawing, language: Lang) -> Walk {
    let flows: Vec<_> = graph.flows().collect();
    let stops = graph::walk(graph).stops;
    let way = |way: &Onward| {
        let label = way.branch.map(|branch| match branch {
            Branch::Yes => &theme.words.yes,
            Branch::No => &theme.words.no,
        });
        let parts = way.via.iter().filter_map(|&flow| flows.get(flow)).flat_map(|&(_, to, flow)| {
            let is_between = stops[way.to].node != to;
            [Some(flow.id.clone()), is_between.then(|| graph.node(to).id.clone())]
        });
        let by = label.map(|label| label.get(language).to_owned());
        WalkWay { by, branch: way.branch, via: parts.flatten().collect(), to: way.to }
    };
    let stop = |(at, stop): (usize, &graph::Stop)| {
        let node = graph.node(stop.node);
        WalkStop {
            id: node.id.clone(),
            end: end(node, at == 0),
            name: node.number.as_ref().map(|number| say(number, language).to_owned()),
            who: node.who().to_vec(),
            places: node.places.clone(),
            terms: node.terms().map(|term| say(term, language).to_owned()).collect(),
            ways: stop.ways.iter().map(way).collect(),
        }
    };
    let lanes = graph.lanes.iter().map(|lane| say(&lane.name, language).to_owned()).collect();
    Walk { lanes, stops: stops.iter().enumerate().map(stop).collect() }
}

fn end(node: &FlowNode, is_first: bool) -> Option<WalkEnd> {
    match node.kind {
        _ if node.element.is_some() => None,
        _ if is_first => Some(WalkEnd::Start),
        NodeKind::EndMessage => Some(WalkEnd::Refused),
        _ => Some(WalkEnd::Done),
    }
}
