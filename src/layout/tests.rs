//! The promises of the room, on generated graphs and on a few drawn by hand.

use super::shapes::graphs;
use super::*;
use crate::base::Size;
use proptest::prelude::*;

fn node(id: &str, lane: usize, shape: Shape) -> SizedNode {
    let size = match shape {
        Shape::Diamond => Size::new(50, 50),
        Shape::Circle => Size::new(36, 36),
        Shape::Box | Shape::Document => Size::new(120, 60),
    };
    SizedNode { id: id.into(), lane, shape, size, label: None, stood: None }
}

fn flow(from: usize, to: usize) -> SizedFlow {
    SizedFlow { id: format!("{from}-{to}"), from, to, kind: FlowKind::Sequence, label: None }
}

fn graph(axis: Axis, lanes: usize, nodes: Vec<SizedNode>, flows: Vec<SizedFlow>, main_path: Vec<usize>) -> SizedGraph {
    let lane = |at: usize| SizedLane { id: format!("l{at}"), header: 30, breadth_min: 0 };
    SizedGraph { axis, lanes: (0..lanes).map(lane).collect(), nodes, flows, main_path }
}

/// A start, a gateway whose refusal ends in an event, a task and an end.
fn refusal(axis: Axis) -> SizedGraph {
    let shapes = [Shape::Circle, Shape::Diamond, Shape::Box, Shape::Circle, Shape::Box, Shape::Circle];
    let nodes = shapes.iter().enumerate().map(|(at, &shape)| node(&format!("n{at}"), 0, shape)).collect();
    let flows = vec![flow(0, 1), flow(1, 2), flow(2, 3), flow(1, 4), flow(4, 5)];
    graph(axis, 1, nodes, flows, vec![0, 1, 4, 5])
}

fn notes(graph: &SizedGraph, options: &Options) -> Vec<LayoutNote> {
    let layout = place(graph, options);
    let mut notes = check(graph, &layout);
    notes.extend(layout.notes);
    notes.retain(|note| note.reason != NoteReason::LongerThanPage);
    notes
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn hard_rules_hold_on_one_sheet(graph in graphs()) {
        prop_assert_eq!(notes(&graph, &Options::default()), vec![]);
    }

    #[test]
    fn the_order_of_a_chain_survives_a_new_step(count in 3_usize..12, at in 0_usize..11) {
        let chain = |count: usize| {
            let nodes = (0..count).map(|at| node(&format!("n{at}"), 0, Shape::Box)).collect();
            graph(Axis::Horizontal, 1, nodes, (1..count).map(|to| flow(to - 1, to)).collect(), vec![])
        };
        let mut longer = chain(count + 1);
        longer.nodes[at % count].size = Size::new(200, 100);
        let sheet = &place(&longer, &Options::default()).sheets[0];
        prop_assert!(sheet.nodes.windows(2).all(|pair| pair[0].rect.right() < pair[1].rect.x));
        prop_assert!(sheet.edges.iter().all(|edge| edge.points.len() == 2));
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn hard_rules_hold_on_pages(graph in graphs(), length in 400..1600) {
        prop_assert_eq!(notes(&graph, &Options { page: Some(Page::of_length(length)), ..Options::default() }), vec![]);
    }

    #[test]
    fn one_graph_has_one_drawing(graph in graphs()) {
        let options = Options { page: Some(Page::of_length(900)), ..Options::default() };
        prop_assert_eq!(place(&graph, &options), place(&graph, &options));
    }
}

#[test]
fn the_main_path_is_straight_and_the_refusal_leaves_below() {
    let layout = place(&refusal(Axis::Horizontal), &Options::default());
    let sheet = &layout.sheets[0];
    let middle = |at: usize| sheet.nodes[at].rect.centre();
    assert!([1, 4, 5].iter().all(|&at| middle(at).y == middle(0).y));
    assert!(middle(2).y > middle(1).y && middle(3).y == middle(2).y);
    assert!(sheet.edges.iter().all(|edge| edge.points.len() == 2), "no line needs a bend: {:?}", sheet.edges);
}

/// A process that only talks with another one stands where that does: nothing else says where along the flow.
#[test]
fn a_process_stands_beside_what_it_talks_with() {
    let mut nodes: Vec<SizedNode> = (0..9).map(|at| node(&format!("n{at}"), 0, Shape::Box)).collect();
    nodes.extend((9..13).map(|at| node(&format!("n{at}"), 1, Shape::Box)));
    let message = |from, to| SizedFlow { kind: FlowKind::Message, ..flow(from, to) };
    let steps = (1..9).chain(10..13).map(|to| flow(to - 1, to));
    let flows = steps.chain([message(10, 6), message(6, 10)]).collect();
    let graph = graph(Axis::Horizontal, 2, nodes, flows, (0..9).collect());
    let layout = place(&graph, &Options::default());
    let quality = measure(&graph, &layout);
    assert_eq!((quality.crossings, quality.bends), (0, 0), "{:?}", layout.sheets[0].edges);
}

/// The first way aside ends within the second: where both hang below, one has to go round everything, or they cross.
#[test]
fn of_two_ways_aside_that_overlap_one_rises() {
    let mut nodes: Vec<SizedNode> = (0..10).map(|at| node(&format!("n{at}"), 0, Shape::Box)).collect();
    [1, 3, 4, 6].iter().for_each(|&at| nodes[at] = node(&format!("n{at}"), 0, Shape::Diamond));
    let path = (1..8).map(|to| flow(to - 1, to));
    let flows = path.chain([flow(1, 8), flow(8, 4), flow(3, 9), flow(9, 6)]).collect();
    let graph = graph(Axis::Horizontal, 1, nodes, flows, (0..8).collect());
    let layout = place(&graph, &Options::default());
    let quality = measure(&graph, &layout);
    assert_eq!((quality.crossings, quality.bends), (0, 2), "{:?}", layout.sheets[0].edges);
    let height = |at: usize| layout.sheets[0].nodes[at].rect.centre().y;
    assert_eq!(height(8) < height(0), height(9) > height(0), "they stand on two sides of the path");
}

#[test]
fn columns_mirror_rows() {
    let (rows, columns) = (refusal(Axis::Horizontal), refusal(Axis::Vertical));
    let (rows, columns) = (place(&rows, &Options::default()), place(&columns, &Options::default()));
    let flow_order = |layout: &Layout| -> Vec<(i32, i32)> {
        let along = |point: crate::base::Point| match layout.axis {
            Axis::Horizontal => (point.x, point.y),
            Axis::Vertical => (point.y, point.x),
        };
        layout.sheets[0].nodes.iter().map(|node| along(node.rect.centre())).collect()
    };
    let order = |places: Vec<(i32, i32)>| {
        let mut at: Vec<usize> = (0..places.len()).collect();
        at.sort_by_key(|&at| places[at]);
        at
    };
    assert_eq!(order(flow_order(&rows)), order(flow_order(&columns)));
}

#[test]
fn a_message_to_the_next_lane_runs_straight_across() {
    let mut graph =
        graph(Axis::Horizontal, 2, vec![node("a", 0, Shape::Box), node("b", 1, Shape::Box)], vec![flow(0, 1)], vec![]);
    graph.flows[0].kind = FlowKind::Message;
    let sheet = &place(&graph, &Options::default()).sheets[0];
    assert_eq!(sheet.edges[0].points.len(), 2);
    assert_eq!(sheet.edges[0].points[0].x, sheet.edges[0].points[1].x);
}

#[test]
fn a_cut_flow_has_paired_connectors() {
    let nodes = (0..8).map(|at| node(&format!("n{at}"), at % 2, Shape::Box)).collect();
    let graph = graph(Axis::Vertical, 2, nodes, (1..8).map(|to| flow(to - 1, to)).collect(), vec![]);
    let layout = place(&graph, &Options { page: Some(Page::of_length(420)), ..Options::default() });
    assert!(layout.sheets.len() > 1);
    assert!(layout.sheets.iter().all(|sheet| sheet.size.h <= 420));
    let all: Vec<&PlacedConnector> = layout.sheets.iter().flat_map(|sheet| &sheet.connectors).collect();
    for out in all.iter().filter(|at| at.outgoing) {
        let twin = all.iter().find(|at| !at.outgoing && at.flow == out.flow);
        assert_eq!(twin.map(|at| at.letter.as_str()), Some(out.letter.as_str()));
        assert_eq!(out.id, format!("{}-out", graph.flows[out.flow].id));
    }
    assert_eq!(all[0].letter, "A");
}

/// Four tasks, each followed by a gateway whose refusal ends in an event; and an empty lane.
fn refusals() -> SizedGraph {
    let (mut nodes, mut flows, mut path) = (vec![node("start", 0, Shape::Circle)], vec![], vec![0]);
    for round in 0..4 {
        let first = nodes.len();
        let shapes = [Shape::Box, Shape::Diamond, Shape::Box, Shape::Circle];
        nodes.extend(shapes.iter().enumerate().map(|(at, &shape)| node(&format!("n{round}{at}"), 0, shape)));
        let last: usize = path[path.len() - 1];
        flows.extend([(last, first), (first, first + 1), (first + 1, first + 2), (first + 2, first + 3)]);
        path.extend([first, first + 1]);
    }
    let flows = flows.into_iter().map(|(from, to)| flow(from, to)).collect();
    graph(Axis::Horizontal, 2, nodes, flows, path)
}

#[test]
fn no_cut_parts_a_branch_from_its_gateway_or_an_end_from_its_refusal() {
    let graph = refusals();
    for length in (560..1300).step_by(20) {
        let layout = place(&graph, &Options { page: Some(Page::of_length(length)), ..Options::default() });
        assert!(layout.notes.is_empty() && layout.sheets.len() > 1, "{length}: {:?}", layout.notes);
        for connector in layout.sheets.iter().flat_map(|sheet| &sheet.connectors) {
            let target = &graph.nodes[graph.flows[connector.flow].to].id;
            let is_apart = target.ends_with('3') || target.ends_with('2');
            assert!(!is_apart, "{length}: `{target}` is parted from what leads to it");
        }
    }
}

#[test]
fn an_empty_lane_takes_the_room_of_its_header_on_each_sheet() {
    let mut graph = refusals();
    graph.lanes[1].breadth_min = 50;
    let last = graph.nodes.len() - 1;
    graph.nodes[last].lane = 1;
    let layout = place(&graph, &Options { page: Some(Page::of_length(700)), ..Options::default() });
    let breadths: Vec<i32> = layout.sheets.iter().map(|sheet| sheet.lanes[1].rect.h).collect();
    assert!(breadths[..breadths.len() - 1].iter().all(|&breadth| breadth == 50), "{breadths:?}");
    assert!(breadths[breadths.len() - 1] > 50, "{breadths:?}");
}

#[test]
fn lanes_too_broad_for_the_page_are_noted() {
    let page = Page { length: 700, breadth: 100 };
    let layout = place(&refusals(), &Options { page: Some(page), ..Options::default() });
    assert!(layout.notes.iter().any(|note| note.reason == NoteReason::BroaderThanPage));
}

#[test]
fn what_is_wrong_is_noted_and_never_panics() {
    let mut broken = graph(Axis::Horizontal, 1, vec![node("a", 7, Shape::Box)], vec![flow(0, 9)], vec![3]);
    broken.nodes[0].size = Size::new(0, -5);
    let notes = place(&broken, &Options { rank_gap: -1, track_gap: i32::MAX, ..Options::default() }).notes;
    assert!(notes.iter().any(|note| note.element == NoteElement::Flow(0)));
    let empty = graph(Axis::Vertical, 0, vec![], vec![], vec![]);
    assert_eq!(place(&empty, &Options::default()).notes, vec![]);
}

#[test]
fn lines_that_run_the_same_way_all_along_never_cross() {
    for axis in [Axis::Horizontal, Axis::Vertical] {
        // A chain, and three lines each way between its ends, which all have to run round what stands between.
        let nodes = (0..4).map(|at| node(&format!("n{at}"), 0, Shape::Box)).collect();
        let mut flows: Vec<SizedFlow> = (1..4).map(|to| flow(to - 1, to)).collect();
        for (at, (from, to)) in [(0, 3), (3, 0), (0, 3), (3, 0), (0, 3), (3, 0)].into_iter().enumerate() {
            flows.push(SizedFlow { id: format!("again-{at}"), ..flow(from, to) });
        }
        let graph = graph(axis, 1, nodes, flows, vec![0, 1, 2, 3]);
        let quality = measure(&graph, &place(&graph, &Options::default()));
        assert_eq!((quality.defects, quality.crossings), (0, 0));
    }
}

#[test]
fn a_document_leaves_the_way_to_its_node_free() {
    // A task sends a message up to an event, whose document might hang in the message's way.
    let shapes = [(Shape::Box, 1), (Shape::Box, 1), (Shape::Circle, 0), (Shape::Circle, 0), (Shape::Document, 0)];
    let nodes = shapes.iter().enumerate().map(|(at, &(shape, lane))| node(&format!("n{at}"), lane, shape)).collect();
    let message = SizedFlow { kind: FlowKind::Message, ..flow(1, 2) };
    let association = SizedFlow { kind: FlowKind::Association, ..flow(2, 4) };
    let graph = graph(Axis::Horizontal, 2, nodes, vec![flow(0, 1), message, flow(2, 3), association], vec![0, 1, 2, 3]);
    let layout = place(&graph, &Options::default());
    assert_eq!(measure(&graph, &layout).bends, 0);
    let placed = |at: usize| layout.sheets[0].nodes.iter().find(|placed| placed.node == at).expect("placed").rect;
    assert!(placed(4).bottom() < placed(2).y && placed(2).bottom() < placed(1).y);
}
