//! The cheapest course of one line: A* over (grid point, heading).

use super::laid::{BEND, CROSSING, Laid, RigidLines};
use super::stretch::Stretch;
use super::{DOWN, LEFT, RIGHT, Route, UP, plain};
use crate::layout::grid::OPEN;
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No turn yet.
const NO_HEADING: u8 = 4;

/// The ways to go on with, the most promising first.
type Heap = BinaryHeap<Reverse<Promise>>;

/// How much is searched on one grid, in steps; lines beyond that take a plain course. A process of a thousand nodes takes a
/// tenth of it, a tangle that no course makes readable may take many times more.
const STEPS_MAX: usize = 5_000_000;
/// On a larger grid nothing is searched: its memory alone would be felt.
const POINTS_MAX: usize = 1 << 20;

/// Guessed cost of the whole way, the part of it that lies ahead, and where: grid point and heading in one number. Of two ways
/// that promise the same, the one that has come further goes first. One number, as comparing is most of what a heap does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Promise(u64);

const STATE_BITS: u32 = (4 * POINTS_MAX).ilog2();
const AHEAD_BITS: u32 = 19;
/// What a way costs at most, so that it fits a promise; a dearer one passes thousands of places that have no room.
const COST_MAX: u32 = (1 << (u64::BITS - STATE_BITS - AHEAD_BITS)) - 1;

impl Promise {
    fn new(cost: u32, ahead: u32, state: usize) -> Promise {
        debug_assert!(ahead >> AHEAD_BITS == 0 && state >> STATE_BITS == 0);
        Promise((u64::from(cost + ahead) << AHEAD_BITS | u64::from(ahead)) << STATE_BITS | state as u64)
    }

    fn cost(self) -> u32 {
        let ahead = (self.0 >> STATE_BITS) & ((1 << AHEAD_BITS) - 1);
        ((self.0 >> (STATE_BITS + AHEAD_BITS)) - ahead) as u32
    }

    fn state(self) -> usize {
        self.0 as usize & ((1 << STATE_BITS) - 1)
    }
}

/// A route, and what it costs beside what lay on the grid when it was found.
#[derive(Default)]
pub struct Found {
    pub cost: u32,
    pub route: Route,
}

/// The memory of a search.
#[derive(Default)]
struct Memory {
    /// One entry for each grid point and heading; those of earlier searches are told by their number.
    ways: Vec<Way>,
    heap: Heap,
    /// The number of the latest search.
    round: u32,
}

/// Larger memories are not kept for the next router.
const WAYS_KEPT_MAX: usize = 1 << 18;

thread_local! {
    /// The memory of the router before: a plan is chosen among hundreds of drawings, and to clear it for each took a fifth of
    /// the time.
    static KEPT: Cell<Memory> = Cell::default();
}

/// What lies on the grid, and the memory of the search.
pub struct Router<'a> {
    pub laid: Laid<'a>,
    memory: Memory,
    /// What entering the target costs on the best of its sides.
    enter_least: u32,
    rigid: RigidLines,
    /// What the route costs at most.
    limit: u32,
    /// The steps taken in all searches.
    pub steps: usize,
}

/// The cheapest way found so far to a grid point, with a heading.
#[derive(Clone, Copy, Default)]
struct Way {
    cost: u32,
    /// The search that found it.
    round: u32,
    turned: Turned,
}

/// Where a way turned last, and the headings at the points before that one and before this.
#[derive(Clone, Copy, Default)]
struct Turned {
    point: u32,
    /// [`NO_HEADING`] where the way has not turned yet.
    before: u8,
    came: u8,
}

impl Memory {
    /// Begins a search.
    fn start(&mut self) {
        self.heap.clear();
        self.round = self.round.checked_add(1).unwrap_or_else(|| {
            self.ways.fill(Way::default());
            1
        });
    }
}

impl Drop for Router<'_> {
    fn drop(&mut self) {
        if self.memory.ways.len() <= WAYS_KEPT_MAX {
            KEPT.set(std::mem::take(&mut self.memory));
        }
    }
}

impl<'a> Router<'a> {
    pub fn new(laid: Laid<'a>) -> Router<'a> {
        let points = laid.grid.node_at.len();
        let states = if points <= POINTS_MAX { 4 * points } else { 0 };
        let mut memory = KEPT.take();
        if memory.ways.len() < states {
            memory.ways.resize(states, Way::default());
        }
        Router { laid, memory, enter_least: 0, rigid: [[usize::MAX; 2]; 2], limit: u32::MAX, steps: 0 }
    }

    /// The cheapest route of a flow beside what already lies on the grid; a plain one where to search for it would take too long.
    pub fn find(&mut self, at: usize) -> Found {
        let found = if self.may_search() { self.find_below(at, COST_MAX) } else { None };
        found.unwrap_or_else(|| plain::course(&self.laid, at))
    }

    /// Whether there is time for a search.
    pub fn may_search(&self) -> bool {
        self.steps < STEPS_MAX && self.laid.grid.node_at.len() <= POINTS_MAX
    }

    /// The cheapest route of a flow, if one costs no more than `limit`. What it costs to leave a stretch hangs on where it
    /// began, so that now and then a route that costs just so much is passed over.
    pub fn find_below(&mut self, at: usize, limit: u32) -> Option<Found> {
        let flow = &self.laid.work.flows[at];
        let (start, goal) = (self.laid.grid.cells[flow.from], self.laid.grid.cells[flow.to]);
        self.limit = limit.min(COST_MAX);
        self.rigid = self.laid.rigid_lines(at);
        if let Some(found) = self.direct(at, start, goal) {
            return Some(found);
        }
        self.memory.start();
        self.enter_least = (0..4).map(|side| self.laid.enter_cost(at, side)).min().unwrap_or(0);
        for side in [RIGHT, DOWN, UP, LEFT] {
            let cost = self.laid.leave_cost(at, side);
            self.push(at, start, side, side, cost);
        }
        let mut end = None;
        while let Some(Reverse(promise)) = self.memory.heap.pop() {
            let (cost, state) = (promise.cost(), promise.state());
            let (point, facing) = (state / 4, state % 4);
            if self.memory.ways[state].cost < cost {
                continue;
            }
            let here = (point % self.laid.grid.width, point / self.laid.grid.width);
            if here == goal {
                end = Some((cost, state));
                break;
            }
            for turn in [facing, (facing + 1) % 4, (facing + 3) % 4] {
                let more = match turn == facing {
                    true => CROSSING * u32::from(self.laid.passes[1 - facing % 2][point]),
                    false => BEND,
                };
                self.push(at, here, turn, facing, cost + more);
            }
        }
        end.map(|(cost, state)| Found { cost, route: self.trace(start, state) })
    }

    /// A line that is straight or turns once, where nothing else can cost less: any other course bends twice.
    fn direct(&self, at: usize, start: (usize, usize), goal: (usize, usize)) -> Option<Found> {
        let courses: Vec<Route> = match self.laid.grid.least_bends(start, goal) {
            0 => vec![Route { points: vec![start, goal] }],
            1 => {
                self.laid.grid.corners(start, goal).map(|corner| Route { points: vec![start, corner, goal] }).collect()
            }
            _ => return None,
        };
        let leave = (0..4).map(|side| self.laid.leave_cost(at, side)).min()?;
        let enter = (0..4).map(|side| self.laid.enter_cost(at, side)).min()?;
        let least = leave + enter + self.laid.length(start, goal) + 2 * BEND;
        let found = courses.into_iter().map(|route| Found { cost: self.laid.cost_of(at, &route), route });
        found.min_by_key(|found| found.cost).filter(|found| found.cost <= least)
    }

    /// Takes one step, if it leads anywhere, and notes it where it is the cheapest way there.
    fn push(&mut self, at: usize, from: (usize, usize), turn: usize, facing: usize, cost: u32) {
        let Some(to) = self.laid.step(from, turn) else { return };
        self.steps += 1;
        let flow = &self.laid.work.flows[at];
        let goal = self.laid.grid.cells[flow.to];
        let point = self.laid.grid.at(to.0, to.1);
        let closed = self.laid.grid.node_at[point];
        if closed != OPEN && closed as usize != flow.to {
            return;
        }
        let mut total = cost + self.laid.step_cost(&self.rigid, from, to, turn);
        let state = point * 4 + turn;
        let known = self.memory.ways[state];
        let guess = if to == goal { 0 } else { self.guess(to, goal, turn) };
        let is_worse =
            |total: u32| known.round == self.memory.round && known.cost <= total || total + guess > self.limit;
        // Counting what a stretch crosses is dear: not where the way would be too dear without.
        if is_worse(total) {
            return;
        }
        let here = self.laid.grid.at(from.0, from.1);
        let turned = match turn == facing {
            true if from == self.laid.grid.cells[flow.from] => {
                Turned { point: here as u32, before: NO_HEADING, came: facing as u8 }
            }
            true => Turned { came: facing as u8, ..self.memory.ways[here * 4 + facing].turned },
            false => {
                total += CROSSING * self.beside(here * 4 + facing, Some(turn));
                Turned { point: here as u32, before: facing as u8, came: facing as u8 }
            }
        };
        if to == goal {
            total += self.laid.enter_cost(at, (turn + 2) % 4);
            total += CROSSING * self.crossed(turned, to, turn, None);
        }
        if is_worse(total) {
            return;
        }
        self.memory.ways[state] = Way { cost: total, round: self.memory.round, turned };
        self.memory.heap.push(Reverse(Promise::new(total, guess, state)));
    }

    /// The lines that the stretch up to a state must cross if it is left with that heading.
    fn beside(&self, state: usize, after: Option<usize>) -> u32 {
        let (point, facing) = (state / 4, state % 4);
        let here = (point % self.laid.grid.width, point / self.laid.grid.width);
        self.crossed(self.memory.ways[state].turned, here, facing, after)
    }

    /// The lines that a stretch must cross which began at a turn and ends here.
    fn crossed(&self, turned: Turned, end: (usize, usize), facing: usize, after: Option<usize>) -> u32 {
        let width = self.laid.grid.width;
        let start = (turned.point as usize % width, turned.point as usize / width);
        let before = Some(usize::from(turned.before)).filter(|_| turned.before != NO_HEADING);
        let line = if facing.is_multiple_of(2) { end.1 } else { end.0 };
        self.laid.beside(facing % 2, line, &Stretch::between(start, end, before, after))
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
            let before = usize::from(self.memory.ways[state].turned.came);
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
