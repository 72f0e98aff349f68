//! The cell of every node.

use super::work::Work;

/// The cell of every node: a rank along the flow, a row across it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub ranks: Vec<usize>,
    /// Row of each node within its lane, from 0.
    pub rows: Vec<usize>,
    /// Number of rows of each lane, at least 1.
    pub row_counts: Vec<usize>,
}

impl Plan {
    /// Nodes of one lane and one height share a row; rows follow one another by height, and none is empty.
    pub fn new(work: &Work, ranks: Vec<usize>, heights: &[i32]) -> Plan {
        let mut of_lane: Vec<Vec<i32>> = vec![Vec::new(); work.lanes];
        for (node, &height) in work.nodes.iter().zip(heights) {
            of_lane[node.lane].push(height);
        }
        of_lane.iter_mut().for_each(sort_once);
        let row = |(at, height): (usize, &i32)| of_lane[work.nodes[at].lane].binary_search(height).unwrap_or(0);
        let rows = heights.iter().enumerate().map(row).collect();
        Plan { ranks, rows, row_counts: of_lane.iter().map(|rows| rows.len().max(1)).collect() }
    }

    /// Whether no two nodes share a cell.
    pub fn gives_each_its_cell(&self, work: &Work) -> bool {
        let cell = |node: usize| (work.nodes[node].lane, self.rows[node], self.ranks[node]);
        let mut cells: Vec<_> = (0..self.rows.len()).map(cell).collect();
        cells.sort_unstable();
        cells.windows(2).all(|pair| pair[0] != pair[1])
    }
}

/// The same ranks in order, without those where nothing stands.
pub(super) fn without_gaps(ranks: &[usize]) -> Vec<usize> {
    let mut used = ranks.to_vec();
    sort_once(&mut used);
    ranks.iter().map(|rank| used.binary_search(rank).unwrap_or(0)).collect()
}

fn sort_once<T: Ord>(values: &mut Vec<T>) {
    values.sort_unstable();
    values.dedup();
}
