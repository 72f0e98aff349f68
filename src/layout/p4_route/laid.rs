//! The lines that lie on the grid, and what a further one costs beside them.
//!
//! A bend, a crossing, a crowded side and a detour all cost. Two lines cross where one passes straight over the other, and
//! where they run along one row or column and turn off it to sides that no order of their tracks serves.

use super::{DOWN, LEFT, RIGHT, Route, UP, heading};
use crate::layout::graph::{FlowKind, Shape};
use crate::layout::grid::Grid;
use crate::layout::outline::dock_limit;
use crate::layout::work::{Work, WorkNode};

pub const BEND: u32 = 70;
pub const CROSSING: u32 = 190;
/// Sharing a stretch of a row or of a column of shapes, or of a channel, with another line.
const BESIDE_IN_CELL: u32 = 9;
const BESIDE_IN_CHANNEL: u32 = 1;
/// Lengths of a step by what it passes.
const STEP_RANK: u32 = 10;
const STEP_ROW: u32 = 8;
const STEP_CHANNEL: u32 = 3;
/// Docking on a side that has no room left.
const FULL: u32 = 4000;

/// A straight piece of a line along a row or a column of the grid.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    low: usize,
    high: usize,
    /// To which side the line turns at the lower and at the higher end: -1 above or left, 1 below or right; 0 where it docks.
    sides: [i8; 2],
    flow: usize,
}

impl Stretch {
    /// From a point to a point, come upon with a heading and left with another; none where the line docks.
    pub fn between(
        from: (usize, usize),
        to: (usize, usize),
        before: Option<usize>,
        after: Option<usize>,
        flow: usize,
    ) -> Stretch {
        let ahead = |heading: usize| if matches!(heading, RIGHT | DOWN) { 1 } else { -1 };
        let (start, end) = (before.map_or(0, |heading| -ahead(heading)), after.map_or(0, ahead));
        let axis = |point: (usize, usize)| if from.1 == to.1 { point.0 } else { point.1 };
        let (a, b) = (axis(from), axis(to));
        if a < b {
            Stretch { low: a, high: b, sides: [start, end], flow }
        } else {
            Stretch { low: b, high: a, sides: [end, start], flow }
        }
    }

    /// Whether two stretches of one row or column cross wherever their tracks lie: at both ends of what they share, the
    /// one that turns off has to lie on the side that it turns to.
    fn must_cross(&self, other: &Stretch) -> bool {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        let order = |end: usize, own: bool, others: bool| {
            let (own, others) = (self.sides[end] * i8::from(own), other.sides[end] * i8::from(others));
            (own - others).signum()
        };
        low < high && order(0, self.low == low, other.low == low) * order(1, self.high == high, other.high == high) < 0
    }
}

/// The stretches of a route.
fn stretches(flow: usize, route: &Route) -> impl Iterator<Item = (usize, usize, Stretch)> {
    let points = &route.points;
    (1..points.len()).map(move |at| {
        let (from, to) = (points[at - 1], points[at]);
        let before = (at > 1).then(|| heading(points[at - 2], from));
        let after = points.get(at + 1).map(|&next| heading(to, next));
        let (along, line) = if from.1 == to.1 { (0, from.1) } else { (1, from.0) };
        (along, line, Stretch::between(from, to, before, after, flow))
    })
}

/// By direction, the line of the grid through each end; none where lines have room to give way.
pub type RigidLines = [[usize; 2]; 2];

/// What already lies on the grid.
pub struct Laid<'a> {
    pub work: &'a Work,
    pub grid: &'a Grid,
    /// Lines on the step to the right of, and below, each point.
    steps: [Vec<u16>; 2],
    /// Those among them that dock where there is no room beside the centre.
    rigid: [Vec<u16>; 2],
    /// Lines that pass each point straight: along the row, along the column.
    pub passes: [Vec<u16>; 2],
    /// The stretches on each row and on each column of the grid.
    stretches: [Vec<Vec<Stretch>>; 2],
    /// Lines at each side of each node: out of it, into it.
    docks: Vec<[[u16; 2]; 4]>,
    /// Length from the first line of the grid to each other, for both directions.
    reach: [Vec<u32>; 2],
    /// For each node how many pixels from the centre lines may dock: at its ends along the flow, at its flanks.
    limits: Vec<[u32; 2]>,
}

impl<'a> Laid<'a> {
    pub fn new(work: &'a Work, grid: &'a Grid) -> Laid<'a> {
        let points = grid.width * grid.height;
        let sums = |count: usize, horizontal: bool, cell: u32| {
            let step = |line: usize| if grid.is_channel(horizontal, line) { STEP_CHANNEL } else { cell };
            let add = |sum: &mut u32, line: usize| Some(std::mem::replace(sum, *sum + step(line)));
            (0..count).scan(0, add).collect()
        };
        Laid {
            work,
            grid,
            steps: [vec![0; points], vec![0; points]],
            rigid: [vec![0; points], vec![0; points]],
            passes: [vec![0; points], vec![0; points]],
            stretches: [vec![Vec::new(); grid.height], vec![Vec::new(); grid.width]],
            docks: vec![[[0; 2]; 4]; work.nodes.len()],
            limits: work.nodes.iter().map(limits).collect(),
            reach: [sums(grid.width, false, STEP_RANK), sums(grid.height, true, STEP_ROW)],
        }
    }

    /// Adds a route to what lies on the grid, or takes it away.
    pub fn lay(&mut self, flow: usize, route: &Route, by: i32) {
        let change = |count: &mut u16| *count = count.saturating_add_signed(by as i16);
        let rigid = self.rigid_lines(flow);
        for (along, line, stretch) in stretches(flow, route) {
            let here = &mut self.stretches[along][line];
            if by > 0 { here.push(stretch) } else { here.retain(|other| other.flow != flow) }
        }
        let flow = &self.work.flows[flow];
        change(&mut self.docks[flow.from][route.start_side()][0]);
        change(&mut self.docks[flow.to][route.end_side()][1]);
        for pair in route.points.windows(2) {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            let along = usize::from(low.0 == high.0);
            let (line, from, to) = if along == 0 { (low.1, low.0, high.0) } else { (low.0, low.1, high.1) };
            for at in from..to {
                let point = if along == 0 { self.grid.at(at, line) } else { self.grid.at(line, at) };
                change(&mut self.steps[along][point]);
                if rigid[along].contains(&line) {
                    change(&mut self.rigid[along][point]);
                }
                if at > from {
                    change(&mut self.passes[along][point]);
                }
            }
        }
    }

    /// The rows and columns through the ends of a flow that have no room there beside their centre.
    pub fn rigid_lines(&self, flow: usize) -> RigidLines {
        let flow = &self.work.flows[flow];
        let line = |node: usize, along: usize| {
            let (x, y) = self.grid.cells[node];
            if self.limits[node][along] < 3 { [y, x][along] } else { usize::MAX }
        };
        [0, 1].map(|along| [line(flow.from, along), line(flow.to, along)])
    }

    /// The number of places where the lines cross one another.
    pub fn crossings(&self) -> usize {
        let met = self.passes[0].iter().zip(&self.passes[1]).map(|(a, b)| usize::from(*a) * usize::from(*b));
        let crossed = |line: &Vec<Stretch>| {
            let pairs =
                |(at, stretch): (usize, &Stretch)| line[..at].iter().filter(|other| stretch.must_cross(other)).count();
            line.iter().enumerate().map(pairs).sum::<usize>()
        };
        met.sum::<usize>() + self.stretches.iter().flatten().map(crossed).sum::<usize>()
    }

    /// How many lines a stretch must cross that run along the same row or column.
    pub fn beside(&self, along: usize, line: usize, stretch: &Stretch) -> u32 {
        self.stretches[along][line].iter().filter(|other| stretch.must_cross(other)).count() as u32
    }

    /// What a route of a flow costs beside what else lies on the grid, as [`super::Router::find`] counts.
    pub fn cost_of(&self, at: usize, route: &Route) -> u32 {
        let flow = &self.work.flows[at];
        let rigid = self.rigid_lines(at);
        let mut cost = self.leave_cost(at, route.start_side()) + self.enter_cost(at, route.end_side());
        for (number, pair) in route.points.windows(2).enumerate() {
            let turn = heading(pair[0], pair[1]);
            let mut here = pair[0];
            cost += if number > 0 { BEND } else { 0 };
            while here != pair[1] {
                if here != pair[0] {
                    cost += CROSSING * u32::from(self.passes[1 - turn % 2][self.grid.at(here.0, here.1)]);
                }
                let Some(next) = self.step(here, turn) else { return u32::MAX };
                cost += self.step_cost(&rigid, here, next, turn);
                here = next;
            }
        }
        for (along, line, stretch) in stretches(at, route) {
            cost += CROSSING * self.beside(along, line, &stretch);
        }
        debug_assert_eq!(route.points.last(), Some(&self.grid.cells[flow.to]));
        cost
    }

    /// What one step costs by its length and by the lines beside it: two that cannot give way must not meet.
    pub fn step_cost(&self, rigid: &RigidLines, from: (usize, usize), to: (usize, usize), turn: usize) -> u32 {
        let along = turn % 2;
        let first = from.min(to);
        let beside = u32::from(self.steps[along][self.grid.at(first.0, first.1)]);
        let line = if along == 0 { from.1 } else { from.0 };
        let blocked = rigid[along].contains(&line) && self.rigid[along][self.grid.at(first.0, first.1)] > 0;
        let beside_cost = if self.grid.is_channel(along == 0, line) { BESIDE_IN_CHANNEL } else { BESIDE_IN_CELL };
        let axis = |p: (usize, usize)| if along == 0 { p.0 } else { p.1 };
        self.reach[along][axis(from)].abs_diff(self.reach[along][axis(to)])
            + beside * beside_cost
            + if blocked { FULL } else { 0 }
    }

    pub fn step(&self, (x, y): (usize, usize), turn: usize) -> Option<(usize, usize)> {
        match turn {
            RIGHT => (x + 1 < self.grid.width).then_some((x + 1, y)),
            DOWN => (y + 1 < self.grid.height).then_some((x, y + 1)),
            LEFT => x.checked_sub(1).map(|x| (x, y)),
            _ => y.checked_sub(1).map(|y| (x, y)),
        }
    }

    /// The length of the shortest way between two points.
    pub fn length(&self, from: (usize, usize), to: (usize, usize)) -> u32 {
        self.reach[0][from.0].abs_diff(self.reach[0][to.0]) + self.reach[1][from.1].abs_diff(self.reach[1][to.1])
    }

    /// What it costs to leave the source on a side.
    pub fn leave_cost(&self, at: usize, side: usize) -> u32 {
        let flow = &self.work.flows[at];
        let backwards = self.grid.cells[flow.to].0 <= self.grid.cells[flow.from].0;
        let wish = match side {
            RIGHT => 0,
            DOWN => 8,
            UP => 14,
            _ if backwards => 25,
            _ => 70,
        };
        let message = flow.kind != FlowKind::Sequence;
        wish + self.crowd_cost(flow.from, side, 0) + if message && matches!(side, LEFT | RIGHT) { 6 } else { 0 }
    }

    /// What it costs to enter the target on a side.
    pub fn enter_cost(&self, at: usize, side: usize) -> u32 {
        let flow = &self.work.flows[at];
        let backwards = self.grid.cells[flow.to].0 <= self.grid.cells[flow.from].0;
        let wish = match side {
            LEFT => 0,
            DOWN | UP => 10,
            _ if backwards => 25,
            _ => 70,
        };
        wish + self.crowd_cost(flow.to, side, 1)
    }

    /// A side that already serves another line is worse, most of all the corner of a gateway.
    fn crowd_cost(&self, node: usize, side: usize, way: usize) -> u32 {
        let used = self.docks[node][side];
        let (same, other) = (u32::from(used[way]), u32::from(used[1 - way]));
        let limit = self.limits[node][side % 2];
        let node = &self.work.nodes[node];
        let pointed = matches!(node.shape, Shape::Diamond | Shape::Circle);
        let used = same + other;
        let over = if used > 2 * (limit / 3) {
            FULL
        } else if used > 2 * (limit / 9) {
            60 * used
        } else {
            0
        };
        let label = if node.label.is_some() && side == DOWN { 5 } else { 0 };
        over + label + if pointed { 95 * same + 115 * other } else { 28 * same + 48 * other }
    }
}

/// How many pixels from its centre lines may dock at a node: at its ends, at its flanks.
fn limits(node: &WorkNode) -> [u32; 2] {
    let limit = |along, across| dock_limit(node.shape, along, across) as u32;
    [limit(node.size.w, node.size.h), limit(node.size.h, node.size.w)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line along the row 4 between two columns, turning at its ends from and to these rows.
    fn along_row(from: usize, to: usize, ends: [usize; 2]) -> Stretch {
        let (start, end) = ((from, 4), (to, 4));
        Stretch::between(start, end, Some(heading((from, ends[0]), start)), Some(heading(end, (to, ends[1]))), 0)
    }

    #[test]
    fn lines_along_a_row_cross_where_no_order_of_tracks_serves_both_ends() {
        let (above, below) = (0, 8);
        let one = along_row(1, 5, [above, above]);
        for (other, crosses) in [
            (along_row(3, 7, [above, above]), true),
            (along_row(7, 3, [above, above]), true),
            (along_row(3, 7, [below, above]), false),
            (along_row(3, 4, [above, above]), false),
            (along_row(0, 7, [above, above]), false),
            (along_row(3, 4, [above, below]), true),
            (along_row(1, 5, [above, above]), false),
            (along_row(1, 7, [above, above]), false),
            (along_row(1, 7, [below, below]), false),
            (along_row(5, 7, [above, above]), false),
            (Stretch::between((3, 4), (7, 4), None, Some(UP), 0), false),
        ] {
            assert_eq!((one.must_cross(&other), other.must_cross(&one)), (crosses, crosses), "{other:?}");
        }
    }

    #[test]
    fn the_side_of_a_turn_is_that_of_the_line_not_of_its_direction() {
        let (forth, back) = (along_row(1, 5, [0, 8]), along_row(5, 1, [8, 0]));
        assert_eq!((forth.low, forth.high, forth.sides), (back.low, back.high, back.sides));
        assert_eq!(forth.sides, [-1, 1]);
    }
}
