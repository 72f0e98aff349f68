//! The graph in working form: one axis, checked indices, and the marks that the phases read.
//!
//! In: `SizedGraph`. Out: [`Work`], where the flow always runs along x and the lanes lie along y; a vertical drawing is
//! turned here and turned back when it is written out.
//! Holds: every index is in range, every size is positive.

use super::graph::{Axis, FlowKind, Options, Shape, SizedGraph};
use crate::base::{Px, Rect, Size};

/// Longer than any sheet; a size beyond it is cut, so that sums cannot overflow.
const EXTENT_PX_MAX: Px = 20_000;
/// Farther than the end of any drawing.
const PLACE_PX_MAX: Px = 100_000_000;

/// A node, turned so that `size.w` lies along the flow.
#[derive(Debug, Clone)]
pub(super) struct WorkNode {
    pub lane: usize,
    pub shape: Shape,
    pub size: Size,
    pub label: Option<Size>,
    /// Whether it stands on the successful path.
    pub main: bool,
    /// The rank that it must take, counted from the first; pages fix it.
    pub rank: Option<usize>,
    /// Twice its centre in an earlier drawing, along the flow and across it; none on a sheet, whose ranks are fixed.
    pub stood: Option<(Px, Px)>,
}

/// A flow between nodes that exist.
#[derive(Debug, Clone)]
pub(super) struct WorkFlow {
    /// Its index in the graph.
    pub flow: usize,
    pub from: usize,
    pub to: usize,
    pub kind: FlowKind,
    pub label: Option<Size>,
    /// Whether it joins two neighbours of the successful path.
    pub main: bool,
    /// Whether it leaves the successful path where that goes on: a refusal, mostly.
    pub branch: bool,
    /// Whether such a branch should leave below: it stays in its lane, nothing leads it on to a lane above, and none of what comes
    /// of it comes back to the successful path.
    pub below: bool,
}

impl WorkFlow {
    /// Whether it leads on within a process, or along the successful path: its direction is not given up for a message's sake.
    pub fn is_strong(&self) -> bool {
        self.main || self.kind == FlowKind::Sequence
    }
}

/// The graph that the phases work on.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    pub lanes: usize,
    pub nodes: Vec<WorkNode>,
    pub flows: Vec<WorkFlow>,
    /// The flows that leave each node; empty in a part.
    pub flows_out: Vec<Vec<usize>>,
    /// The successful path without repetitions; where none is given, `guess` makes one.
    pub main_path: Vec<usize>,
    pub options: Options,
    /// Least breadth of each lane.
    pub breadths: Vec<Px>,
}

impl Work {
    pub fn new(graph: &SizedGraph, options: &Options) -> Work {
        let lanes = graph.lanes.len().max(1);
        let turn = |size: Size| turned(graph.axis, Size::new(clip(size.w), clip(size.h)));
        let mut nodes: Vec<WorkNode> = graph
            .nodes
            .iter()
            .map(|node| WorkNode {
                lane: node.lane.min(lanes - 1),
                shape: node.shape,
                size: turn(node.size),
                label: node.label.map(turn),
                main: false,
                rank: None,
                stood: node.stood.map(|rect| doubled_centre(graph.axis, rect)),
            })
            .collect();
        let mut main_path = Vec::new();
        for &at in &graph.main_path {
            if at < nodes.len() && !nodes[at].main {
                nodes[at].main = true;
                main_path.push(at);
            }
        }
        let count = nodes.len();
        let flows: Vec<WorkFlow> = graph
            .flows
            .iter()
            .enumerate()
            .filter(|(_, flow)| flow.from < count && flow.to < count)
            .map(|(at, flow)| WorkFlow {
                flow: at,
                from: flow.from,
                to: flow.to,
                kind: flow.kind,
                label: flow.label.map(turn),
                main: false,
                branch: false,
                below: false,
            })
            .collect();
        let mut breadths: Vec<Px> = graph.lanes.iter().map(|lane| lane.breadth_min.clamp(0, EXTENT_PX_MAX)).collect();
        breadths.resize(lanes, 0);
        let mut flows_out = vec![Vec::new(); count];
        for (at, flow) in flows.iter().enumerate() {
            flows_out[flow.from].push(at);
        }
        let mut work = Work { lanes, nodes, flows, flows_out, main_path, options: sane(options), breadths };
        work.mark_main_flows();
        work
    }

    /// Whether so many flows meet everywhere that hardly any can be straight, however the nodes stand.
    pub fn is_dense(&self) -> bool {
        2 * self.flows.len() > 3 * self.nodes.len()
    }

    /// Sets the successful path where none was given.
    pub fn take_main_path(&mut self, path: Vec<usize>) {
        for &node in &path {
            self.nodes[node].main = true;
        }
        self.main_path = path;
        self.mark_main_flows();
    }

    /// The graph of some nodes, in ascending order, without empty lanes; and which flows of the whole it kept.
    pub fn part(&self, nodes: &[usize]) -> (Work, Vec<usize>) {
        let mut lanes: Vec<usize> = nodes.iter().map(|&node| self.nodes[node].lane).collect();
        lanes.sort_unstable();
        lanes.dedup();
        let place = |node: usize| nodes.binary_search(&node).ok();
        let (mut flows, mut kept) = (Vec::new(), Vec::new());
        let mut sources: Vec<usize> = nodes.iter().flat_map(|&node| self.flows_out[node].iter().copied()).collect();
        sources.sort_unstable();
        for at in sources {
            let flow = &self.flows[at];
            if let (Some(from), Some(to)) = (place(flow.from), place(flow.to)) {
                flows.push(WorkFlow { from, to, ..flow.clone() });
                kept.push(at);
            }
        }
        let lane = |node: usize| lanes.binary_search(&self.nodes[node].lane).unwrap_or(0);
        let part = Work {
            lanes: lanes.len().max(1),
            nodes: nodes.iter().map(|&node| WorkNode { lane: lane(node), ..self.nodes[node].clone() }).collect(),
            flows,
            flows_out: Vec::new(),
            main_path: Vec::new(),
            options: self.options,
            breadths: Vec::new(),
        };
        (part, kept)
    }

    /// Marks the first flow between each two neighbours of the successful path.
    pub fn mark_main_flows(&mut self) {
        let mut next = vec![usize::MAX; self.nodes.len()];
        for pair in self.main_path.windows(2) {
            next[pair[0]] = pair[1];
        }
        for flow in &mut self.flows {
            if next[flow.from] == flow.to {
                flow.main = true;
                next[flow.from] = usize::MAX;
            }
        }
        let mut leaves = vec![false; self.nodes.len()];
        self.flows.iter().filter(|flow| flow.main).for_each(|flow| leaves[flow.from] = true);
        let mut rises = vec![false; self.nodes.len()];
        for flow in &self.flows {
            rises[flow.from] |= self.nodes[flow.to].lane < self.nodes[flow.from].lane;
        }
        let comes_back = self.comes_back();
        for flow in &mut self.flows {
            let is_flow = flow.kind != FlowKind::Association;
            flow.branch = is_flow && !flow.main && leaves[flow.from] && flow.from != flow.to;
            let within = self.nodes[flow.from].lane == self.nodes[flow.to].lane;
            flow.below = flow.branch && within && !rises[flow.to] && !comes_back[flow.to];
        }
    }

    /// For each node, whether the successful path can be reached from it.
    fn comes_back(&self) -> Vec<bool> {
        let mut into = vec![Vec::new(); self.nodes.len()];
        for flow in self.flows.iter().filter(|flow| flow.kind != FlowKind::Association) {
            into[flow.to].push(flow.from);
        }
        let mut comes_back: Vec<bool> = self.nodes.iter().map(|node| node.main).collect();
        let mut open = self.main_path.clone();
        while let Some(node) = open.pop() {
            for &from in &into[node] {
                if !std::mem::replace(&mut comes_back[from], true) {
                    open.push(from);
                }
            }
        }
        comes_back
    }
}

/// Swaps width and height for drawings that run down.
pub(super) fn turned(axis: Axis, size: Size) -> Size {
    match axis {
        Axis::Horizontal => size,
        Axis::Vertical => Size::new(size.h, size.w),
    }
}

/// Twice the centre of a box, along the flow and across it.
fn doubled_centre(axis: Axis, rect: Rect) -> (Px, Px) {
    let twice = |from: Px, extent: Px| 2 * from.clamp(-PLACE_PX_MAX, PLACE_PX_MAX) + clip(extent);
    let (x, y) = (twice(rect.x, rect.w), twice(rect.y, rect.h));
    if axis == Axis::Horizontal { (x, y) } else { (y, x) }
}

fn clip(extent: Px) -> Px {
    extent.clamp(1, EXTENT_PX_MAX)
}

/// Distances that lines can live with, whatever was asked for.
fn sane(options: &Options) -> Options {
    let within = |value: Px, least: Px| value.clamp(least, 500);
    Options {
        rank_gap: within(options.rank_gap, 24),
        node_gap: within(options.node_gap, 16),
        lane_padding: within(options.lane_padding, 10),
        track_gap: within(options.track_gap, 6),
        margin: within(options.margin, 0),
        axis_is_time: options.axis_is_time,
        page: options.page,
    }
}
