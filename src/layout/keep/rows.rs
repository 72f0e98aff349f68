//! The rows of an earlier drawing, and those of what is put in.
//!
//! In: ranks, the old rows. Out: a [`Plan`] in which no two nodes share a cell.

use crate::layout::cost;
use crate::layout::p1_cycles::Arc;
use crate::layout::plan::Plan;
use crate::layout::stood::Stood;
use crate::layout::work::Work;
use std::collections::BTreeSet;

/// How much is tried for the rows of new nodes: drawings, times the nodes in each.
const EFFORT_MAX: usize = 8_000;

/// The rows of all nodes as heights: those of one lane and one height share a row.
pub struct Rows<'a> {
    work: &'a Work,
    ranks: &'a [usize],
    /// [`UNPLACED`] for a node that has none yet.
    heights: Vec<i32>,
}

const UNPLACED: i32 = i32::MIN;

/// What rows are tried for.
struct Trial {
    /// What the drawing costs so far, once that is known.
    cost: Option<i64>,
    /// The drawings that may still be made.
    left: usize,
}

impl<'a> Rows<'a> {
    /// The old rows; of nodes that stood in one cell, which a drawing from elsewhere may have, each gets a row.
    pub fn of(work: &'a Work, stood: &Stood, ranks: &'a [usize]) -> Rows<'a> {
        let mut rows = Rows { work, ranks, heights: vec![UNPLACED; ranks.len()] };
        let mut old: Vec<usize> = (0..ranks.len()).filter(|&node| stood.row(node).is_some()).collect();
        old.sort_by_key(|&node| (work.nodes[node].lane, stood.row(node), ranks[node]));
        let mut height = 0;
        for (at, &node) in old.iter().enumerate() {
            let same = |other: usize| {
                let key = |node: usize| (work.nodes[node].lane, stood.row(node));
                key(other) == key(node) && ranks[other] != ranks[node]
            };
            height += i32::from(at.checked_sub(1).is_some_and(|last| !same(old[last])));
            rows.heights[node] = height;
        }
        rows.renumber();
        rows
    }

    /// Gives the rows of each lane even heights, from 0: between two there is room for one more.
    fn renumber(&mut self) {
        let placed = |lane: usize| {
            let of_lane = self.work.nodes.iter().zip(&self.heights).filter(move |(node, _)| node.lane == lane);
            of_lane.map(|(_, &height)| height).filter(|&height| height != UNPLACED).collect::<BTreeSet<i32>>()
        };
        let lanes: Vec<Vec<i32>> = (0..self.work.lanes).map(|lane| placed(lane).into_iter().collect()).collect();
        for (node, height) in self.work.nodes.iter().zip(&mut self.heights).filter(|(_, height)| **height != UNPLACED) {
            *height = 2 * lanes[node.lane].binary_search(height).unwrap_or(0) as i32;
        }
    }

    fn is_free(&self, node: usize, height: i32) -> bool {
        let nodes = &self.work.nodes;
        (0..nodes.len()).all(|other| {
            other == node
                || self.heights[other] != height
                || self.ranks[other] != self.ranks[node]
                || nodes[other].lane != nodes[node].lane
        })
    }

    /// Puts a new node in the row of what leads to it, or of what it leads to, in its lane; or in a row below that.
    pub fn put_beside(&mut self, arcs: &[Arc], node: usize) {
        let lane = self.work.nodes[node].lane;
        let before = arcs.iter().filter(|arc| arc.to == node).map(|arc| arc.from);
        let behind = arcs.iter().filter(|arc| arc.from == node).map(|arc| arc.to);
        let beside: Vec<i32> = before
            .chain(behind)
            .filter(|&other| self.work.nodes[other].lane == lane && self.heights[other] != UNPLACED)
            .map(|other| self.heights[other])
            .collect();
        let free = beside.iter().copied().find(|&height| self.is_free(node, height));
        let lowest = self.heights_of(lane).last().copied();
        self.heights[node] = free.unwrap_or_else(|| beside.first().copied().or(lowest).unwrap_or(0) + 1);
        self.renumber();
    }

    fn heights_of(&self, lane: usize) -> BTreeSet<i32> {
        let of_lane = self.work.nodes.iter().zip(&self.heights).filter(|(node, _)| node.lane == lane);
        of_lane.map(|(_, &height)| height).filter(|&height| height != UNPLACED).collect()
    }

    /// Gives the new nodes of each row, and then each of them alone, the row that makes the best drawing, as long as that costs
    /// little.
    pub fn settle(&mut self, new: &[usize]) {
        let mut trial = Trial { cost: None, left: EFFORT_MAX / self.ranks.len().max(1) };
        for &node in new {
            let place = |node: usize| (self.work.nodes[node].lane, self.heights[node]);
            let beside: Vec<usize> = new.iter().copied().filter(|&other| place(other) == place(node)).collect();
            if beside.len() > 1 {
                self.settle_together(&beside, &mut trial);
            }
            self.settle_together(&[node], &mut trial);
        }
    }

    /// Moves nodes of one row to the row that makes the best drawing.
    fn settle_together(&mut self, nodes: &[usize], trial: &mut Trial) {
        let mut best = self.heights[nodes[0]];
        let last = self.heights_of(self.work.nodes[nodes[0]].lane).last().copied().unwrap_or(0);
        for height in -1..=last + 1 {
            if trial.left > 0 && nodes.iter().all(|&node| self.is_free(node, height)) {
                let now = *trial.cost.get_or_insert_with(|| self.cost(i64::MAX).unwrap_or(i64::MAX));
                trial.left -= 1;
                self.set(nodes, height);
                if let Some(cost) = self.cost(now) {
                    (trial.cost, best) = (Some(cost), height);
                }
            }
        }
        self.set(nodes, best);
        self.renumber();
    }

    fn set(&mut self, nodes: &[usize], height: i32) {
        nodes.iter().for_each(|&node| self.heights[node] = height);
    }

    fn cost(&self, limit: i64) -> Option<i64> {
        cost::of_plan(self.work, &self.plan(), limit).map(|(cost, _)| cost)
    }

    pub fn plan(&self) -> Plan {
        Plan::new(self.work, self.ranks.to_vec(), &self.heights)
    }
}
