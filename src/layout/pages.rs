//! Cutting a drawing into sheets that fit a page.
//!
//! In: the graph and the ranks of its nodes. Out: sheets, each a drawing of its own with every lane's header.
//! Holds: a sheet holds whole ranks; a flow between two sheets ends in a lettered connector on the one and goes on from
//! its twin on the other; lanes have the same breadth on every sheet; each sheet obeys the hard rules by itself.
//! A sheet is laid out afresh as a graph of its own nodes and connectors, so nothing has to be mended at the cut.

use super::graph::{Page, Shape, SizedFlow, SizedGraph, SizedNode};
use super::placed::{Layout, LayoutNote, NoteElement, NoteReason, PlacedConnector, Sheet};
use super::solve::{Solution, along, solve};
use super::work::Work;
use crate::base::{Px, Size};

const CONNECTOR: Px = 24;

/// A range of ranks that share a sheet.
#[derive(Debug, Clone, Copy)]
struct Span {
    first: usize,
    after: usize,
}

/// The part of a graph that one sheet shows.
struct Part {
    graph: SizedGraph,
    work: Work,
    /// The nodes of the whole graph; connectors follow after them.
    nodes: Vec<usize>,
    connectors: Vec<Connector>,
    /// For each flow of the part: the flow of the whole, which piece of it, and whether it reaches its target.
    flows: Vec<(usize, usize, bool)>,
}

struct Connector {
    flow: usize,
    outgoing: bool,
}

/// The drawing cut into pages; `whole` is the drawing in one piece.
pub(super) fn cut(graph: &SizedGraph, work: &Work, whole: Solution, page: Page) -> Layout {
    let mut layout = Layout { axis: graph.axis, sheets: Vec::new(), notes: Vec::new() };
    if along(graph.axis, whole.sheet.size) <= page.length {
        layout.sheets.push(whole.sheet);
        return layout;
    }
    let spans = spans(graph, work, &whole.plan.ranks, page.length);
    let mut work = work.clone();
    let drawn: Vec<(Part, Solution)> = spans
        .iter()
        .map(|&span| {
            let part = Part::new(graph, &work, &whole.plan.ranks, span);
            let solution = solve(&part.graph, &part.work);
            (part, solution)
        })
        .collect();
    for (_, solution) in &drawn {
        for lane in &solution.sheet.lanes {
            let breadth = &mut work.breadths[lane.lane];
            *breadth = (*breadth).max(super::solve::across(graph.axis, Size::new(lane.rect.w, lane.rect.h)));
        }
    }
    let letters = letters(&drawn);
    for (number, (mut part, solution)) in drawn.into_iter().enumerate() {
        part.work.breadths.clone_from(&work.breadths);
        let sheet = part.whole_sheet(graph, solution.redrawn(&part.graph, &part.work), &letters);
        if along(graph.axis, sheet.size) > page.length {
            layout.notes.push(LayoutNote { element: NoteElement::Sheet(number), reason: NoteReason::LongerThanPage });
        }
        layout.sheets.push(sheet);
    }
    layout
}

/// Where to cut: as far on as fits, or a little earlier where fewer flows are cut.
fn spans(graph: &SizedGraph, work: &Work, ranks: &[usize], length: Px) -> Vec<Span> {
    let end = ranks.iter().max().map_or(0, |last| last + 1);
    let fits = |span: Span| {
        let part = Part::new(graph, work, ranks, span);
        along(graph.axis, solve(&part.graph, &part.work).sheet.size) <= length
    };
    let cut_flows = |at: usize| {
        let cut = |flow: &&super::work::WorkFlow| (ranks[flow.from] < at) != (ranks[flow.to] < at);
        work.flows.iter().filter(cut).count()
    };
    let mut all: Vec<Span> = Vec::new();
    let mut first = 0;
    while first < end {
        // Doubling, then halving: the number of tries grows with the logarithm of what fits.
        let (mut good, mut step) = (first + 1, 1);
        while good < end && fits(Span { first, after: (good + step).min(end) }) {
            good = (good + step).min(end);
            step *= 2;
        }
        while step > 0 && good < end {
            if good + step <= end && fits(Span { first, after: good + step }) {
                good += step;
            }
            step /= 2;
        }
        let earliest = first + (good - first).div_ceil(3) * 2;
        let fewest = (earliest.min(good)..good).rev().filter(|&at| cut_flows(at) + 1 < cut_flows(good));
        let after = if good == end { end } else { fewest.min_by_key(|&at| cut_flows(at)).unwrap_or(good) };
        all.push(Span { first, after });
        first = after;
    }
    all
}

impl Part {
    fn new(graph: &SizedGraph, whole: &Work, ranks: &[usize], span: Span) -> Part {
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
            work: whole.clone(),
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
            node.rank = Some(rank);
        }
        part
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
        });
        self.graph.nodes.len() - 1
    }

    /// Turns indices of the part back into those of the whole graph.
    fn whole_sheet(&self, graph: &SizedGraph, mut sheet: Sheet, letters: &[(usize, String)]) -> Sheet {
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
            use super::placed::LabelOwner::{Flow, Node};
            label.owner = match label.owner {
                Node(at) => Node(self.nodes[at]),
                Flow(at) => Flow(self.flows[at].0),
            };
        }
        sheet
    }
}

/// A letter for each cut flow, in the order of the sheets and, on a sheet, of the flows' declaration.
fn letters(drawn: &[(Part, Solution)]) -> Vec<(usize, String)> {
    let outgoing = drawn.iter().flat_map(|(part, _)| part.connectors.iter().filter(|at| at.outgoing));
    outgoing.enumerate().map(|(at, connector)| (connector.flow, letter(at))).collect()
}

/// A … Z, then AA, AB …
fn letter(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (at % 26) as u8));
        if at < 26 {
            return letters.iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}
