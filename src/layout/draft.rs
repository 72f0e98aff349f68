//! A plan with its lines drawn, and what becomes of both when nodes move.
//!
//! In: a plan. Out: [`Draft`], which tells for other places of some nodes whether the drawing would be better.
//! Only the lines that a move touches are laid anew; the others keep their course, so that a try costs what it touches and
//! not what the drawing holds.
//! Holds: a plan that is handed out gives each node a cell of its own.

use super::cost;
use super::grid::{Grid, OPEN};
use super::p4_route::{self, Route};
use super::plan::{Plan, without_gaps};
use super::work::Work;

/// So many points of a grid are made in the time of one step of a search.
const POINTS_A_STEP: usize = 4;

/// A point of the grid. Of an odd column and row, a cell; a channel stands for the rank or row that would open there.
pub(super) type Point = (usize, usize);

/// A plan, its lines, and what they cost.
pub(super) struct Draft<'a> {
    work: &'a Work,
    pub plan: Plan,
    pub grid: Grid,
    pub routes: Vec<Route>,
    /// As `cost` counts.
    pub cost: i64,
    /// What each line costs.
    costs: Vec<i64>,
    /// The steps of the searches for lines in all tries, and what else a try took in that measure.
    pub effort: usize,
}

/// Nodes that are taken off the grid together.
pub(super) struct Lifted {
    pub nodes: Vec<usize>,
    /// Where they stood.
    pub points: Vec<Point>,
    /// The lines at them.
    lines: Vec<usize>,
    /// What the drawing costs without those.
    rest: i64,
}

impl<'a> Draft<'a> {
    pub fn new(work: &'a Work, plan: Plan) -> Draft<'a> {
        let grid = Grid::new(work, &plan);
        let (routes, crossings) = p4_route::route(work, &grid, p4_route::ROUNDS_TO_JUDGE);
        let costs: Vec<i64> =
            routes.iter().enumerate().map(|(at, route)| cost::of_line(work, &grid, at, route)).collect();
        let cost = costs.iter().sum::<i64>() + cost::of_sheet(&grid, crossings);
        Draft { work, plan, grid, routes, cost, costs, effort: 0 }
    }

    /// Takes nodes off the grid, so that their cells are free; `lines` are the flows at them, each once.
    pub fn lift(&mut self, nodes: Vec<usize>, lines: Vec<usize>) -> Lifted {
        let points: Vec<Point> = nodes.iter().map(|&node| self.grid.cells[node]).collect();
        for &(x, y) in &points {
            let at = self.grid.at(x, y);
            self.grid.node_at[at] = OPEN;
        }
        let rest = self.cost - lines.iter().map(|&at| self.costs[at]).sum::<i64>();
        Lifted { nodes, points, lines, rest }
    }

    /// Sets nodes where they stood.
    pub fn set_down(&mut self, lifted: &Lifted) {
        for (&node, &(x, y)) in lifted.nodes.iter().zip(&lifted.points) {
            let at = self.grid.at(x, y);
            self.grid.node_at[at] = node as u32;
            self.grid.cells[node] = (x, y);
        }
    }

    /// Holds lifted nodes over other points, so many columns and rows of the grid from where they stood; whether all of
    /// these are on the grid and free.
    pub fn hold(&mut self, lifted: &Lifted, (right, down): (isize, isize)) -> bool {
        for (&node, &(x, y)) in lifted.nodes.iter().zip(&lifted.points) {
            let (Some(x), Some(y)) = (x.checked_add_signed(right), y.checked_add_signed(down)) else { return false };
            if x >= self.grid.width || y >= self.grid.height || self.grid.node_at[self.grid.at(x, y)] != OPEN {
                return false;
            }
            self.grid.cells[node] = (x, y);
        }
        true
    }

    /// The plan with lifted nodes set where they are held, and what it costs with the other lines as they are, if that is
    /// less than `limit` by what the lines at these nodes save.
    pub fn try_held(&mut self, lifted: &Lifted, limit: i64) -> Option<(i64, Plan)> {
        let least = |&at: &usize| cost::of_line_at_least(self.work, &self.grid, at);
        if lifted.rest + lifted.lines.iter().map(least).sum::<i64>() >= limit {
            return None;
        }
        let ranks: Vec<usize> = self.grid.cells.iter().map(|cell| cell.0).collect();
        let heights: Vec<i32> = self.grid.cells.iter().map(|cell| cell.1 as i32).collect();
        let plan = Plan::new(self.work, without_gaps(&ranks), &heights);
        let grid = Grid::new(self.work, &plan);
        let kept = self.kept(&grid, lifted);
        let at_least = |at: usize| cost::of_line_at_least(self.work, &grid, at);
        let of_line = |at: usize, route: &Route| cost::of_line(self.work, &grid, at, route);
        let least = |(at, route): (usize, &Option<Route>)| {
            route.as_ref().map_or_else(|| at_least(at), |route| of_line(at, route))
        };
        let mut cost: i64 = kept.iter().enumerate().map(least).sum();
        if cost + cost::of_sheet(&grid, 0) >= limit {
            return None;
        }
        // Each line that is laid shows more of what the drawing costs, which is often enough to leave it.
        let (crossings, steps) = p4_route::complete(self.work, &grid, kept, |at, route, crossings| {
            cost += of_line(at, route) - at_least(at);
            cost + cost::of_sheet(&grid, crossings) < limit
        });
        self.effort += grid.width * grid.height / POINTS_A_STEP + steps;
        cost += cost::of_sheet(&grid, crossings);
        (cost < limit && plan.gives_each_its_cell(self.work)).then_some((cost, plan))
    }

    /// On the grid as it would be, the courses that stay; none for lines that a move of the lifted nodes touches.
    fn kept(&self, after: &Grid, lifted: &Lifted) -> Vec<Option<Route>> {
        let moved = Moved::new(self.work, &self.grid, after);
        let is_met = |pair: &[Point]| {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            let stands_there = |&node: &usize| {
                let (x, y) = after.cells[node];
                (low.0..=high.0).contains(&x) && (low.1..=high.1).contains(&y)
            };
            low == high || lifted.nodes.iter().any(stands_there)
        };
        let course = |(at, route): (usize, &Route)| {
            if lifted.lines.contains(&at) {
                return None;
            }
            let points: Vec<Point> = route.points.iter().map(|&(x, y)| (moved.columns[x], moved.rows[y])).collect();
            (!points.windows(2).any(is_met)).then_some(Route { points })
        };
        self.routes.iter().enumerate().map(course).collect()
    }
}

/// Where each column and row of one grid is on another one of the same lanes.
struct Moved {
    columns: Vec<usize>,
    rows: Vec<usize>,
}

impl Moved {
    /// From a grid over which nodes are held to the grid that gives them their cells.
    fn new(work: &Work, before: &Grid, after: &Grid) -> Moved {
        let (mut columns, mut rows) = (vec![false; before.width], vec![false; before.height]);
        for &(x, y) in &before.cells {
            columns[x] = true;
            rows[y] = true;
        }
        let mut moved = Moved { columns: numbers(&columns), rows: Vec::with_capacity(before.height) };
        for lane in 0..work.lanes {
            let own = &mut rows[before.lane_rows[lane]..before.lane_rows[lane + 1]];
            // A lane without nodes has one row all the same.
            own[1] |= !own.contains(&true);
            moved.rows.extend(numbers(own).into_iter().map(|row| after.lane_rows[lane] + row));
        }
        moved
    }
}

/// The new number of each line of a grid, told where something will stand: a cell where it does, else the channel there,
/// before what opens in it.
fn numbers(used: &[bool]) -> Vec<usize> {
    let mut before = 0;
    let number = |(line, &is_used): (usize, &bool)| {
        let number = 2 * before + usize::from(is_used && line % 2 == 1);
        before += usize::from(is_used);
        number
    };
    used.iter().enumerate().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_open_and_close_move_the_others() {
        // Channels 0, 2, 4, 6 about the cells 1, 3, 5; the second closes and one opens behind the third.
        assert_eq!(numbers(&[false, true, false, false, false, true, true]), [0, 1, 2, 2, 2, 3, 4]);
        assert_eq!(numbers(&[true, true, false]), [0, 3, 4]);
    }
}
