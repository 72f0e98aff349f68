//! The coarse grid that lines are routed on.
//!
//! In: a plan. Out: [`Grid`]: odd columns hold ranks, odd rows hold rows of lanes, even ones are the channels between.
//! Holds: a cell is closed where a node stands and open everywhere else; channels are open, so every route exists.

use super::plan::Plan;
use super::work::Work;

/// An open cell.
pub(super) const OPEN: u32 = u32::MAX;

#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub width: usize,
    pub height: usize,
    /// The node in each cell, row by row, or [`OPEN`].
    pub node_at: Vec<u32>,
    /// Column and row of each node.
    pub cells: Vec<(usize, usize)>,
    /// The first row (a channel) of each lane; one more entry ends the last lane.
    pub lane_rows: Vec<usize>,
    /// Whether a row of the grid is a channel.
    pub channel_rows: Vec<bool>,
}

impl Grid {
    pub fn new(work: &Work, plan: &Plan) -> Grid {
        let columns = plan.ranks.iter().max().map_or(1, |last| last + 1);
        let mut lane_rows = vec![0];
        let mut channel_rows = Vec::new();
        for &count in &plan.row_counts {
            for _ in 0..count {
                channel_rows.extend([true, false]);
            }
            channel_rows.push(true);
            lane_rows.push(channel_rows.len());
        }
        let (width, height) = (2 * columns + 1, channel_rows.len());
        let mut node_at = vec![OPEN; width * height];
        let cells: Vec<(usize, usize)> = (0..work.nodes.len())
            .map(|node| (2 * plan.ranks[node] + 1, lane_rows[work.nodes[node].lane] + 2 * plan.rows[node] + 1))
            .collect();
        for (node, &(x, y)) in cells.iter().enumerate() {
            node_at[y * width + x] = node as u32;
        }
        Grid { width, height, node_at, cells, lane_rows, channel_rows }
    }

    pub fn at(&self, x: usize, y: usize) -> usize {
        y * self.width + x
    }

    /// The least number of bends of a line between two cells beside what stands between them; two where more are needed.
    pub fn least_bends(&self, from: (usize, usize), to: (usize, usize)) -> usize {
        if from.0 != to.0 && from.1 != to.1 {
            return if self.corners(from, to).next().is_some() { 1 } else { 2 };
        }
        if from != to && self.is_open_between(from, to) { 0 } else { 2 }
    }

    /// Where a line between two cells may turn that turns once.
    pub fn corners(&self, from: (usize, usize), to: (usize, usize)) -> impl Iterator<Item = (usize, usize)> {
        [(to.0, from.1), (from.0, to.1)].into_iter().filter(move |&corner| {
            self.node_at[self.at(corner.0, corner.1)] == OPEN
                && self.is_open_between(from, corner)
                && self.is_open_between(corner, to)
        })
    }

    /// Whether nothing stands between two points of one row or one column.
    fn is_open_between(&self, a: (usize, usize), b: (usize, usize)) -> bool {
        let is_open = |x: usize, y: usize| self.node_at[self.at(x, y)] == OPEN;
        if a.1 == b.1 {
            (a.0.min(b.0) + 1..a.0.max(b.0)).all(|x| is_open(x, a.1))
        } else {
            (a.1.min(b.1) + 1..a.1.max(b.1)).all(|y| is_open(a.0, y))
        }
    }

    /// Whether the line of the grid with that number is a channel.
    pub fn is_channel(&self, horizontal: bool, line: usize) -> bool {
        if horizontal { self.channel_rows[line] } else { line.is_multiple_of(2) }
    }
}
