//! One sheet: the phases in their order.
//!
//! In: the graph and its working form. Out: [`Solution`]: the plan that was chosen and the sheet drawn from it.

use super::graph::{Axis, SizedGraph};
use super::grid::Grid;
use super::placed::Sheet;
use super::plan::Plan;
use super::work::Work;
use super::{p5_tracks, p7_place, plans};
use crate::base::{Px, Size};

/// A sheet and the plan behind it.
pub(super) struct Solution {
    pub plan: Plan,
    pub sheet: Sheet,
}

/// The extent of a size along the flow.
pub(super) fn along(axis: Axis, size: Size) -> Px {
    if axis == Axis::Horizontal { size.w } else { size.h }
}

/// The extent of a size across the flow.
pub(super) fn across(axis: Axis, size: Size) -> Px {
    if axis == Axis::Horizontal { size.h } else { size.w }
}

/// Finds the best plan and draws it.
pub(super) fn solve(graph: &SizedGraph, work: &Work) -> Solution {
    let plans::Planned { plan, routes } = plans::planned(work);
    let grid = Grid::new(work, &plan);
    let tracks = p5_tracks::tracks(work, &grid, &routes);
    let sheet = p7_place::sheet(graph, work, &grid, &routes, &tracks);
    Solution { plan, sheet }
}
