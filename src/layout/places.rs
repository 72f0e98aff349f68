//! Where the nodes of a drawing stand, so that the next drawing can keep their order.

use super::graph::{Axis, SizedGraph};
use super::placed::Layout;
use crate::base::Rect;
use std::collections::BTreeMap;

/// The boxes of a drawing in one piece, in pixels, by the ids of its nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    pub axis: Axis,
    pub boxes: BTreeMap<String, Rect>,
}

impl Places {
    pub fn of(layout: &Layout, graph: &SizedGraph) -> Places {
        let placed = layout.sheets.iter().flat_map(|sheet| &sheet.nodes);
        let boxes = placed.map(|placed| (graph.nodes[placed.node].id.clone(), placed.rect)).collect();
        Places { axis: layout.axis, boxes }
    }

    /// Tells the nodes of a graph where they stood; nothing where its flow runs another way, as there is no order to keep then.
    pub fn tell(&self, graph: &mut SizedGraph) {
        for node in graph.nodes.iter_mut().filter(|_| self.axis == graph.axis) {
            node.stood = self.boxes.get(&node.id).copied();
        }
    }
}
