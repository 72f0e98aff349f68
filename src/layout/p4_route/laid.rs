//! The lines that lie on the grid, and what a further one costs beside them.
//!
//! A bend, a crossing, a crowded side and a detour all cost. Two lines cross where one passes straight over the other, and
//! where they run along one row or column and turn off it to sides that no order of their tracks serves.

use super::stretch::{Stretch, stretches};
use super::{DOWN, LEFT, RIGHT, Route, UP, heading};
use crate::layout::graph::{FlowKind, Shape};
use crate::layout::grid::Grid;
use crate::layout::outline::dock_limit;
use crate::layout::work::{Work, WorkNode};

pub const BEND: u32 = 70;
pub const CROSSING: u32 = 160;
/// Sharing a stretch of a row or of a column of shapes, or of a channel, with other lines; in a row, however many.
const BESIDE_IN_CELL: u32 = 9;
const BESIDE_IN_CHANNEL: u32 = 1;
/// Lengths of a step by what it passes.
const STEP_RANK: u32 = 10;
const STEP_ROW: u32 = 8;
const STEP_CHANNEL: u32 = 3;
/// Docking on a side where lines lie close, and on one that has no room left.
const NARROW: u32 = 20;
const FULL: u32 = 4000;

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
    /// The number of places where the lines cross one another.
    pub crossings: usize,
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
            crossings: 0,
            docks: vec![[[0; 2]; 4]; work.nodes.len()],
            limits: work.nodes.iter().map(limits).collect(),
            reach: [sums(grid.width, false, STEP_RANK), sums(grid.height, true, STEP_ROW)],
        }
    }

    /// Adds a route to what lies on the grid.
    pub fn lay(&mut self, flow: usize, route: &Route) {
        self.count(flow, route, 1);
        for (along, line, stretch) in stretches(route) {
            self.crossings += self.beside(along, line, &stretch) as usize;
            self.stretches[along][line].push(stretch);
        }
    }

    /// Takes a route away that lies on the grid.
    pub fn take_up(&mut self, flow: usize, route: &Route) {
        self.count(flow, route, -1);
        for (along, line, stretch) in stretches(route) {
            let here = &mut self.stretches[along][line];
            if let Some(at) = here.iter().position(|other| *other == stretch) {
                here.swap_remove(at);
            }
            self.crossings -= self.beside(along, line, &stretch) as usize;
        }
    }

    /// Adds a line to what is counted at each point that its route passes, or takes it away.
    fn count(&mut self, flow: usize, route: &Route, by: i16) {
        let change = |count: &mut u16| *count = count.saturating_add_signed(by);
        let rigid = self.rigid_lines(flow);
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
                    let met = usize::from(self.passes[1 - along][point]);
                    self.crossings = if by > 0 { self.crossings + met } else { self.crossings - met };
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

    /// How many lines a stretch must cross that run along the same row or column.
    pub fn beside(&self, along: usize, line: usize, stretch: &Stretch) -> u32 {
        self.stretches[along][line].iter().map(|other| u32::from(stretch.must_cross(other))).sum()
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
        for (along, line, stretch) in stretches(route) {
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
        let beside_cost = match self.grid.is_channel(along == 0, line) {
            true => beside * BESIDE_IN_CHANNEL,
            false => beside.min(1) * BESIDE_IN_CELL,
        };
        let axis = |p: (usize, usize)| if along == 0 { p.0 } else { p.1 };
        self.reach[along][axis(from)].abs_diff(self.reach[along][axis(to)])
            + beside_cost
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

    /// A side that already serves another line is worse, most of all the corner of a gateway, and worst one that lines leave and
    /// reach. How many it serves makes no difference while there is room: of many branches each takes one bend from
    /// one corner sooner than a way round the gateway.
    fn crowd_cost(&self, node: usize, side: usize, way: usize) -> u32 {
        let used = self.docks[node][side];
        let (same, other) = (u32::from(used[way] > 0), u32::from(used[1 - way] > 0));
        let used = u32::from(used[0]) + u32::from(used[1]);
        let limit = self.limits[node][side % 2];
        let node = &self.work.nodes[node];
        let over = if used > 2 * (limit / 3) {
            FULL
        } else if used > 2 * (limit / 9) {
            NARROW
        } else {
            0
        };
        let label = if node.label.is_some() && side == DOWN { 5 } else { 0 };
        let shared = match node.shape {
            Shape::Diamond | Shape::Circle => 95 * same + 115 * other,
            Shape::Box | Shape::Document => 28 * same + 48 * other,
        };
        over + label + shared
    }
}

/// How many pixels from its centre lines may dock at a node: at its ends, at its flanks.
fn limits(node: &WorkNode) -> [u32; 2] {
    let limit = |along, across| dock_limit(node.shape, along, across) as u32;
    [limit(node.size.w, node.size.h), limit(node.size.h, node.size.w)]
}
