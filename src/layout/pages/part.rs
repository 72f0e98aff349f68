//! What one sheet shows: the nodes of some ranks, and connectors where a flow leads to another sheet.
//!
//! In: the graph, the ranks of its nodes, a range of ranks. Out: [`Part`], a graph of its own with every lane.
//! Holds: connectors that lead in stand before the first rank, those that lead out after the last, in the lane of the
//! flow's end on this sheet.

use super::super::graph::{Shape, SizedFlow, SizedGraph, SizedNode};
use super::super::placed::{LabelOwner, PlacedConnector, Sheet};
use super::super::work::Work;
use super::Span;
use crate::base::{Px, Size};

const CONNECTOR: Px = 24;

/// The part of a graph that one sheet shows.
pub(super) struct Part {
    pub graph: SizedGraph,
    pub work: Work,
    /// The nodes of the whole graph; connectors follow after them.
    nodes: Vec<usize>,
    pub connectors: Vec<Connector>,
    /// For each flow of the part: the flow of the whole, which piece of it, and whether it reaches its target.
    flows: Vec<(usize, usize, bool)>,
}

pub(super) struct Connector {
    pub flow: usize,
    pub outgoing: bool,
}

impl Part {
    pub fn new(graph: &SizedGraph, whole: &Work, ranks: &[usize], span: Span) -> Part {
        let here = |node: usize| (span.first..span.after).contains(&ranks[node]);
        let nodes: Vec<usize> = (0..graph.nodes.len()).filter(|&node| here(node)).collect();
        let mut part = Part {
            graph: SizedGraph {
                axis: graph.axis,
                lanes: graph.lanes.clone(),
                nodes: nodes.iter().map(|&node| graph.nodes[node].clone()).collect(),
                flows: Vec::new(),
                main_path: Vec::new(),
            },
            work: Work::default(),
            connectors: Vec::new(),
            flows: Vec::new(),
            nodes,
        };
        // Rank 0 is for connectors that lead in, the last for those that lead out.
        let mut part_ranks: Vec<usize> = part.nodes.iter().map(|&node| ranks[node] - span.first + 1).collect();
        let last = span.after - span.first + 1;
        let (mut main_in, mut main_out) = (None, None);
        for flow in &whole.flows {
            let (from, to) = (here(flow.from), here(flow.to));
            if !from && !to {
                continue;
            }
            let ahead = ranks[flow.from] < ranks[flow.to];
            let mut ends = [part.place_of(flow.from), part.place_of(flow.to)];
            if !from || !to {
                let outgoing = from;
                let inner = ends[usize::from(!outgoing)];
                let rank = match (ahead, outgoing) {
                    (true, true) => last,
                    (true, false) => 0,
                    (false, true) => part_ranks[inner] + 1,
                    (false, false) => part_ranks[inner] - 1,
                };
                let connector = part.connect(&graph.flows[flow.flow], inner, flow.flow, outgoing);
                part_ranks.push(rank);
                ends[usize::from(outgoing)] = connector;
                let main = if outgoing { &mut main_out } else { &mut main_in };
                *main = main.or(Some(connector).filter(|_| flow.main));
            }
            let piece = SizedFlow { from: ends[0], to: ends[1], ..graph.flows[flow.flow].clone() };
            part.graph.flows.push(SizedFlow { label: piece.label.filter(|_| from), ..piece });
            part.flows.push((flow.flow, usize::from(!from), to));
        }
        let inner = whole.main_path.iter().filter(|&&node| here(node)).map(|&node| part.place_of(node));
        part.graph.main_path = main_in.into_iter().chain(inner).chain(main_out).collect();
        part.work = Work::new(&part.graph, &whole.options);
        part.work.breadths.clone_from(&whole.breadths);
        for (node, rank) in part.work.nodes.iter_mut().zip(part_ranks) {
            (node.rank, node.stood) = (Some(rank), None);
        }
        part
    }

    /// The connectors that lead out, and the index of each among the nodes.
    pub fn outgoing(&self) -> impl Iterator<Item = (&Connector, usize)> {
        self.connectors.iter().zip(self.nodes.len()..).filter(|(connector, _)| connector.outgoing)
    }

    /// The index of a node within the part; meaningless for nodes of other sheets.
    fn place_of(&self, node: usize) -> usize {
        self.nodes.binary_search(&node).unwrap_or(0)
    }

    /// Adds the connector of a flow, in the lane of the flow's end on this sheet.
    fn connect(&mut self, flow: &SizedFlow, inner: usize, at: usize, outgoing: bool) -> usize {
        let way = if outgoing { "out" } else { "in" };
        self.connectors.push(Connector { flow: at, outgoing });
        self.graph.nodes.push(SizedNode {
            id: format!("{}-{way}", flow.id),
            lane: self.graph.nodes[inner].lane,
            shape: Shape::Circle,
            size: Size::new(CONNECTOR, CONNECTOR),
            label: None,
            stood: None,
        });
        self.graph.nodes.len() - 1
    }

    /// Turns indices of the part back into those of the whole graph.
    pub fn whole_sheet(&self, graph: &SizedGraph, mut sheet: Sheet, letters: &[(usize, String)]) -> Sheet {
        let all = std::mem::take(&mut sheet.nodes);
        for mut node in all {
            if let Some(&whole) = self.nodes.get(node.node) {
                node.node = whole;
                sheet.nodes.push(node);
                continue;
            }
            let connector = &self.connectors[node.node - self.nodes.len()];
            let letter = letters.iter().find(|(flow, _)| *flow == connector.flow);
            sheet.connectors.push(PlacedConnector {
                id: self.graph.nodes[node.node].id.clone(),
                letter: letter.map_or_else(String::new, |(_, letter)| letter.clone()),
                flow: connector.flow,
                lane: self.graph.nodes[node.node].lane.min(graph.lanes.len().saturating_sub(1)),
                rect: node.rect,
                outgoing: connector.outgoing,
            });
        }
        for edge in &mut sheet.edges {
            (edge.flow, edge.part, edge.arrow) = self.flows[edge.flow];
        }
        for label in &mut sheet.labels {
            use LabelOwner::{Flow, Node};
            label.owner = match label.owner {
                Node(at) => Node(self.nodes[at]),
                Flow(at) => Flow(self.flows[at].0),
            };
        }
        sheet
    }
}
