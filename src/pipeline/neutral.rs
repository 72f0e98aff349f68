//! A picture of a graph in the neutral JSON form, by the same rooms that draw the definitions.
//!
//! In: JSON with words, and what was drawn earlier. Out: geometry, SVG or PNG, on one sheet without an end. Holds: boxes are
//! as large as their words need, whatever sizes the text gives; geometry alone keeps those.

use super::{Remark, remarks};
use crate::backend::geometry::{Earlier, GraphError, GraphWords, read_graph, read_with_words, write};
use crate::backend::png;
use crate::backend::svg;
use crate::base::{Id, Lang, Text};
use crate::graph::{Flow, FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation, OtherEvent};
use crate::layout;
use crate::layout::{Axis, Layout, Places, SizedGraph, Sizing};
use crate::scene;
use crate::scene::{Caption, Scene};
use crate::theme::Theme;
use std::collections::BTreeSet;

/// The words of a graph are in an unknown language; only the words that a drawing adds depend on it.
const LANGUAGE: Lang = Lang::Kk;

/// Lays out a graph and gives its geometry, so that engines can be compared; and what the drawing could not keep. The order
/// of an earlier drawing is kept where one is given.
pub fn draw_graph(json: &str, earlier: Option<&Earlier>) -> Result<(String, Vec<Remark>), GraphError> {
    let mut graph = read_graph(json)?;
    let options = layout::Options::default();
    let places = earlier.map(|earlier| match earlier {
        Earlier::Drawn(places) => places.clone(),
        Earlier::Graph(graph, _) => Places::of(&layout::place(graph, &options), graph),
    });
    follow(places.as_ref(), &mut graph)?;
    let layout = layout::place(&graph, &options);
    Ok((write(&layout, &graph), not_kept(&layout, &graph)))
}

/// Tells a graph the places whose order it is to keep.
fn follow(places: Option<&Places>, graph: &mut SizedGraph) -> Result<(), GraphError> {
    let Some(places) = places else { return Ok(()) };
    places.tell(graph);
    if places.axis == graph.axis { Ok(()) } else { Err(GraphError::OtherAxis) }
}

fn not_kept(layout: &Layout, graph: &SizedGraph) -> Vec<Remark> {
    remarks::of_notes(layout.notes.iter().chain(&layout::passed(graph, layout)), graph)
}

/// Draws a graph with its words, and tells what the drawing could not keep.
pub fn draw_graph_svg(
    json: &str,
    earlier: Option<&Earlier>,
    theme: &Theme,
) -> Result<(String, Vec<Remark>), GraphError> {
    let options = svg::SvgOptions { standalone: true, ..Default::default() };
    let (scene, remarks) = draw(json, earlier, theme)?;
    Ok((scene.map_or_else(String::new, |scene| svg::render(&scene, &theme.drawing, &options)), remarks))
}

/// The same as a picture of dots; none of a drawing that is empty or too large.
pub fn draw_graph_png(
    json: &str,
    earlier: Option<&Earlier>,
    theme: &Theme,
) -> Result<(Option<Vec<u8>>, Vec<Remark>), GraphError> {
    let (scene, remarks) = draw(json, earlier, theme)?;
    Ok((scene.and_then(|scene| png::render(&scene, &theme.drawing)), remarks))
}

fn draw(json: &str, earlier: Option<&Earlier>, theme: &Theme) -> Result<(Option<Scene>, Vec<Remark>), GraphError> {
    let (sized, words) = read_with_words(json)?;
    let Some(graph) = flow_graph(&sized, &words) else { return Ok((None, Vec::new())) };
    let mut sizing = sized_by_words(&graph, &words, theme);
    let places = earlier.and_then(|earlier| match earlier {
        Earlier::Drawn(places) => Some(places.clone()),
        Earlier::Graph(sized, words) => {
            let Sizing { graph, spacing, .. } = sized_by_words(&flow_graph(sized, words)?, words, theme);
            Some(Places::of(&layout::place(&graph, &spacing), &graph))
        }
    });
    follow(places.as_ref(), &mut sizing.graph)?;
    let layout = layout::place(&sizing.graph, &sizing.spacing);
    let caption = Caption {
        id: "graph".to_owned(),
        language: LANGUAGE,
        title: words.title.clone(),
        description: words.lanes.join("; "),
    };
    let scene = scene::paint(&graph, &sizing, &layout, None, &caption, &theme.drawing);
    Ok((Some(scene), not_kept(&layout, &sizing.graph)))
}

fn sized_by_words(graph: &FlowGraph, words: &GraphWords, theme: &Theme) -> Sizing {
    let measures = scene::measures(&theme.drawing);
    let mut sizing = layout::size(graph, LANGUAGE, &measures);
    sizing.say_on_flows(&words.flows, &measures);
    sizing
}

/// The graph as the drawing rooms know it.
fn flow_graph(sized: &SizedGraph, words: &GraphWords) -> Option<FlowGraph> {
    let notation = if sized.axis == Axis::Horizontal { Notation::Diagram } else { Notation::Handbook };
    let named = sized.lanes.iter().zip(&words.lanes).enumerate();
    let lanes = named.filter_map(|(at, (lane, name))| {
        let id = Id::new(&lane.id).or_else(|_| Id::new(&format!("lane-{}", at + 1))).ok()?;
        Some(Lane { id, name: Text::of(LANGUAGE, name) })
    });
    let mut places = vec![InProcess::default(); sized.nodes.len()];
    for flow in &sized.flows {
        let is_message = flow.kind == layout::FlowKind::Message;
        places[flow.to].is_led_to |= !is_message;
        places[flow.from].leads_on |= !is_message;
        places[flow.from].sends |= is_message;
    }
    let nodes = sized.nodes.iter().zip(&words.nodes).zip(&places).map(|((node, (kind, label)), &place)| FlowNode {
        id: node.id.clone(),
        kind: node_kind(kind, place, notation),
        lane: node.lane,
        actors: Vec::new(),
        places: Vec::new(),
        element: None,
        number: None,
        label: (!label.is_empty()).then(|| Text::of(LANGUAGE, label)),
        text: None,
        term: None,
        further: Vec::new(),
    });
    // Nodes and flows are lists of their own there, and parts of one drawing here.
    let mut taken: BTreeSet<String> = sized.nodes.iter().map(|node| node.id.clone()).collect();
    let flows = sized.flows.iter().map(|flow| {
        let kind = match flow.kind {
            layout::FlowKind::Sequence => FlowKind::Sequence,
            layout::FlowKind::Message => FlowKind::Message,
            layout::FlowKind::Association => FlowKind::Association,
        };
        let mut id = flow.id.clone();
        while !taken.insert(id.clone()) {
            id.insert_str(0, "flow-");
        }
        (flow.from, flow.to, Flow { id, kind, branch: None })
    });
    FlowGraph::of(notation, lanes.collect(), nodes.collect(), flows.collect(), sized.main_path.clone())
}

/// Which flows meet at a node.
#[derive(Debug, Clone, Copy, Default)]
struct InProcess {
    /// Flows of its own process lead to it, and on from it.
    is_led_to: bool,
    leads_on: bool,
    /// A message leaves it.
    sends: bool,
}

/// The symbol of a kind as the neutral form has it. An event that nothing in its process leads to is a start, one that
/// nothing follows an end; a timer ends nothing in BPMN 2.0.
fn node_kind(kind: &str, place: InProcess, notation: Notation) -> NodeKind {
    let InProcess { is_led_to, leads_on, sends } = place;
    let (starts, goes_on) = (!is_led_to && leads_on, leads_on || sends);
    match (kind, notation) {
        ("document", _) => NodeKind::Document,
        ("gateway", Notation::Diagram) => NodeKind::Gateway,
        ("gateway", Notation::Handbook) => NodeKind::Choice,
        ("task", Notation::Diagram) => NodeKind::Task,
        ("task", Notation::Handbook) => NodeKind::Action,
        ("start", Notation::Diagram) => NodeKind::Other(OtherEvent::Start),
        ("start" | "end", Notation::Handbook) => NodeKind::Terminator,
        ("end", Notation::Diagram) => NodeKind::EndNone,
        ("event", _) if starts => NodeKind::Other(OtherEvent::Start),
        ("event", _) if goes_on => NodeKind::Other(OtherEvent::Intermediate),
        ("event", _) => NodeKind::EndNone,
        ("timer", _) if starts => NodeKind::Other(OtherEvent::StartTimer),
        ("timer", _) => NodeKind::Other(OtherEvent::IntermediateTimer),
        ("error", _) if goes_on => NodeKind::Other(OtherEvent::IntermediateError),
        ("error", _) => NodeKind::Other(OtherEvent::EndError),
        _ if !leads_on => NodeKind::EndMessage,
        _ if sends => NodeKind::Throw,
        _ if starts => NodeKind::Start,
        _ => NodeKind::Catch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_what_its_flows_make_it() {
        let place = |is_led_to, leads_on, sends| InProcess { is_led_to, leads_on, sends };
        let (first, between, last) = (place(false, true, false), place(true, true, false), place(true, false, false));
        for (kind, place, symbol) in [
            ("start", first, NodeKind::Other(OtherEvent::Start)),
            ("event", first, NodeKind::Other(OtherEvent::Start)),
            ("event", between, NodeKind::Other(OtherEvent::Intermediate)),
            ("event", last, NodeKind::EndNone),
            ("timer", first, NodeKind::Other(OtherEvent::StartTimer)),
            ("timer", between, NodeKind::Other(OtherEvent::IntermediateTimer)),
            ("error", between, NodeKind::Other(OtherEvent::IntermediateError)),
            ("error", last, NodeKind::Other(OtherEvent::EndError)),
            ("message", first, NodeKind::Start),
            ("message", between, NodeKind::Catch),
            ("message", place(true, true, true), NodeKind::Throw),
            ("message", place(true, false, true), NodeKind::EndMessage),
            ("message", last, NodeKind::EndMessage),
            ("end", last, NodeKind::EndNone),
        ] {
            assert_eq!(node_kind(kind, place, Notation::Diagram), symbol, "{kind}, {place:?}");
        }
    }

    /// What is drawn of a node between a start and an end.
    fn drawn(kind: &str) -> String {
        let graph = r#"{"lanes": [{"id": "a"}], "nodes": [{"id": "s", "lane": "a", "kind": "start"},
            {"id": "t", "lane": "a", "kind": "KIND"}, {"id": "e", "lane": "a", "kind": "end"}],
            "flows": [{"from": "s", "to": "t"}, {"from": "t", "to": "e"}]}"#;
        let (svg, _) = draw_graph_svg(&graph.replace("KIND", kind), None, &Theme::embedded()).expect("a graph");
        let part = svg.split("<g id=\"t\"").nth(1).and_then(|part| part.split("</g>").next());
        part.expect("the node").to_owned()
    }

    #[test]
    fn a_timer_has_no_envelope() {
        assert!(drawn("message").contains("paint-paper"));
        assert!(!drawn("timer").contains("<rect"), "{}", drawn("timer"));
    }
}
