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
/// Stands for a line in a cell.
const LINE: usize = usize::MAX;

/// Cells by rank and lane: the row and the node that stands there, or `LINE` where a chain's line passes.
pub(super) struct Board<'a> {
    work: &'a Work,
    ranks: &'a [usize],
    cells: Vec<Vec<(i32, usize)>>,
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
            cells: vec![Vec::new(); columns * work.lanes],
            row_of: vec![None; work.nodes.len()],
            used: vec![Vec::new(); work.lanes],
            flows_of,
            upright,
            standing: vec![Vec::new(); work.lanes],
        }
    }

    fn cell(&self, rank: usize, lane: usize) -> &[(i32, usize)] {
        &self.cells[rank * self.work.lanes + lane]
    }

    pub fn put(&mut self, chain: &'a Chain, row: i32) {
        let mut nodes = chain.nodes.iter().peekable();
        for rank in chain.first..=chain.last {
            let here = nodes.next_if(|&&node| self.ranks[node] == rank).copied();
            if let Some(node) = here {
                self.row_of[node] = Some(row);
            }
            self.cells[rank * self.work.lanes + chain.lane].push((row, here.unwrap_or(LINE)));
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
            self.cells[rank * self.work.lanes + chain.lane].retain(|&(at, _)| at != row);
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
        let free = |row: i32| {
            (chain.first..=chain.last).all(|rank| self.cell(rank, chain.lane).iter().all(|&(at, _)| at != row))
        };
        let cost = |row: i32| {
            let fresh = !used.iter().any(|&(at, _)| at == row);
            let side = if row < 0 { ROW_ABOVE } else { 0 };
            let lines: i64 = chain.nodes.iter().map(|&node| self.lines_cost(node, row)).sum();
            let order = self.out_of_order(chain, row) * OUT_OF_ORDER;
            let blocked = self.blocked(chain, row) * 2 * BEND;
            lines + order + blocked + i64::from(row.abs()) * ROW_AWAY + side + if fresh { ROW_NEW } else { 0 }
        };
        let mut rows = rows.into_iter().filter(|&row| free(row));
        let best = if main { rows.next() } else { rows.min_by_key(|&row| cost(row)) };
        best.unwrap_or(high)
    }

    /// How many chains stand on the wrong side of this one: those that begin in the same rank, and those that come from
    /// the same node, which count wherever they begin.
    fn out_of_order(&self, chain: &Chain, row: i32) -> i64 {
        let others = self.standing[chain.lane].iter().filter(|(_, other)| !other.is_main);
        if chain.is_main { 0 } else { others.map(|(at, other)| chain.out_of_order(other, *at < row)).sum() }
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
        (low..high).all(|at| self.cell(at, cell.1).iter().all(|&(row, node)| row != cell.2 || node == LINE))
    }

    /// Whether nothing stands in a column between the rows of two cells.
    fn column_free(&self, rank: usize, one: (usize, usize, i32), two: (usize, usize, i32)) -> bool {
        let (low, high) = if (one.1, one.2) < (two.1, two.2) { (one, two) } else { (two, one) };
        (low.1..=high.1).all(|lane| {
            self.cell(rank, lane)
                .iter()
                .all(|&(row, node)| node == LINE || (lane, row) <= (low.1, low.2) || (lane, row) >= (high.1, high.2))
        })
    }
}
