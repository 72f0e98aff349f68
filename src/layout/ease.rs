//! Whether nodes stand better elsewhere, now that there is a drawing.
//!
//! In: a plan. Out: a plan in whose drawing lines bend and cross less, or the same.
//! `search` judges spans by their surroundings and `p3_rows` places one chain after the other by estimates; what that leaves
//! bent is looked at here. Of each line that bends, one end is tried in other cells, alone, with the run of nodes
//! beside it, or with all that follows it; then, in the same ways, each node that stands in the row or the rank of an end,
//! between the two. Ranks and rows open and close for it.
//! Holds: what [`Rules`] says.

mod rules;

use super::draft::Draft;
use super::p1_cycles::Arc;
use super::plan::Plan;
use super::stood::Stood;
use super::work::Work;
use rules::Rules;

/// What a move must save at least; and where it may break a path that was guessed, as few edits as may be should tip that.
pub(super) const GAIN: i64 = 30;
pub(super) const GAIN_OVER_GUESS: i64 = 75;
const PASSES: usize = 3;
/// How much is tried, in steps of the searches for lines; less of it, by the square of the number of nodes, where there is
/// more to draw: a plan takes longer there anyway. In tangles a try costs so much that more of them would be felt, and gains
/// least.
const EFFORT_MAX: usize = 1_000_000;
const EFFORT_TIMES_NODES_SQUARED: usize = 2_400_000_000;
/// Larger graphs keep the plan that they have.
const NODES_MAX: usize = 2_000;
/// So many comparisons take the time of one step.
const CHECKS_A_STEP: usize = 8;
/// How many columns of the grid a run, and all that follows a node, may move by.
const RUN_BY: [isize; 3] = [0, 2, -2];
const TRAIN_BY: [isize; 4] = [2, 4, -2, -4];
/// The nodes that move together at most.
const GROUP_MAX: usize = 40;
/// How far from the other end of a line a node may stand.
const BESIDE: isize = 2;

/// Moves nodes where lines bend and cross less for it, if a move saves `gain`.
pub(super) fn ease(work: &Work, arcs: &[Arc], plan: Plan, stood: Option<&Stood>, gain: i64) -> Plan {
    if work.nodes.len() > NODES_MAX || work.is_dense() {
        return plan;
    }
    let rules = Rules::new(work, arcs, &plan, stood);
    let effort_max = EFFORT_MAX.min(EFFORT_TIMES_NODES_SQUARED / work.nodes.len().pow(2).max(1));
    let mut easing = Easing { work, rules, draft: Draft::new(work, plan), effort_max, gain };
    for _ in 0..PASSES {
        let mut changed = false;
        for (at, flow) in work.flows.iter().enumerate() {
            changed |= easing.ease(at, flow.to, flow.from);
            changed |= easing.ease(at, flow.from, flow.to);
        }
        for at in 0..work.flows.len() {
            changed |= easing.clear(at);
        }
        if !changed {
            break;
        }
    }
    easing.draft.plan
}

/// Nodes that move together, the first of them in question; and the columns that they may move by.
struct Group {
    nodes: Vec<usize>,
    by: Vec<isize>,
}

/// The best drawing so far.
struct Easing<'a> {
    work: &'a Work,
    rules: Rules<'a>,
    draft: Draft<'a>,
    effort_max: usize,
    gain: i64,
}

impl<'a> Easing<'a> {
    /// Tries one end of a line elsewhere, if the line bends; whether anything moved.
    fn ease(&mut self, at: usize, node: usize, other: usize) -> bool {
        if !self.is_bent(at) {
            return false;
        }
        let groups = self.groups(node, other);
        self.take_best(at, groups)
    }

    /// Tries what stands in the way of a line elsewhere, if the line bends; whether anything moved.
    fn clear(&mut self, at: usize) -> bool {
        if !self.is_bent(at) {
            return false;
        }
        let groups = self.between(at).into_iter().flat_map(|node| match self.is_beside(at, node) {
            true => vec![Group { nodes: vec![node], by: vec![0] }],
            false => self.groups(node, node),
        });
        let groups = groups.collect();
        self.take_best(at, groups)
    }

    fn is_bent(&self, at: usize) -> bool {
        self.draft.routes[at].bends() > 0 && self.rules.may_move(at) && self.draft.effort <= self.effort_max
    }

    /// The nodes in the row or the rank of one end of a line, between the two.
    fn between(&self, at: usize) -> Vec<usize> {
        let (flow, cells) = (&self.work.flows[at], &self.draft.grid.cells);
        let (from, to) = (cells[flow.from], cells[flow.to]);
        let (columns, rows) = (from.0.min(to.0)..=from.0.max(to.0), from.1.min(to.1)..=from.1.max(to.1));
        let is_in_the_way = |&node: &usize| {
            let (x, y) = cells[node];
            let is_inside = columns.contains(&x) && rows.contains(&y) && node != flow.from && node != flow.to;
            is_inside && (y == from.1 || y == to.1 || x == from.0 || x == to.0)
        };
        (0..cells.len()).filter(is_in_the_way).collect()
    }

    /// Whether a node comes from where a line does, or leads where it does: of branches side by side none gives up its rank.
    fn is_beside(&self, at: usize, node: usize) -> bool {
        let line = &self.work.flows[at];
        let mut flows = self.rules.flows_at(&[node]).into_iter().map(|flow| &self.work.flows[flow]);
        flows.any(|flow| flow.from == line.from || flow.to == line.to)
    }

    /// The groups in which a node may move: beside another, and with its neighbours.
    fn groups(&self, node: usize, other: usize) -> Vec<Group> {
        let mut groups = vec![self.alone(node, other)];
        groups.extend(self.runs(node));
        groups.extend(self.trains(node));
        groups
    }

    /// Takes the best move of some groups, if it is good enough; whether anything moved. The line that it is for is laid anew
    /// in any case.
    fn take_best(&mut self, at: usize, groups: Vec<Group>) -> bool {
        let limit = self.draft.cost - self.gain;
        let mut best = (limit, None);
        for group in groups {
            self.try_group(group, at, &mut best);
        }
        let (_, Some(plan)) = best else { return false };
        let mut draft = Draft::new(self.work, plan);
        draft.effort = self.draft.effort;
        let is_better = draft.cost < limit;
        if is_better {
            self.draft = draft;
        }
        is_better
    }

    /// A node beside another, or where it stands.
    fn alone(&self, node: usize, other: usize) -> Group {
        let (x, beside) = (self.draft.grid.cells[node].0 as isize, self.draft.grid.cells[other].0 as isize);
        let mut by: Vec<isize> = (beside - BESIDE..=beside + BESIDE).map(|column| column - x).chain([0]).collect();
        by.sort_unstable();
        by.dedup();
        Group { nodes: vec![node], by }
    }

    /// A node with its neighbours in the row, on one side or the other: one more each time.
    fn runs(&self, node: usize) -> Vec<Group> {
        let cells = &self.draft.grid.cells;
        let (x, y) = cells[node];
        let mut row: Vec<usize> = (0..cells.len()).filter(|&other| cells[other].1 == y).collect();
        row.sort_unstable_by_key(|&other| cells[other].0);
        let (before, after): (Vec<usize>, Vec<usize>) =
            row.into_iter().filter(|&other| other != node).partition(|&other| cells[other].0 < x);
        let mut groups = Vec::new();
        for side in [after, before.into_iter().rev().collect()] {
            let mut nodes = vec![node];
            for next in side.into_iter().take(GROUP_MAX - 1) {
                nodes.push(next);
                groups.push(Group { nodes: nodes.clone(), by: RUN_BY.to_vec() });
            }
        }
        groups
    }

    /// A node with all that follows it, and with what follows it within its lane.
    fn trains(&self, node: usize) -> Vec<Group> {
        let lane = self.work.nodes[node].lane;
        let all = self.rules.followers(node, |_| true);
        let within = self.rules.followers(node, |other| self.work.nodes[other].lane == lane);
        let trains = [within, all].into_iter().filter(|nodes| (2..=GROUP_MAX).contains(&nodes.len()));
        trains.map(|nodes| Group { nodes, by: TRAIN_BY.to_vec() }).collect()
    }

    /// Tries nodes in other cells of their lane, if they stand in one row that is not the successful path's, else in other
    /// ranks.
    fn try_group(&mut self, group: Group, at: usize, best: &mut (i64, Option<Plan>)) {
        let mut lines = self.rules.flows_at(&group.nodes);
        if !lines.contains(&at) {
            lines.push(at);
        }
        let effort = 1 + (lines.len() + self.rules.branches_beside(&group.nodes)) / CHECKS_A_STEP;
        let lifted = self.draft.lift(group.nodes, lines);
        let row = lifted.points[0].1;
        let is_free = |(&node, &(_, y)): (&usize, &(usize, usize))| y == row && !self.work.nodes[node].main;
        let lane = self.work.nodes[lifted.nodes[0]].lane;
        let rows = match lifted.nodes.iter().zip(&lifted.points).all(is_free) {
            true => self.draft.grid.lane_rows[lane]..self.draft.grid.lane_rows[lane + 1],
            false => row..row + 1,
        };
        for right in group.by {
            for down in rows.clone().map(|other| other as isize - row as isize).filter(|&down| (right, down) != (0, 0))
            {
                if self.draft.effort > self.effort_max {
                    break;
                }
                self.draft.effort += effort;
                if self.draft.hold(&lifted, (right, down))
                    && self.rules.are_kept(&self.draft.grid.cells, &lifted.nodes)
                    && let Some((cost, plan)) = self.draft.try_held(&lifted, best.0)
                {
                    *best = (cost, Some(plan));
                }
            }
        }
        self.draft.set_down(&lifted);
    }
}

#[cfg(test)]
mod tests {
    use super::super::cost;
    use super::super::graph::Options;
    use super::super::p1_cycles::orient;
    use super::super::shapes::{boxes, first_plan, graphs};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_in_the_way_of_a_line_gives_way() {
        let graph = boxes(3, &[(0, 1)]);
        let work = Work::new(&graph, &Options::default());
        let plan = Plan { ranks: vec![0, 2, 1], rows: vec![0, 0, 0], row_counts: vec![1] };
        let bends = |plan: &Plan| cost::of_plan(&work, plan, i64::MAX).map(|(_, bends)| bends);
        assert_eq!(bends(&plan), Some(vec![2]));
        assert_eq!(bends(&ease(&work, &orient(&work), plan, None, GAIN)), Some(vec![0]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn an_eased_plan_shares_no_cell_and_leads_no_flow_back_and_costs_less_or_is_the_same(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let arcs = orient(&work);
            let (_, plan) = first_plan(&work, &arcs);
            let eased = ease(&work, &arcs, plan.clone(), None, GAIN);
            prop_assert!(eased.gives_each_its_cell(&work));
            prop_assert!(arcs.iter().all(|arc| eased.ranks[arc.from] <= eased.ranks[arc.to]));
            let cost = |plan: &Plan| cost::of_plan(&work, plan, i64::MAX).map(|(cost, _)| cost);
            prop_assert!(eased == plan || cost(&eased) <= cost(&plan).map(|cost| cost - GAIN));
            let mains: Vec<usize> = (0..work.nodes.len()).filter(|&node| work.nodes[node].main).collect();
            for (&one, &other) in mains.iter().flat_map(|one| mains.iter().map(move |other| (one, other))) {
                let share_row = |plan: &Plan| plan.rows[one] == plan.rows[other];
                prop_assert!(work.nodes[one].lane != work.nodes[other].lane || share_row(&eased) == share_row(&plan));
            }
        }
    }
}
