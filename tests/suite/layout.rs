//! The layout from outside: hard rules on graphs of every shape, the order that an edit keeps, and the figures of the
//! graphs in `tests/graphs`.
//!
//! `CASES=10000` draws so many graphs instead of the usual number.

use crate::corpus::{read, root};
use crate::graphs::{Builder, Numbers, collaboration, correction, nested, process, usual};
use reglament::backend::geometry;
use reglament::base::{Point, Rect, Size};
use reglament::layout::{
    Axis, FlowKind, LabelOwner, Layout, LayoutNote, NoteReason, Options, Page, Shape, SizedGraph, SizedNode, check,
    measure, order_flips, place,
};
use std::collections::BTreeSet;

const SHAPES: [Shape; 4] = [Shape::Box, Shape::Diamond, Shape::Circle, Shape::Document];

/// What the flows of a generated graph look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Chain,
    /// One to all, all to one.
    Fan,
    /// Two chains with rungs.
    Ladder,
    /// A chain with ways back.
    LoopBack,
    /// A chain that changes the lane at every step.
    ManyLanes,
    /// Any node to any.
    Dense,
    /// A chain of nodes that lead to themselves.
    SelfLoop,
    /// A chain of double flows and of flows both ways.
    Parallel,
    /// What processes are made of.
    Process,
    /// The same, with ways back that lead through several steps.
    Correction,
    /// Ways that part and meet again within one another.
    Nested,
    /// Processes side by side that talk by messages.
    Collaboration,
}

const FORMS: [Form; 12] = [
    Form::Chain,
    Form::Fan,
    Form::Ladder,
    Form::LoopBack,
    Form::ManyLanes,
    Form::Dense,
    Form::SelfLoop,
    Form::Parallel,
    Form::Process,
    Form::Correction,
    Form::Nested,
    Form::Collaboration,
];

/// Pairs of nodes in the order of declaration.
fn pairs(form: Form, count: usize, numbers: &mut Numbers) -> Vec<(usize, usize)> {
    let chain: Vec<(usize, usize)> = (1..count).map(|at| (at - 1, at)).collect();
    let mut any = || (numbers.below(count), numbers.below(count));
    let more: Vec<(usize, usize)> = match form {
        Form::Chain | Form::ManyLanes => vec![],
        Form::Process | Form::Correction | Form::Nested | Form::Collaboration => vec![],
        Form::Fan => return (1..count - 1).flat_map(|at| [(0, at), (at, count - 1)]).collect(),
        Form::Ladder => (2..count).map(|at| (at - 2, at)).collect(),
        Form::LoopBack => (0..1 + count / 3).map(|_| any()).map(|(a, b)| (a.max(b), a.min(b))).collect(),
        Form::Dense => (0..2 * count).map(|_| any()).collect(),
        Form::SelfLoop => (0..count).map(|at| (at, at)).collect(),
        Form::Parallel => chain.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect(),
    };
    chain.into_iter().chain(more).collect()
}

/// A graph of any form; sizes, labels, kinds and the successful path as the seed has it.
fn generated(seed: usize) -> (Form, SizedGraph) {
    let form = FORMS[seed % FORMS.len()];
    let mut numbers = Numbers::new(seed as u32);
    let (count, lanes) = (3 + numbers.below(22), 1 + numbers.below(8));
    let is_wild = numbers.below(3) == 0;
    let mut graph = match form {
        Form::Process => process(seed as u32, 8 + count, lanes),
        Form::Correction => correction(seed as u32, 8 + count, lanes),
        Form::Nested => nested(seed as u32, 2, lanes),
        Form::Collaboration => collaboration(seed as u32, 8 + count, lanes),
        _ => of_pairs(form, (count, lanes), &mut numbers),
    };
    graph.axis = if numbers.below(2) == 0 { Axis::Horizontal } else { Axis::Vertical };
    vary(&mut graph, is_wild, &mut numbers);
    (form, graph)
}

fn of_pairs(form: Form, (count, lanes): (usize, usize), numbers: &mut Numbers) -> SizedGraph {
    let mut built = Builder::new(Axis::Horizontal, lanes);
    for at in 0..count {
        let lane = if form == Form::ManyLanes { at % lanes } else { numbers.below(lanes) };
        built.node(SHAPES[numbers.below(4)], lane);
    }
    for (from, to) in pairs(form, count, numbers) {
        built.flow(from, to, 0);
    }
    built.graph
}

/// Sizes, labels and kinds that a text could give.
fn vary(graph: &mut SizedGraph, is_wild: bool, numbers: &mut Numbers) {
    let mut size = |most: usize| Size::new(8 + numbers.below(most) as i32, 10 + numbers.below(most / 2) as i32);
    for node in &mut graph.nodes {
        if is_wild {
            let Size { w, h } = size(190);
            node.size = Size::new(w + 8, h + 6);
        }
        node.label = Some(size(150)).filter(|label| label.w % 3 == 0);
    }
    for flow in &mut graph.flows {
        flow.label = Some(size(50)).filter(|label| label.w % 3 == 0);
        flow.kind = match size(60).w % 6 {
            0 => FlowKind::Association,
            1 | 2 if graph.nodes[flow.from].lane != graph.nodes[flow.to].lane => FlowKind::Message,
            _ => FlowKind::Sequence,
        };
    }
    if graph.main_path.is_empty() && size(9).w % 2 == 0 {
        graph.main_path = (0..graph.nodes.len()).step_by(size(10).w as usize % 3 + 1).collect();
    }
}

/// What is broken, and what the layout itself says is broken; a sheet may outgrow its page.
fn broken(graph: &SizedGraph, layout: &Layout) -> Vec<LayoutNote> {
    let noted = layout.notes.iter().filter(|note| matches!(note.reason, NoteReason::Defect(_))).cloned();
    check(graph, layout).into_iter().chain(noted).collect()
}

/// As many graphs as were asked for; fewer where the program is not optimised.
fn cases() -> usize {
    let asked = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or(if cfg!(debug_assertions) { 180 } else { 1_200 })
}

#[test]
fn hard_rules_hold_on_graphs_of_every_form() {
    for seed in 0..cases() {
        let (form, graph) = generated(seed);
        let endless = place(&graph, &Options::default());
        assert_eq!(broken(&graph, &endless), [], "{form:?}, seed {seed}");
        let page = Page { length: 500 + 150 * (seed as i32 % 7), breadth: if seed % 2 == 0 { 700 } else { i32::MAX } };
        let paged = place(&graph, &Options { page: Some(page), ..Options::default() });
        assert_eq!(broken(&graph, &paged), [], "{form:?}, seed {seed}, on {page:?}");
        let has_outgrown = paged.sheets.iter().any(|sheet| match graph.axis {
            Axis::Horizontal => sheet.size.w > page.length || sheet.size.h > page.breadth,
            Axis::Vertical => sheet.size.h > page.length || sheet.size.w > page.breadth,
        });
        assert_eq!(
            has_outgrown,
            !paged.notes.is_empty(),
            "{form:?}, seed {seed}: a sheet that outgrows its page is noted"
        );
    }
}

/// A graph with a task more on one of its flows, in the lane of the flow's source, declared after the source.
pub fn with_task(graph: &SizedGraph, flow: usize) -> SizedGraph {
    let mut longer = graph.clone();
    let (from, to) = (graph.flows[flow].from, graph.flows[flow].to);
    let new = from + 1;
    let moved = |node: usize| if node >= new { node + 1 } else { node };
    let (lane, shape) = (graph.nodes[from].lane, Shape::Box);
    longer.nodes.insert(new, SizedNode { id: "new".into(), lane, shape, size: usual(shape), label: None, stood: None });
    for flow in &mut longer.flows {
        (flow.from, flow.to) = (moved(flow.from), moved(flow.to));
    }
    let mut second = longer.flows[flow].clone();
    (second.id, second.from, second.label) = ("new-flow".into(), new, None);
    longer.flows[flow].to = new;
    longer.flows.insert(flow + 1, second);
    longer.main_path.iter_mut().for_each(|node| *node = moved(*node));
    let old_path = graph.main_path.windows(2).position(|pair| pair == [from, to]);
    if let Some(at) = old_path {
        longer.main_path.insert(at + 1, new);
    }
    longer
}

/// How many pairs change their order when a task is put in, of how many.
fn flips(graph: &SizedGraph, flow: usize) -> (usize, usize) {
    let longer = with_task(graph, flow);
    let [before, after] = [graph, &longer].map(|graph| place(graph, &Options::default()));
    order_flips((graph, &before), (&longer, &after))
}

/// Tasks joined as a form joins them, with a successful path.
fn plain(form: Form, count: usize, lanes: usize, numbers: &mut Numbers) -> SizedGraph {
    let mut built = Builder::new(Axis::Horizontal, lanes);
    for at in 0..count {
        built.node(Shape::Box, at * lanes / count);
    }
    for (from, to) in pairs(form, count, numbers) {
        built.flow(from, to, 0);
    }
    built.graph.main_path = if form == Form::Fan { vec![0, 1, count - 1] } else { (0..count).collect() };
    built.graph
}

#[test]
fn a_new_task_flips_no_pair_of_a_chain_a_fan_or_a_ladder() {
    let mut numbers = Numbers::new(1);
    for case in 0..cases() / 10 {
        let form = [Form::Chain, Form::Fan, Form::Ladder][case % 3];
        let (count, lanes) = (4 + numbers.below(12), 1 + numbers.below(4));
        let graph = plain(form, count, lanes, &mut numbers);
        let flow = numbers.below(graph.flows.len());
        let (flips, pairs) = flips(&graph, flow);
        assert!(pairs > 0);
        assert_eq!(flips, 0, "{form:?} of {count} in {lanes} lanes, a task more on flow {flow}");
    }
}

/// Of two ways that part and join again, the surroundings may decide which runs straight: there a new task may tip the
/// choice. All else keeps its order, whether the successful path is told or guessed.
#[test]
fn a_new_task_flips_hardly_a_pair_of_a_process() {
    for is_told in [true, false] {
        let (mut flipped, mut all) = (0, 0);
        for seed in 0..cases() as u32 / 10 {
            let mut graph = process(seed, 30, 4);
            if !is_told {
                graph.main_path.clear();
            }
            let (flips, pairs) = flips(&graph, Numbers::new(seed).below(graph.flows.len()));
            flipped += flips;
            all += pairs;
        }
        println!("{flipped} of {all} pairs changed their order");
        assert!(flipped * 1_000 <= all, "{flipped} of {all} pairs changed their order");
    }
}

/// A gateway with so many branches of a task and an end each, spread over the lanes in order.
fn branches(count: usize, lanes: usize) -> SizedGraph {
    let mut built = Builder::new(Axis::Horizontal, lanes);
    let (start, gateway) = (built.node(Shape::Circle, 0), built.node(Shape::Diamond, 0));
    built.flow(start, gateway, 0);
    for branch in 0..count {
        let lane = branch * lanes / count;
        let (task, end) = (built.node(Shape::Box, lane), built.node(Shape::Circle, lane));
        built.flow(gateway, task, 3);
        built.flow(task, end, 0);
    }
    built.graph.main_path = vec![start, gateway, gateway + 1, gateway + 2];
    built.graph
}

#[test]
fn branches_of_a_gateway_turn_once_at_most_and_cross_none() {
    for lanes in 1..=3 {
        for count in 2..=12 {
            let graph = branches(count, lanes);
            let quality = measure(&graph, &place(&graph, &Options::default()));
            assert_eq!((quality.defects, quality.crossings), (0, 0), "{count} branches in {lanes} lanes");
            assert!(count > 5 || quality.bends < count, "{count} branches in {lanes} lanes: {} bends", quality.bends);
        }
    }
}

/// Every graph here can be drawn without a crossing. Where one saves three bends, it may stay.
#[test]
fn ways_within_ways_hardly_cross() {
    let crossings = |graph: &SizedGraph| {
        let quality = measure(graph, &place(graph, &Options::default()));
        assert_eq!(quality.defects, 0);
        quality.crossings
    };
    let seeds = if cfg!(debug_assertions) { 10 } else { 40 };
    for seed in 0..seeds {
        assert_eq!(crossings(&nested(seed, 2, 1)), 0, "seed {seed}");
    }
    let deeper: Vec<u32> = (0..seeds).filter(|&seed| crossings(&nested(seed, 3, 1)) > 0).collect();
    assert!(deeper.len() <= 1, "{deeper:?} cross");
    for count in [7, 15, 31, 63] {
        let mut tree = Builder::new(Axis::Horizontal, 1);
        (0..count).for_each(|_| _ = tree.node(Shape::Box, 0));
        (1..count).for_each(|at| tree.flow((at - 1) / 2, at, 0));
        assert_eq!(crossings(&tree.graph), 0, "a tree of {count}");
    }
}

/// What is put right again on the way back stands below the way ahead, from right to left.
#[test]
fn a_way_back_through_steps_runs_backwards_and_turns_as_little_as_may_be() {
    for steps in 1..=4 {
        let mut built = Builder::new(Axis::Horizontal, 1);
        for at in 0..7 {
            let shape = if at == 5 { Shape::Diamond } else { Shape::Box };
            built.node(shape, 0);
        }
        (1..7).for_each(|at| built.flow(at - 1, at, 0));
        built.graph.main_path = (0..7).collect();
        let back: Vec<usize> = (0..steps).map(|_| built.node(Shape::Box, 0)).collect();
        built.flow(5, back[0], 2);
        back.windows(2).for_each(|pair| built.flow(pair[0], pair[1], 0));
        built.flow(back[steps - 1], 1, 0);
        let layout = place(&built.graph, &Options::default());
        let quality = measure(&built.graph, &layout);
        assert!(quality.crossings == 0 && quality.bends <= 1, "{steps} steps: {quality:?}");
        let left = |node: usize| layout.sheets[0].nodes[node].rect.x;
        assert!(back.windows(2).all(|pair| left(pair[1]) < left(pair[0])), "{steps} steps");
    }
}

/// No search may go on for as long as a tangle could make it.
#[test]
fn a_tangle_is_drawn_by_the_rules() {
    let mut numbers = Numbers::new(5);
    let mut built = Builder::new(Axis::Horizontal, 6);
    let count = if cfg!(debug_assertions) { 60 } else { 600 };
    (0..count).for_each(|_| _ = built.node(Shape::Box, numbers.below(6)));
    (0..3 * count).for_each(|_| built.flow(numbers.below(count), numbers.below(count), 0));
    let layout = place(&built.graph, &Options::default());
    assert_eq!(broken(&built.graph, &layout), []);
    assert_eq!(layout.sheets[0].edges.len(), 3 * count);
}

/// From a box to a line of level and upright pieces, the larger of both distances.
fn distance(rect: Rect, line: &[Point]) -> i32 {
    let apart = |low: i32, high: i32, one: i32, other: i32| (one.min(other) - high).max(low - one.max(other)).max(0);
    let piece = |pair: &[Point]| {
        let across = apart(rect.x, rect.right(), pair[0].x, pair[1].x);
        across.max(apart(rect.y, rect.bottom(), pair[0].y, pair[1].y))
    };
    line.windows(2).map(piece).min().unwrap_or(i32::MAX)
}

#[test]
fn branches_of_a_gateway_stand_in_one_rank_and_each_label_beside_its_own_line() {
    for lanes in 1..=3 {
        for count in 4..=8 {
            let graph = branches(count, lanes);
            let sheet = &place(&graph, &Options::default()).sheets[0];
            let ranks: BTreeSet<i32> = (0..count).map(|branch| sheet.nodes[2 + 2 * branch].rect.x).collect();
            assert_eq!(ranks.len(), 1, "{count} branches in {lanes} lanes");
            let labels = sheet.labels.iter().filter_map(|label| match label.owner {
                LabelOwner::Flow(flow) => Some((flow, label.rect)),
                LabelOwner::Node(_) => None,
            });
            for (flow, rect) in labels {
                let nearest = sheet.edges.iter().min_by_key(|edge| distance(rect, &edge.points));
                assert_eq!(nearest.map(|edge| edge.flow), Some(flow), "{count} branches in {lanes} lanes");
            }
        }
    }
}

fn neutral(name: &str) -> SizedGraph {
    let json = read(&root().join("tests/graphs").join(name).with_extension("json"));
    geometry::read_graph(&json).expect("a graph")
}

#[test]
fn the_four_processes_keep_their_figures() {
    let names = ["portal-3-lanes", "portal-4-lanes", "corporation-5-lanes", "register-4-lanes"];
    let (mut crossings, mut bends) = (0, 0);
    for name in names {
        let graph = neutral(name);
        let quality = measure(&graph, &place(&graph, &Options::default()));
        assert_eq!((quality.defects, quality.lines), (0, graph.flows.len()), "{name}");
        crossings += quality.crossings;
        bends += quality.bends;
    }
    assert!(crossings <= 1 && bends <= 33, "{crossings} crossings, {bends} bends");
}

#[test]
fn the_edited_process_keeps_its_order() {
    let [before, after] = ["portal-3-lanes", "portal-3-lanes-edited"].map(neutral);
    let [old, new] = [&before, &after].map(|graph| place(graph, &Options::default()));
    let (flips, pairs) = order_flips((&before, &old), (&after, &new));
    assert_eq!(flips, 0, "of {pairs} pairs");
}
