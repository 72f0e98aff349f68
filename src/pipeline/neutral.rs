//! A picture of a graph in the neutral JSON form, by the same rooms that draw the definitions.
//!
//! In: JSON with words. Out: SVG or PNG, on one sheet without an end. Holds: boxes are as large as their words need, whatever
//! sizes the text gives; geometry alone keeps those.

use super::{Remark, remarks};
use crate::backend::geometry::{GraphError, GraphWords, read_with_words};
use crate::backend::png;
use crate::backend::svg;
use crate::base::{Id, Lang, Text};
use crate::graph::{Flow, FlowGraph, FlowKind, FlowNode, Lane, NodeKind, Notation};
use crate::layout;
use crate::layout::{Axis, SizedGraph};
use crate::scene;
use crate::scene::{Caption, Scene};
use crate::theme::Theme;

/// The words of a graph are in an unknown language; only the words that a drawing adds depend on it.
const LANGUAGE: Lang = Lang::Kk;

/// Draws a graph with its words, and tells what the drawing could not keep.
pub fn draw_graph_svg(json: &str, theme: &Theme) -> Result<(String, Vec<Remark>), GraphError> {
    let options = svg::SvgOptions { standalone: true, ..Default::default() };
    let (scene, remarks) = draw(json, theme)?;
    Ok((scene.map_or_else(String::new, |scene| svg::render(&scene, &theme.drawing, &options)), remarks))
}

/// The same as a picture of dots; none of a drawing that is empty or too large.
pub fn draw_graph_png(json: &str, theme: &Theme) -> Result<(Option<Vec<u8>>, Vec<Remark>), GraphError> {
    let (scene, remarks) = draw(json, theme)?;
    Ok((scene.and_then(|scene| png::render(&scene, &theme.drawing)), remarks))
}

fn draw(json: &str, theme: &Theme) -> Result<(Option<Scene>, Vec<Remark>), GraphError> {
    let (sized, words) = read_with_words(json)?;
    let Some(graph) = flow_graph(&sized, &words) else { return Ok((None, Vec::new())) };
    let measures = scene::measures(&theme.drawing);
    let mut sizing = layout::size(&graph, LANGUAGE, &measures);
    sizing.say_on_flows(&words.flows, &measures);
    let layout = layout::place(&sizing.graph, &sizing.spacing);
    let caption = Caption {
        id: "graph".to_owned(),
        language: LANGUAGE,
        title: words.title.clone(),
        description: words.lanes.join("; "),
    };
    let scene = scene::paint(&graph, &sizing, &layout, None, &caption, &theme.drawing);
    Ok((Some(scene), remarks::of_layout(&layout, &sizing.graph)))
}

/// The graph as the drawing rooms know it.
fn flow_graph(sized: &SizedGraph, words: &GraphWords) -> Option<FlowGraph> {
    let notation = if sized.axis == Axis::Horizontal { Notation::Diagram } else { Notation::Handbook };
    let named = sized.lanes.iter().zip(&words.lanes).enumerate();
    let lanes = named.filter_map(|(at, (lane, name))| {
        let id = Id::new(&lane.id).or_else(|_| Id::new(&format!("lane-{}", at + 1))).ok()?;
        Some(Lane { id, name: Text::of(LANGUAGE, name) })
    });
    let leads_on: Vec<bool> = {
        let mut leads_on = vec![false; sized.nodes.len()];
        sized.flows.iter().for_each(|flow| leads_on[flow.from] = true);
        leads_on
    };
    let nodes =
        sized.nodes.iter().zip(&words.nodes).zip(&leads_on).map(|((node, (kind, label)), &leads_on)| FlowNode {
            id: node.id.clone(),
            kind: node_kind(kind, leads_on, notation),
            lane: node.lane,
            element: None,
            number: None,
            label: (!label.is_empty()).then(|| Text::of(LANGUAGE, label)),
            text: None,
            term: None,
            further: Vec::new(),
        });
    let flows = sized.flows.iter().map(|flow| {
        let kind = match flow.kind {
            layout::FlowKind::Sequence => FlowKind::Sequence,
            layout::FlowKind::Message => FlowKind::Message,
            layout::FlowKind::Association => FlowKind::Association,
        };
        (flow.from, flow.to, Flow { id: flow.id.clone(), kind, branch: None })
    });
    FlowGraph::of(notation, lanes.collect(), nodes.collect(), flows.collect(), sized.main_path.clone())
}

/// The symbol of a kind as the neutral form has it. A message that nothing follows is an end.
fn node_kind(kind: &str, leads_on: bool, notation: Notation) -> NodeKind {
    match (kind, notation) {
        ("document", _) => NodeKind::Document,
        ("gateway", Notation::Diagram) => NodeKind::Gateway,
        ("gateway", Notation::Handbook) => NodeKind::Choice,
        ("task", Notation::Diagram) => NodeKind::Task,
        ("task", Notation::Handbook) => NodeKind::Action,
        ("start", Notation::Diagram) => NodeKind::Start,
        ("start" | "end", Notation::Handbook) => NodeKind::Terminator,
        ("end", Notation::Diagram) => NodeKind::EndNone,
        _ if leads_on => NodeKind::Catch,
        _ => NodeKind::EndMessage,
    }
}
