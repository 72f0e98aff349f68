//! The flow graph of one path: what stands in which lane, and what leads where.

use crate::base::{Id, Text};
use crate::model::Branch;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

/// Which kind of drawing the graph becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Notation {
    /// Functional-interaction diagram: pools as rows, BPMN collaboration.
    Diagram,
    /// Business-process handbook: units as columns, time runs down.
    Handbook,
}

/// A lane: a pool of a diagram, a column of a handbook.
#[derive(Debug, Clone, Serialize)]
pub struct Lane {
    pub id: Id,
    pub name: Text,
}

/// What a node is in BPMN 2.0 (diagram) or in the handbook's notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// Start event with a message.
    Start,
    /// Task: a process of the text, or a plain item.
    Task,
    /// Exclusive gateway: a condition.
    Gateway,
    /// Intermediate catching message event.
    Catch,
    /// Intermediate throwing message event.
    Throw,
    /// End event with a message.
    EndMessage,
    /// End event without a trigger.
    EndNone,
    /// Data object: the document that the applicant receives.
    Document,
    /// Handbook: start or finish of the service.
    Terminator,
    /// Handbook: a step.
    Action,
    /// Handbook: a choice.
    Choice,
    /// An event that no text of a regulation leads to, but a graph from elsewhere may hold.
    Other(OtherEvent),
}

/// Events of BPMN 2.0 beside those that the texts know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherEvent {
    /// Start event without a trigger.
    Start,
    StartTimer,
    /// Intermediate event without a trigger.
    Intermediate,
    IntermediateTimer,
    IntermediateError,
    EndError,
}

/// A node of the flow graph.
#[derive(Debug, Clone, Serialize)]
pub struct FlowNode {
    /// `register`, `p1`, `c2`; derived nodes are named after what they derive from: `start`, `p2-end`, `c3-in`.
    pub id: String,
    pub kind: NodeKind,
    /// Index of the lane.
    pub lane: usize,
    /// Lanes of those who act; none where it is the own lane alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<usize>,
    /// Lanes where it happens, without those who act.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<usize>,
    /// Index of the step or item that the node draws; `None` for a derived node.
    pub element: Option<usize>,
    /// The name that stands in the box: the number as the decree words it («1 үдеріс»).
    pub number: Option<Text>,
    /// What else stands in the box or beside the symbol.
    pub label: Option<Text>,
    /// The whole sentence: the title of the element.
    pub text: Option<Text>,
    /// The term, as words of the drawing.
    pub term: Option<Text>,
    /// Further terms: each with what it is for, or when it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FlowKind {
    /// Solid, inside a pool.
    Sequence,
    /// Dashed, between pools.
    Message,
    /// Dotted, to a data object.
    Association,
}

/// An edge of the flow graph.
#[derive(Debug, Clone, Serialize)]
pub struct Flow {
    /// `p1-c1`: source and target.
    pub id: String,
    pub kind: FlowKind,
    pub branch: Option<Branch>,
}

/// One path as a graph. Nodes and flows are named by their indices, in the order of the text.
#[derive(Debug, Clone)]
pub struct FlowGraph {
    pub notation: Notation,
    pub lanes: Vec<Lane>,
    /// The successful path, start to end.
    pub main_path: Vec<usize>,
    pub(super) graph: DiGraph<FlowNode, Flow>,
}

impl FlowNode {
    /// Lanes of those who act, its own where no sentence names another.
    pub fn who(&self) -> &[usize] {
        if self.actors.is_empty() { std::slice::from_ref(&self.lane) } else { &self.actors }
    }

    /// Everything that it says of time, its own term first.
    pub fn terms(&self) -> impl Iterator<Item = &Text> {
        self.term.iter().chain(&self.further)
    }
}

impl FlowGraph {
    /// A graph of these nodes and flows; `None` where a flow names a node that there is not.
    pub fn of(
        notation: Notation,
        lanes: Vec<Lane>,
        nodes: Vec<FlowNode>,
        flows: Vec<(usize, usize, Flow)>,
        main_path: Vec<usize>,
    ) -> Option<FlowGraph> {
        let mut graph = DiGraph::new();
        let count = nodes.len();
        for node in nodes {
            graph.add_node(node);
        }
        for (from, to, flow) in flows {
            if from >= count || to >= count {
                return None;
            }
            graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), flow);
        }
        Some(FlowGraph { notation, lanes, main_path, graph })
    }

    /// All nodes; the position is the node's index.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &FlowNode> {
        self.graph.node_weights().collect::<Vec<_>>().into_iter()
    }

    pub fn node(&self, index: usize) -> &FlowNode {
        &self.graph[NodeIndex::new(index)]
    }

    /// All flows as (source, target, flow), in the order of the text.
    pub fn flows(&self) -> impl Iterator<Item = (usize, usize, &Flow)> {
        self.graph.edge_references().map(|edge| (edge.source().index(), edge.target().index(), edge.weight()))
    }
}
