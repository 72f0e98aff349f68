//! Graphs for tests, named by their shape.

use super::graph::{Axis, FlowKind, Shape, SizedFlow, SizedGraph, SizedLane, SizedNode};
use super::p1_cycles::Arc;
use super::plan::Plan;
use super::work::Work;
use super::{p2_ranks, p3_rows};
use crate::base::{Px, Size};
use proptest::prelude::*;

/// What the flows of a generated graph look like.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// One after the other.
    Chain,
    /// One to all, all to one.
    Fan,
    /// Two chains with rungs.
    Ladder,
    /// A chain with ways back.
    LoopBack,
    /// A chain that changes the lane at every step, by messages.
    ManyLanes,
    /// Any node to any.
    Dense,
    /// A chain of nodes that lead to themselves.
    SelfLoop,
    /// A chain of double flows and of flows both ways.
    Parallel,
}

const FORMS: [Form; 8] = [
    Form::Chain,
    Form::Fan,
    Form::Ladder,
    Form::LoopBack,
    Form::ManyLanes,
    Form::Dense,
    Form::SelfLoop,
    Form::Parallel,
];

/// Pairs of nodes; `picks` decides what the form leaves open.
fn pairs(form: Form, count: usize, picks: &[usize]) -> Vec<(usize, usize)> {
    let chain: Vec<(usize, usize)> = (1..count).map(|at| (at - 1, at)).collect();
    let picked = |at: usize| picks[at % picks.len()];
    let more: Vec<(usize, usize)> = match form {
        Form::Chain | Form::ManyLanes => vec![],
        Form::Fan => return (1..count).map(|at| (0, at)).chain((1..count - 1).map(|at| (at, count - 1))).collect(),
        Form::Ladder => (2..count).map(|at| (at - 2, at)).collect(),
        Form::LoopBack => (0..count / 2).map(|at| (picked(at) % count, picked(at + 7) % (at + 1))).collect(),
        Form::Dense => (0..count * 2).map(|at| (picked(at) % count, picked(at * 3 + 1) % count)).collect(),
        Form::SelfLoop => (0..count).map(|at| (at, at)).collect(),
        Form::Parallel => chain.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect(),
    };
    chain.into_iter().chain(more).collect()
}

/// A size that suits the shape, or any at all.
fn size(shape: Shape, pick: usize) -> Size {
    match shape {
        _ if pick.is_multiple_of(5) => Size::new(16 + (pick % 181) as Px, 16 + (pick % 97) as Px),
        Shape::Box => Size::new(120, 60),
        Shape::Diamond => Size::new(50, 50),
        Shape::Circle => Size::new(36, 36),
        Shape::Document => Size::new(70, 60),
    }
}

fn label(pick: usize, most: usize) -> Option<Size> {
    pick.is_multiple_of(3).then(|| Size::new(8 + (pick % most) as Px, 10 + (pick % 31) as Px))
}

fn graph(form: Form, axis: Axis, lanes: usize, count: usize, picks: &[usize]) -> SizedGraph {
    let picked = |at: usize| picks[at % picks.len()];
    let lane = |at: usize| match form {
        Form::ManyLanes => at % lanes,
        _ => picked(at / 2) % lanes,
    };
    let nodes: Vec<SizedNode> = (0..count)
        .map(|at| {
            let shape = [Shape::Box, Shape::Diamond, Shape::Circle, Shape::Document][picked(at + 3) % 4];
            let label = label(picked(at + 5), 151);
            SizedNode {
                id: format!("n{at}"),
                lane: lane(at),
                shape,
                size: size(shape, picked(at + 4)),
                label,
                stood: None,
            }
        })
        .collect();
    let flows = pairs(form, count, picks).into_iter().enumerate().map(|(at, (from, to))| SizedFlow {
        id: format!("f{at}"),
        from,
        to,
        kind: match picked(at + 11) % 6 {
            0 if nodes[from].lane != nodes[to].lane => FlowKind::Message,
            1 => FlowKind::Association,
            _ => FlowKind::Sequence,
        },
        label: label(picked(at + 13), 61),
    });
    let flows = flows.collect();
    let main_path = if picks[0].is_multiple_of(2) { (0..count).step_by(1 + picks[0] % 3).collect() } else { vec![] };
    let lane = |at: usize| SizedLane { id: format!("l{at}"), header: 30, breadth_min: (picked(at) % 200) as Px };
    SizedGraph { axis, lanes: (0..lanes).map(lane).collect(), nodes, flows, main_path }
}

/// Graphs of every form, on both axes.
pub(super) fn graphs() -> impl Strategy<Value = SizedGraph> {
    let axes = prop_oneof![Just(Axis::Horizontal), Just(Axis::Vertical)];
    let picks = prop::collection::vec(0_usize..1000, 24);
    (prop::sample::select(&FORMS[..]), axes, 1_usize..=12, 2_usize..18, picks)
        .prop_map(|(form, axis, lanes, count, picks)| graph(form, axis, lanes, count, &picks))
}

/// Boxes in one lane, joined by sequence flows.
pub(super) fn boxes(count: usize, pairs: &[(usize, usize)]) -> SizedGraph {
    let node = |at: usize| SizedNode {
        id: format!("n{at}"),
        lane: 0,
        shape: Shape::Box,
        size: size(Shape::Box, 1),
        label: None,
        stood: None,
    };
    let flow = |(at, &(from, to)): (usize, &(usize, usize))| SizedFlow {
        id: format!("f{at}"),
        from,
        to,
        kind: FlowKind::Sequence,
        label: None,
    };
    SizedGraph {
        axis: Axis::Horizontal,
        lanes: vec![SizedLane { id: "l0".into(), header: 30, breadth_min: 0 }],
        nodes: (0..count).map(node).collect(),
        flows: pairs.iter().enumerate().map(flow).collect(),
        main_path: vec![],
    }
}

/// The spans that flows have when nothing else is wished, and the plan that comes of them.
pub(super) fn first_plan(work: &Work, arcs: &[Arc]) -> (Vec<usize>, Plan) {
    let spans: Vec<usize> = arcs.iter().map(|arc| p2_ranks::usual_span(work, arc)).collect();
    let plan = p3_rows::rows(work, arcs, p2_ranks::rank(work, arcs, &spans, &[]));
    (spans, plan)
}

/// The graph with a node put into a flow, in the lane that the flow comes from; `pick` says into which.
pub(super) fn with_node(graph: &SizedGraph, pick: usize) -> Option<SizedGraph> {
    let can_take = |flow: &SizedFlow| flow.kind != FlowKind::Association && flow.from != flow.to;
    let flows: Vec<usize> = (0..graph.flows.len()).filter(|&flow| can_take(&graph.flows[flow])).collect();
    let at = *flows.get(pick % flows.len().max(1))?;
    let mut longer = graph.clone();
    let (from, new) = (graph.flows[at].from, graph.nodes.len());
    let (lane, size) = (graph.nodes[from].lane, Size::new(100, 50));
    longer.nodes.push(SizedNode { id: "new".into(), lane, shape: Shape::Box, size, label: None, stood: None });
    let second = SizedFlow { id: "new-flow".into(), from: new, ..graph.flows[at].clone() };
    longer.flows[at].to = new;
    longer.flows.insert(at + 1, second);
    Some(longer)
}
