//! Rows by what branches off what: where branches have branches of their own.
//!
//! In: the chains of a plan. Out: a height for each node, or none where no branch has a branch.
//! `board` puts one chain after the other where its lines bend least among those that stand; of a branch that comes first it
//! cannot know how much room its own branches will take, and what comes later has to go round. Here a branch with all
//! that branches off it is packed before it is placed, and branches of one chain are placed from the inner to the outer:
//! two of them cross only if neither lies within the other. Those from which lines lead on to a lane below come last of all.
//! Holds: the successful path has height 0 in each lane wherever it passes it once; no two nodes of a lane share a height
//! and a rank.
//! The contour of what is packed is that of Reingold, Tilford 1981, along ranks instead of levels.

use super::{Chain, NONE};
use crate::layout::p1_cycles::Arc;
use crate::layout::work::Work;
use std::cmp::Reverse;

/// A chain among the others of its lane.
struct Branch<'c> {
    chain: &'c Chain,
    /// The ranks from where it comes off to where it leads.
    low: usize,
    high: usize,
    stands: Standing,
    /// Whether it, or what comes off it, joins a lane below.
    leads_below: bool,
}

/// Where a chain stands among the others of its lane.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is of the successful path.
    OnPath,
    /// It comes off the path, or else leads to it.
    OffPath,
    /// It comes off this branch, or else leads to it.
    Off(usize),
    /// It joins no other of its lane, and stands towards the lanes that it joins.
    Towards(Side),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// The rows that a chain takes with all that branches off it, for each rank from the first: the uppermost and the lowest,
/// counted from the chain's own. None where the first exceeds the second.
struct Contour {
    first: usize,
    rows: Vec<(i32, i32)>,
}

/// No row. Halves, so that sums with offsets stay in range.
const NOTHING: (i32, i32) = (i32::MAX / 2, i32::MIN / 2);

impl Contour {
    fn of_row(low: usize, high: usize) -> Contour {
        Contour { first: low, rows: vec![(0, 0); high + 1 - low] }
    }

    fn at(&self, rank: usize) -> (i32, i32) {
        rank.checked_sub(self.first).and_then(|at| self.rows.get(at)).copied().unwrap_or(NOTHING)
    }

    fn ranks(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.rows.len()
    }

    /// How far below, or above, this the other has to stand.
    fn offset(&self, other: &Contour, side: Side) -> i32 {
        let apart = other.ranks().map(|rank| (self.at(rank), other.at(rank)));
        match side {
            Side::Below => apart.map(|(own, others)| own.1 + 1 - others.0).fold(1, i32::max),
            Side::Above => apart.map(|(own, others)| own.0 - 1 - others.1).fold(-1, i32::min),
        }
    }

    fn add(&mut self, other: &Contour, offset: i32) {
        let (first, after) = (self.first.min(other.first), self.ranks().end.max(other.ranks().end));
        let join = |rank: usize| {
            let (own, others) = (self.at(rank), other.at(rank));
            (own.0.min(others.0.saturating_add(offset)), own.1.max(others.1.saturating_add(offset)))
        };
        *self = Contour { first, rows: (first..after).map(join).collect() };
    }
}

/// The height of each node, if some branch has a branch.
pub(super) fn heights(work: &Work, arcs: &[Arc], ranks: &[usize], chains: &[Chain]) -> Option<Vec<i32>> {
    let branches = branches(work, arcs, ranks, chains);
    if !branches.iter().any(|branch| matches!(branch.stands, Standing::Off(_))) {
        return None;
    }
    let mut contours: Vec<Contour> = branches.iter().map(|branch| Contour::of_row(branch.low, branch.high)).collect();
    let mut offsets = vec![0; chains.len()];
    let mut off: Vec<Vec<usize>> = vec![Vec::new(); chains.len()];
    let order = outer_first(&branches);
    for &at in order.iter().rev() {
        // All that branches off this one is packed already.
        let mut all = std::mem::take(&mut off[at]);
        pack(&branches, &mut all, at, &mut contours, &mut offsets);
        if let Standing::Off(parent) = branches[at].stands {
            off[parent].push(at);
        }
    }
    let mut tops = vec![0; chains.len()];
    for lane in 0..work.lanes {
        pack_lane(&branches, lane, &contours, &mut offsets);
    }
    let mut heights = vec![0; work.nodes.len()];
    for &at in &order {
        let from = if let Standing::Off(parent) = branches[at].stands { tops[parent] } else { 0 };
        tops[at] = from + offsets[at];
        chains[at].nodes.iter().for_each(|&node| heights[node] = tops[at]);
    }
    Some(heights)
}

/// Places branches below the chain that they come off.
fn pack(branches: &[Branch], all: &mut [usize], at: usize, contours: &mut [Contour], offsets: &mut [i32]) {
    all.sort_by_key(|&branch| inner_first(&branches[branch]));
    for &branch in all.iter() {
        offsets[branch] = contours[at].offset(&contours[branch], Side::Below);
        let whole = std::mem::replace(&mut contours[branch], Contour { first: 0, rows: Vec::new() });
        contours[at].add(&whole, offsets[branch]);
    }
}

/// Of two branches of one chain, the one from which no line leads on below comes first; else the one within the other, and the
/// later of two that overlap: it then hangs between the chain and the earlier one.
fn inner_first(branch: &Branch) -> (bool, Reverse<usize>, usize, usize) {
    (branch.leads_below, Reverse(branch.low), branch.high, branch.chain.turn)
}

/// Places what stands in a lane about its successful path: what comes off that below it, what joins lanes above
/// above it, what joins lanes below it last.
fn pack_lane(branches: &[Branch], lane: usize, contours: &[Contour], offsets: &mut [i32]) {
    let standing = |stands: Standing| -> Vec<usize> {
        let is_one = |at: &usize| branches[*at].chain.lane == lane && branches[*at].stands == stands;
        (0..branches.len()).filter(is_one).collect()
    };
    let sorted = |stands: Standing| {
        let mut all = standing(stands);
        all.sort_by_key(|&at| inner_first(&branches[at]));
        all
    };
    let mut whole = Contour { first: 0, rows: Vec::new() };
    for at in standing(Standing::OnPath) {
        let own = Contour::of_row(branches[at].chain.first, branches[at].chain.last);
        // Where the path leaves the lane and comes back within one rank, it has two rows.
        let is_free = own.ranks().all(|rank| whole.at(rank) == NOTHING);
        offsets[at] = if is_free { 0 } else { whole.offset(&own, Side::Below) };
        whole.add(&own, offsets[at]);
    }
    let has_path = !whole.rows.is_empty();
    let (mut above, mut below) = (sorted(Standing::Towards(Side::Above)), sorted(Standing::Towards(Side::Below)));
    // Towards the lane that they join, the inner ones come last.
    below.reverse();
    if has_path {
        above.reverse();
    }
    let above_path = if has_path { Side::Above } else { Side::Below };
    let groups = [(sorted(Standing::OffPath), Side::Below), (above, above_path), (below, Side::Below)];
    for (at, side) in groups.into_iter().flat_map(|(group, side)| group.into_iter().map(move |at| (at, side))) {
        offsets[at] = whole.offset(&contours[at], side);
        whole.add(&contours[at], offsets[at]);
    }
}

fn branches<'c>(work: &Work, arcs: &[Arc], ranks: &[usize], chains: &'c [Chain]) -> Vec<Branch<'c>> {
    let mut chain_of = vec![NONE; work.nodes.len()];
    for (at, chain) in chains.iter().enumerate() {
        chain.nodes.iter().for_each(|&node| chain_of[node] = at);
    }
    let (mut into, mut out) = (vec![Vec::new(); work.nodes.len()], vec![Vec::new(); work.nodes.len()]);
    for arc in arcs {
        into[arc.to].push(arc.from);
        out[arc.from].push(arc.to);
    }
    let mut all: Vec<Branch> = Vec::with_capacity(chains.len());
    for chain in chains {
        let (head, tail) = (chain.nodes[0], chain.nodes[chain.nodes.len() - 1]);
        let ends = || into[head].iter().chain(&out[tail]).copied();
        let low = into[head].iter().map(|&from| ranks[from]).fold(chain.first, usize::min);
        let high = out[tail].iter().map(|&to| ranks[to]).fold(chain.last, usize::max);
        let is_above = ends().any(|node| work.nodes[node].lane < chain.lane);
        let side = if is_above { Side::Above } else { Side::Below };
        let stands = if chain.is_main { Standing::OnPath } else { Standing::Towards(side) };
        let mut nodes = chain.nodes.iter().flat_map(|&node| into[node].iter().chain(&out[node]));
        let leads_below = nodes.any(|&node| work.nodes[node].lane > chain.lane);
        all.push(Branch { chain, low, high, stands, leads_below });
    }
    for (at, chain) in chains.iter().enumerate().filter(|(_, chain)| !chain.is_main) {
        let (head, tail) = (chain.nodes[0], chain.nodes[chain.nodes.len() - 1]);
        let is_within = |&node: &usize| work.nodes[node].lane == chain.lane && chain_of[node] != at;
        let joined = into[head].iter().chain(&out[tail]).copied().filter(is_within).map(|node| chain_of[node]);
        if let Some(parent) = joined.into_iter().find(|&parent| !comes_off(&all, parent, at)) {
            all[at].stands = if chains[parent].is_main { Standing::OffPath } else { Standing::Off(parent) };
        }
    }
    for at in outer_first(&all).into_iter().rev() {
        if let Standing::Off(parent) = all[at].stands {
            all[parent].leads_below |= all[at].leads_below;
        }
    }
    all
}

/// Whether a chain is another, or comes off it.
fn comes_off(branches: &[Branch], chain: usize, other: usize) -> bool {
    let up = |&at: &usize| if let Standing::Off(parent) = branches[at].stands { Some(parent) } else { None };
    std::iter::successors(Some(chain), up).any(|at| at == other)
}

/// The chains, each after the branch that it comes off.
fn outer_first(branches: &[Branch]) -> Vec<usize> {
    let mut off: Vec<Vec<usize>> = vec![Vec::new(); branches.len()];
    let mut order = Vec::with_capacity(branches.len());
    for (at, branch) in branches.iter().enumerate() {
        if let Standing::Off(parent) = branch.stands { off[parent].push(at) } else { order.push(at) }
    }
    let mut next = 0;
    while next < order.len() {
        order.append(&mut off[order[next]]);
        next += 1;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::graph::Options;
    use crate::layout::p1_cycles::orient;
    use crate::layout::p3_rows::{chains, nested_rows};
    use crate::layout::shapes::{boxes, first_plan, graphs};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn every_node_gets_a_cell_of_its_own(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let arcs = orient(&work);
            let (_, plan) = first_plan(&work, &arcs);
            if let Some(nested) = nested_rows(&work, &arcs, &plan.ranks) {
                prop_assert!(nested.gives_each_its_cell(&work));
            }
        }
    }

    /// The rows of nodes that stand in these ranks.
    fn rows(flows: &[(usize, usize)], ranks: &[usize], main: &[usize]) -> Option<Vec<i32>> {
        let mut graph = boxes(ranks.len(), flows);
        graph.main_path = main.to_vec();
        let work = Work::new(&graph, &Options::default());
        let arcs = orient(&work);
        heights(&work, &arcs, ranks, &chains(&work, &arcs, ranks))
    }

    #[test]
    fn a_branch_stands_with_its_own_branches() {
        // 0 → 1 → 2 is the path; 3 → 4 → 5 comes off it at 0 and 6 off 3, to 5; 7 comes off 0 and goes to 2.
        let flows = [(0, 1), (1, 2), (0, 3), (3, 4), (4, 5), (5, 2), (3, 6), (6, 5), (0, 7), (7, 2)];
        let found = rows(&flows, &[0, 1, 4, 1, 2, 3, 2, 1], &[0, 1, 2]);
        assert_eq!(found, Some(vec![0, 0, 0, 1, 1, 1, 2, 3]));
    }

    #[test]
    fn branches_without_branches_are_left_to_others() {
        assert_eq!(rows(&[(0, 1), (0, 2), (1, 3), (2, 3)], &[0, 1, 1, 2], &[0, 1, 3]), None);
    }
}
