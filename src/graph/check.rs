//! Can everything be reached, and can everything end?

use super::types::{FlowGraph, NodeKind};
use crate::base::{Finding, Span, codes};
use petgraph::graph::NodeIndex;
use petgraph::visit::{Dfs, Reversed};

/// Findings on the shape of a path. `spans` are the places of its elements.
pub(super) fn check(flow: &FlowGraph, spans: &[Span]) -> Vec<Finding> {
    let graph = &flow.graph;
    let starts = |index: &NodeIndex| flow.main_path.first() == Some(&index.index());
    let ends = |index: &NodeIndex| match graph[*index].kind {
        NodeKind::EndMessage | NodeKind::EndNone => true,
        NodeKind::Terminator => !starts(index),
        _ => false,
    };
    let mut reached = vec![false; graph.node_count()];
    for start in graph.node_indices().filter(starts) {
        let mut walk = Dfs::new(graph, start);
        while let Some(index) = walk.next(graph) {
            reached[index.index()] = true;
        }
    }
    let mut can_end = vec![false; graph.node_count()];
    for end in graph.node_indices().filter(ends) {
        let mut walk = Dfs::new(Reversed(graph), end);
        while let Some(index) = walk.next(Reversed(graph)) {
            can_end[index.index()] = true;
        }
    }
    let mut findings = Vec::new();
    for (index, node) in flow.nodes().enumerate() {
        let Some(element) = node.element else { continue };
        let entry = match (reached[index], can_end[index]) {
            (false, _) => &codes::UNREACHABLE,
            (true, false) => &codes::NO_WAY_OUT,
            (true, true) => continue,
        };
        findings.push(Finding::new(entry, spans[element]).word(&node.id));
    }
    findings
}
