//! What a plan costs: how much better one drawing is than another.
//!
//! In: a plan, or lines on a grid. Out: a number; the less, the better.
//! The four rules of a good drawing in their order: crossings, bends, the flow ahead, a small sheet. Conventions of the
//! notation are worth less than a bend, but for a refusal that rises above its gateway.

use super::graph::FlowKind;
use super::grid::Grid;
use super::p4_route::{self, DOWN, Route, UP};
use super::plan::Plan;
use super::work::Work;

const BEND: i64 = 100;
const BEND_ON_MAIN_PATH: i64 = 130;
const CROSSING: i64 = 280;
/// A sequence flow that does not lead ahead: to another lane, within its lane.
const NOT_AHEAD_ACROSS: i64 = 35;
const NOT_AHEAD_WITHIN: i64 = 70;
/// A branch that leaves the successful path on another side than below.
const BRANCH_ELSEWHERE: i64 = 45;
const BRANCH_ABOVE: i64 = 280;
const COLUMN: i64 = 12;
const ROW: i64 = 25;
const STEP: i64 = 2;

/// What a plan costs, and how often each flow bends in it; `None` where it would cost `limit` or more, which may tell
/// without a route.
pub(super) fn of_plan(work: &Work, plan: &Plan, limit: i64) -> Option<(i64, Vec<usize>)> {
    let grid = Grid::new(work, plan);
    let least: i64 = (0..work.flows.len()).map(|at| of_line_at_least(work, &grid, at)).sum();
    if least + of_sheet(&grid, 0) >= limit {
        return None;
    }
    let (routes, crossings) = p4_route::route(work, &grid, p4_route::ROUNDS_TO_JUDGE);
    let lines: i64 = routes.iter().enumerate().map(|(at, route)| of_line(work, &grid, at, route)).sum();
    let whole = lines + of_sheet(&grid, crossings);
    (whole < limit).then(|| (whole, routes.iter().map(|route| route.bends()).collect()))
}

/// What the extent of a drawing and its crossings cost.
pub(super) fn of_sheet(grid: &Grid, crossings: usize) -> i64 {
    let rows = grid.channel_rows.iter().filter(|is_channel| !**is_channel).count();
    (grid.width / 2) as i64 * COLUMN + rows as i64 * ROW + crossings as i64 * CROSSING
}

/// What a line costs if nothing is in its way but what stands between its ends.
pub(super) fn of_line_at_least(work: &Work, grid: &Grid, at: usize) -> i64 {
    let flow = &work.flows[at];
    let (from, to) = (grid.cells[flow.from], grid.cells[flow.to]);
    let (across, along) = (from.0.abs_diff(to.0), from.1.abs_diff(to.1));
    of_course(work, at, grid.least_bends(from, to), across + along) + of_direction(work, grid, at)
}

/// What a line costs on its course.
pub(super) fn of_line(work: &Work, grid: &Grid, at: usize, route: &Route) -> i64 {
    let flow = &work.flows[at];
    let steps = route.points.windows(2).map(|pair| pair[0].0.abs_diff(pair[1].0) + pair[0].1.abs_diff(pair[1].1)).sum();
    let within = work.nodes[flow.from].lane == work.nodes[flow.to].lane;
    let elsewhere = match route.start_side() {
        _ if !flow.branch || !within => 0,
        DOWN => 0,
        UP if flow.below => BRANCH_ABOVE,
        _ => BRANCH_ELSEWHERE,
    };
    of_course(work, at, route.bends(), steps) + elsewhere + of_direction(work, grid, at)
}

fn of_course(work: &Work, at: usize, bends: usize, steps: usize) -> i64 {
    let bend = if work.flows[at].main { BEND_ON_MAIN_PATH } else { BEND };
    bends as i64 * bend + steps as i64 * STEP
}

/// What it costs that a sequence flow does not lead ahead.
fn of_direction(work: &Work, grid: &Grid, at: usize) -> i64 {
    let flow = &work.flows[at];
    let ahead = flow.kind != FlowKind::Sequence || grid.cells[flow.from].0 != grid.cells[flow.to].0;
    let within = work.nodes[flow.from].lane == work.nodes[flow.to].lane;
    match (ahead, within) {
        (true, _) => 0,
        (_, true) if flow.branch => 0,
        (_, true) => NOT_AHEAD_WITHIN,
        _ => NOT_AHEAD_ACROSS,
    }
}
