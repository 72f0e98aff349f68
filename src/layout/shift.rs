//! Whether a flow had better span more ranks, or fewer, now that there are rows.
//!
//! In: a plan, and the spans behind it. Out: a plan in whose drawing lines bend and cross less.
//! `search` judges each span by its surroundings and by estimated rows, which keeps an edit from changing much; what that
//! leaves bent is looked at here once more, in the drawing as a whole: each flow at an end of a line that bends is tried with
//! other spans, its nodes in the rows that they have or in new ones.
//! Holds: no two nodes share a cell; every arc spans its length.

use super::freedom::Freedom;
use super::graph::FlowKind;
use super::p1_cycles::Arc;
use super::plan::Plan;
use super::work::Work;
use super::{cost, p2_ranks, p3_rows};

/// What another span must save at least.
const GAIN: i64 = 90;
/// Of more flows at one node than these, none moves: which of them stands nearer would hang on a hair.
const BRANCHES_MAX: usize = 2;
/// The ranks that a flow spans at most by choice.
const SPAN_MAX: usize = 2;
/// How much is tried: drawings, times the nodes in each, and times the bends, as the course of each line that bends has to
/// be searched for. In tangles a try costs so much that more of them would be felt, and gains least.
const EFFORT_MAX: usize = 8_000;
const EFFORT_OF_BEND: usize = 10;
/// Larger graphs keep the spans that their surroundings gave them.
pub(super) const NODES_MAX: usize = 60;

/// Gives flows other spans where lines bend and cross less for it.
pub(super) fn shift(work: &Work, arcs: &[Arc], spans: Vec<usize>, plan: Plan) -> Plan {
    if work.nodes.len() > NODES_MAX || work.is_dense() {
        return plan;
    }
    let Some((cost, bends)) = cost::of_plan(work, &plan, i64::MAX) else { return plan };
    let effort = work.nodes.len() + EFFORT_OF_BEND * bends.iter().sum::<usize>();
    let tries = EFFORT_MAX / effort.max(1);
    let mut drawing = Drawing { work, arcs, spans, plan, cost, bends, gain: GAIN, tries };
    let (freedom, crowded) = (Freedom::new(work), crowded(work));
    let may_move =
        |arc: &Arc| work.flows[arc.flow].kind != FlowKind::Association && !(crowded[arc.from] && crowded[arc.to]);
    for (at, arc) in arcs.iter().enumerate().filter(|(_, arc)| may_move(arc)) {
        if drawing.is_bent_about(arc) {
            let least = usize::from(!freedom.may_stand_in_one_rank(arc));
            (least..=SPAN_MAX).for_each(|span| drawing.try_span(at, span));
        }
    }
    drawing.shorten();
    drawing.plan
}

/// The ends of flows of which more than so many leave or reach one node: which of them goes straight would hang on a hair.
fn crowded(work: &Work) -> Vec<bool> {
    let count = work.nodes.len();
    let (mut into, mut out, mut crowded) = (vec![0; count], vec![0; count], vec![false; count]);
    for flow in &work.flows {
        into[flow.to] += 1;
        out[flow.from] += 1;
    }
    for flow in work.flows.iter().filter(|flow| out[flow.from].max(into[flow.to]) > BRANCHES_MAX) {
        crowded[flow.from] = true;
        crowded[flow.to] = true;
    }
    crowded
}

/// The best drawing so far.
struct Drawing<'a> {
    work: &'a Work,
    arcs: &'a [Arc],
    spans: Vec<usize>,
    plan: Plan,
    cost: i64,
    /// How often each flow bends.
    bends: Vec<usize>,
    /// What another span must save at least.
    gain: i64,
    /// The drawings that may still be tried.
    tries: usize,
}

impl Drawing<'_> {
    /// Whether a line bends that begins or ends where this flow does.
    fn is_bent_about(&self, arc: &Arc) -> bool {
        let meets = |node: usize| node == arc.from || node == arc.to;
        let mut lines = self.work.flows.iter().zip(&self.bends);
        lines.any(|(flow, &bends)| bends > 0 && (meets(flow.from) || meets(flow.to)))
    }

    /// A flow that spans two ranks to make room for what has moved since then spans one again.
    fn shorten(&mut self) {
        self.gain = 0;
        for at in 0..self.arcs.len() {
            if self.spans[at] > 1 {
                self.try_span(at, 1);
            }
        }
    }

    /// Takes a span for an arc if that saves enough.
    fn try_span(&mut self, at: usize, span: usize) {
        let now = std::mem::replace(&mut self.spans[at], span);
        let ranks = p2_ranks::rank(self.work, self.arcs, &self.spans, &[]);
        let is_better = now != span && ranks != self.plan.ranks && (self.try_rows(&ranks) || self.try_new_rows(ranks));
        if !is_better {
            self.spans[at] = now;
        }
    }

    /// Other ranks, and the rows as they are, where no two nodes come to share a cell.
    fn try_rows(&mut self, ranks: &[usize]) -> bool {
        let plan = Plan { ranks: ranks.to_vec(), ..self.plan.clone() };
        plan.gives_each_its_cell(self.work) && self.take(plan)
    }

    fn try_new_rows(&mut self, ranks: Vec<usize>) -> bool {
        let plan = p3_rows::rows(self.work, self.arcs, ranks);
        self.take(plan)
    }

    fn take(&mut self, plan: Plan) -> bool {
        let Some(left) = self.tries.checked_sub(1) else { return false };
        self.tries = left;
        let Some((cost, bends)) = cost::of_plan(self.work, &plan, self.cost - self.gain) else { return false };
        (self.plan, self.cost, self.bends) = (plan, cost, bends);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::graph::Options;
    use super::super::p1_cycles::orient;
    use super::super::shapes::{first_plan, graphs};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_shifted_plan_shares_no_cell_and_leads_no_flow_back_and_costs_less_or_is_the_same(graph in graphs()) {
            let work = Work::new(&graph, &Options::default());
            let arcs = orient(&work);
            let (spans, plan) = first_plan(&work, &arcs);
            let shifted = shift(&work, &arcs, spans, plan.clone());
            prop_assert!(shifted.gives_each_its_cell(&work));
            prop_assert!(arcs.iter().all(|arc| shifted.ranks[arc.from] <= shifted.ranks[arc.to]));
            let cost = |plan: &Plan| cost::of_plan(&work, plan, i64::MAX).map(|(cost, _)| cost);
            prop_assert!(shifted == plan || cost(&shifted) <= cost(&plan).map(|cost| cost - GAIN));
        }
    }
}
