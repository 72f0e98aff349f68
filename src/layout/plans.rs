//! Plans that were made before: drawings of one form have one plan.
//!
//! In: the graph. Out: its plan, as `search` makes it, and the ways of its lines, as `p4_route` finds them.
//! A plan depends on what is joined to what, and on sizes only where a side has no room for its lines; and one drawing
//! is placed several times, for the screen and for each way that paper can lie, while acts of one kind follow one form.
//! So plans are kept by that form.
//! Holds: a kept plan is the one that would be made again, so that no output tells whether it was kept.

use super::grid::Grid;
use super::outline::dock_limit;
use super::p4_route::Route;
use super::plan::Plan;
use super::work::{Work, WorkNode};
use super::{keep, p4_route, search};
use std::cell::RefCell;
use std::collections::HashMap;

/// The plans that a thread keeps at most.
const KEPT_MAX: usize = 512;
/// A drawing with more nodes is one of its kind, and its plan is large.
const NODES_MAX: usize = 200;

thread_local! {
    static KEPT: RefCell<HashMap<Vec<u32>, Planned>> = RefCell::new(HashMap::new());
}

/// Where everything stands on the grid, and which way the lines take over it.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub plan: Plan,
    pub routes: Vec<Route>,
}

/// The plan of a graph with its lines.
pub(super) fn planned(work: &Work) -> Planned {
    // A form does not tell what was drawn before.
    let follows_another = work.nodes.iter().any(|node| node.stood.is_some());
    if work.nodes.len() > NODES_MAX || follows_another {
        return fresh(work);
    }
    let form = form(work);
    if let Some(planned) = KEPT.with_borrow(|kept| kept.get(&form).cloned()) {
        return planned;
    }
    let planned = fresh(work);
    KEPT.with_borrow_mut(|kept| {
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert(form, planned.clone());
    });
    planned
}

fn fresh(work: &Work) -> Planned {
    let plan = keep::in_old_order(work, search::plan(work));
    let (routes, _) = p4_route::route(work, &Grid::new(work, &plan), p4_route::ROUNDS);
    Planned { plan, routes }
}

/// How many lines each pair of sides can serve, in the two measures that routing knows; beyond the lines that there are,
/// more room makes no difference.
fn room(node: &WorkNode, lines: usize) -> [u32; 4] {
    let enough = lines as u32 / 2 + 1;
    let limit = |along, across| dock_limit(node.shape, along, across) as u32;
    let (ends, flanks) = (limit(node.size.w, node.size.h), limit(node.size.h, node.size.w));
    [ends / 3, ends / 9, flanks / 3, flanks / 9].map(|room| room.min(enough))
}

/// All that a plan depends on, as numbers.
fn form(work: &Work) -> Vec<u32> {
    let mut form =
        vec![u32::from(work.options.axis_is_time), work.lanes as u32, work.nodes.len() as u32, work.flows.len() as u32];
    let mut lines = vec![0usize; work.nodes.len()];
    for flow in &work.flows {
        lines[flow.from] += 1;
        lines[flow.to] += 1;
    }
    for (node, lines) in work.nodes.iter().zip(lines) {
        form.extend(room(node, lines));
        form.push(u32::from(node.label.is_some()));
        let rank = node.rank.map_or(0, |rank| rank as u32 + 1);
        form.extend([node.lane as u32, node.shape as u32, u32::from(node.main), rank]);
    }
    for flow in &work.flows {
        let marks = u32::from(flow.main) | u32::from(flow.branch) << 1 | u32::from(flow.below) << 2;
        form.extend([flow.from as u32, flow.to as u32, flow.kind as u32, marks, flow.flow as u32]);
    }
    form.extend(work.main_path.iter().map(|node| *node as u32));
    form
}

#[cfg(test)]
mod tests {
    use super::super::graph::Options;
    use super::super::shapes::graphs;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Boxes that are somewhat longer leave the form as it is, and then the plan must be the one made afresh.
        #[test]
        fn a_kept_plan_is_the_one_that_would_be_made(mut graph in graphs(), longer in 0..90) {
            let options = Options::default();
            let first = Work::new(&graph, &options);
            planned(&first);
            for node in &mut graph.nodes {
                node.size.w += longer;
                node.size.h += longer;
            }
            let second = Work::new(&graph, &options);
            let (kept, made) = (planned(&second), fresh(&second));
            prop_assert_eq!(kept.plan, made.plan);
            prop_assert_eq!(kept.routes, made.routes);
        }
    }
}
