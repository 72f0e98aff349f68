//! Phase 4: the course of every line over the coarse grid.
//!
//! In: the grid. Out: for each flow a [`Route`]: the grid points where it starts, turns and ends.
//! Holds: a route passes no closed cell but its own ends, and every stretch lies on one line of the grid.
//! A shortest path (`shortest`) beside what already lies on the grid (`laid`). Routes are found in order of importance, then
//! those that bend and that others have made dearer are taken up and laid again.

mod laid;
mod plain;
mod shortest;
mod stretch;

use super::grid::Grid;
use super::work::Work;
use laid::Laid;
use shortest::{Found, Router};

/// The sides of a node and the headings of a line: right, down, left, up.
pub(super) const RIGHT: usize = 0;
pub(super) const DOWN: usize = 1;
pub(super) const LEFT: usize = 2;
pub(super) const UP: usize = 3;

/// How often dear routes are laid again, for the drawing and for a judgement.
pub(super) const ROUNDS: usize = 2;
pub(super) const ROUNDS_TO_JUDGE: usize = 1;

/// The points of the grid where a line starts, turns and ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Route {
    pub points: Vec<(usize, usize)>,
}

impl Route {
    /// How often it turns.
    pub fn bends(&self) -> usize {
        self.points.len().saturating_sub(2)
    }

    /// The heading with which it leaves its source.
    pub fn start_side(&self) -> usize {
        heading(self.points[0], self.points[1])
    }

    /// The side of the target that it enters.
    pub fn end_side(&self) -> usize {
        let last = self.points.len() - 1;
        heading(self.points[last], self.points[last - 1])
    }
}

pub(super) fn heading(from: (usize, usize), to: (usize, usize)) -> usize {
    match (to.0.cmp(&from.0), to.1.cmp(&from.1)) {
        (std::cmp::Ordering::Greater, _) => RIGHT,
        (std::cmp::Ordering::Less, _) => LEFT,
        (_, std::cmp::Ordering::Greater) => DOWN,
        _ => UP,
    }
}

/// A route for each flow, and the number of places where they cross.
pub(super) fn route(work: &Work, grid: &Grid, rounds: usize) -> (Vec<Route>, usize) {
    let (mut router, mut lines, order) = lay(work, grid, vec![None; work.flows.len()], |_, _, _| true);
    for _ in 0..rounds {
        let mut changed = false;
        for &at in &order {
            let line = &mut lines[at];
            if line.route.bends() == 0 {
                continue;
            }
            router.laid.take_up(at, &line.route);
            let cost = router.laid.cost_of(at, &line.route);
            // Where what was laid since has left its cost as it was, hardly any other course has become cheaper.
            if cost != line.cost && router.may_search() {
                // Nothing that costs more than the present course is looked at.
                let found = router.find_below(at, cost);
                changed |= found.as_ref().is_some_and(|found| found.route != line.route);
                *line = found.unwrap_or_else(|| Found { cost, route: std::mem::take(&mut line.route) });
            }
            router.laid.lay(at, &line.route);
        }
        if !changed {
            break;
        }
    }
    let crossings = router.laid.crossings;
    (lines.into_iter().map(|line| line.route).collect(), crossings)
}

/// Lays the routes that are given, and beside them one for each flow that has none, as long as `goes_on` says so of the flow
/// that was laid last, its route, and the number of places where lines cross. That number in the end, and that of the steps
/// that the search took.
pub(super) fn complete(
    work: &Work,
    grid: &Grid,
    given: Vec<Option<Route>>,
    goes_on: impl FnMut(usize, &Route, usize) -> bool,
) -> (usize, usize) {
    let (router, ..) = lay(work, grid, given, goes_on);
    (router.laid.crossings, router.steps)
}

/// Lays what is given and then, in order of importance, what is not, as long as that goes on; with that order.
fn lay<'a>(
    work: &'a Work,
    grid: &'a Grid,
    given: Vec<Option<Route>>,
    mut goes_on: impl FnMut(usize, &Route, usize) -> bool,
) -> (Router<'a>, Vec<Found>, Vec<usize>) {
    let mut router = Router::new(Laid::new(work, grid));
    given.iter().enumerate().for_each(|(at, route)| route.iter().for_each(|route| router.laid.lay(at, route)));
    let span = |at: usize| {
        let (a, b) = (grid.cells[work.flows[at].from], grid.cells[work.flows[at].to]);
        a.0.abs_diff(b.0) + a.1.abs_diff(b.1)
    };
    let mut order: Vec<usize> = (0..given.len()).filter(|&at| given[at].is_none()).collect();
    order.sort_by_key(|&at| (!work.flows[at].main, span(at), at));
    let mut lines: Vec<Found> = given.into_iter().map(|_| Found::default()).collect();
    for &at in &order {
        lines[at] = router.find(at);
        router.laid.lay(at, &lines[at].route);
        if !goes_on(at, &lines[at].route, router.laid.crossings) {
            break;
        }
    }
    (router, lines, order)
}

#[cfg(test)]
mod tests {
    use super::super::graph::{FlowKind, Options, Shape};
    use super::super::plan::Plan;
    use super::super::search;
    use super::super::shapes::graphs;
    use super::super::work::{WorkFlow, WorkNode};
    use super::*;
    use crate::base::Size;
    use proptest::prelude::*;

    /// A line from the left comes upon one that runs down, beside it for a while, and leaves to that side or back.
    fn crossings_beside(back: bool) -> usize {
        let node = WorkNode {
            lane: 0,
            shape: Shape::Box,
            size: Size::new(100, 50),
            label: None,
            main: false,
            rank: None,
            stood: None,
        };
        let flow = |at, from, to| WorkFlow {
            flow: at,
            from,
            to,
            kind: FlowKind::Sequence,
            label: None,
            main: false,
            branch: false,
            below: false,
        };
        let flows = vec![flow(0, 0, 1), flow(1, 2, 3)];
        let work = Work { lanes: 1, nodes: vec![node; 4], flows, ..Work::default() };
        let end = if back { 0 } else { 2 };
        // Down the middle column; from the left of the second row to the left or the right of the third.
        let plan = Plan { ranks: vec![1, 1, 0, end], rows: vec![0, 3, 1, 2], row_counts: vec![4] };
        let grid = Grid::new(&work, &plan);
        let [top, bottom, from, to] = [0, 1, 2, 3].map(|node| grid.cells[node]);
        let beside = vec![from, (top.0, from.1), (top.0, to.1), to];
        let routes = [Route { points: vec![top, bottom] }, Route { points: beside }];
        let mut laid = Laid::new(&work, &grid);
        routes.iter().enumerate().for_each(|(at, route)| laid.lay(at, route));
        laid.crossings
    }

    #[test]
    fn lines_that_part_to_opposite_sides_cross() {
        assert_eq!(crossings_beside(false), 1);
        assert_eq!(crossings_beside(true), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_line_that_is_taken_up_leaves_nothing_behind(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let plan = search::plan(&work);
            let grid = Grid::new(&work, &plan);
            let (routes, crossings) = route(&work, &grid, ROUNDS);
            let mut laid = Laid::new(&work, &grid);
            routes.iter().enumerate().for_each(|(at, route)| laid.lay(at, route));
            prop_assert_eq!(laid.crossings, crossings);
            let costs: Vec<u32> = routes.iter().enumerate().map(|(at, route)| laid.cost_of(at, route)).collect();
            for (at, route) in routes.iter().enumerate() {
                laid.take_up(at, route);
                laid.lay(at, route);
            }
            let again: Vec<u32> = routes.iter().enumerate().map(|(at, route)| laid.cost_of(at, route)).collect();
            prop_assert_eq!(costs, again);
        }
    }
}
