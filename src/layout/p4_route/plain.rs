//! The cheapest of a few plain courses of one line, where a search for the cheapest of all would take too long.
//!
//! Holds: a course leaves its shapes into the channels beside them and keeps to channels between, which are open; so there is
//! one, whatever stands where.

use super::laid::{BEND, Laid};
use super::shortest::Found;
use super::{DOWN, LEFT, RIGHT, Route, UP};

const SIDES: [usize; 4] = [RIGHT, DOWN, UP, LEFT];
/// Of all courses so many are compared beside what lies on the grid: those that are cheapest by themselves.
const COMPARED_MAX: usize = 8;

/// A point of the grid.
type Point = (usize, usize);

/// A course of a flow beside what lies on the grid.
pub fn course(laid: &Laid, at: usize) -> Found {
    let flow = &laid.work.flows[at];
    let (start, goal) = (laid.grid.cells[flow.from], laid.grid.cells[flow.to]);
    let mut courses: Vec<Route> = courses(laid, start, goal).collect();
    // A stable sort: of equal courses the first counts.
    courses.sort_by_cached_key(|course| bare_cost(laid, course));
    courses.truncate(COMPARED_MAX);
    let found = courses.into_iter().map(|route| Found { cost: laid.cost_of(at, &route), route });
    found.min_by_key(|found| found.cost).unwrap_or_default()
}

/// What a course costs on an empty grid, but for its ends.
fn bare_cost(laid: &Laid, course: &Route) -> u32 {
    let length: u32 = course.points.windows(2).map(|pair| laid.length(pair[0], pair[1])).sum();
    length + course.bends() as u32 * BEND
}

/// The courses that turn once at most, where cells between are open, and those along channels.
fn courses(laid: &Laid, start: Point, goal: Point) -> impl Iterator<Item = Route> {
    let grid = laid.grid;
    let straight = (grid.least_bends(start, goal) == 0).then(|| vec![start, goal]);
    let corners = grid.corners(start, goal).filter(move |_| start != goal);
    let once = corners.map(move |corner| vec![start, corner, goal]);
    let sides = SIDES.into_iter().flat_map(|leave| SIDES.into_iter().map(move |enter| (leave, enter)));
    let along_channels = sides.flat_map(move |(leave, enter)| by_channels(start, goal, leave, enter));
    straight.into_iter().chain(once).chain(along_channels).map(|points| Route { points })
}

/// The courses that leave and enter by these sides and turn in channels only.
fn by_channels(start: Point, goal: Point, leave: usize, enter: usize) -> Vec<Vec<Point>> {
    let (out, into) = (beside(start, leave), beside(goal, enter));
    if out == into {
        // That would be straight, or back on itself.
        return Vec::new();
    }
    let is_level = |side: usize| matches!(side, LEFT | RIGHT);
    match (is_level(leave), is_level(enter)) {
        (true, true) if out.0 == into.0 => vec![vec![start, out, into, goal]],
        (false, false) if out.1 == into.1 => vec![vec![start, out, into, goal]],
        (true, true) => [start.1 - 1, start.1 + 1, goal.1 - 1, goal.1 + 1]
            .map(|row| vec![start, out, (out.0, row), (into.0, row), into, goal])
            .to_vec(),
        (false, false) => [start.0 - 1, start.0 + 1, goal.0 - 1, goal.0 + 1]
            .map(|column| vec![start, out, (column, out.1), (column, into.1), into, goal])
            .to_vec(),
        (true, false) => vec![vec![start, out, (out.0, into.1), into, goal]],
        (false, true) => vec![vec![start, out, (into.0, out.1), into, goal]],
    }
}

/// The point of the channel on a side of a cell: there is one on each.
fn beside((x, y): Point, side: usize) -> Point {
    match side {
        RIGHT => (x + 1, y),
        DOWN => (x, y + 1),
        LEFT => (x - 1, y),
        _ => (x, y - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::heading;
    use super::*;
    use crate::layout::graph::Options;
    use crate::layout::grid::{Grid, OPEN};
    use crate::layout::search;
    use crate::layout::shapes::graphs;
    use crate::layout::work::Work;
    use proptest::prelude::*;

    /// The points that a route passes, its ends left out.
    fn passed(route: &Route) -> Vec<Point> {
        let mut all = Vec::new();
        for pair in route.points.windows(2) {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            all.extend((low.0..=high.0).flat_map(|x| (low.1..=high.1).map(move |y| (x, y))));
        }
        let ends = [route.points[0], route.points[route.points.len() - 1]];
        all.retain(|point| !ends.contains(point));
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_plain_course_keeps_to_open_cells_and_turns_at_each_of_its_points(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let grid = Grid::new(&work, &search::plan(&work));
            let laid = Laid::new(&work, &grid);
            for flow in &work.flows {
                for route in courses(&laid, grid.cells[flow.from], grid.cells[flow.to]) {
                    prop_assert!(passed(&route).into_iter().all(|(x, y)| grid.node_at[grid.at(x, y)] == OPEN));
                    let headings: Vec<usize> = route.points.windows(2).map(|pair| heading(pair[0], pair[1])).collect();
                    prop_assert!(headings.windows(2).all(|pair| pair[0] % 2 != pair[1] % 2), "{:?}", route);
                }
            }
        }
    }
}
