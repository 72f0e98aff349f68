//! The neutral form: graphs and drawings as plain JSON, for tools outside that measure or compare layouts.
//!
//! In: JSON of lanes, nodes, flows and the successful path; a [`Layout`]. Out: a [`SizedGraph`]; JSON of boxes and lines.
//! Holds: a wrong graph is an error that names the place; one layout gives one text, byte for byte.
//! Absent on purpose: measuring. A node without a size gets the usual one of its kind.

mod earlier;

use crate::base::harmless::is_unfit;
use crate::base::{Point, Px, Rect, Size};
use crate::layout::{Axis, FlowKind, LabelOwner, Layout, Shape, Sheet, SizedFlow, SizedGraph, SizedLane, SizedNode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use earlier::Earlier;

/// More than any drawing holds; a larger graph is a mistake.
const COUNT_MAX: usize = 5_000;
const EXTENT_PX_MAX: Px = 5_000;
/// Between sheets that are written into one plane.
const SHEET_GAP: Px = 40;

/// Why a text is no graph. Words for it are the command line's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GraphError {
    /// No JSON of the right shape: what the reader says, in English.
    Json {
        line: usize,
        column: usize,
        reason: String,
    },
    DuplicateId {
        list: &'static str,
        id: String,
    },
    /// An id that no part of a drawing can bear: empty, with white space or signs that nobody sees, or with the `_` that
    /// the drawing's own parts begin with.
    BadId {
        list: &'static str,
        id: String,
    },
    UnknownLane {
        node: String,
        lane: String,
    },
    UnknownNode {
        place: GraphPlace,
        node: String,
    },
    UnknownKind {
        place: GraphPlace,
        kind: String,
    },
    BadSize {
        place: GraphPlace,
        limit_px: Px,
    },
    TooBig {
        list: &'static str,
        count: usize,
        limit: usize,
    },
    /// Its flow runs another way than in the drawing whose order it is to keep.
    OtherAxis,
}

/// Where in a graph something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GraphPlace {
    Axis,
    Happy,
    Lane(String),
    Node(String),
    Flow(String),
}

/// What a graph says beside its boxes: words, and the kinds of its nodes as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphWords {
    pub title: String,
    /// One for each lane.
    pub lanes: Vec<String>,
    /// Kind and label of each node.
    pub nodes: Vec<(String, String)>,
    /// One for each flow; empty where it has none.
    pub flows: Vec<String>,
}

#[derive(Deserialize)]
struct RawGraph {
    #[serde(default)]
    title: String,
    #[serde(default)]
    axis: Option<String>,
    lanes: Vec<RawLane>,
    nodes: Vec<RawNode>,
    flows: Vec<RawFlow>,
    #[serde(default)]
    happy: Vec<String>,
}

#[derive(Deserialize)]
struct RawLane {
    id: String,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    header: Option<Px>,
    #[serde(default)]
    breadth: Option<Px>,
}

#[derive(Deserialize)]
struct RawNode {
    id: String,
    lane: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    label: String,
    #[serde(default)]
    w: Option<Px>,
    #[serde(default)]
    h: Option<Px>,
    /// Width and height of a text outside the shape.
    #[serde(default)]
    label_size: Option<(Px, Px)>,
}

#[derive(Deserialize)]
struct RawFlow {
    #[serde(default)]
    id: Option<String>,
    from: String,
    to: String,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    label_size: Option<(Px, Px)>,
}

/// Header strips and labels of flows where the text gives no size.
const HEADER: Px = 30;
const LABEL_CHAR: Px = 7;
const LABEL_HEIGHT: Px = 14;

/// Reads the neutral form of a graph.
pub fn read_graph(json: &str) -> Result<SizedGraph, GraphError> {
    sized(&parse::<RawGraph>(json)?)
}

/// Reads the neutral form of a graph, and its words.
pub fn read_with_words(json: &str) -> Result<(SizedGraph, GraphWords), GraphError> {
    let raw: RawGraph = parse(json)?;
    let graph = sized(&raw)?;
    let words = GraphWords {
        title: raw.title,
        lanes: raw.lanes.into_iter().map(|lane| lane.label.unwrap_or(lane.id)).collect(),
        nodes: raw.nodes.into_iter().map(|node| (node.kind.unwrap_or_else(|| "task".into()), node.label)).collect(),
        flows: raw.flows.into_iter().map(|flow| flow.label.unwrap_or_default()).collect(),
    };
    Ok((graph, words))
}

fn parse<'j, T: Deserialize<'j>>(json: &'j str) -> Result<T, GraphError> {
    serde_json::from_str(json).map_err(|error| {
        let (line, column, said) = (error.line(), error.column(), error.to_string());
        // The place is told apart, in the reader's language.
        let reason = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said).to_owned();
        GraphError::Json { line, column, reason }
    })
}

fn sized(raw: &RawGraph) -> Result<SizedGraph, GraphError> {
    for (list, count) in [("lanes", raw.lanes.len()), ("nodes", raw.nodes.len()), ("flows", raw.flows.len())] {
        bounded(list, count)?;
    }
    let axis = read_axis(raw.axis.as_deref())?;
    let lane_of = index("lanes", raw.lanes.iter().map(|lane| &lane.id))?;
    let node_of = index("nodes", raw.nodes.iter().map(|node| &node.id))?;
    let lanes = raw.lanes.iter().map(read_lane).collect::<Result<_, _>>()?;
    let nodes = raw.nodes.iter().map(|node| read_node(node, &lane_of)).collect::<Result<_, _>>()?;
    let flows: Vec<SizedFlow> =
        raw.flows.iter().enumerate().map(|(at, flow)| read_flow(flow, at, &node_of)).collect::<Result<_, _>>()?;
    index("flows", flows.iter().map(|flow| &flow.id))?;
    let known = |id: &String| known_node(&node_of, id, || GraphPlace::Happy);
    let main_path = raw.happy.iter().map(known).collect::<Result<_, _>>()?;
    Ok(SizedGraph { axis, lanes, nodes, flows, main_path })
}

fn bounded(list: &'static str, count: usize) -> Result<(), GraphError> {
    if count > COUNT_MAX { Err(GraphError::TooBig { list, count, limit: COUNT_MAX }) } else { Ok(()) }
}

fn read_axis(axis: Option<&str>) -> Result<Axis, GraphError> {
    match axis {
        None | Some("h") => Ok(Axis::Horizontal),
        Some("v") => Ok(Axis::Vertical),
        Some(other) => Err(GraphError::UnknownKind { place: GraphPlace::Axis, kind: other.into() }),
    }
}

type Index<'a> = BTreeMap<&'a str, usize>;

fn index<'a>(list: &'static str, ids: impl Iterator<Item = &'a String>) -> Result<Index<'a>, GraphError> {
    let mut found = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        if id.is_empty() || id.starts_with('_') || id.contains(|sign: char| sign.is_whitespace() || is_unfit(sign)) {
            return Err(GraphError::BadId { list, id: id.clone() });
        }
        if found.insert(id.as_str(), at).is_some() {
            return Err(GraphError::DuplicateId { list, id: id.clone() });
        }
    }
    Ok(found)
}

fn known_node(index: &Index, id: &str, place: impl Fn() -> GraphPlace) -> Result<usize, GraphError> {
    index.get(id).copied().ok_or_else(|| GraphError::UnknownNode { place: place(), node: id.into() })
}

fn checked_size((w, h): (Px, Px), place: impl Fn() -> GraphPlace) -> Result<Size, GraphError> {
    let fits = |extent: Px| (1..=EXTENT_PX_MAX).contains(&extent);
    if fits(w) && fits(h) {
        Ok(Size::new(w, h))
    } else {
        Err(GraphError::BadSize { place: place(), limit_px: EXTENT_PX_MAX })
    }
}

fn read_lane(lane: &RawLane) -> Result<SizedLane, GraphError> {
    let (header, breadth) = (lane.header.unwrap_or(HEADER), lane.breadth.unwrap_or(1));
    checked_size((header, breadth), || GraphPlace::Lane(lane.id.clone()))?;
    Ok(SizedLane { id: lane.id.clone(), header, breadth_min: breadth })
}

fn read_node(node: &RawNode, lanes: &Index) -> Result<SizedNode, GraphError> {
    let place = || GraphPlace::Node(node.id.clone());
    let unknown = || GraphError::UnknownLane { node: node.id.clone(), lane: node.lane.clone() };
    let lane = *lanes.get(node.lane.as_str()).ok_or_else(unknown)?;
    let (shape, usual) = match node.kind.as_deref().unwrap_or("task") {
        "task" => (Shape::Box, (120, 60)),
        "gateway" => (Shape::Diamond, (50, 50)),
        "document" => (Shape::Document, (80, 60)),
        "start" | "end" | "event" | "message" | "timer" | "error" => (Shape::Circle, (36, 36)),
        other => return Err(GraphError::UnknownKind { place: place(), kind: other.into() }),
    };
    let size = checked_size((node.w.unwrap_or(usual.0), node.h.unwrap_or(usual.1)), place)?;
    let label = node.label_size.map(|size| checked_size(size, place)).transpose()?;
    Ok(SizedNode { id: node.id.clone(), lane, shape, size, label, stood: None })
}

fn read_flow(flow: &RawFlow, at: usize, nodes: &Index) -> Result<SizedFlow, GraphError> {
    let id = flow.id.clone().unwrap_or_else(|| format!("f{}", at + 1));
    let place = || GraphPlace::Flow(id.clone());
    let kind = match flow.kind.as_deref().unwrap_or("sequence") {
        "sequence" => FlowKind::Sequence,
        "message" => FlowKind::Message,
        "association" => FlowKind::Association,
        other => return Err(GraphError::UnknownKind { place: place(), kind: other.into() }),
    };
    let text = flow.label.as_deref().unwrap_or_default();
    let usual = (!text.is_empty())
        .then(|| ((text.chars().count() as Px).saturating_mul(LABEL_CHAR).min(EXTENT_PX_MAX), LABEL_HEIGHT));
    let label = flow.label_size.or(usual).map(|size| checked_size(size, place)).transpose()?;
    let (from, to) = (known_node(nodes, &flow.from, place)?, known_node(nodes, &flow.to, place)?);
    Ok(SizedFlow { id, from, to, kind, label })
}

#[derive(Serialize)]
struct OutDrawing<'a> {
    axis: &'static str,
    nodes: Vec<OutNode<'a>>,
    lanes: Vec<OutLane>,
    edges: Vec<OutEdge>,
    labels: Vec<OutLabel>,
}

#[derive(Serialize)]
struct OutNode<'a> {
    id: &'a str,
    x: Px,
    y: Px,
    w: Px,
    h: Px,
    lane: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct OutLane {
    id: String,
    x: Px,
    y: Px,
    w: Px,
    h: Px,
}

#[derive(Serialize)]
struct OutEdge {
    id: String,
    from: String,
    to: String,
    points: Vec<(Px, Px)>,
}

#[derive(Serialize)]
struct OutLabel {
    id: String,
    owner: String,
    x: Px,
    y: Px,
    w: Px,
    h: Px,
}

/// Writes a drawing in the neutral form; several sheets follow one another across the flow.
pub fn write(layout: &Layout, graph: &SizedGraph) -> String {
    let axis = if layout.axis == Axis::Horizontal { "h" } else { "v" };
    let mut out = OutDrawing { axis, nodes: vec![], lanes: vec![], edges: vec![], labels: vec![] };
    let mut offset = Point::new(0, 0);
    for (number, sheet) in layout.sheets.iter().enumerate() {
        write_sheet(&mut out, sheet, graph, number, offset);
        match layout.axis {
            Axis::Horizontal => offset.y += sheet.size.h + SHEET_GAP,
            Axis::Vertical => offset.x += sheet.size.w + SHEET_GAP,
        }
    }
    serde_json::to_string_pretty(&out).unwrap_or_default() + "\n"
}

fn write_sheet<'a>(out: &mut OutDrawing<'a>, sheet: &'a Sheet, graph: &'a SizedGraph, number: usize, offset: Point) {
    let lane_id = |lane: usize| {
        let id = graph.lanes.get(lane).map_or("", |lane| lane.id.as_str());
        if number == 0 { id.to_owned() } else { format!("{id}@{}", number + 1) }
    };
    let moved = |rect: Rect| Rect { x: rect.x + offset.x, y: rect.y + offset.y, ..rect };
    for node in &sheet.nodes {
        let (sized, Rect { x, y, w, h }) = (&graph.nodes[node.node], moved(node.rect));
        let kind = match sized.shape {
            Shape::Box | Shape::Document => "task",
            Shape::Diamond => "gateway",
            Shape::Circle => "event",
        };
        out.nodes.push(OutNode { id: &sized.id, x, y, w, h, lane: lane_id(sized.lane), kind });
    }
    for connector in &sheet.connectors {
        let Rect { x, y, w, h } = moved(connector.rect);
        out.nodes.push(OutNode { id: &connector.id, x, y, w, h, lane: lane_id(connector.lane), kind: "event" });
    }
    for lane in &sheet.lanes {
        let Rect { x, y, w, h } = moved(lane.rect);
        out.lanes.push(OutLane { id: lane_id(lane.lane), x, y, w, h });
    }
    for edge in &sheet.edges {
        let flow = &graph.flows[edge.flow];
        // A piece of a cut flow ends at the connectors of its sheet.
        let connector = |outgoing: bool| {
            let own = |at: &&crate::layout::PlacedConnector| at.flow == edge.flow && at.outgoing == outgoing;
            sheet.connectors.iter().find(own).map(|at| at.id.clone())
        };
        let node = |at: usize| graph.nodes[at].id.clone();
        let from = if edge.part == 0 { node(flow.from) } else { connector(false).unwrap_or_else(|| node(flow.from)) };
        let to = if edge.arrow { node(flow.to) } else { connector(true).unwrap_or_else(|| node(flow.to)) };
        let id = if edge.part == 0 { flow.id.clone() } else { format!("{}@{}", flow.id, edge.part + 1) };
        let points = edge.points.iter().map(|point| (point.x + offset.x, point.y + offset.y)).collect();
        out.edges.push(OutEdge { id, from, to, points });
    }
    for label in &sheet.labels {
        let owner = match label.owner {
            LabelOwner::Node(at) => graph.nodes[at].id.clone(),
            LabelOwner::Flow(at) => graph.flows[at].id.clone(),
        };
        let Rect { x, y, w, h } = moved(label.rect);
        out.labels.push(OutLabel { id: format!("{owner}-label"), owner, x, y, w, h });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Options, Page, place};

    const GRAPH: &str = r#"{
        "lanes": [{"id": "a"}, {"id": "b"}],
        "nodes": [{"id": "s", "lane": "a", "kind": "start"}, {"id": "t", "lane": "b"}, {"id": "g", "lane": "b", "kind": "gateway"}],
        "flows": [{"from": "s", "to": "t", "kind": "message"}, {"from": "t", "to": "g", "label": "иә"}],
        "happy": ["s", "t", "g"]
    }"#;

    fn error(from: &str, to: &str) -> GraphError {
        read_graph(&GRAPH.replacen(from, to, 1)).expect_err("no good graph")
    }

    #[test]
    fn wrong_graphs_are_told_what_and_where() {
        let x = || "x".to_owned();
        let of_lane = GraphError::UnknownLane { node: "t".into(), lane: x() };
        assert_eq!(error(r#""lane": "b""#, r#""lane": "x""#), of_lane);
        assert_eq!(error(r#""id": "t""#, r#""id": "s""#), GraphError::DuplicateId { list: "nodes", id: "s".into() });
        for id in ["", "a b", "_title", "a\\tb", "a\\u0001", "a\\u202e", "a\\u00a0b"] {
            let found = error(r#""id": "t""#, &format!(r#""id": "{id}""#));
            assert!(matches!(found, GraphError::BadId { list: "nodes", .. }), "{id}: {found:?}");
        }
        let of_flow = GraphError::UnknownNode { place: GraphPlace::Flow("f2".into()), node: x() };
        assert_eq!(error(r#""to": "g""#, r#""to": "x""#), of_flow);
        let of_path = GraphError::UnknownNode { place: GraphPlace::Happy, node: x() };
        assert_eq!(error(r#""happy": ["s""#, r#""happy": ["x""#), of_path);
        let of_kind = GraphError::UnknownKind { place: GraphPlace::Node("s".into()), kind: "stop".into() };
        assert_eq!(error("start", "stop"), of_kind);
        let of_size = GraphError::BadSize { place: GraphPlace::Node("t".into()), limit_px: 5_000 };
        assert_eq!(error(r#""id": "t","#, r#""id": "t", "w": 0,"#), of_size);
        let GraphError::Json { line, column, reason } = error("{", "[") else { panic!("no JSON") };
        assert_eq!((line, column > 0, reason.contains("line")), (2, true, false), "{reason}");
    }

    #[test]
    fn sheets_follow_one_another_and_connectors_are_events() {
        let graph = read_graph(GRAPH).expect("a good graph");
        let options = Options { page: Some(Page::of_length(240)), ..Options::default() };
        let json = write(&place(&graph, &options), &graph);
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let ids = |list: &str| -> Vec<String> {
            value[list].as_array().into_iter().flatten().map(|item| item["id"].as_str().unwrap_or("").into()).collect()
        };
        assert_eq!(ids("lanes"), ["a", "b", "a@2", "b@2"]);
        assert_eq!(ids("nodes"), ["s", "t", "f2-out", "g", "f2-in"]);
        assert_eq!(ids("edges"), ["f1", "f2", "f2@2"]);
        assert_eq!(ids("labels"), ["f2-label"]);
        assert_eq!(value["nodes"][2]["kind"], "event");
        assert_eq!(value["edges"][1]["to"], "f2-out");
    }
}
