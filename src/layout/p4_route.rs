//! Phase 4: the course of every line over the coarse grid.
//!
//! In: the grid. Out: for each flow a [`Route`]: the grid points where it starts, turns and ends.
//! Holds: a route passes no closed cell but its own ends, and every stretch lies on one line of the grid.
//! A shortest path by A* over (grid point, heading); a bend, a crossing, a crowded side and a detour all cost. Routes are
//! found in order of importance, then those that cost more than they might are taken up and laid again.

use super::graph::{FlowKind, Shape};
use super::grid::{Grid, OPEN};
use super::outline::dock_limit;
use super::work::Work;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The sides of a node and the headings of a line: right, down, left, up.
pub(super) const RIGHT: usize = 0;
pub(super) const DOWN: usize = 1;
pub(super) const LEFT: usize = 2;
pub(super) const UP: usize = 3;

const BEND: u32 = 70;
const CROSSING: u32 = 190;
/// Sharing a stretch of a row or of a column of shapes, or of a channel, with another line.
const BESIDE_IN_CELL: u32 = 9;
const BESIDE_IN_CHANNEL: u32 = 1;
/// Lengths of a step by what it passes.
const STEP_RANK: u32 = 10;
const STEP_ROW: u32 = 8;
const STEP_CHANNEL: u32 = 3;
/// Docking on a side that has no room left.
const FULL: u32 = 4000;
/// How often dear routes are laid again, for the drawing and for a judgement.
pub(super) const ROUNDS: usize = 2;
pub(super) const ROUNDS_TO_JUDGE: usize = 1;

/// The points of the grid where a line starts, turns and ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Route {
    pub points: Vec<(usize, usize)>,
}

impl Route {
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

/// Guessed cost of the whole way, cost so far, and where: grid point and heading in one number.
type Heap = BinaryHeap<Reverse<(u32, Reverse<u32>, u32)>>;

/// What already lies on the grid, and the scratch memory of the search.
struct Router<'a> {
    work: &'a Work,
    grid: &'a Grid,
    /// Lines on the step to the right of, and below, each point.
    steps: [Vec<u16>; 2],
    /// Lines that pass each point straight: along the row, along the column.
    passes: [Vec<u16>; 2],
    /// Lines at each side of each node: out of it, into it.
    docks: Vec<[[u16; 2]; 4]>,
    best: Vec<u32>,
    stamp: Vec<u32>,
    came: Vec<u8>,
    heap: Heap,
    /// What entering the target costs on the best of its sides.
    enter_least: u32,
    round: u32,
    /// What the route costs at most.
    limit: u32,
    /// Length from the first line of the grid to each other, for both directions.
    reach: [Vec<u32>; 2],
}

/// A route for each flow, and the number of places where they cross.
pub(super) fn route(work: &Work, grid: &Grid, rounds: usize) -> (Vec<Route>, usize) {
    let mut router = Router::new(work, grid);
    let mut order: Vec<usize> = (0..work.flows.len()).collect();
    let span = |at: usize| {
        let (a, b) = (grid.cells[work.flows[at].from], grid.cells[work.flows[at].to]);
        a.0.abs_diff(b.0) + a.1.abs_diff(b.1)
    };
    order.sort_by_key(|&at| (!work.flows[at].main, span(at), at));
    let mut routes = vec![Route::default(); work.flows.len()];
    for &at in &order {
        routes[at] = router.find(at, u32::MAX);
        router.lay(at, &routes[at], 1);
    }
    for _ in 0..rounds {
        let mut changed = false;
        for &at in &order {
            if routes[at].points.len() <= 2 {
                continue;
            }
            router.lay(at, &routes[at], -1);
            // Nothing that costs more than the present course is looked at.
            let found = router.find(at, router.cost_of(at, &routes[at]));
            changed |= found != routes[at];
            routes[at] = found;
            router.lay(at, &routes[at], 1);
        }
        if !changed {
            break;
        }
    }
    let crossings =
        router.passes[0].iter().zip(&router.passes[1]).map(|(a, b)| usize::from(*a) * usize::from(*b)).sum();
    (routes, crossings)
}

impl<'a> Router<'a> {
    fn new(work: &'a Work, grid: &'a Grid) -> Router<'a> {
        let points = grid.width * grid.height;
        let sums = |count: usize, horizontal: bool, cell: u32| {
            let step = |line: usize| if grid.is_channel(horizontal, line) { STEP_CHANNEL } else { cell };
            let add = |sum: &mut u32, line: usize| Some(std::mem::replace(sum, *sum + step(line)));
            (0..count).scan(0, add).collect()
        };
        Router {
            work,
            grid,
            steps: [vec![0; points], vec![0; points]],
            passes: [vec![0; points], vec![0; points]],
            docks: vec![[[0; 2]; 4]; work.nodes.len()],
            best: vec![0; points * 4],
            stamp: vec![0; points * 4],
            came: vec![0; points * 4],
            heap: Heap::new(),
            enter_least: 0,
            round: 0,
            limit: u32::MAX,
            reach: [sums(grid.width, false, STEP_RANK), sums(grid.height, true, STEP_ROW)],
        }
    }

    /// Adds a route to what lies on the grid, or takes it away.
    fn lay(&mut self, flow: usize, route: &Route, by: i32) {
        let change = |count: &mut u16| *count = count.saturating_add_signed(by as i16);
        let flow = &self.work.flows[flow];
        change(&mut self.docks[flow.from][route.start_side()][0]);
        change(&mut self.docks[flow.to][route.end_side()][1]);
        for pair in route.points.windows(2) {
            let (low, high) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            if low.1 == high.1 {
                for x in low.0..high.0 {
                    change(&mut self.steps[0][self.grid.at(x, low.1)]);
                    if x > low.0 {
                        change(&mut self.passes[0][self.grid.at(x, low.1)]);
                    }
                }
            } else {
                for y in low.1..high.1 {
                    change(&mut self.steps[1][self.grid.at(low.0, y)]);
                    if y > low.1 {
                        change(&mut self.passes[1][self.grid.at(low.0, y)]);
                    }
                }
            }
        }
    }

    /// What a route of a flow costs beside what else lies on the grid, as [`Router::find`] counts.
    fn cost_of(&self, at: usize, route: &Route) -> u32 {
        let flow = &self.work.flows[at];
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
                cost += self.step_cost(here, next, turn);
                here = next;
            }
        }
        debug_assert_eq!(route.points.last(), Some(&self.grid.cells[flow.to]));
        cost
    }

    /// What one step costs by its length and by the lines beside it.
    fn step_cost(&self, from: (usize, usize), to: (usize, usize), turn: usize) -> u32 {
        let along = turn % 2;
        let first = from.min(to);
        let beside = u32::from(self.steps[along][self.grid.at(first.0, first.1)]);
        let line = if along == 0 { from.1 } else { from.0 };
        let beside_cost = if self.grid.is_channel(along == 0, line) { BESIDE_IN_CHANNEL } else { BESIDE_IN_CELL };
        let axis = |p: (usize, usize)| if along == 0 { p.0 } else { p.1 };
        self.reach[along][axis(from)].abs_diff(self.reach[along][axis(to)]) + beside * beside_cost
    }

    /// The cheapest route of a flow, beside what already lies on the grid; `limit` is what it is known to cost at most.
    fn find(&mut self, at: usize, limit: u32) -> Route {
        let flow = &self.work.flows[at];
        let (start, goal) = (self.grid.cells[flow.from], self.grid.cells[flow.to]);
        self.round += 1;
        self.limit = limit;
        let mut heap = std::mem::take(&mut self.heap);
        heap.clear();
        self.enter_least = (0..4).map(|side| self.enter_cost(at, side)).min().unwrap_or(0);
        for side in [RIGHT, DOWN, UP, LEFT] {
            let cost = self.leave_cost(at, side);
            self.push(&mut heap, at, start, side, side, cost);
        }
        let mut end = None;
        while let Some(Reverse((_, Reverse(cost), state))) = heap.pop() {
            let (point, facing) = (state as usize / 4, state as usize % 4);
            if self.best[state as usize] < cost {
                continue;
            }
            let here = (point % self.grid.width, point / self.grid.width);
            if here == goal {
                end = Some(state as usize);
                break;
            }
            for turn in [facing, (facing + 1) % 4, (facing + 3) % 4] {
                let more = if turn == facing { CROSSING * u32::from(self.passes[1 - facing % 2][point]) } else { BEND };
                self.push(&mut heap, at, here, turn, facing, cost + more);
            }
        }
        self.heap = heap;
        match end {
            Some(state) => self.trace(start, state),
            None => Route { points: vec![start, goal] },
        }
    }

    /// Takes one step, if it leads anywhere, and notes it where it is the cheapest way there.
    fn push(&mut self, heap: &mut Heap, at: usize, from: (usize, usize), turn: usize, facing: usize, cost: u32) {
        let Some(to) = self.step(from, turn) else { return };
        let flow = &self.work.flows[at];
        let goal = self.grid.cells[flow.to];
        let point = self.grid.at(to.0, to.1);
        let closed = self.grid.node_at[point];
        if closed != OPEN && closed as usize != flow.to {
            return;
        }
        let mut total = cost + self.step_cost(from, to, turn);
        if to == goal {
            total += self.enter_cost(at, (turn + 2) % 4);
        }
        let state = point * 4 + turn;
        if self.stamp[state] == self.round && self.best[state] <= total {
            return;
        }
        let guess = if to == goal { 0 } else { self.guess(to, goal, turn) };
        if total + guess > self.limit {
            return;
        }
        self.stamp[state] = self.round;
        self.best[state] = total;
        self.came[state] = facing as u8;
        // Of two ways that promise the same, the one that has come further goes first.
        heap.push(Reverse((total + guess, Reverse(total), state as u32)));
    }

    fn step(&self, (x, y): (usize, usize), turn: usize) -> Option<(usize, usize)> {
        match turn {
            RIGHT => (x + 1 < self.grid.width).then_some((x + 1, y)),
            DOWN => (y + 1 < self.grid.height).then_some((x, y + 1)),
            LEFT => x.checked_sub(1).map(|x| (x, y)),
            _ => y.checked_sub(1).map(|y| (x, y)),
        }
    }

    /// The least that the rest of the way can cost.
    fn guess(&self, from: (usize, usize), to: (usize, usize), facing: usize) -> u32 {
        let length =
            self.reach[0][from.0].abs_diff(self.reach[0][to.0]) + self.reach[1][from.1].abs_diff(self.reach[1][to.1]);
        let (ahead, aside) = match facing {
            RIGHT => (to.0.cmp(&from.0), to.1 != from.1),
            LEFT => (from.0.cmp(&to.0), to.1 != from.1),
            DOWN => (to.1.cmp(&from.1), to.0 != from.0),
            _ => (from.1.cmp(&to.1), to.0 != from.0),
        };
        let bends = match (ahead, aside) {
            (std::cmp::Ordering::Greater, false) => 0,
            (std::cmp::Ordering::Greater | std::cmp::Ordering::Equal, true) => 1,
            (std::cmp::Ordering::Less, true) => 2,
            _ => 3,
        };
        length + bends * BEND + self.enter_least
    }

    /// What it costs to leave the source on a side.
    fn leave_cost(&self, at: usize, side: usize) -> u32 {
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
    fn enter_cost(&self, at: usize, side: usize) -> u32 {
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
        let node = &self.work.nodes[node];
        let pointed = matches!(node.shape, Shape::Diamond | Shape::Circle);
        let (along, across) =
            if side.is_multiple_of(2) { (node.size.w, node.size.h) } else { (node.size.h, node.size.w) };
        let limit = dock_limit(node.shape, along, across) as u32;
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

    /// The turning points from the start to a state.
    fn trace(&self, start: (usize, usize), mut state: usize) -> Route {
        let place = |state: usize| ((state / 4) % self.grid.width, (state / 4) / self.grid.width);
        let mut points = vec![place(state)];
        let mut facing = state % 4;
        loop {
            let (x, y) = place(state);
            let back = match facing {
                RIGHT => (x - 1, y),
                DOWN => (x, y - 1),
                LEFT => (x + 1, y),
                _ => (x, y + 1),
            };
            let before = self.came[state] as usize;
            if back == start {
                points.push(back);
                break;
            }
            if before != facing {
                points.push(back);
            }
            state = self.grid.at(back.0, back.1) * 4 + before;
            facing = before;
        }
        points.reverse();
        Route { points }
    }
}
