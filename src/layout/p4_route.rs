//! Phase 4: the course of every line over the coarse grid.
//!
//! In: the grid. Out: for each flow a [`Route`]: the grid points where it starts, turns and ends.
//! Holds: a route passes no closed cell but its own ends, and every stretch lies on one line of the grid.
//! A shortest path (`shortest`) beside what already lies on the grid (`laid`). Routes are found in order of importance, then
//! those that bend are taken up and laid again.

mod laid;
mod shortest;

use super::grid::Grid;
use super::work::Work;
use laid::Laid;
use shortest::Router;

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
    let mut router = Router::new(Laid::new(work, grid));
    let mut order: Vec<usize> = (0..work.flows.len()).collect();
    let span = |at: usize| {
        let (a, b) = (grid.cells[work.flows[at].from], grid.cells[work.flows[at].to]);
        a.0.abs_diff(b.0) + a.1.abs_diff(b.1)
    };
    order.sort_by_key(|&at| (!work.flows[at].main, span(at), at));
    let mut routes = vec![Route::default(); work.flows.len()];
    for &at in &order {
        // Channels are open everywhere, so there is a way.
        routes[at] = router.find(at, u32::MAX).unwrap_or_default();
        router.laid.lay(at, &routes[at], 1);
    }
    for _ in 0..rounds {
        let mut changed = false;
        for &at in &order {
            if routes[at].bends() == 0 {
                continue;
            }
            router.laid.lay(at, &routes[at], -1);
            // Nothing that costs more than the present course is looked at.
            if let Some(found) = router.find(at, router.laid.cost_of(at, &routes[at])) {
                changed |= found != routes[at];
                routes[at] = found;
            }
            router.laid.lay(at, &routes[at], 1);
        }
        if !changed {
            break;
        }
    }
    let crossings = router.laid.crossings(&routes);
    (routes, crossings)
}
