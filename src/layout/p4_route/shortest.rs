//! The cheapest course of one line: A* over (grid point, heading).

use super::laid::{BEND, CROSSING, Laid, RigidLines};
use super::{DOWN, LEFT, RIGHT, Route, UP};
use crate::layout::grid::OPEN;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No turn yet.
const NO_HEADING: u8 = 4;

/// Guessed cost of the whole way, cost so far, and where: grid point and heading in one number.
type Heap = BinaryHeap<Reverse<(u32, Reverse<u32>, u32)>>;

/// What lies on the grid, and the scratch memory of the search: one entry for each grid point and heading.
pub struct Router<'a> {
    pub laid: Laid<'a>,
    best: Vec<u32>,
    stamp: Vec<u32>,
    came: Vec<u8>,
    /// The heading before the last turn, and the lines that pass that turn straight the way that was taken.
    turned: Vec<(u8, u16)>,
    heap: Heap,
    /// What entering the target costs on the best of its sides.
    enter_least: u32,
    rigid: RigidLines,
    round: u32,
    /// What the route costs at most.
    limit: u32,
}

impl<'a> Router<'a> {
    pub fn new(laid: Laid<'a>) -> Router<'a> {
        let states = laid.grid.width * laid.grid.height * 4;
        Router {
            laid,
            best: vec![0; states],
            stamp: vec![0; states],
            came: vec![0; states],
            turned: vec![(NO_HEADING, 0); states],
            heap: Heap::new(),
            enter_least: 0,
            rigid: [[usize::MAX; 2]; 2],
            round: 0,
            limit: u32::MAX,
        }
    }

    /// The cheapest route of a flow, beside what already lies on the grid, if one costs no more than `limit`. What it costs to
    /// leave a stretch hangs on where it began, so that now and then a route that costs just so much is passed over.
    pub fn find(&mut self, at: usize, limit: u32) -> Option<Route> {
        let flow = &self.laid.work.flows[at];
        let (start, goal) = (self.laid.grid.cells[flow.from], self.laid.grid.cells[flow.to]);
        self.round += 1;
        self.limit = limit;
        self.rigid = self.laid.rigid_lines(at);
        if let Some(route) = self.straight(at, start, goal) {
            return Some(route);
        }
        let mut heap = std::mem::take(&mut self.heap);
        heap.clear();
        self.enter_least = (0..4).map(|side| self.laid.enter_cost(at, side)).min().unwrap_or(0);
        for side in [RIGHT, DOWN, UP, LEFT] {
            let cost = self.laid.leave_cost(at, side);
            self.push(&mut heap, at, start, side, side, cost);
        }
        let mut end = None;
        while let Some(Reverse((_, Reverse(cost), state))) = heap.pop() {
            let (point, facing) = (state as usize / 4, state as usize % 4);
            if self.best[state as usize] < cost {
                continue;
            }
            let here = (point % self.laid.grid.width, point / self.laid.grid.width);
            if here == goal {
                end = Some(state as usize);
                break;
            }
            for turn in [facing, (facing + 1) % 4, (facing + 3) % 4] {
                let more = if turn == facing {
                    CROSSING * u32::from(self.laid.passes[1 - facing % 2][point])
                } else {
                    BEND + CROSSING * u32::from(self.parted(state as usize, turn))
                };
                self.push(&mut heap, at, here, turn, facing, cost + more);
            }
        }
        self.heap = heap;
        end.map(|state| self.trace(start, state))
    }

    /// The straight line, where nothing else can cost less: any other course bends twice.
    fn straight(&self, at: usize, start: (usize, usize), goal: (usize, usize)) -> Option<Route> {
        if self.laid.grid.least_bends(start, goal) > 0 {
            return None;
        }
        let route = Route { points: vec![start, goal] };
        let leave = (0..4).map(|side| self.laid.leave_cost(at, side)).min()?;
        let enter = (0..4).map(|side| self.laid.enter_cost(at, side)).min()?;
        let least = leave + enter + self.laid.length(start, goal) + 2 * BEND;
        (self.laid.cost_of(at, &route) <= least).then_some(route)
    }

    /// Takes one step, if it leads anywhere, and notes it where it is the cheapest way there.
    fn push(&mut self, heap: &mut Heap, at: usize, from: (usize, usize), turn: usize, facing: usize, cost: u32) {
        let Some(to) = self.laid.step(from, turn) else { return };
        let flow = &self.laid.work.flows[at];
        let goal = self.laid.grid.cells[flow.to];
        let point = self.laid.grid.at(to.0, to.1);
        let closed = self.laid.grid.node_at[point];
        if closed != OPEN && closed as usize != flow.to {
            return;
        }
        let mut total = cost + self.laid.step_cost(&self.rigid, from, to, turn);
        if to == goal {
            total += self.laid.enter_cost(at, (turn + 2) % 4);
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
        let here = self.laid.grid.at(from.0, from.1);
        self.turned[state] = match turn == facing {
            true if from == self.laid.grid.cells[flow.from] => (NO_HEADING, 0),
            true => self.turned[here * 4 + facing],
            false => (facing as u8, self.laid.passes[turn % 2][here]),
        };
        // Of two ways that promise the same, the one that has come further goes first.
        heap.push(Reverse((total + guess, Reverse(total), state as u32)));
    }

    /// The lines that a stretch came upon from one side and leaves on the other: each is crossed, wherever tracks lie.
    fn parted(&self, state: usize, turn: usize) -> u16 {
        let (point, facing) = (state / 4, state % 4);
        let (heading, beside) = self.turned[state];
        if usize::from(heading) == turn { beside.min(self.laid.passes[facing % 2][point]) } else { 0 }
    }

    /// The least that the rest of the way can cost.
    fn guess(&self, from: (usize, usize), to: (usize, usize), facing: usize) -> u32 {
        let length = self.laid.length(from, to);
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

    /// The turning points from the start to a state.
    fn trace(&self, start: (usize, usize), mut state: usize) -> Route {
        let place = |state: usize| ((state / 4) % self.laid.grid.width, (state / 4) / self.laid.grid.width);
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
            state = self.laid.grid.at(back.0, back.1) * 4 + before;
            facing = before;
        }
        points.reverse();
        Route { points }
    }
}
