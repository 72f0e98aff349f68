//! The parts of one sheet, in reading order: lanes, then every element of the text with the flows that leave it.

use super::legend::{of_node, words_of};
use super::symbols::{self, Stage, Trigger};
use super::types::{Mark, Part, PartRole};
use super::{lines, say, words};
use crate::base::{Lang, Px, Rect};
use crate::graph::{Flow, FlowGraph, FlowKind, FlowNode, NodeKind, Notation, OtherEvent};
use crate::layout::{LabelOwner, PlacedConnector, PlacedEdge, PlacedLane, Sheet, Sizing, TextBlock};
use crate::model::Branch;
use crate::text::{Style, Weight};
use crate::theme::{Crossings, Drawing};
use std::collections::BTreeSet;

const CONNECTOR_TEXT: Px = 11;
/// More than any letter of a connector needs.
const CONNECTOR_ROOM: Px = 100;

/// Paints the sheets of one drawing.
pub(super) struct Painter<'a> {
    graph: &'a FlowGraph,
    sizing: &'a Sizing,
    theme: &'a Drawing,
    flows: Vec<(usize, usize, &'a Flow)>,
    /// Nodes from which the successful path is out of reach.
    refusals: BTreeSet<usize>,
}

impl<'a> Painter<'a> {
    pub fn new(graph: &'a FlowGraph, sizing: &'a Sizing, theme: &'a Drawing) -> Painter<'a> {
        let flows: Vec<_> = graph.flows().collect();
        Painter { graph, sizing, theme, refusals: refusals(graph, &flows), flows }
    }

    /// All parts of a sheet; `at` is the number of the sheet, from 0.
    pub fn sheet(&self, sheet: &Sheet, at: usize) -> Vec<Part> {
        let mut parts: Vec<Part> = sheet.lanes.iter().filter_map(|lane| self.lane(lane, at)).collect();
        let sources: BTreeSet<usize> = sheet.nodes.iter().map(|placed| placed.node).collect();
        let source = |flow: usize| self.flows.get(flow).map(|&(from, _, _)| from);
        let comes_in = |flow: usize| source(flow).is_none_or(|from| !sources.contains(&from));
        for (at, _) in self.flows.iter().enumerate().filter(|&(at, _)| comes_in(at)) {
            parts.extend(self.flow(sheet, at));
        }
        let mut nodes: Vec<_> = sheet.nodes.iter().collect();
        nodes.sort_by_key(|placed| placed.node);
        for placed in nodes {
            let Some(node) = self.node(placed.node) else { continue };
            parts.push(self.element(sheet, placed.node, node, placed.rect));
            for (at, _) in self.flows.iter().enumerate().filter(|&(at, _)| source(at) == Some(placed.node)) {
                parts.extend(self.flow(sheet, at));
            }
        }
        parts
    }

    fn language(&self) -> Lang {
        self.sizing.language
    }

    fn node(&self, at: usize) -> Option<&'a FlowNode> {
        (at < self.graph.nodes().len()).then(|| self.graph.node(at))
    }

    fn lane(&self, placed: &PlacedLane, sheet: usize) -> Option<Part> {
        let lane = self.graph.lanes.get(placed.lane)?;
        let header = self.sizing.headers.get(placed.lane)?;
        let mut shapes = symbols::lane(placed.rect, placed.header);
        shapes.extend(match self.graph.notation {
            Notation::Diagram => words::upright(header, placed.header),
            Notation::Handbook => words::centred(header, placed.header),
        });
        let id = numbered(format!("lane_{}", lane.id), sheet);
        let title = Some(say(&lane.name, self.language()).to_owned());
        Some(Part { id, role: PartRole::Lane, title, link: None, shapes })
    }

    /// A node with the text in it and beside it.
    fn element(&self, sheet: &Sheet, at: usize, node: &FlowNode, rect: Rect) -> Part {
        let is_refusal = self.refusals.contains(&at);
        let mut shapes = figure(node.kind, rect, is_refusal);
        if let Some(text) = self.sizing.nodes.get(at) {
            shapes.extend(match node.kind {
                NodeKind::Action => words::ranged(&text.inside, rect, self.sizing.padding),
                _ => words::centred(&text.inside, rect),
            });
            shapes.extend(label(sheet, LabelOwner::Node(at), &text.outside));
        }
        let link = node.element.map(|_| node.id.clone());
        Part { id: node.id.clone(), role: role(node.kind), title: Some(self.title(node)), link, shapes }
    }

    /// The pieces of a flow on this sheet, each followed by its connector.
    fn flow(&self, sheet: &Sheet, at: usize) -> Vec<Part> {
        let Some(&(from, to, flow)) = self.flows.get(at) else { return Vec::new() };
        let title = self.flow_title(from, to, flow);
        let mut parts = Vec::new();
        for edge in sheet.edges.iter().filter(|edge| edge.flow == at) {
            let mut shapes = lines::flow(piece(edge, flow.kind, &self.under(sheet, at)));
            if edge.part == 0
                && let Some(text) = self.sizing.flows.get(at)
            {
                shapes.extend(label(sheet, LabelOwner::Flow(at), text));
            }
            let role = match flow.kind {
                FlowKind::Sequence => PartRole::Flow,
                FlowKind::Message => PartRole::Message,
                FlowKind::Association => PartRole::Association,
            };
            let id = numbered(flow.id.clone(), edge.part);
            parts.push(Part { id, role, title: Some(title.clone()), link: None, shapes });
        }
        let connectors = sheet.connectors.iter().filter(|connector| connector.flow == at);
        parts.extend(connectors.map(|connector| self.connector(connector)));
        parts
    }

    /// What the level stretches of a flow jump over, where the theme has them jump.
    fn under(&self, sheet: &Sheet, at: usize) -> Vec<lines::Upright> {
        if self.theme.crossings == Crossings::Plain {
            return Vec::new();
        }
        let others = sheet.edges.iter().filter(|edge| edge.flow != at);
        others.flat_map(|edge| lines::uprights(&edge.points)).collect()
    }

    fn connector(&self, connector: &PlacedConnector) -> Part {
        let shapes = lettered(&connector.letter, connector.rect);
        let title = format!("{} {}", self.theme.words.continued.get(self.language()), connector.letter);
        Part { id: connector.id.clone(), role: PartRole::Connector, title: Some(title), link: None, shapes }
    }

    /// The whole sentence; for a node that the text does not have, what its symbol is.
    fn title(&self, node: &FlowNode) -> String {
        match &node.text {
            Some(text) if !text.is_empty() => say(text, self.language()).to_owned(),
            _ => self.name(node).to_owned(),
        }
    }

    /// A short name: the number, else the label, else the name of the symbol, else the id.
    fn name<'n>(&'n self, node: &'n FlowNode) -> &'n str {
        match node.number.as_ref().or(node.label.as_ref()) {
            Some(words) if !words.is_empty() => say(words, self.language()),
            _ => match of_node(node.kind) {
                Some(symbol) => words_of(symbol, self.theme, self.language()),
                None => &node.id,
            },
        }
    }

    /// «1 үдеріс → 1 шарт»; after a choice with the word of the branch.
    fn flow_title(&self, from: usize, to: usize, flow: &Flow) -> String {
        let name = |at: usize| self.node(at).map(|node| self.name(node)).unwrap_or_default();
        let branch = flow.branch.map(|branch| match branch {
            Branch::Yes => &self.theme.words.yes,
            Branch::No => &self.theme.words.no,
        });
        let (comma, branch) = branch.map_or(("", ""), |branch| (", ", branch.get(self.language())));
        [name(from), comma, branch, " → ", name(to)].concat()
    }
}

/// The circle of a connector with its letter.
pub(super) fn lettered(letter: &str, rect: Rect) -> Vec<Mark> {
    let style = Style { size: CONNECTOR_TEXT, weight: Weight::Bold };
    let mut shapes = symbols::connector(rect);
    shapes.extend(words::centred(&TextBlock::of(letter, style, CONNECTOR_ROOM), rect));
    shapes
}

/// The text of a free-standing label, where the layout put it.
fn label(sheet: &Sheet, owner: LabelOwner, text: &TextBlock) -> Vec<Mark> {
    let placed = sheet.labels.iter().filter(|label| label.owner == owner);
    placed.flat_map(|label| words::centred(text, label.rect)).collect()
}

fn piece<'a>(edge: &'a PlacedEdge, kind: FlowKind, under: &'a [lines::Upright]) -> lines::Piece<'a> {
    lines::Piece { points: &edge.points, kind, has_tail: edge.part == 0, has_head: edge.arrow, under }
}

/// The symbol of a node.
fn figure(kind: NodeKind, rect: Rect, is_refusal: bool) -> Vec<Mark> {
    let end = if is_refusal { Stage::Refused } else { Stage::End };
    match kind {
        NodeKind::Start => symbols::event(rect, Stage::Start, Trigger::Received),
        NodeKind::Task => symbols::task(rect, is_refusal),
        NodeKind::Gateway => symbols::gateway(rect),
        NodeKind::Catch => symbols::event(rect, Stage::Intermediate, Trigger::Received),
        NodeKind::Throw => symbols::event(rect, Stage::Intermediate, Trigger::Sent),
        NodeKind::EndMessage => symbols::event(rect, end, Trigger::Sent),
        NodeKind::EndNone => symbols::event(rect, end, Trigger::None),
        NodeKind::Document => symbols::document(rect),
        NodeKind::Terminator => symbols::pill(rect),
        NodeKind::Action => symbols::action(rect),
        NodeKind::Choice => symbols::choice(rect),
        NodeKind::Other(OtherEvent::Start) => symbols::event(rect, Stage::Start, Trigger::None),
        NodeKind::Other(OtherEvent::StartTimer) => symbols::event(rect, Stage::Start, Trigger::Timer),
        NodeKind::Other(OtherEvent::Intermediate) => symbols::event(rect, Stage::Intermediate, Trigger::None),
        NodeKind::Other(OtherEvent::IntermediateTimer) => symbols::event(rect, Stage::Intermediate, Trigger::Timer),
        NodeKind::Other(OtherEvent::IntermediateError) => symbols::event(rect, Stage::Intermediate, Trigger::Error),
        NodeKind::Other(OtherEvent::EndError) => symbols::event(rect, end, Trigger::Error),
    }
}

fn role(kind: NodeKind) -> PartRole {
    match kind {
        NodeKind::Start
        | NodeKind::Catch
        | NodeKind::Throw
        | NodeKind::EndMessage
        | NodeKind::EndNone
        | NodeKind::Other(_) => PartRole::Event,
        NodeKind::Task | NodeKind::Action => PartRole::Task,
        NodeKind::Gateway | NodeKind::Choice => PartRole::Gateway,
        NodeKind::Document => PartRole::Document,
        NodeKind::Terminator => PartRole::Terminator,
    }
}

/// Nodes that are not on the successful path and never lead back to it.
fn refusals(graph: &FlowGraph, flows: &[(usize, usize, &Flow)]) -> BTreeSet<usize> {
    let mut successful: BTreeSet<usize> = graph.main_path.iter().copied().collect();
    if successful.is_empty() {
        return BTreeSet::new();
    }
    loop {
        let leads_on =
            |&&(from, to, _): &&(usize, usize, &Flow)| !successful.contains(&from) && successful.contains(&to);
        let found: Vec<usize> = flows.iter().filter(leads_on).map(|&(from, _, _)| from).collect();
        if found.is_empty() {
            break;
        }
        successful.extend(found);
    }
    (0..graph.nodes().len()).filter(|at| !successful.contains(at)).collect()
}

/// The first bears the plain id, later ones count on.
fn numbered(id: String, at: usize) -> String {
    if at == 0 { id } else { format!("{id}_{}", at + 1) }
}
