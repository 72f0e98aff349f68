//! Layout: where every box, line and label goes, on which sheet.
//!
//! In: a [`SizedGraph`], every box measured. Out: a [`Layout`], whole pixels.
//! Holds: the hard rules of `check`; equal choices fall to declaration order, so one text has one picture.
//! Absent on purpose: colour and stroke, which begin in `scene`; texts, which end in `sizing`.

mod check;
mod core;
mod cost;
mod cover;
mod draft;
mod ease;
mod freedom;
mod graph;
mod grid;
mod guess;
mod keep;
mod measure;
mod outline;
mod p1_cycles;
mod p2_ranks;
mod p3_rows;
mod p4_route;
mod p5_tracks;
mod p6_labels;
mod p7_place;
mod p8_labels_back;
mod pages;
mod passed;
mod placed;
mod places;
mod plan;
mod plans;
mod search;
#[cfg(test)]
mod shapes;
mod shift;
mod sizing;
mod solve;
mod stood;
#[cfg(test)]
mod tests;
mod ways_back;
mod work;

pub use check::check;
pub use graph::{Axis, FlowKind, Options, Page, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode};
pub use measure::{Quality, measure, order_flips};
pub use pages::Tail;
pub use passed::passed;
pub use placed::{
    Defect, LabelOwner, Layout, LayoutNote, NoteElement, NoteReason, PlacedConnector, PlacedEdge, PlacedLabel,
    PlacedLane, PlacedNode, Sheet,
};
pub use places::Places;

pub use sizing::{
    AddedWords, CLOCK_WIDTH, Lead, Measures, NodeText, Paper, Sizing, TextBlock, TextLine, options, size, size_after,
};

/// Places everything. Total: any graph gives a drawing.
pub fn place(graph: &SizedGraph, options: &Options) -> Layout {
    let (whole, paper) = place_twice(graph, options, &|_| 0);
    paper.unwrap_or(whole)
}

/// The drawing in one piece, and cut into pages where it does not fit one: the plan is made once for both.
pub fn place_twice(graph: &SizedGraph, options: &Options, tail: Tail<'_>) -> (Layout, Option<Layout>) {
    let cutter = pages::Cutter::new(graph, options);
    let mut whole = Layout { axis: graph.axis, sheets: vec![cutter.whole().clone()], notes: Vec::new() };
    whole.notes.extend(check(graph, &whole));
    let paper = options.page.map(|page| cutter.cut(page, tail));
    let paper = paper.filter(|paper| paper.sheets != whole.sheets || !paper.notes.is_empty()).map(|mut paper| {
        paper.notes.extend(check(graph, &paper));
        paper
    });
    (whole, paper)
}
