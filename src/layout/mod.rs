//! Layout: where every box, line and label goes, on which sheet.
//!
//! In: a [`SizedGraph`], every box measured. Out: a [`Layout`], whole pixels.
//! Holds: the hard rules of `check`; equal choices fall to declaration order, so one text has one picture.
//! Absent on purpose: colour and stroke, which begin in `scene`; texts, which end in `sizing`.

mod check;
mod graph;
mod grid;
mod outline;
mod p1_cycles;
mod p2_ranks;
mod p3_rows;
mod p4_route;
mod p5_tracks;
mod p6_labels;
mod p7_place;
mod pages;
mod placed;
mod search;
#[cfg(test)]
mod shapes;
mod sizing;
mod solve;
#[cfg(test)]
mod tests;
mod work;

pub use check::check;
pub use graph::{Axis, FlowKind, Options, Page, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode};
pub use placed::{
    Defect, LabelOwner, Layout, LayoutNote, NoteElement, NoteReason, PlacedConnector, PlacedEdge, PlacedLabel,
    PlacedLane, PlacedNode, Sheet,
};

pub use sizing::{
    AddedWords, CLOCK_WIDTH, Lead, Measures, NodeText, Paper, Sizing, TextBlock, TextLine, options, size,
};

/// Places everything. Total: any graph gives a drawing.
pub fn place(graph: &SizedGraph, options: &Options) -> Layout {
    let work = work::Work::new(graph, options);
    let whole = solve::solve(graph, &work);
    let mut layout = match options.page {
        Some(page) => pages::cut(graph, &work, whole, page),
        None => Layout { axis: graph.axis, sheets: vec![whole.sheet], notes: Vec::new() },
    };
    layout.notes.extend(check(graph, &layout));
    layout
}
