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
        let is_open = |x: usize, y: usize| self.node_at[self.at(x, y)] == OPEN;
        let row = |y: usize| (from.0.min(to.0) + 1..from.0.max(to.0)).all(|x| is_open(x, y));
        let column = |x: usize| (from.1.min(to.1) + 1..from.1.max(to.1)).all(|y| is_open(x, y));
        let corner = |along: usize, across: usize| is_open(across, along) && row(along) && column(across);
        let is_near = match (from.0 == to.0, from.1 == to.1) {
            (false, false) => return if corner(from.1, to.0) || corner(to.1, from.0) { 1 } else { 2 },
            (false, true) => row(from.1),
            (true, false) => column(from.0),
            (true, true) => false,
        };
        if is_near { 0 } else { 2 }
    }

    /// Whether the line of the grid with that number is a channel.
    pub fn is_channel(&self, horizontal: bool, line: usize) -> bool {
        if horizontal { self.channel_rows[line] } else { line.is_multiple_of(2) }
    }
}
