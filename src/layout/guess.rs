//! The path that a drawing follows where none is told to be the successful one.
//!
//! In: the graph and its arcs. Out: a path from a beginning to an end.
//! The path on which flows part and meet most often, unless one to another end gives a clearly better drawing. Both are
//! decided on the core of the graph, so that steps put in make no other path of it.

use super::core::Core;
use super::p1_cycles::Arc;
use super::work::Work;
use super::{cost, p2_ranks, p3_rows};

/// The ends that are tried.
const ENDS_MAX: usize = 8;
/// Larger cores, and dense ones, keep the first path: few paths there differ in more than their last steps.
const NODES_MAX: usize = 80;
/// What another path must save at least.
const GAIN: i64 = 120;

/// The path to follow; empty in a graph without nodes.
pub(super) fn main_path(work: &Work, arcs: &[Arc]) -> Vec<usize> {
    let bare = Core::of(work, arcs).work;
    // Of the core alone: a step put in must not tip it.
    let is_one_enough = bare.nodes.len() > NODES_MAX || bare.flows.len() >= 2 * bare.nodes.len();
    let mut paths = Core::of_ways(work, arcs).paths(if is_one_enough { 1 } else { ENDS_MAX });
    if paths.len() == 1 {
        return paths.swap_remove(0);
    }
    let mut best: Option<(i64, Vec<usize>)> = None;
    for path in paths {
        let limit = best.as_ref().map_or(i64::MAX, |(least, _)| least - GAIN);
        if let Some(cost) = cost(work, arcs, &bare, &path, limit) {
            best = Some((cost, path));
        }
    }
    best.map_or(Vec::new(), |(_, path)| path)
}

/// What the core costs as it is drawn about a path, if less than `limit`: as a drawing in which no path is better than another.
fn cost(work: &Work, arcs: &[Arc], bare: &Work, path: &[usize], limit: i64) -> Option<i64> {
    let mut guessed = work.clone();
    guessed.take_main_path(path.to_vec());
    let core = Core::of(&guessed, arcs);
    let spans: Vec<usize> = core.arcs.iter().map(|arc| p2_ranks::usual_span(&core.work, arc)).collect();
    let ranks = p2_ranks::rank(&core.work, &core.arcs, &spans, &core.order_within());
    let plan = p3_rows::rows(&core.work, &core.arcs, ranks);
    cost::of_plan(bare, &plan, limit).map(|(cost, _)| cost)
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Options, SizedGraph};
    use super::super::p1_cycles::orient;
    use super::super::shapes::{graphs, with_node};
    use super::*;
    use proptest::prelude::*;

    /// The path by the ids of the nodes, `new` left out.
    fn guessed(graph: &SizedGraph) -> Vec<String> {
        let work = Work::new(graph, &Options::default());
        let path = main_path(&work, &orient(&work));
        path.into_iter().map(|node| graph.nodes[node].id.clone()).filter(|id| id != "new").collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_node_put_into_a_flow_makes_no_other_path(mut graph in graphs(), at in 0..64usize) {
            graph.main_path.clear();
            let Some(longer) = with_node(&graph, at) else { return Ok(()) };
            prop_assert_eq!(guessed(&graph), guessed(&longer));
        }

        #[test]
        fn the_path_runs_along_flows(mut graph in graphs()) {
            graph.main_path.clear();
            let work = Work::new(&graph, &Options::default());
            let path = main_path(&work, &orient(&work));
            prop_assert!(!path.is_empty());
            let is_joined = |pair: &[usize]| work.flows.iter().any(|flow| [flow.from, flow.to] == *pair);
            prop_assert!(path.windows(2).all(is_joined));
        }
    }
}
