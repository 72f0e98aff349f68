//! Where a chain stands best, given what already stands.
//!
//! In: chains, one after the other. Out: the row of each.
//! Holds: no two nodes share a cell; of equal rows the nearest to the first wins, below before above.

use super::Chain;
use crate::layout::work::Work;

/// What one estimated bend, one row of distance and one new row cost.
const BEND: i64 = 100;
const ROW_AWAY: i64 = 12;
const ROW_ABOVE: i64 = 14;
const ROW_NEW: i64 = 45;
/// A branch that goes above the path it leaves: branches leave on one side, below.
const BRANCH_ABOVE: i64 = 280;
/// Standing on the wrong side of a branch that is declared before or after: an order that is kept is worth a bend.
const OUT_OF_ORDER: i64 = 130;

/// What stands where a rank meets a lane.
#[derive(Clone, Default)]
struct Slot {
    /// The rows in which a node stands, in ascending order.
    nodes: Vec<i32>,
    /// The rows in which a chain's line passes.
    lines: Vec<i32>,
}

/// Ranks and lanes, and the rows in use where they meet.
pub(super) struct Board<'a> {
    work: &'a Work,
    ranks: &'a [usize],
    slots: Vec<Slot>,
    pub row_of: Vec<Option<i32>>,
    /// The rows used in each lane.
    used: Vec<Vec<(i32, usize)>>,
    flows_of: Vec<Vec<usize>>,
    /// For each rank, the flows between two nodes of it.
    upright: Vec<Vec<usize>>,
    /// For each lane, the chains that stand in it, and their rows.
    standing: Vec<Vec<(i32, &'a Chain)>>,
}

impl<'a> Board<'a> {
    pub fn new(work: &'a Work, ranks: &'a [usize]) -> Board<'a> {
        let columns = ranks.iter().max().map_or(0, |last| last + 1);
        let (mut flows_of, mut upright) = (vec![Vec::new(); work.nodes.len()], vec![Vec::new(); columns]);
        for (at, flow) in work.flows.iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
            flows_of[flow.from].push(at);
            flows_of[flow.to].push(at);
            if ranks[flow.from] == ranks[flow.to] {
                upright[ranks[flow.from]].push(at);
            }
        }
        Board {
            work,
            ranks,
            slots: vec![Slot::default(); columns * work.lanes],
            row_of: vec![None; work.nodes.len()],
            used: vec![Vec::new(); work.lanes],
            flows_of,
            upright,
            standing: vec![Vec::new(); work.lanes],
        }
    }

    fn slot(&self, rank: usize, lane: usize) -> &Slot {
        &self.slots[rank * self.work.lanes + lane]
    }

    pub fn put(&mut self, chain: &'a Chain, row: i32) {
        let mut nodes = chain.nodes.iter().peekable();
        for rank in chain.first..=chain.last {
            let here = &mut self.slots[rank * self.work.lanes + chain.lane];
            if let Some(&node) = nodes.next_if(|&&node| self.ranks[node] == rank) {
                self.row_of[node] = Some(row);
                here.nodes.insert(here.nodes.partition_point(|&other| other < row), row);
            } else {
                here.lines.push(row);
            }
        }
        self.standing[chain.lane].push((row, chain));
        match self.used[chain.lane].iter_mut().find(|(used, _)| *used == row) {
            Some((_, count)) => *count += 1,
            None => self.used[chain.lane].push((row, 1)),
        }
    }

    pub fn take(&mut self, chain: &Chain) -> i32 {
        let row = self.row_of[chain.nodes[0]].unwrap_or(0);
        for rank in chain.first..=chain.last {
            let here = &mut self.slots[rank * self.work.lanes + chain.lane];
            here.nodes.retain(|&other| other != row);
            here.lines.retain(|&other| other != row);
        }
        for &node in &chain.nodes {
            self.row_of[node] = None;
        }
        self.standing[chain.lane].retain(|(_, other)| other.turn != chain.turn);
        if let Some((_, count)) = self.used[chain.lane].iter_mut().find(|(used, _)| *used == row) {
            *count -= 1;
        }
        self.used[chain.lane].retain(|&(_, count)| count > 0);
        row
    }

    /// The cheapest free row; the nearest to the first wins a tie, below before above.
    pub fn best_row(&self, chain: &Chain) -> i32 {
        let used = &self.used[chain.lane];
        let low = used.iter().map(|&(row, _)| row).min().unwrap_or(0) - 1;
        let high = used.iter().map(|&(row, _)| row).max().unwrap_or(-1) + 1;
        let mut rows: Vec<i32> = (low..=high).collect();
        rows.sort_by_key(|row| (row.abs(), *row < 0));
        let main = chain.is_main;
        if main {
            rows.retain(|&row| row >= 0);
        }
        let of_row = |row: i32| (row - low) as usize;
        let (mut is_fresh, mut is_free) = (vec![true; of_row(high) + 1], vec![true; of_row(high) + 1]);
        used.iter().for_each(|&(at, _)| is_fresh[of_row(at)] = false);
        for here in (chain.first..=chain.last).map(|rank| self.slot(rank, chain.lane)) {
            here.nodes.iter().chain(&here.lines).for_each(|&at| is_free[of_row(at)] = false);
        }
        let out_of_order = self.out_of_order(chain, low, high);
        let cost = |row: i32| {
            let side = if row < 0 { ROW_ABOVE } else { 0 };
            let lines: i64 = chain.nodes.iter().map(|&node| self.lines_cost(node, row)).sum();
            let order = out_of_order[of_row(row)] * OUT_OF_ORDER;
            let blocked = self.blocked(chain, row) * 2 * BEND;
            lines
                + order
                + blocked
                + i64::from(row.abs()) * ROW_AWAY
                + side
                + if is_fresh[of_row(row)] { ROW_NEW } else { 0 }
        };
        let mut rows = rows.into_iter().filter(|&row| is_free[of_row(row)]);
        let best = if main { rows.next() } else { rows.min_by_key(|&row| cost(row)) };
        best.unwrap_or(high)
    }

    /// For each of these rows, how many chains stand on the wrong side of this one: those that begin in the same rank, and those
    /// that come from the same node, which count wherever they begin.
    fn out_of_order(&self, chain: &Chain, low: i32, high: i32) -> Vec<i64> {
        // What each row has more than the one before.
        let mut counts = vec![0; (high - low) as usize + 2];
        for (at, other) in self.standing[chain.lane].iter().filter(|(_, other)| !chain.is_main && !other.is_main) {
            let (below, above) = (chain.out_of_order(other, false), chain.out_of_order(other, true));
            counts[0] += below;
            counts[(at - low) as usize + 1] += above - below;
        }
        let mut sum = 0;
        counts.iter_mut().for_each(|count| {
            sum += *count;
            *count = sum;
        });
        counts
    }

    /// How many lines straight across the lanes would meet a node of the chain.
    fn blocked(&self, chain: &Chain, row: i32) -> i64 {
        let here = (chain.lane, row);
        let cell = |node: usize| Some((self.work.nodes[node].lane, self.row_of[node]?));
        let meets = |&&at: &&usize| {
            let flow = &self.work.flows[at];
            let (Some(one), Some(two)) = (cell(flow.from), cell(flow.to)) else { return false };
            one.min(two) < here && here < one.max(two)
        };
        let ranks = chain.nodes.iter().map(|&node| self.ranks[node]);
        ranks.map(|rank| self.upright[rank].iter().filter(meets).count() as i64).sum()
    }

    /// Estimated cost of the lines between a node in that row and everything that already stands.
    fn lines_cost(&self, node: usize, row: i32) -> i64 {
        let lane = self.work.nodes[node].lane;
        let here = (self.ranks[node], lane, row);
        self.flows_of[node]
            .iter()
            .filter_map(|&at| {
                let flow = &self.work.flows[at];
                let other = if flow.from == node { flow.to } else { flow.from };
                let there = (self.ranks[other], self.work.nodes[other].lane, self.row_of[other]?);
                let (from, to) = if flow.from == node { (here, there) } else { (there, here) };
                let apart = if lane == there.1 { i64::from((row - there.2).abs()) } else { 0 };
                let above = flow.below && to.2 < from.2;
                let side = if above { BRANCH_ABOVE } else { 0 };
                Some(self.bends(from, to) * BEND + apart * ROW_AWAY + side)
            })
            .sum()
    }

    /// The least number of bends of a line between two cells, other lines disregarded.
    fn bends(&self, from: (usize, usize, i32), to: (usize, usize, i32)) -> i64 {
        let same_row = from.1 == to.1 && from.2 == to.2;
        if same_row {
            let ahead = from.0 < to.0;
            return if ahead && self.row_free(from, to.0, false) { 0 } else { 2 };
        }
        if from.0 == to.0 {
            return if self.column_free(from.0, from, to) { 0 } else { 2 };
        }
        let along_first = self.row_free(from, to.0, true) && self.column_free(to.0, from, to);
        let across_first = self.row_free(to, from.0, true) && self.column_free(from.0, from, to);
        if along_first || across_first { 1 } else { 2 }
    }

    /// Whether nothing stands in the row between a cell and a rank; `last` asks for the cell at that rank, too.
    fn row_free(&self, cell: (usize, usize, i32), rank: usize, last: bool) -> bool {
        let (low, high) = if cell.0 < rank {
            (cell.0 + 1, if last { rank + 1 } else { rank })
        } else {
            (if last { rank } else { rank + 1 }, cell.0)
        };
        (low..high).all(|at| self.slot(at, cell.1).nodes.binary_search(&cell.2).is_err())
    }

    /// Whether nothing stands in a column between the rows of two cells.
    fn column_free(&self, rank: usize, one: (usize, usize, i32), two: (usize, usize, i32)) -> bool {
        let (low, high) = if (one.1, one.2) < (two.1, two.2) { (one, two) } else { (two, one) };
        (low.1..=high.1).all(|lane| {
            let nodes = &self.slot(rank, lane).nodes;
            let first = if lane == low.1 { nodes.partition_point(|&row| row <= low.2) } else { 0 };
            nodes.get(first).is_none_or(|&row| lane == high.1 && row >= high.2)
        })
    }
}
