//! Which flows run along the lanes and which straight across them.
//!
//! In: the graph. Out: the plan to draw.
//! A flow to another lane is straight where both its ends stand in one rank, and a branch is straight where it hangs
//! below its gateway; whether that pays depends on what surrounds it. So each such flow is tried both ways, in the order
//! of the successful path and of declaration, and keeps what gives the fewest crossings and bends. Each is
//! judged within a window about the flow: the work grows with the length of the drawing only, like places are drawn
//! alike, and a change far away changes nothing here.
//! Holds: no choice makes nodes of the core pass one another, so that a node put in does not either.

use super::core::Core;
use super::freedom::Freedom;
use super::p1_cycles::{Arc, orient};
use super::plan::Plan;
use super::ways_back::WaysBack;
use super::work::{Work, WorkFlow};
use super::{cost, ease, guess, p2_ranks, p3_rows, shift};

/// The nodes that a window holds at most.
const WINDOW: usize = 14;
/// A plan is clearly better that costs less by this part of the cost.
const CLEARLY: i64 = 16;

/// The best plan that was found.
pub(super) fn plan(work: &Work) -> Plan {
    let arcs = orient(work);
    if work.main_path.is_empty() {
        let mut guessed = work.clone();
        guessed.take_main_path(guess::main_path(work, &arcs));
        // In larger graphs to ease without it costs more than it saves.
        let told = if work.nodes.len() > shift::NODES_MAX { &guessed } else { work };
        return plan_along(&guessed, &arcs, told);
    }
    plan_along(work, &arcs, work)
}

/// The best plan about the successful path; `told` is the graph without a path that is only guessed.
fn plan_along(work: &Work, ahead: &[Arc], told: &Work) -> Plan {
    let WaysBack { arcs, is_on_one } = WaysBack::of(work, ahead);
    let arcs = &arcs[..];
    let mut spans: Vec<usize> = arcs.iter().map(|arc| p2_ranks::usual_span(work, arc)).collect();
    let mut order = Vec::new();
    // The ranks of a sheet are those of the whole drawing, and so is what was tried.
    let is_whole = work.nodes.iter().all(|node| node.rank.is_none());
    if is_whole {
        // Nodes that must not pass one another, whatever pays: the same before and after a node is put in.
        order = Core::of(work, ahead).order();
        order.retain(|&node| !is_on_one[node]);
        improve(work, arcs, &mut spans, &order);
    }
    let plan = p3_rows::rows(work, arcs, p2_ranks::rank(work, arcs, &spans, &order));
    if !is_whole {
        return plan;
    }
    let eased = |plan: Plan| {
        let plan = ease::ease(work, arcs, shift::shift(work, arcs, spans.clone(), plan), None, ease::GAIN);
        // A guess gives the rows an order to begin with. Where it makes lines bend, it gives way.
        if told.main_path.is_empty() { ease::ease(told, arcs, plan, None, ease::GAIN_OVER_GUESS) } else { plan }
    };
    let nested = p3_rows::nested_rows(work, arcs, &plan.ranks).map(eased);
    better(told, eased(plan), nested)
}

/// Of two plans, the second may be missing, the second if its drawing is clearly better. Where both are about as good, a node
/// put in would tip the choice.
fn better(work: &Work, usual: Plan, other: Option<Plan>) -> Plan {
    let Some(other) = other.filter(|other| *other != usual) else { return usual };
    let cost = cost::of_plan(work, &usual, i64::MAX).map_or(i64::MAX, |(cost, _)| cost);
    if cost::of_plan(work, &other, cost - cost / CLEARLY).is_some() { other } else { usual }
}

/// Tries every flow that may stand either way; no choice may run against the order.
fn improve(work: &Work, arcs: &[Arc], spans: &mut [usize], steady: &[usize]) {
    let freedom = Freedom::new(work);
    let mut order: Vec<usize> = (0..arcs.len()).filter(|&at| freedom.may_stand_in_one_rank(&arcs[at])).collect();
    let mut place = vec![usize::MAX; work.nodes.len()];
    for (at, &node) in work.main_path.iter().enumerate() {
        place[node] = at;
    }
    order.sort_by_key(|&at| (place[arcs[at].from], arcs[at].flow));
    let around = neighbours(work);
    let mut latest = None;
    for &at in &order {
        spans[at] = Window::new(work, arcs, spans, at, &around, steady).best_span(spans[at], &mut latest);
    }
}

/// The nodes joined to each node, in the order of declaration of the flows.
fn neighbours(work: &Work) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); work.nodes.len()];
    for flow in &work.flows {
        all[flow.from].push(flow.to);
        all[flow.to].push(flow.from);
    }
    all
}

/// What one choice of spans in one window costs.
struct Judgement {
    nodes: Vec<usize>,
    spans: Vec<usize>,
    cost: i64,
    bends: Vec<usize>,
    plan: Plan,
}

/// The graph about one flow, by which its span is judged.
struct Window {
    nodes: Vec<usize>,
    work: Work,
    arcs: Vec<Arc>,
    spans: Vec<usize>,
    /// Those of its nodes that must not pass one another.
    order: Vec<usize>,
    /// The flow in question, among the arcs of the window.
    at: usize,
}

impl Window {
    fn new(work: &Work, arcs: &[Arc], spans: &[usize], at: usize, around: &[Vec<usize>], steady: &[usize]) -> Window {
        let mut nodes = vec![arcs[at].from, arcs[at].to];
        let mut next = 0;
        while next < nodes.len() && nodes.len() < WINDOW {
            for &other in around[nodes[next]].iter().take(WINDOW) {
                if !nodes.contains(&other) && nodes.len() < WINDOW {
                    nodes.push(other);
                }
            }
            next += 1;
        }
        nodes.sort_unstable();
        let (part, flows) = work.part(&nodes);
        let order = steady.iter().filter_map(|node| nodes.binary_search(node).ok()).collect();
        let mut window = Window { nodes, work: part, arcs: Vec::new(), spans: Vec::new(), order, at: 0 };
        for (flow, &whole) in flows.iter().enumerate() {
            let Ok(arc) = arcs.binary_search_by_key(&whole, |arc| arc.flow) else { continue };
            let WorkFlow { from, to, .. } = window.work.flows[flow];
            if arc == at {
                window.at = window.arcs.len();
            }
            let (from, to) = if arcs[arc].is_turned(work) { (to, from) } else { (from, to) };
            window.arcs.push(Arc { flow, from, to });
            window.spans.push(spans[arc]);
        }
        window
    }

    /// Whether so many flows meet here that no choice of spans makes them straight.
    fn is_crowded(&self) -> bool {
        2 * self.work.flows.len() > 3 * WINDOW
    }

    /// The span that costs least; the present one where nothing is better. In a small graph every window is the whole:
    /// then the latest judgement is that of the present spans.
    fn best_span(&mut self, now: usize, latest: &mut Option<Judgement>) -> usize {
        if self.is_crowded() {
            return now;
        }
        let is_known = |known: &Judgement| known.nodes == self.nodes && known.spans == self.spans;
        let Some(mut best) = latest.take().filter(is_known).or_else(|| self.judge(now, None)) else { return now };
        let flow = self.arcs[self.at].flow;
        for span in [1 - now.min(1), 2, 3] {
            // A longer way round is worth a try only where the flow still bends twice.
            if span == now || (span > 1 && best.bends[flow] < 2) {
                continue;
            }
            best = self.judge(span, Some(&best)).unwrap_or(best);
        }
        let span = best.spans[self.at];
        *latest = Some(best);
        span
    }

    /// What a span costs, if it costs less than the best so far.
    fn judge(&mut self, span: usize, best: Option<&Judgement>) -> Option<Judgement> {
        self.spans[self.at] = span;
        let plan =
            p3_rows::rows(&self.work, &self.arcs, p2_ranks::rank(&self.work, &self.arcs, &self.spans, &self.order));
        if best.is_some_and(|best| best.plan == plan) {
            return None;
        }
        let (cost, bends) = cost::of_plan(&self.work, &plan, best.map_or(i64::MAX, |best| best.cost))?;
        Some(Judgement { nodes: self.nodes.clone(), spans: self.spans.clone(), cost, bends, plan })
    }
}
