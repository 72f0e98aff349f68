//! Where nodes stood in an earlier drawing, and whether they keep their order.
//!
//! In: a graph some of whose nodes stood in an earlier drawing. Out: [`Stood`], the order of their columns, over all lanes, and
//! of their rows, each within its lane.
//! Holds: the flow leads through the old columns ahead; nodes that it passes in another order now have no place to keep.

use super::cover::cover;
use super::draft::Point;
use super::measure::SAME_PLACE;
use super::p1_cycles::Arc;
use super::plan::Plan;
use super::work::Work;
use crate::base::Px;

/// In larger graphs only flows are looked at, and not ways, for what runs against the old order.
const NODES_MAX: usize = 2_000;

const NONE: usize = usize::MAX;

/// Where nodes stood in an earlier drawing.
pub(super) struct Stood {
    /// The number of its column, counted over all lanes, and of its row within its lane; [`NONE`] for a new node.
    columns: Vec<usize>,
    rows: Vec<usize>,
    lanes: Vec<usize>,
}

impl Stood {
    /// Nodes that the flow now passes in another order have no place to keep.
    pub fn of(work: &Work, arcs: &[Arc]) -> Stood {
        let nodes = &work.nodes;
        let mut columns = vec![NONE; nodes.len()];
        let places = |of: &dyn Fn(usize) -> bool, pick: fn((Px, Px)) -> Px| -> Vec<(Px, usize)> {
            let stood = nodes.iter().enumerate().filter(|(at, _)| of(*at));
            stood.filter_map(|(at, node)| Some((pick(node.stood?), at))).collect()
        };
        number(places(&|_| true, |centre| centre.0), &mut columns);
        let turned = cover(&against_the_flow(arcs, &columns));
        turned.iter().for_each(|&node| columns[node] = NONE);
        let mut rows = vec![NONE; nodes.len()];
        for lane in 0..work.lanes {
            number(places(&|at| nodes[at].lane == lane && columns[at] != NONE, |centre| centre.1), &mut rows);
        }
        Stood { columns, rows, lanes: nodes.iter().map(|node| node.lane).collect() }
    }

    /// How many nodes have a place to keep.
    pub fn kept(&self) -> usize {
        self.columns.iter().filter(|&&column| column != NONE).count()
    }

    /// The old column of a node, unless it is new.
    pub fn column(&self, node: usize) -> Option<usize> {
        Some(self.columns[node]).filter(|&column| column != NONE)
    }

    /// Its old row within its lane.
    pub fn row(&self, node: usize) -> Option<usize> {
        Some(self.rows[node]).filter(|&row| row != NONE)
    }

    /// Whether no two nodes have passed one another in a plan.
    pub fn is_kept_by(&self, plan: &Plan) -> bool {
        let mut nodes: Vec<usize> = (0..self.columns.len()).filter(|&node| self.columns[node] != NONE).collect();
        nodes.sort_by_key(|&node| (self.columns[node], plan.ranks[node]));
        let are_along = nodes.is_sorted_by_key(|&node| plan.ranks[node]);
        nodes.sort_by_key(|&node| (self.lanes[node], self.rows[node], plan.rows[node]));
        are_along && nodes.is_sorted_by_key(|&node| (self.lanes[node], plan.rows[node]))
    }

    /// Whether some nodes that have moved have passed none of the others.
    pub fn is_kept_about(&self, points: &[Point], moved: &[usize]) -> bool {
        let has_passed = |before: (usize, usize), now: (usize, usize)| {
            before.0 != NONE && before.1 != NONE && before.0.cmp(&before.1) == now.1.cmp(&now.0) && now.0 != now.1
        };
        let is_passed = |node: usize, other: usize| {
            let (own, others) = (points[node], points[other]);
            has_passed((self.columns[node], self.columns[other]), (own.0, others.0))
                || (self.lanes[node] == self.lanes[other]
                    && has_passed((self.rows[node], self.rows[other]), (own.1, others.1)))
        };
        !moved.iter().any(|&node| (0..points.len()).any(|other| is_passed(node, other)))
    }
}

/// Numbers what stands at one place or behind it, in order.
fn number(mut places: Vec<(Px, usize)>, numbers: &mut [usize]) {
    places.sort_unstable();
    let (mut number, mut last) = (0, None);
    for (place, node) in places {
        number += usize::from(last.is_some_and(|last| place - last > SAME_PLACE));
        numbers[node] = number;
        last = Some(place);
    }
}

/// For each node those that the flow passes in another order than their columns have. In graphs so large that this is not
/// looked at, all that a flow runs against.
fn against_the_flow(arcs: &[Arc], columns: &[usize]) -> Vec<Vec<usize>> {
    let count = columns.len();
    let mut beside = vec![Vec::new(); count];
    let mut note = |from: usize, to: usize| {
        if columns[from] != NONE && columns[to] != NONE && columns[from] > columns[to] {
            beside[from].push(to);
            beside[to].push(from);
        }
    };
    if count > NODES_MAX {
        arcs.iter().for_each(|arc| note(arc.from, arc.to));
        return beside;
    }
    let mut out = vec![Vec::new(); count];
    arcs.iter().for_each(|arc| out[arc.from].push(arc.to));
    let mut seen = vec![NONE; count];
    for from in (0..count).filter(|&node| columns[node] != NONE) {
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            for &to in &out[node] {
                if std::mem::replace(&mut seen[to], from) != from {
                    note(from, to);
                    open.push(to);
                }
            }
        }
    }
    beside
}
