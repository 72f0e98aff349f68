//! What was drawn earlier, so that another drawing can keep its order.
//!
//! In: JSON of a drawing, as this program writes it or another engine does, or of a graph that is still to be drawn.

use super::{GraphError, GraphWords, bounded, index, parse, read_axis, read_with_words};
use crate::base::Rect;
use crate::layout::{Places, SizedGraph};
use serde::Deserialize;
use serde::de::IgnoredAny;

/// An earlier drawing, or the graph of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    Drawn(Places),
    Graph(SizedGraph, GraphWords),
}

/// What a graph has and a drawing has not: there they are lines.
#[derive(Deserialize)]
struct Shape {
    flows: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct RawDrawing {
    #[serde(default)]
    axis: Option<String>,
    nodes: Vec<RawBox>,
}

#[derive(Deserialize)]
struct RawBox {
    id: String,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

impl Earlier {
    /// A text with flows is a graph, any other a drawing; what is wrong is told of the one that it is.
    pub fn read(json: &str) -> Result<Earlier, GraphError> {
        if parse::<Shape>(json)?.flows.is_some() {
            return read_with_words(json).map(|(graph, words)| Earlier::Graph(graph, words));
        }
        let raw: RawDrawing = parse(json)?;
        bounded("nodes", raw.nodes.len())?;
        index("nodes", raw.nodes.iter().map(|node| &node.id))?;
        let axis = read_axis(raw.axis.as_deref())?;
        let rect = |raw: &RawBox| {
            let [x, y, w, h] = [raw.x, raw.y, raw.w, raw.h].map(|number| number.round() as i32);
            Rect { x, y, w, h }
        };
        let boxes = raw.nodes.iter().map(|raw| (raw.id.clone(), rect(raw))).collect();
        Ok(Earlier::Drawn(Places { axis, boxes }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read_graph, write};
    use super::*;
    use crate::layout::{Options, place};

    const GRAPH: &str = r#"{"lanes": [{"id": "a"}], "nodes": [{"id": "s", "lane": "a"}, {"id": "t", "lane": "a"}],
        "flows": [{"from": "s", "to": "t"}]}"#;

    #[test]
    fn a_drawing_tells_its_places_and_a_graph_itself() {
        let graph = read_graph(GRAPH).unwrap();
        let layout = place(&graph, &Options::default());
        let Ok(Earlier::Drawn(places)) = Earlier::read(&write(&layout, &graph)) else { panic!("a drawing") };
        let mut again = graph.clone();
        places.tell(&mut again);
        let stood: Vec<Option<Rect>> = again.nodes.iter().map(|node| node.stood).collect();
        let placed = layout.sheets[0].nodes.iter().map(|placed| Some(placed.rect)).collect::<Vec<_>>();
        assert_eq!(stood, placed);
        assert!(matches!(Earlier::read(GRAPH), Ok(Earlier::Graph(same, _)) if same == graph));
    }

    #[test]
    fn what_is_wrong_is_told_of_what_was_meant() {
        let error = |text: &str| Earlier::read(text).expect_err("a wrong text");
        let reason = |text: &str| match error(text) {
            GraphError::Json { reason, .. } => reason,
            other => panic!("{other:?}"),
        };
        assert!(reason(r#"{"nodes": [{"id": "s", "x": "left", "y": 0, "w": 1, "h": 1}]}"#).contains("left"));
        assert!(reason(r#"{"nodes": [{"id": "s", "lane": "a"}]}"#).contains("`x`"));
        assert!(reason(r#"{"nodes": [], "flows": []}"#).contains("`lanes`"));
        let twice =
            r#"{"nodes": [{"id": "s", "x": 0, "y": 0, "w": 1, "h": 1}, {"id": "s", "x": 9, "y": 0, "w": 1, "h": 1}]}"#;
        assert_eq!(error(twice), GraphError::DuplicateId { list: "nodes", id: "s".into() });
    }

    #[test]
    fn places_of_other_engines_may_be_broken_numbers() {
        let text = r#"{"nodes": [{"id": "s", "x": 10.6, "y": -1e300, "w": 20, "h": 5}]}"#;
        let Ok(Earlier::Drawn(places)) = Earlier::read(text) else { panic!("a drawing") };
        assert_eq!(places.boxes["s"], Rect { x: 11, y: i32::MIN, w: 20, h: 5 });
    }
}
