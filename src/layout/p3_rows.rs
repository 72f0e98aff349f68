//! Phase 3: which row of its lane each node stands in.
//!
//! In: ranks. Out: [`Rows`], so that every node has a cell (row, rank) of its own.
//! Holds: the successful path keeps the first row it can in every lane; nodes that follow one another in a lane form
//! a chain and share a row; a chain goes where its lines to what already stands bend least, below rather than above.
//! Absent on purpose: coordinates. Rows get their height once lines and labels are known.

use super::graph::FlowKind;
use super::p1_cycles::Arc;
use super::work::Work;

/// What one estimated bend, one row of distance and one new row cost.
const BEND: i64 = 100;
const ROW_AWAY: i64 = 12;
const ROW_ABOVE: i64 = 14;
const ROW_NEW: i64 = 45;
/// A branch that goes above the path it leaves: branches leave on one side, below.
const BRANCH_ABOVE: i64 = 280;
/// Standing on the wrong side of a branch that is declared before or after: an order that is kept is worth a bend.
const OUT_OF_ORDER: i64 = 130;
/// How often every chain may look for a better row.
const SWEEPS: usize = 2;

/// The cell of every node: a rank along the flow, a row across it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub ranks: Vec<usize>,
    /// Row of each node within its lane, from 0.
    pub rows: Vec<usize>,
    /// Number of rows of each lane, at least 1.
    pub row_counts: Vec<usize>,
}

/// Nodes that follow one another in a lane, in one row.
struct Chain {
    lane: usize,
    nodes: Vec<usize>,
    first: usize,
    last: usize,
}

/// Cells by rank and lane: the row and the node that stands there, or `LINE` where a chain's line passes.
struct Board<'a> {
    work: &'a Work,
    ranks: &'a [usize],
    cells: Vec<Vec<(i32, usize)>>,
    row_of: Vec<Option<i32>>,
    /// The rows used in each lane.
    used: Vec<Vec<(i32, usize)>>,
    flows_of: Vec<Vec<usize>>,
    /// The turn in which a chain looks for a row, by its first node; [`LINE`] for other nodes and the successful path.
    turns: Vec<usize>,
}

const LINE: usize = usize::MAX;

/// Gives every node a row.
pub(super) fn rows(work: &Work, arcs: &[Arc], ranks: Vec<usize>) -> Plan {
    let mut board = Board::new(work, &ranks);
    let chains = chains(work, arcs, &ranks);
    for (turn, chain) in chains.iter().enumerate().filter(|(_, chain)| !work.nodes[chain.nodes[0]].main) {
        board.turns[chain.nodes[0]] = turn;
    }
    for chain in &chains {
        let row = board.best_row(chain);
        board.put(chain, row);
    }
    for _ in 0..SWEEPS {
        let mut moved = false;
        for chain in chains.iter().filter(|chain| !work.nodes[chain.nodes[0]].main) {
            let before = board.take(chain);
            let after = board.best_row(chain);
            board.put(chain, after);
            moved |= before != after;
        }
        if !moved {
            break;
        }
    }
    let row_of: Vec<i32> = board.row_of.iter().map(|row| row.unwrap_or(0)).collect();
    let mut used: Vec<Vec<i32>> = vec![Vec::new(); work.lanes];
    for (node, &row) in work.nodes.iter().zip(&row_of) {
        used[node.lane].push(row);
    }
    for rows in &mut used {
        rows.sort_unstable();
        rows.dedup();
    }
    let rows = work.nodes.iter().zip(&row_of).map(|(node, row)| used[node.lane].binary_search(row).unwrap_or(0));
    Plan { rows: rows.collect(), row_counts: used.iter().map(|rows| rows.len().max(1)).collect(), ranks }
}

/// Links each node to at most one follower in its lane; first the successful path, then the nearest.
fn chains(work: &Work, arcs: &[Arc], ranks: &[usize]) -> Vec<Chain> {
    let mut links: Vec<&Arc> = arcs
        .iter()
        .filter(|arc| work.nodes[arc.from].lane == work.nodes[arc.to].lane && ranks[arc.from] < ranks[arc.to])
        .filter(|arc| work.flows[arc.flow].kind != FlowKind::Association)
        .filter(|arc| work.nodes[arc.from].main == work.nodes[arc.to].main)
        .collect();
    links.sort_by_key(|arc| (!work.flows[arc.flow].main, ranks[arc.to] - ranks[arc.from], arc.flow));
    let count = work.nodes.len();
    let (mut after, mut before) = (vec![LINE; count], vec![LINE; count]);
    for arc in links {
        if after[arc.from] == LINE && before[arc.to] == LINE {
            after[arc.from] = arc.to;
            before[arc.to] = arc.from;
        }
    }
    let mut all: Vec<Chain> = (0..count)
        .filter(|&node| before[node] == LINE)
        .map(|head| {
            let nodes: Vec<usize> =
                std::iter::successors(Some(head), |&node| Some(after[node]).filter(|&next| next != LINE)).collect();
            let last = ranks[nodes[nodes.len() - 1]];
            Chain { lane: work.nodes[head].lane, first: ranks[head], last, nodes }
        })
        .collect();
    // Branches stand in the order of the flows that lead to them, so that a new step takes no branch's place.
    let mut led_by = vec![0; count];
    for arc in arcs.iter().rev() {
        led_by[arc.to] = arc.flow + 1;
    }
    all.sort_by_key(|chain| (!work.nodes[chain.nodes[0]].main, chain.first, led_by[chain.nodes[0]], chain.nodes[0]));
    all
}

impl<'a> Board<'a> {
    fn new(work: &'a Work, ranks: &'a [usize]) -> Board<'a> {
        let columns = ranks.iter().max().map_or(0, |last| last + 1);
        let mut flows_of = vec![Vec::new(); work.nodes.len()];
        for (at, flow) in work.flows.iter().enumerate().filter(|(_, flow)| flow.from != flow.to) {
            flows_of[flow.from].push(at);
            flows_of[flow.to].push(at);
        }
        Board {
            work,
            ranks,
            cells: vec![Vec::new(); columns * work.lanes],
            row_of: vec![None; work.nodes.len()],
            used: vec![Vec::new(); work.lanes],
            flows_of,
            turns: vec![LINE; work.nodes.len()],
        }
    }

    fn cell(&self, rank: usize, lane: usize) -> &[(i32, usize)] {
        &self.cells[rank * self.work.lanes + lane]
    }

    fn put(&mut self, chain: &Chain, row: i32) {
        let mut nodes = chain.nodes.iter().peekable();
        for rank in chain.first..=chain.last {
            let here = nodes.next_if(|&&node| self.ranks[node] == rank).copied();
            if let Some(node) = here {
                self.row_of[node] = Some(row);
            }
            self.cells[rank * self.work.lanes + chain.lane].push((row, here.unwrap_or(LINE)));
        }
        match self.used[chain.lane].iter_mut().find(|(used, _)| *used == row) {
            Some((_, count)) => *count += 1,
            None => self.used[chain.lane].push((row, 1)),
        }
    }

    fn take(&mut self, chain: &Chain) -> i32 {
        let row = self.row_of[chain.nodes[0]].unwrap_or(0);
        for rank in chain.first..=chain.last {
            self.cells[rank * self.work.lanes + chain.lane].retain(|&(at, _)| at != row);
        }
        for &node in &chain.nodes {
            self.row_of[node] = None;
        }
        if let Some((_, count)) = self.used[chain.lane].iter_mut().find(|(used, _)| *used == row) {
            *count -= 1;
        }
        self.used[chain.lane].retain(|&(_, count)| count > 0);
        row
    }

    /// The cheapest free row; the nearest to the first wins a tie, below before above.
    fn best_row(&self, chain: &Chain) -> i32 {
        let used = &self.used[chain.lane];
        let low = used.iter().map(|&(row, _)| row).min().unwrap_or(0) - 1;
        let high = used.iter().map(|&(row, _)| row).max().unwrap_or(-1) + 1;
        let mut rows: Vec<i32> = (low..=high).collect();
        rows.sort_by_key(|row| (row.abs(), *row < 0));
        let main = self.work.nodes[chain.nodes[0]].main;
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
            lines + order + i64::from(row.abs()) * ROW_AWAY + side + if fresh { ROW_NEW } else { 0 }
        };
        let mut rows = rows.into_iter().filter(|&row| free(row));
        let best = if main { rows.next() } else { rows.min_by_key(|&row| cost(row)) };
        best.unwrap_or(high)
    }

    /// How many chains that begin in the same rank of the lane would stand on the wrong side of this one.
    fn out_of_order(&self, chain: &Chain, row: i32) -> i64 {
        let own = self.turns[chain.nodes[0]];
        let is_wrong = |&&(at, node): &&(i32, usize)| {
            node != LINE && self.turns[node] != LINE && (self.turns[node] < own) != (at < row)
        };
        self.cell(chain.first, chain.lane).iter().filter(is_wrong).count() as i64
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
