//! Cutting a drawing into sheets that fit a page.
//!
//! In: the graph and the drawing in one piece. Out: sheets, each a drawing of its own with every lane's header.
//! Holds: a sheet holds whole ranks; a flow between two sheets ends in a lettered connector on the one and goes on from
//! its twin on the other; a lane is as broad as this sheet needs; each sheet obeys the hard rules by itself.
//! A sheet is laid out afresh as a graph of its own nodes and connectors, so nothing has to be mended at the cut. Where
//! to cut is decided over all positions at once, by estimated lengths; a sheet that turns out too large forbids its
//! range of ranks, and the decision is made again. Where a rank by itself is broader than the page, the page is taken as
//! large as that needs.

mod cost;
mod part;

use super::graph::{Options, Page, SizedGraph};
use super::placed::{Layout, LayoutNote, NoteElement, NoteReason, Sheet};
use super::solve::{Solution, across, along, solve};
use super::work::Work;
use crate::base::{Px, Size};
use cost::Costs;
use part::Part;
use std::collections::BTreeMap;

/// A range of ranks that share a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    first: usize,
    after: usize,
}

/// A drawing in one piece, to be cut for one page or several: what was drawn for one may serve for the next.
pub(super) struct Cutter<'g> {
    graph: &'g SizedGraph,
    work: Work,
    whole: Solution,
    drawn: BTreeMap<Span, (Part, Solution)>,
}

/// What is to be left free at the end of the last sheet, along the flow, by the sizes of the sheets: nothing where what
/// stands with the drawing has room on one of them.
pub type Tail<'t> = &'t dyn Fn(&[Size]) -> Px;

/// What cutting for a page comes to.
pub(super) struct Cut {
    pub sheets: Vec<Size>,
    /// Flows that are cut, each time they are.
    pub flows: usize,
}

impl<'g> Cutter<'g> {
    pub fn new(graph: &'g SizedGraph, options: &Options) -> Cutter<'g> {
        let work = Work::new(graph, options);
        let whole = solve(graph, &work);
        Cutter { graph, work, whole, drawn: BTreeMap::new() }
    }

    /// The drawing in one piece.
    pub fn whole(&self) -> &Sheet {
        &self.whole.sheet
    }

    /// What the sheets for a page would be.
    pub fn try_page(&mut self, page: Page) -> Cut {
        let page = self.room(page);
        if self.fits(self.whole.sheet.size, page) {
            return Cut { sheets: vec![self.whole.sheet.size], flows: 0 };
        }
        let spans = self.spans(page, 0);
        let chosen: Vec<&(Part, Solution)> = spans.iter().map(|span| &self.drawn[span]).collect();
        Cut {
            sheets: chosen.iter().map(|(_, solution)| solution.sheet.size).collect(),
            flows: chosen.iter().map(|(part, _)| part.connectors.len()).sum::<usize>() / 2,
        }
    }

    /// The drawing cut into pages; `tail` is what has to be left free at the end of the last of such sheets.
    pub fn cut(mut self, page: Page, tail: Tail<'_>) -> Layout {
        let graph = self.graph;
        let mut layout = Layout { axis: graph.axis, sheets: Vec::new(), notes: Vec::new() };
        let room = self.room(page);
        let Some(spans) = self.spans_with(room, tail) else {
            if across(graph.axis, self.whole.sheet.size) > page.breadth {
                layout.notes.push(LayoutNote { element: NoteElement::Sheet(0), reason: NoteReason::BroaderThanPage });
            }
            layout.sheets.push(self.whole.sheet);
            return layout;
        };
        let drawn: Vec<(Part, Solution)> = spans.iter().filter_map(|span| self.drawn.remove(span)).collect();
        let letters = letters(&drawn);
        let is_enlarged = drawn.iter().any(|(_, one)| across(graph.axis, one.sheet.size) > page.breadth);
        let length = if is_enlarged { room.length } else { page.length };
        for (number, (part, solution)) in drawn.into_iter().enumerate() {
            let sheet = part.whole_sheet(graph, solution.sheet, &letters);
            let mut note = |reason| layout.notes.push(LayoutNote { element: NoteElement::Sheet(number), reason });
            if along(graph.axis, sheet.size) > length {
                note(NoteReason::LongerThanPage);
            }
            if across(graph.axis, sheet.size) > page.breadth {
                note(NoteReason::BroaderThanPage);
            }
            layout.sheets.push(sheet);
        }
        layout
    }

    /// How to cut; `None` where one page holds the whole. A tail may cost one sheet, which what stands there would take
    /// for itself.
    fn spans_with(&mut self, page: Page, tail: Tail<'_>) -> Option<Vec<Span>> {
        let whole = self.whole.sheet.size;
        let usual = (!self.fits(whole, page)).then(|| self.spans(page, 0));
        let sizes = match &usual {
            Some(spans) => spans.iter().map(|span| self.size_of(*span)).collect(),
            None => vec![whole],
        };
        let tail = tail(&sizes);
        if tail == 0 || tail > page.length / 2 {
            return usual;
        }
        let with_tail = self.spans(page, tail);
        let fits = |size: Size| along(self.graph.axis, size).saturating_add(tail) <= page.length;
        let has_tail =
            with_tail.last().is_some_and(|last| self.drawn.get(last).is_some_and(|(_, one)| fits(one.sheet.size)));
        if has_tail && with_tail.len() <= sizes.len() + 1 { Some(with_tail) } else { usual }
    }

    /// The page to cut for: as large as the broadest rank needs, unless that is less broad beside others than by itself, among
    /// its connectors.
    fn room(&mut self, page: Page) -> Page {
        let larger = self.enlarged(page);
        if larger == page || self.fits(self.whole.sheet.size, larger) {
            return larger;
        }
        let axis = self.graph.axis;
        let is_broader = self.spans(larger, 0).into_iter().any(|span| across(axis, self.size_of(span)) > page.breadth);
        if is_broader { larger } else { page }
    }

    /// The page that holds every rank by itself. No cut makes a rank less broad: where one is broader than the page, the sheet
    /// prints smaller whatever is cut, and there is room for more ranks beside it.
    fn enlarged(&mut self, page: Page) -> Page {
        let axis = self.graph.axis;
        if across(axis, self.whole.sheet.size) <= page.breadth {
            return page;
        }
        let count = self.whole.plan.ranks.iter().max().map_or(0, |last| last + 1);
        let alone = (0..count).map(|first| across(axis, self.size_of(Span { first, after: first + 1 })));
        let breadth = alone.max().unwrap_or(0).max(page.breadth);
        let length = i64::from(page.length) * i64::from(breadth) / i64::from(page.breadth.max(1));
        Page { length: Px::try_from(length).unwrap_or(Px::MAX), breadth }
    }

    fn fits(&self, size: Size, page: Page) -> bool {
        along(self.graph.axis, size) <= page.length && across(self.graph.axis, size) <= page.breadth
    }

    /// The sheets of the cheapest cuts, which are drawn then. Every round draws what is not drawn yet and forbids what
    /// does not fit; a single rank is never forbidden, so there is an end.
    fn spans(&mut self, page: Page, tail: Px) -> Vec<Span> {
        let mut costs = Costs::new(self.graph, &self.work, &self.whole, page, tail);
        let shorter = Page { length: page.length - tail, ..page };
        loop {
            let spans = costs.cheapest();
            let mut all_fit = true;
            for &span in &spans {
                let size = self.size_of(span);
                if span.after - span.first > 1 && !self.fits(size, if costs.is_last(span) { shorter } else { page }) {
                    costs.forbid(span);
                    all_fit = false;
                }
            }
            if all_fit {
                return spans;
            }
        }
    }

    /// The size of a sheet with these ranks.
    fn size_of(&mut self, span: Span) -> Size {
        let Cutter { graph, work, whole, drawn } = self;
        let (_, solution) = drawn.entry(span).or_insert_with(|| {
            let part = Part::new(graph, work, &whole.plan.ranks, span);
            let solution = solve(&part.graph, &part.work);
            (part, solution)
        });
        solution.sheet.size
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
