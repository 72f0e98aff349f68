//! Cutting a drawing into sheets that fit a page.
//!
//! In: the graph and the drawing in one piece. Out: sheets, each a drawing of its own with every lane's header.
//! Holds: a sheet holds whole ranks; a flow between two sheets ends in a lettered connector on the one and goes on from
//! its twin on the other; a lane is as broad as this sheet needs; each sheet obeys the hard rules by itself.
//! A sheet is laid out afresh as a graph of its own nodes and connectors, so nothing has to be mended at the cut. Where
//! to cut is decided over all positions at once, by estimated lengths; a sheet that turns out too large forbids its
//! range of ranks, and the decision is made again.

mod cost;
mod part;

use super::graph::{Page, SizedGraph};
use super::placed::{Layout, LayoutNote, NoteElement, NoteReason};
use super::solve::{Solution, across, along, solve};
use super::work::Work;
use crate::base::Size;
use cost::Costs;
use part::Part;
use std::collections::BTreeMap;

/// A range of ranks that share a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    first: usize,
    after: usize,
}

/// The drawing cut into pages; `whole` is the drawing in one piece.
pub(super) fn cut(graph: &SizedGraph, work: &Work, whole: Solution, page: Page) -> Layout {
    let mut layout = Layout { axis: graph.axis, sheets: Vec::new(), notes: Vec::new() };
    if fits(graph, whole.sheet.size, page) {
        layout.sheets.push(whole.sheet);
        return layout;
    }
    let drawn = drawn(graph, work, &whole, page);
    let letters = letters(&drawn);
    for (number, (part, solution)) in drawn.into_iter().enumerate() {
        let sheet = part.whole_sheet(graph, solution.sheet, &letters);
        let mut note = |reason| layout.notes.push(LayoutNote { element: NoteElement::Sheet(number), reason });
        if along(graph.axis, sheet.size) > page.length {
            note(NoteReason::LongerThanPage);
        }
        if across(graph.axis, sheet.size) > page.breadth {
            note(NoteReason::BroaderThanPage);
        }
        layout.sheets.push(sheet);
    }
    layout
}

fn fits(graph: &SizedGraph, size: Size, page: Page) -> bool {
    along(graph.axis, size) <= page.length && across(graph.axis, size) <= page.breadth
}

/// The sheets of the cheapest cuts. Every round draws what is not drawn yet and forbids what does not fit; a single
/// rank is never forbidden, so there is an end.
fn drawn(graph: &SizedGraph, work: &Work, whole: &Solution, page: Page) -> Vec<(Part, Solution)> {
    let ranks = &whole.plan.ranks;
    let mut costs = Costs::new(graph, work, whole, page);
    let mut known: BTreeMap<Span, (Part, Solution)> = BTreeMap::new();
    loop {
        let spans = costs.cheapest();
        let mut all_fit = true;
        for &span in &spans {
            let (part, solution) = known.entry(span).or_insert_with(|| {
                let part = Part::new(graph, work, ranks, span);
                let solution = solve(&part.graph, &part.work);
                (part, solution)
            });
            if span.after - span.first > 1 && !fits(&part.graph, solution.sheet.size, page) {
                costs.forbid(span);
                all_fit = false;
            }
        }
        if all_fit {
            return spans.iter().filter_map(|span| known.remove(span)).collect();
        }
    }
}

/// A letter for each cut flow, in the order of the sheets and, on a sheet, from its upper left corner.
fn letters(drawn: &[(Part, Solution)]) -> Vec<(usize, String)> {
    let mut flows = Vec::new();
    for (part, solution) in drawn {
        let place = |node: usize| solution.sheet.nodes.iter().find(|placed| placed.node == node).map(|at| at.rect);
        let mut leaving: Vec<_> = part
            .outgoing()
            .map(|(connector, node)| (place(node).map(|rect| (rect.y, rect.x)), connector.flow))
            .collect();
        leaving.sort_unstable();
        flows.extend(leaving.into_iter().map(|(_, flow)| flow));
    }
    flows.into_iter().enumerate().map(|(at, flow)| (flow, letter(at))).collect()
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
