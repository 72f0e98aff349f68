//! Phase 5: which track of its channel, or which place beside the centre of its row, every stretch of line takes.
//!
//! In: routes over the grid. Out: [`Tracks`]: each stretch's offset or track, relative to the line of the grid it lies on.
//! Holds: two stretches that share any step of a line lie apart; where two end at one point of the grid from both sides,
//! they lie apart or their turns keep the order that lets them share a height; outgoing and incoming lines never share.
//! The order of neighbours follows from where their ways part (Wybrow, Marriott and Stuckey 2009): the line that turns
//! left first lies on the left.

mod offsets;

use super::grid::{Grid, OPEN};
use super::outline::dock_limit;
use super::p4_route::{Route, heading};
use super::work::Work;
use crate::base::Px;
use std::collections::BTreeSet;

/// Stretches whose ends lie nearer than this to one another's height must keep their order.
const SAME_HEIGHT: Px = 6;
/// A stretch that docks nowhere may lie this far from the centre of its row.
const FREE_LIMIT: Px = 400;
const HARD: i32 = 1000;

/// A straight stretch of a line.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub flow: usize,
    /// Its number within the route.
    pub index: usize,
    pub horizontal: bool,
    /// The row (or column) of the grid that it lies on.
    pub line: usize,
    pub low: usize,
    pub high: usize,
    /// Offset from the centre of a row or column of shapes; in a channel, the room needed before it.
    pub at: Px,
    /// In a channel, the room needed after it.
    pub after: Px,
}

/// All stretches, grouped by flow in the order of the routes.
pub(super) struct Tracks<'a> {
    work: &'a Work,
    grid: &'a Grid,
    routes: &'a [Route],
    pub segments: Vec<Segment>,
    /// The first stretch of each flow.
    pub first: Vec<usize>,
    /// Pairs of stretches that must not share a height.
    apart: BTreeSet<(usize, usize)>,
}

/// Gives every stretch its place.
pub(super) fn tracks<'a>(work: &'a Work, grid: &'a Grid, routes: &'a [Route]) -> Tracks<'a> {
    let mut tracks = Tracks::new(work, grid, routes);
    let lines: Vec<Vec<usize>> = tracks.by_line().into_iter().flatten().filter(|line| !line.is_empty()).collect();
    let (channels, rows): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| tracks.in_channel(line[0]));
    // Each round sets at least one more pair apart; when all pairs are apart nothing is left to keep in order.
    loop {
        for line in &rows {
            tracks.set_offsets(line);
        }
        let hard = tracks.same_heights(&rows);
        let mut broken = Vec::new();
        for line in &channels {
            broken.extend(tracks.set_tracks(line, &hard));
        }
        let known = tracks.apart.len();
        tracks.apart.extend(broken);
        if tracks.apart.len() == known {
            return tracks;
        }
    }
}

/// Two stretches that meet end to end at one height, and their turns, which must keep this order.
struct SameHeight {
    pair: (usize, usize),
    turns: (usize, usize),
}

impl<'a> Tracks<'a> {
    fn new(work: &'a Work, grid: &'a Grid, routes: &'a [Route]) -> Tracks<'a> {
        let (mut segments, mut first) = (Vec::new(), Vec::new());
        for (flow, route) in routes.iter().enumerate() {
            first.push(segments.len());
            for (index, pair) in route.points.windows(2).enumerate() {
                let (a, b) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
                let horizontal = a.1 == b.1;
                let (line, low, high) = if horizontal { (a.1, a.0, b.0) } else { (a.0, a.1, b.1) };
                segments.push(Segment { flow, index, horizontal, line, low, high, at: 0, after: 0 });
            }
        }
        Tracks { work, grid, routes, segments, first, apart: BTreeSet::new() }
    }

    /// The stretches on each row and on each column of the grid.
    fn by_line(&self) -> [Vec<Vec<usize>>; 2] {
        let mut lines = [vec![Vec::new(); self.grid.height], vec![Vec::new(); self.grid.width]];
        for (at, segment) in self.segments.iter().enumerate() {
            lines[usize::from(!segment.horizontal)][segment.line].push(at);
        }
        lines
    }

    pub fn in_channel(&self, at: usize) -> bool {
        self.grid.is_channel(self.segments[at].horizontal, self.segments[at].line)
    }

    /// The node that a stretch docks at its lower or upper end.
    fn dock(&self, at: usize, high: bool) -> Option<usize> {
        let segment = &self.segments[at];
        let along = if high { segment.high } else { segment.low };
        let (x, y) = if segment.horizontal { (along, segment.line) } else { (segment.line, along) };
        let node = self.grid.node_at[self.grid.at(x, y)];
        (node != OPEN).then_some(node as usize)
    }

    /// The stretch that goes on where this one ends, if it does not dock there.
    fn turn(&self, at: usize, high: bool) -> Option<usize> {
        let segment = &self.segments[at];
        let points = &self.routes[segment.flow].points;
        if self.is_ascending(at) == high {
            (segment.index + 2 < points.len()).then_some(at + 1)
        } else {
            (segment.index > 0).then(|| at - 1)
        }
    }

    /// How far from the centre a stretch may lie.
    fn limit(&self, at: usize) -> Px {
        [false, true]
            .into_iter()
            .filter_map(|high| self.dock(at, high))
            .map(|node| {
                let (shape, size) = (self.work.nodes[node].shape, self.work.nodes[node].size);
                if self.segments[at].horizontal {
                    dock_limit(shape, size.w, size.h)
                } else {
                    dock_limit(shape, size.h, size.w)
                }
            })
            .min()
            .unwrap_or(FREE_LIMIT)
    }

    fn shares_step(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.segments[a], &self.segments[b]);
        a.low < b.high && b.low < a.high
    }

    /// Whether two stretches in a row of shapes must lie apart: where they share a step, or both turn in one open cell.
    fn conflict_in_row(&self, a: usize, b: usize) -> bool {
        if self.shares_step(a, b) || self.apart.contains(&(a.min(b), a.max(b))) {
            return true;
        }
        let (s, t) = (&self.segments[a], &self.segments[b]);
        let meet = if s.high == t.low { s.high } else { s.low };
        let touch = s.high == t.low || t.high == s.low;
        touch && !self.grid.is_channel(!s.horizontal, meet) && self.dock(a, s.high == meet).is_none()
    }

    /// Pairs that meet end to end at a channel at one height: the first comes from the lower side.
    fn same_heights(&self, rows: &[Vec<usize>]) -> Vec<SameHeight> {
        let mut all = Vec::new();
        for line in rows {
            let mut by_low: Vec<usize> = line.clone();
            by_low.sort_by_key(|&at| self.segments[at].low);
            for &a in line {
                let high = self.segments[a].high;
                let from = by_low.partition_point(|&b| self.segments[b].low < high);
                for &b in by_low[from..].iter().take_while(|&&b| self.segments[b].low == high) {
                    let near = (self.segments[a].at - self.segments[b].at).abs() < SAME_HEIGHT;
                    if let (true, Some(first), Some(second)) = (near, self.turn(a, true), self.turn(b, false)) {
                        all.push(SameHeight { pair: (a.min(b), a.max(b)), turns: (first, second) });
                    }
                }
            }
        }
        all
    }

    /// Orders the stretches of a channel and stacks them; gives the pairs whose order could not be kept.
    fn set_tracks(&mut self, line: &[usize], hard: &[SameHeight]) -> Vec<(usize, usize)> {
        let count = line.len();
        let place = |at: usize| line.binary_search(&at).ok();
        let mut votes = vec![0; count * count];
        let mut vote = |a: usize, b: usize, by: i32| {
            votes[a * count + b] += by;
            votes[b * count + a] -= by;
        };
        for a in 0..count {
            for b in 0..a {
                vote(a, b, self.vote(line[a], line[b]));
            }
        }
        let own: Vec<(&SameHeight, usize, usize)> =
            hard.iter().filter_map(|pair| Some((pair, place(pair.turns.0)?, place(pair.turns.1)?))).collect();
        for &(_, a, b) in &own {
            vote(a, b, HARD);
        }
        let order = ordered(count, &votes);
        let touches = |a: usize, b: usize| {
            let (a, b) = (&self.segments[line[a]], &self.segments[line[b]]);
            a.low <= b.high && b.low <= a.high
        };
        let gap = self.work.options.track_gap;
        let stack = |order: &mut dyn Iterator<Item = usize>| {
            let mut room = vec![0; count];
            let mut done: Vec<usize> = Vec::new();
            for at in order {
                room[at] =
                    done.iter().filter(|&&other| touches(at, other)).map(|&other| room[other] + gap).max().unwrap_or(0);
                done.push(at);
            }
            room
        };
        let before = stack(&mut order.iter().copied());
        let after = stack(&mut order.iter().rev().copied());
        for (at, &segment) in line.iter().enumerate() {
            self.segments[segment].at = before[at];
            self.segments[segment].after = after[at];
        }
        own.iter().filter(|(_, a, b)| before[*a] >= before[*b]).map(|(pair, ..)| pair.pair).collect()
    }

    /// Positive where `a` should lie before (above, left of) `b`, counted in crossings.
    fn vote(&self, a: usize, b: usize) -> i32 {
        if self.shares_step(a, b) {
            let sign = if self.segments[a].horizontal { 1 } else { -1 };
            return match self.leftness(a, b, true) - self.leftness(a, b, false) {
                0 => sign * self.leftness_as_declared(a, b),
                leftness => sign * leftness,
            };
        }
        let (s, t) = (&self.segments[a], &self.segments[b]);
        if s.high == t.low {
            self.turn_sign(b, false) - self.turn_sign(a, true)
        } else if t.high == s.low {
            self.turn_sign(b, true) - self.turn_sign(a, false)
        } else {
            0
        }
    }

    /// -1 where a stretch turns to the lower side at that end, 1 where it turns to the upper side.
    fn turn_sign(&self, at: usize, high: bool) -> i32 {
        let Some(next) = self.turn(at, high) else { return 0 };
        if self.segments[next].low < self.segments[at].line { -1 } else { 1 }
    }

    /// Follows two lines along their common way: 1 where the first parts to the left, -1 to the right, 0 undecided.
    fn leftness(&self, mut a: usize, mut b: usize, ascending: bool) -> i32 {
        let (mut up_a, mut up_b) = (ascending, ascending);
        loop {
            let end = |at: usize, up: bool| if up { self.segments[at].high } else { self.segments[at].low };
            let (end_a, end_b) = (end(a, up_a), end(b, up_b));
            let (next_a, next_b) = (self.turn(a, up_a), self.turn(b, up_b));
            let left = |at: usize, up: bool, next: usize| {
                let (from, to) = self.headings(at, up, next);
                if to == (from + 3) % 4 { 1 } else { -1 }
            };
            if end_a != end_b {
                let a_first = (end_a < end_b) == up_a;
                return match (a_first, next_a, next_b) {
                    (true, Some(next), _) => left(a, up_a, next),
                    (false, _, Some(next)) => -left(b, up_b, next),
                    _ => 0,
                };
            }
            let (Some(to_a), Some(to_b)) = (next_a, next_b) else { return 0 };
            let (left_a, left_b) = (left(a, up_a, to_a), left(b, up_b, to_b));
            if left_a != left_b {
                return left_a;
            }
            up_a = self.segments[to_a].low == self.segments[a].line;
            up_b = self.segments[to_b].low == self.segments[b].line;
            (a, b) = (to_a, to_b);
        }
    }

    /// Where nothing parts two lines, the one declared first lies on the left of the way that it takes, all along: so
    /// they turn side by side.
    fn leftness_as_declared(&self, a: usize, b: usize) -> i32 {
        let first = if self.segments[a].flow < self.segments[b].flow { a } else { b };
        if self.is_ascending(first) == (first == a) { 1 } else { -1 }
    }

    /// Whether a line runs towards the higher end of a stretch.
    fn is_ascending(&self, at: usize) -> bool {
        let Segment { flow, index, .. } = self.segments[at];
        self.routes[flow].points[index] < self.routes[flow].points[index + 1]
    }

    /// The heading on a stretch and the one on the next.
    fn headings(&self, at: usize, up: bool, next: usize) -> (usize, usize) {
        let point =
            |horizontal: bool, line: usize, along: usize| if horizontal { (along, line) } else { (line, along) };
        let segment = &self.segments[at];
        let (from, to) = if up { (segment.low, segment.high) } else { (segment.high, segment.low) };
        let first = heading(point(segment.horizontal, segment.line, from), point(segment.horizontal, segment.line, to));
        let after = &self.segments[next];
        let end = if after.low == segment.line { after.high } else { after.low };
        let second =
            heading(point(after.horizontal, after.line, segment.line), point(after.horizontal, after.line, end));
        (first, second)
    }
}

/// Puts items into an order that the fewest votes contradict: each where it does least harm, then each once more.
fn ordered(count: usize, votes: &[i32]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    let insert = |order: &mut Vec<usize>, item: usize| {
        let mut cost: i32 = order.iter().map(|&other| (-votes[item * count + other]).max(0)).sum();
        let (mut best, mut place) = (cost, 0);
        for (at, &other) in order.iter().enumerate() {
            cost += votes[item * count + other];
            if cost <= best {
                (best, place) = (cost, at + 1);
            }
        }
        order.insert(place, item);
    };
    for item in 0..count {
        insert(&mut order, item);
    }
    if votes.iter().any(|&vote| vote != 0) {
        for item in 0..count {
            order.retain(|&other| other != item);
            insert(&mut order, item);
        }
    }
    order
}
