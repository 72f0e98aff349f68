//! What comes out: where every box, line and label goes, on which sheet.
//!
//! Holds: whole pixels; the origin is the upper left corner of each sheet; indices point into the `SizedGraph`.

use super::graph::Axis;
use crate::base::{Point, Rect, Size};

/// A finished drawing: one sheet, or several where a page length was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub axis: Axis,
    pub sheets: Vec<Sheet>,
    /// What could not be kept, and for which element; normally empty.
    pub notes: Vec<LayoutNote>,
}

/// A promise that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutNote {
    pub element: NoteElement,
    pub reason: NoteReason,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteElement {
    Node(usize),
    Flow(usize),
    Sheet(usize),
}

/// Why the promise was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum NoteReason {
    /// A single rank is longer than the page: the sheet grew.
    LongerThanPage,
    /// The lanes together are broader than the page, even where each takes no more room than it must: the sheet grew.
    BroaderThanPage,
    /// The node stands on another side of others than in the drawing whose order was to be kept, as lanes changed their places or
    /// the flow runs another way.
    OtherOrder,
    /// The element breaks a hard rule of the drawing.
    Defect(Defect),
}

/// The hard rules of a drawing, by what breaks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Defect {
    Missing,
    NodeOverlap,
    LaneViolation,
    LaneOverlap,
    EdgeThroughNode,
    EdgeThroughOwnNode,
    DetachedEnd,
    Diagonal,
    EdgeOnEdge,
    LabelOnNode,
    LabelOnLabel,
    LabelOnEdge,
    OutsideSheet,
}

/// One sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub size: Size,
    pub lanes: Vec<PlacedLane>,
    pub nodes: Vec<PlacedNode>,
    pub edges: Vec<PlacedEdge>,
    pub connectors: Vec<PlacedConnector>,
    pub labels: Vec<PlacedLabel>,
}

/// A lane's band and, inside it, its header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLane {
    pub lane: usize,
    pub rect: Rect,
    pub header: Rect,
}

/// A node's box; its outline fills it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedNode {
    pub node: usize,
    pub rect: Rect,
}

/// A line, or one piece of a line that was cut at a sheet's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedEdge {
    pub flow: usize,
    /// 0 for a whole flow or for the first piece of a cut one.
    pub part: usize,
    pub points: Vec<Point>,
    /// Whether the piece ends at the target, with an arrow head.
    pub arrow: bool,
}

/// A lettered circle where a cut flow leaves a sheet or comes in again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedConnector {
    /// `<flow id>-out` or `<flow id>-in`.
    pub id: String,
    /// A, B … in reading order; the two of a pair bear the same.
    pub letter: String,
    pub flow: usize,
    pub lane: usize,
    pub rect: Rect,
    /// Whether the flow leaves the sheet here.
    pub outgoing: bool,
}

/// What a label belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelOwner {
    Node(usize),
    Flow(usize),
}

/// The box of a free-standing text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLabel {
    pub owner: LabelOwner,
    pub rect: Rect,
}
