//! The hard rules, checked on a finished drawing.
//!
//! In: a [`Layout`] and its graph. Out: what is broken, element by element; nothing in a good drawing.
//! Holds: exact arithmetic on whole pixels. Stricter than an eye at full size: lines keep two pixels apart, labels keep
//! off their own lines, too.
//! Absent on purpose: beauty. Crossings and bends are no defects.

use super::graph::{Shape, SizedGraph};
use super::placed::{Defect, Layout, LayoutNote, NoteElement, NoteReason, PlacedEdge, Sheet};
use crate::base::{Point, Px, Rect};

/// Two parallel lines at this distance read as one.
const NEAR: Px = 1;
/// How far a line may run inside the box of its own node.
const OWN_RUN: Px = 4;

/// Everything that breaks a hard rule.
pub fn check(graph: &SizedGraph, layout: &Layout) -> Vec<LayoutNote> {
    let mut found = Found::default();
    for (number, sheet) in layout.sheets.iter().enumerate() {
        lanes(graph, sheet, number, &mut found);
        ends(graph, sheet, &mut found);
        meetings(graph, sheet, number, &mut found);
    }
    missing(graph, layout, &mut found);
    found.notes
}

#[derive(Default)]
struct Found {
    notes: Vec<LayoutNote>,
}

impl Found {
    fn add(&mut self, element: NoteElement, defect: Defect) {
        let note = LayoutNote { element, reason: NoteReason::Defect(defect) };
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// Bands of one extent, one after the other; every shape inside its own.
fn lanes(graph: &SizedGraph, sheet: &Sheet, number: usize, found: &mut Found) {
    let all = Rect::new(0, 0, sheet.size.w, sheet.size.h);
    for (at, lane) in sheet.lanes.iter().enumerate() {
        if sheet.lanes[..at].iter().any(|other| other.rect.overlaps(&lane.rect)) || !lane.rect.contains(&lane.header) {
            found.add(NoteElement::Sheet(number), Defect::LaneOverlap);
        }
        if !all.contains(&lane.rect) {
            found.add(NoteElement::Sheet(number), Defect::OutsideSheet);
        }
    }
    let nodes = sheet.nodes.iter().map(|node| (graph.nodes[node.node].lane, node.rect, NoteElement::Node(node.node)));
    let connectors = sheet.connectors.iter().map(|at| (at.lane, at.rect, NoteElement::Flow(at.flow)));
    for (lane, rect, element) in nodes.chain(connectors) {
        let own = sheet.lanes.iter().find(|band| band.lane == lane);
        let inside = own.is_some_and(|band| band.rect.contains(&rect) && !band.header.overlaps(&rect));
        if !inside && lane < graph.lanes.len() {
            found.add(element, Defect::LaneViolation);
        }
    }
    for label in &sheet.labels {
        if !all.contains(&label.rect) {
            found.add(NoteElement::Sheet(number), Defect::OutsideSheet);
        }
    }
}

/// The shape at one end of an edge: a node, or the connector where the flow is cut.
fn end_shape(graph: &SizedGraph, sheet: &Sheet, edge: &PlacedEdge, target: bool) -> Option<(Shape, Rect, usize)> {
    let flow = &graph.flows[edge.flow];
    let cut = if target { !edge.arrow } else { edge.part > 0 };
    if cut {
        let connector = sheet.connectors.iter().position(|at| at.flow == edge.flow && at.outgoing == target)?;
        return Some((Shape::Circle, sheet.connectors[connector].rect, sheet.nodes.len() + connector));
    }
    let node = if target { flow.to } else { flow.from };
    let at = sheet.nodes.iter().position(|placed| placed.node == node)?;
    Some((graph.nodes[node].shape, sheet.nodes[at].rect, at))
}

/// Lines dock on outlines and turn at right angles.
fn ends(graph: &SizedGraph, sheet: &Sheet, found: &mut Found) {
    for edge in &sheet.edges {
        let element = NoteElement::Flow(edge.flow);
        let straight = |pair: &[Point]| (pair[0].x == pair[1].x) != (pair[0].y == pair[1].y);
        if edge.points.len() < 2 || !edge.points.windows(2).all(straight) {
            found.add(element, Defect::Diagonal);
        }
        for (target, point) in [(false, edge.points.first()), (true, edge.points.last())] {
            let docked = |point: &Point| {
                end_shape(graph, sheet, edge, target).is_some_and(|(shape, rect, _)| on_outline(shape, rect, *point))
            };
            if !point.is_some_and(docked) {
                found.add(element, Defect::DetachedEnd);
            }
        }
    }
}

/// Whether a point lies on a shape's outline, give or take the rounding to a whole pixel.
fn on_outline(shape: Shape, rect: Rect, point: Point) -> bool {
    let (w, h) = (i64::from(rect.w), i64::from(rect.h));
    let dx = i64::from(2 * point.x - 2 * rect.x - rect.w).abs();
    let dy = i64::from(2 * point.y - 2 * rect.y - rect.h).abs();
    let least = w.min(h);
    match shape {
        Shape::Box | Shape::Document => (dx == w && dy <= h) || (dy == h && dx <= w),
        Shape::Diamond => (dx * h + dy * w - w * h).abs() * least * 7 <= 30 * w * h,
        Shape::Circle => {
            let root = ((dx * h) as u64).pow(2) + ((dy * w) as u64).pow(2);
            (root.isqrt() as i64 - w * h).abs() * least <= 3 * w * h
        }
    }
}

/// What can meet something else on a sheet.
#[derive(Clone, Copy)]
enum Thing {
    Node(usize),
    Label,
    /// A stretch of an edge.
    Line(usize),
}

/// Finds all pairs that meet, sweeping along x.
fn meetings(graph: &SizedGraph, sheet: &Sheet, number: usize, found: &mut Found) {
    let shapes: Vec<(Rect, NoteElement)> = sheet
        .nodes
        .iter()
        .map(|node| (node.rect, NoteElement::Node(node.node)))
        .chain(sheet.connectors.iter().map(|at| (at.rect, NoteElement::Flow(at.flow))))
        .collect();
    let mut things: Vec<(Rect, Thing)> =
        shapes.iter().enumerate().map(|(at, (rect, _))| (*rect, Thing::Node(at))).collect();
    things.extend(sheet.labels.iter().map(|label| (label.rect, Thing::Label)));
    for (at, edge) in sheet.edges.iter().enumerate() {
        things.extend(edge.points.windows(2).map(|pair| (line(pair), Thing::Line(at))));
    }
    let own: Vec<[Option<usize>; 2]> = sheet
        .edges
        .iter()
        .map(|edge| [false, true].map(|target| end_shape(graph, sheet, edge, target).map(|(_, _, at)| at)))
        .collect();
    things.sort_by_key(|(rect, _)| rect.x);
    let mut active: Vec<(Rect, Thing)> = Vec::new();
    for &(rect, thing) in &things {
        active.retain(|(other, _)| other.right() + NEAR >= rect.x);
        for &(other, with) in &active {
            if let Some((element, defect)) = meeting(sheet, &shapes, &own, graph, (other, with), (rect, thing)) {
                found.add(element.unwrap_or(NoteElement::Sheet(number)), defect);
            }
        }
        active.push((rect, thing));
    }
}

/// The defect of a pair, if it is one.
fn meeting(
    sheet: &Sheet,
    shapes: &[(Rect, NoteElement)],
    own: &[[Option<usize>; 2]],
    graph: &SizedGraph,
    one: (Rect, Thing),
    two: (Rect, Thing),
) -> Option<(Option<NoteElement>, Defect)> {
    let edge = |at: usize| Some(NoteElement::Flow(sheet.edges[at].flow));
    let meet = one.0.overlaps(&two.0);
    match (one.1, two.1) {
        (Thing::Node(_), Thing::Node(at)) => meet.then_some((Some(shapes[at].1), Defect::NodeOverlap)),
        (Thing::Label, Thing::Label) => meet.then_some((None, Defect::LabelOnLabel)),
        (Thing::Node(at), Thing::Label) | (Thing::Label, Thing::Node(at)) => {
            meet.then_some((Some(shapes[at].1), Defect::LabelOnNode))
        }
        (Thing::Line(at), Thing::Label) => through(one.0, two.0).then_some((edge(at), Defect::LabelOnEdge)),
        (Thing::Label, Thing::Line(at)) => through(two.0, one.0).then_some((edge(at), Defect::LabelOnEdge)),
        (Thing::Line(a), Thing::Line(b)) => (a != b && along(one.0, two.0)).then_some((edge(b), Defect::EdgeOnEdge)),
        (Thing::Line(at), Thing::Node(node)) => edge_node(graph, sheet, own, (at, one.0), (node, two.0)),
        (Thing::Node(node), Thing::Line(at)) => edge_node(graph, sheet, own, (at, two.0), (node, one.0)),
    }
}

fn edge_node(
    graph: &SizedGraph,
    sheet: &Sheet,
    own: &[[Option<usize>; 2]],
    (at, line): (usize, Rect),
    (node, rect): (usize, Rect),
) -> Option<(Option<NoteElement>, Defect)> {
    if !through(line, rect) {
        return None;
    }
    let edge = Some(NoteElement::Flow(sheet.edges[at].flow));
    if !own[at].contains(&Some(node)) {
        return Some((edge, Defect::EdgeThroughNode));
    }
    let inside = (line.right().min(rect.right()) - line.x.max(rect.x))
        .max(line.bottom().min(rect.bottom()) - line.y.max(rect.y));
    let boxed = sheet
        .nodes
        .get(node)
        .is_some_and(|placed| matches!(graph.nodes[placed.node].shape, Shape::Box | Shape::Document));
    let most = if boxed { OWN_RUN } else { 3 * rect.w.min(rect.h) / 4 };
    (inside > most).then_some((edge, Defect::EdgeThroughOwnNode))
}

/// A stretch as a rectangle without breadth.
fn line(pair: &[Point]) -> Rect {
    let (x, y) = (pair[0].x.min(pair[1].x), pair[0].y.min(pair[1].y));
    Rect::new(x, y, (pair[0].x - pair[1].x).abs(), (pair[0].y - pair[1].y).abs())
}

/// Whether a line runs through the inside of a rectangle.
fn through(line: Rect, rect: Rect) -> bool {
    // A line without breadth at `at` lies inside where it is past the one border and before the other.
    let inside = |at: Px, extent: Px, low: Px, high: Px| at < high && at + extent > low && (extent > 0 || at > low);
    inside(line.x, line.w, rect.x, rect.right()) && inside(line.y, line.h, rect.y, rect.bottom())
}

/// Whether two parallel lines lie on one another.
fn along(one: Rect, two: Rect) -> bool {
    let run = |a: Px, a_end: Px, b: Px, b_end: Px| a_end.min(b_end) > a.max(b);
    if one.h == 0 && two.h == 0 {
        (one.y - two.y).abs() <= NEAR && run(one.x, one.right(), two.x, two.right())
    } else {
        one.w == 0 && two.w == 0 && (one.x - two.x).abs() <= NEAR && run(one.y, one.bottom(), two.y, two.bottom())
    }
}

/// Every node once, every flow whole.
fn missing(graph: &SizedGraph, layout: &Layout, found: &mut Found) {
    let (mut nodes, mut flows) = (vec![0; graph.nodes.len()], vec![0; graph.flows.len()]);
    for sheet in &layout.sheets {
        sheet.nodes.iter().for_each(|node| nodes[node.node] += 1);
        sheet.edges.iter().filter(|edge| edge.arrow).for_each(|edge| flows[edge.flow] += 1);
    }
    for (at, _) in nodes.iter().enumerate().filter(|(_, count)| **count != 1) {
        found.add(NoteElement::Node(at), Defect::Missing);
    }
    for (at, _) in flows.iter().enumerate().filter(|(_, count)| **count != 1) {
        found.add(NoteElement::Flow(at), Defect::Missing);
    }
}
