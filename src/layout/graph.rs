//! What comes in: a swimlane graph whose boxes are measured.
//!
//! Holds: indices only; declaration order is the order of the vectors, and breaks every tie.
//! Absent on purpose: texts and meanings. A label is a box, and a shape is an outline that lines dock at.

use crate::base::{Px, Rect, Size};

/// Which way the flow runs, and so how the lanes lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Lanes are rows, the flow goes right.
    Horizontal,
    /// Lanes are columns, the flow goes down.
    Vertical,
}

/// The true outline of a node, where lines dock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Box,
    Diamond,
    Circle,
    /// A sheet of paper (data object): it docks as a box does.
    Document,
}

/// A band for the nodes of one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizedLane {
    pub id: String,
    /// The extent of the header band along the flow axis: width of the strip for rows, height of the header for columns.
    pub header: Px,
    /// The least extent across the flow axis, so that the header's wrapped text fits.
    pub breadth_min: Px,
}

/// A shape to be placed in its lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizedNode {
    pub id: String,
    /// Index into [`SizedGraph::lanes`].
    pub lane: usize,
    pub shape: Shape,
    pub size: Size,
    /// A text outside the shape (below an event, beside a gateway): a box of its own to be placed.
    pub label: Option<Size>,
    /// Its box in an earlier drawing, in pixels, in one piece and on the same axis: of all nodes that have one, none passes
    /// another along the flow or within a lane, unless flows now lead the other way.
    pub stood: Option<Rect>,
}

/// What a flow means for the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowKind {
    /// Runs forward: its target lies in a later rank.
    Sequence,
    /// Prefers to run straight across the lanes, within one rank.
    Message,
    /// Ties a document or a note to a node.
    Association,
}

/// A line to be routed from a node to a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizedFlow {
    pub id: String,
    /// Index into [`SizedGraph::nodes`].
    pub from: usize,
    /// Index into [`SizedGraph::nodes`].
    pub to: usize,
    pub kind: FlowKind,
    /// The box of a word such as «иә», placed near the source.
    pub label: Option<Size>,
}

/// The whole drawing to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SizedGraph {
    pub axis: Axis,
    pub lanes: Vec<SizedLane>,
    pub nodes: Vec<SizedNode>,
    pub flows: Vec<SizedFlow>,
    /// Node indices of the successful path, in order: it is drawn as straight as the lanes allow.
    pub main_path: Vec<usize>,
}

/// The paper that sheets are cut for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The room along the flow axis, margins of the sheet included.
    pub length: Px,
    /// The room across the flow axis.
    pub breadth: Px,
}

impl Page {
    /// A page of that length without an end across the flow.
    pub const fn of_length(length: Px) -> Page {
        Page { length, breadth: Px::MAX }
    }
}

/// Distances, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The least distance along the flow between shapes of neighbouring ranks.
    pub rank_gap: Px,
    /// The least distance across the flow between shapes of one lane.
    pub node_gap: Px,
    /// The room between a lane's border and the shapes in it.
    pub lane_padding: Px,
    /// The distance between neighbouring parallel lines.
    pub track_gap: Px,
    /// The room around the whole drawing.
    pub margin: Px,
    /// Every sequence flow leads ahead, to another lane too: the axis is time. Otherwise it may run straight across.
    pub axis_is_time: bool,
    /// Cut into sheets of this length; `None` draws one sheet without an end.
    pub page: Option<Page>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            rank_gap: 40,
            node_gap: 24,
            lane_padding: 20,
            track_gap: 12,
            margin: 10,
            axis_is_time: false,
            page: None,
        }
    }
}
