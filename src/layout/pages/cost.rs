//! What sheets and cuts cost, and the cheapest way to cut.
//!
//! In: the drawing in one piece and the page. Out: the ranges of ranks that share a sheet.
//! Holds: few sheets first; then few cut flows, none of them between things that are read together; then sheets of like
//! length, and no last sheet with next to nothing on it. The best of all choices by dynamic programming over the ranks.

use super::super::graph::{FlowKind, Page, Shape, SizedGraph};
use super::super::placed::LabelOwner;
use super::super::solve::{Solution, along};
use super::super::work::{Work, WorkFlow};
use super::Span;
use crate::base::{Point, Px, Rect, Size};

const SHEET: i64 = 120;
const CUT_FLOW: i64 = 12;
/// In addition: a branch from its gateway, an end from what leads to it, a start from what it leads to, a document from
/// its node.
const CUT_BRANCH: i64 = 60;
const CUT_END: i64 = 140;
const CUT_DOCUMENT: i64 = 200;
/// An empty sheet; a half empty one costs a quarter of it.
const EMPTY: i64 = 100;
/// A last sheet shorter than a third of the page.
const SCANTY_LAST: i64 = 60;
/// What a connector and its line take at one end of a sheet.
const CONNECTOR_ROOM: Px = 56;

/// Everything that the choice follows from.
pub(super) struct Costs {
    /// For each rank, the cost of a cut before it.
    cuts: Vec<i64>,
    /// Where each rank begins and ends in the drawing in one piece.
    extents: Vec<(Px, Px)>,
    /// What a sheet takes beside its ranks.
    frame: Px,
    length: Px,
    /// What is left free at the end of the last sheet.
    tail: Px,
    /// For each rank, where a sheet that begins with it must have ended.
    limits: Vec<usize>,
}

impl Costs {
    pub fn new(graph: &SizedGraph, work: &Work, whole: &Solution, page: Page, tail: Px) -> Costs {
        let count = whole.plan.ranks.iter().max().map_or(0, |last| last + 1);
        let header = graph.lanes.iter().map(|lane| lane.header).max().unwrap_or(0);
        let frame = header + 2 * (work.options.margin + work.options.lane_padding);
        let mut costs = Costs {
            cuts: cuts(graph, work, &whole.plan.ranks, count),
            extents: extents(graph, whole, count),
            frame,
            length: page.length.max(1),
            tail,
            limits: vec![count; count],
        };
        for first in 0..count {
            // The estimate errs by the room of tracks; what it lets through is drawn and measured.
            let fits = |after: usize| costs.estimate(Span { first, after }) / 10 * 9 <= page.length;
            costs.limits[first] = (first + 2..=count).take_while(|&after| fits(after)).last().unwrap_or(first + 1);
        }
        costs
    }

    pub fn is_last(&self, span: Span) -> bool {
        span.after == self.limits.len()
    }

    /// No sheet may hold this range, nor one that holds more.
    pub fn forbid(&mut self, span: Span) {
        for limit in &mut self.limits[..=span.first] {
            *limit = (*limit).min(span.after - 1);
        }
    }

    /// The ranges of the cheapest choice, in order; of equal ones the first sheet that is longest.
    pub fn cheapest(&self) -> Vec<Span> {
        let count = self.limits.len();
        let mut best = vec![(0, count); count + 1];
        for first in (0..count).rev() {
            let ends = (first + 1..=self.limits[first]).rev();
            let choices = ends.map(|after| (self.span_cost(Span { first, after }) + best[after].0, after));
            best[first] = choices.min_by_key(|choice| choice.0).unwrap_or((0, count));
        }
        let mut spans = Vec::new();
        let mut first = 0;
        while first < count {
            let after = best[first].1;
            spans.push(Span { first, after });
            first = after;
        }
        spans
    }

    fn span_cost(&self, span: Span) -> i64 {
        let last = self.is_last(span);
        let filled = i64::from(self.estimate(span).min(self.length)) * 100 / i64::from(self.length);
        let empty = (100 - filled) * (100 - filled) * EMPTY / 10_000;
        let scanty = if last && filled < 33 { SCANTY_LAST } else { 0 };
        SHEET + empty + scanty + if last { 0 } else { self.cuts[span.after] }
    }

    /// About how long a sheet of these ranks is.
    fn estimate(&self, span: Span) -> Px {
        let ranks = &self.extents[span.first..span.after];
        let low = ranks.iter().map(|extent| extent.0).min().unwrap_or(0);
        let high = ranks.iter().map(|extent| extent.1).max().unwrap_or(0);
        let ends = [span.first > 0, span.after < self.limits.len()];
        let connectors = ends.iter().filter(|is_cut| **is_cut).count() as Px * CONNECTOR_ROOM;
        let tail = if self.is_last(span) { self.tail } else { 0 };
        self.frame + connectors + (high - low).max(0) + tail
    }
}

/// For each rank, what the flows that a cut before it would cut cost.
fn cuts(graph: &SizedGraph, work: &Work, ranks: &[usize], count: usize) -> Vec<i64> {
    let (mut leads_on, mut is_led_to) = (vec![false; work.nodes.len()], vec![false; work.nodes.len()]);
    for flow in work.flows.iter().filter(|flow| flow.kind != FlowKind::Association) {
        leads_on[flow.from] = true;
        is_led_to[flow.to] = true;
    }
    let price = |flow: &WorkFlow| {
        let more = match flow.kind {
            FlowKind::Association => CUT_DOCUMENT,
            _ if !leads_on[flow.to] || !is_led_to[flow.from] => CUT_END,
            _ if graph.nodes[flow.from].shape == Shape::Diamond => CUT_BRANCH,
            _ => 0,
        };
        CUT_FLOW + more
    };
    let mut cuts = vec![0; count + 1];
    for flow in &work.flows {
        let (low, high) = (ranks[flow.from].min(ranks[flow.to]), ranks[flow.from].max(ranks[flow.to]));
        cuts[low + 1..=high].iter_mut().for_each(|cut| *cut += price(flow));
    }
    cuts
}

/// Where each rank begins and ends, labels included.
fn extents(graph: &SizedGraph, whole: &Solution, count: usize) -> Vec<(Px, Px)> {
    let mut extents = vec![(Px::MAX, Px::MIN); count];
    let rank = |owner: LabelOwner| match owner {
        LabelOwner::Node(node) => whole.plan.ranks.get(node),
        LabelOwner::Flow(flow) => whole.plan.ranks.get(graph.flows[flow].from),
    };
    let nodes = whole.sheet.nodes.iter().map(|placed| (rank(LabelOwner::Node(placed.node)), placed.rect));
    let labels = whole.sheet.labels.iter().map(|label| (rank(label.owner), label.rect));
    for (rank, rect) in nodes.chain(labels) {
        let Some(extent) = rank.and_then(|&rank| extents.get_mut(rank)) else { continue };
        let (low, high) = reach(graph, rect);
        *extent = (extent.0.min(low), extent.1.max(high));
    }
    extents
}

/// Where a box begins and ends along the flow.
fn reach(graph: &SizedGraph, rect: Rect) -> (Px, Px) {
    let low = along(graph.axis, Size::new(rect.x, rect.y));
    let Point { x, y } = Point::new(rect.right(), rect.bottom());
    (low, along(graph.axis, Size::new(x, y)))
}
