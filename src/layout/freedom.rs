//! Which flows may stand in one rank.
//!
//! In: the graph. Out: [`Freedom`], which tells for an arc whether its ends may share a rank, so that it runs straight across.

use super::graph::{FlowKind, Shape};
use super::p1_cycles::Arc;
use super::work::Work;

/// Of more flows at one node than these, none may choose: which of them runs straight would hang on a hair.
const BRANCHES_MAX: usize = 3;

/// Which flows may stand in one rank or in two.
pub(super) struct Freedom<'a> {
    work: &'a Work,
    /// The flows that lead into each node.
    into: Vec<usize>,
}

impl<'a> Freedom<'a> {
    pub fn new(work: &'a Work) -> Freedom<'a> {
        let mut into = vec![0; work.nodes.len()];
        work.flows.iter().for_each(|flow| into[flow.to] += 1);
        Freedom { work, into }
    }

    pub fn may_stand_in_one_rank(&self, arc: &Arc) -> bool {
        let work = self.work;
        let (from, to) = (&work.nodes[arc.from], &work.nodes[arc.to]);
        let flow = &work.flows[arc.flow];
        match flow.kind {
            FlowKind::Association => false,
            FlowKind::Sequence if work.options.axis_is_time => false,
            _ if work.flows_out[arc.from].len() > BRANCHES_MAX || self.into[arc.to] > BRANCHES_MAX => false,
            _ if from.lane != to.lane => true,
            _ => !flow.main && !to.main && (from.shape == Shape::Diamond || self.leads_to_an_end(arc)),
        }
    }

    /// Whether a flow is one of several that leave a node, and nothing but an end comes of it.
    fn leads_to_an_end(&self, arc: &Arc) -> bool {
        let work = self.work;
        let mut at = arc.to;
        for _ in 0..work.nodes.len() {
            match work.flows_out[at][..] {
                _ if self.into[at] != 1 => return false,
                [] => return work.flows_out[arc.from].len() > 1,
                [next] => at = work.flows[next].to,
                _ => return false,
            }
        }
        false
    }
}
