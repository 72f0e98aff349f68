//! Which flows run along the lanes and which straight across them.
//!
//! In: the graph. Out: the plan to draw.
//! A flow to another lane is straight where both its ends stand in one rank, and a branch is straight where it hangs
//! below its gateway; whether that pays depends on what surrounds it. So each such flow is tried both ways, in the order
//! of the successful path and of declaration, and keeps what gives the fewest crossings and bends. Each is
//! judged within a window about the flow: the work grows with the length of the drawing only, like places are drawn
//! alike, and a change far away changes nothing here.

use super::graph::{FlowKind, Shape};
use super::grid::Grid;
use super::p1_cycles::{Arc, longest_path, orient};
use super::p3_rows::Plan;
use super::p4_route::{DOWN, Route, UP};
use super::work::Work;
use super::{p2_ranks, p3_rows, p4_route};

const BEND: i64 = 100;
const BEND_ON_MAIN_PATH: i64 = 130;
const CROSSING: i64 = 330;
/// A sequence flow that does not lead ahead: to another lane, within its lane.
const NOT_AHEAD_ACROSS: i64 = 35;
const NOT_AHEAD_WITHIN: i64 = 70;
/// A branch that leaves the successful path on another side than below.
const BRANCH_ELSEWHERE: i64 = 45;
const BRANCH_ABOVE: i64 = 280;
const COLUMN: i64 = 12;
const ROW: i64 = 25;
const STEP: i64 = 2;
const PASSES: usize = 2;
/// Of more flows at one node than these, none may choose: which of them runs straight would hang on a hair.
const BRANCHES_MAX: usize = 3;
/// The nodes that a window holds at most.
const WINDOW: usize = 14;

/// The best plan that was found.
pub(super) fn plan(work: &Work) -> Plan {
    let arcs = orient(work);
    let mut guessed = work.clone();
    if work.main_path.is_empty() {
        guessed.take_main_path(longest_path(work, &arcs));
    }
    let work = &guessed;
    let mut spans: Vec<usize> = arcs.iter().map(|arc| p2_ranks::usual_span(work, arc)).collect();
    if work.nodes.iter().all(|node| node.rank.is_none()) {
        improve(work, &arcs, &mut spans);
    }
    p3_rows::rows(work, &arcs, p2_ranks::rank(work, &arcs, &spans))
}

/// Tries every flow that may stand either way.
fn improve(work: &Work, arcs: &[Arc], spans: &mut [usize]) {
    let mut into = vec![0; work.nodes.len()];
    work.flows.iter().for_each(|flow| into[flow.to] += 1);
    let mut order: Vec<usize> = (0..arcs.len()).filter(|&at| is_free(work, &arcs[at], &into)).collect();
    let mut place = vec![usize::MAX; work.nodes.len()];
    for (at, &node) in work.main_path.iter().enumerate() {
        place[node] = at;
    }
    order.sort_by_key(|&at| (place[arcs[at].from], arcs[at].flow));
    let around = neighbours(work);
    for _ in 0..PASSES {
        let mut changed = false;
        for &at in &order {
            let best = Window::new(work, arcs, spans, at, &around).best_span(spans[at]);
            changed |= best != spans[at];
            spans[at] = best;
        }
        if !changed {
            break;
        }
    }
}

/// Whether a flow may stand in one rank or in two.
fn is_free(work: &Work, arc: &Arc, into: &[usize]) -> bool {
    let (from, to) = (&work.nodes[arc.from], &work.nodes[arc.to]);
    let flow = &work.flows[arc.flow];
    match flow.kind {
        FlowKind::Association => false,
        FlowKind::Sequence if work.options.axis_is_time => false,
        _ if work.flows_out[arc.from].len() > BRANCHES_MAX || into[arc.to] > BRANCHES_MAX => false,
        _ if from.lane != to.lane => true,
        _ => !flow.main && !to.main && from.shape == Shape::Diamond,
    }
}

/// What a plan with those spans would cost, and how often one flow bends in it.
fn cost(work: &Work, arcs: &[Arc], spans: &[usize], flow: usize) -> (i64, usize) {
    let plan = p3_rows::rows(work, arcs, p2_ranks::rank(work, arcs, spans));
    let grid = Grid::new(work, &plan);
    let (routes, crossings) = p4_route::route(work, &grid, p4_route::ROUNDS_TO_JUDGE);
    let lines: i64 = routes.iter().enumerate().map(|(at, route)| line_cost(work, &plan, at, route)).sum();
    let size = (grid.width / 2) as i64 * COLUMN + plan.row_counts.iter().sum::<usize>() as i64 * ROW;
    (lines + crossings as i64 * CROSSING + size, routes[flow].points.len() - 2)
}

fn line_cost(work: &Work, plan: &Plan, at: usize, route: &Route) -> i64 {
    let flow = &work.flows[at];
    let bends = route.points.len() as i64 - 2;
    let steps: usize =
        route.points.windows(2).map(|pair| pair[0].0.abs_diff(pair[1].0) + pair[0].1.abs_diff(pair[1].1)).sum();
    let ahead = flow.kind != FlowKind::Sequence || plan.ranks[flow.from] != plan.ranks[flow.to];
    let within = work.nodes[flow.from].lane == work.nodes[flow.to].lane;
    let elsewhere = match route.start_side() {
        _ if !flow.branch || !within => 0,
        DOWN => 0,
        UP if flow.below => BRANCH_ABOVE,
        _ => BRANCH_ELSEWHERE,
    };
    bends * if flow.main { BEND_ON_MAIN_PATH } else { BEND }
        + steps as i64 * STEP
        + elsewhere
        + match (ahead, within) {
            (true, _) => 0,
            (_, true) if flow.branch => 0,
            (_, true) => NOT_AHEAD_WITHIN,
            _ => NOT_AHEAD_ACROSS,
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

/// The graph about one flow, by which its span is judged.
struct Window {
    work: Work,
    arcs: Vec<Arc>,
    spans: Vec<usize>,
    /// The flow in question, among the arcs of the window.
    at: usize,
}

impl Window {
    fn new(work: &Work, arcs: &[Arc], spans: &[usize], at: usize, around: &[Vec<usize>]) -> Window {
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
        let mut window = Window { work: part, arcs: Vec::new(), spans: Vec::new(), at: 0 };
        for (flow, &whole) in flows.iter().enumerate() {
            let Ok(arc) = arcs.binary_search_by_key(&whole, |arc| arc.flow) else { continue };
            let (from, to) = (window.work.flows[flow].from, window.work.flows[flow].to);
            if arc == at {
                window.at = window.arcs.len();
            }
            window.arcs.push(Arc { flow, from, to });
            window.spans.push(spans[arc]);
        }
        window
    }

    /// Whether so many flows meet here that no choice of spans makes them straight.
    fn is_crowded(&self) -> bool {
        2 * self.work.flows.len() > 3 * WINDOW
    }

    /// The span that costs least; the present one where nothing is better.
    fn best_span(mut self, now: usize) -> usize {
        if self.is_crowded() {
            return now;
        }
        let (mut best, (mut least, mut bends)) = (now, self.cost(now));
        for span in [1 - now.min(1), 2, 3] {
            // A longer way round is worth a try only where the flow still bends twice.
            if span == now || (span > 1 && bends < 2) {
                continue;
            }
            let (cost, new_bends) = self.cost(span);
            if cost < least {
                (best, least, bends) = (span, cost, new_bends);
            }
        }
        best
    }

    fn cost(&mut self, span: usize) -> (i64, usize) {
        self.spans[self.at] = span;
        cost(&self.work, &self.arcs, &self.spans, self.arcs[self.at].flow)
    }
}
