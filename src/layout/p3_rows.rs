//! Phase 3: which row of its lane each node stands in.
//!
//! In: ranks. Out: [`Plan`], so that every node has a cell (row, rank) of its own.
//! Holds: the successful path keeps the first row it can in every lane; nodes that follow one another in a lane form
//! a chain and share a row; a chain goes where its lines to what already stands bend least, below rather than above;
//! chains that come from one node stand in the order of the flows that lead to them.
//! Absent on purpose: coordinates. Rows get their height once lines and labels are known.

mod board;
mod nested;

use super::graph::FlowKind;
use super::p1_cycles::Arc;
use super::plan::Plan;
use super::work::Work;
use board::Board;
use std::cmp::Reverse;

/// How often every chain may look for a better row.
const SWEEPS: usize = 2;

/// Nodes that follow one another in a lane, in one row.
struct Chain {
    lane: usize,
    nodes: Vec<usize>,
    first: usize,
    last: usize,
    /// Of the successful path.
    is_main: bool,
    /// Its place among the chains in order: the successful path, then by rank, then by the flows that lead to them.
    turn: usize,
    origin: Option<Origin>,
}

/// The node where the way to a chain parts from others, and the flow by which it does.
#[derive(Clone, Copy)]
pub(super) struct Origin {
    pub node: usize,
    pub flow: usize,
}

const NONE: usize = usize::MAX;

impl Chain {
    /// Whether another chain of its lane stands on the wrong side of this one, above or not: counted once where both begin in one
    /// rank, and once where they come from the same node.
    fn out_of_order(&self, other: &Chain, other_is_above: bool) -> i64 {
        let is_wrong = |before: bool| i64::from(before != other_is_above);
        let beside = if other.first == self.first { is_wrong(other.turn < self.turn) } else { 0 };
        let of_one_node = match (self.origin, other.origin) {
            (Some(own), Some(origin)) if own.node == origin.node => is_wrong(origin.flow < own.flow),
            _ => 0,
        };
        beside + of_one_node
    }
}

/// Gives every node a row.
pub(super) fn rows(work: &Work, arcs: &[Arc], ranks: Vec<usize>) -> Plan {
    let chains = chains(work, arcs, &ranks);
    let turns = turns(work, &chains);
    let mut board = Board::new(work, &ranks);
    for &chain in &turns {
        let row = board.best_row(chain);
        board.put(chain, row);
    }
    for _ in 0..SWEEPS {
        let mut moved = false;
        for &chain in turns.iter().filter(|chain| !chain.is_main) {
            let before = board.take(chain);
            let after = board.best_row(chain);
            board.put(chain, after);
            moved |= before != after;
        }
        if !moved {
            break;
        }
    }
    let heights: Vec<i32> = board.row_of.iter().map(|row| row.unwrap_or(0)).collect();
    Plan::new(work, ranks, &heights)
}

/// The same for whole graphs whose branches have branches: rows in which these stay together.
pub(super) fn nested_rows(work: &Work, arcs: &[Arc], ranks: &[usize]) -> Option<Plan> {
    let heights = nested::heights(work, arcs, ranks, &chains(work, arcs, ranks))?;
    Some(Plan::new(work, ranks.to_vec(), &heights))
}

/// All chains in order.
fn chains(work: &Work, arcs: &[Arc], ranks: &[usize]) -> Vec<Chain> {
    let (after, before) = links(work, arcs, ranks);
    // Branches stand in the order of the flows that lead to them, so that a new step takes no branch's place.
    let mut led_by = vec![0; work.nodes.len()];
    for arc in arcs.iter().rev() {
        led_by[arc.to] = arc.flow + 1;
    }
    let mut heads: Vec<usize> = (0..work.nodes.len()).filter(|&node| before[node] == NONE).collect();
    heads.sort_by_key(|&head| (!work.nodes[head].main, ranks[head], led_by[head], head));
    let origins = origins(work.nodes.len(), arcs, &heads);
    let chain = |(turn, head): (usize, usize)| {
        let next = |&node: &usize| Some(after[node]).filter(|&next| next != NONE);
        let nodes: Vec<usize> = std::iter::successors(Some(head), next).collect();
        let last = ranks[nodes[nodes.len() - 1]];
        let (lane, is_main) = (work.nodes[head].lane, work.nodes[head].main);
        Chain { lane, nodes, first: ranks[head], last, is_main, turn, origin: origins[turn] }
    };
    heads.into_iter().enumerate().map(chain).collect()
}

/// The order in which chains look for a row. Dead ends of a lane come last, from the end of the drawing to its start: of
/// two that overlap, the later one then hangs between its node and the earlier one, and no line crosses another.
fn turns<'c>(work: &Work, chains: &'c [Chain]) -> Vec<&'c Chain> {
    let (mut into, mut out) = (vec![0; work.nodes.len()], vec![0; work.nodes.len()]);
    let mut is_led_along = vec![false; work.nodes.len()];
    for flow in &work.flows {
        out[flow.from] += 1;
        into[flow.to] += 1;
        is_led_along[flow.to] |= work.nodes[flow.from].lane == work.nodes[flow.to].lane;
    }
    let is_dead_end = |chain: &&Chain| {
        let (head, last) = (chain.nodes[0], chain.nodes.len() - 1);
        let goes_on = |(at, &node): (usize, &usize)| into[node] == 1 && out[node] == usize::from(at != last);
        !chain.is_main && is_led_along[head] && chain.nodes.iter().enumerate().all(goes_on)
    };
    let (mut dead_ends, mut turns): (Vec<&Chain>, Vec<&Chain>) = chains.iter().partition(is_dead_end);
    dead_ends.sort_by_key(|chain| Reverse(chain.first));
    turns.extend(dead_ends);
    turns
}

/// For each node the one that follows it in its chain, and the one before: at most one of each, first along the
/// successful path, then the nearest.
fn links(work: &Work, arcs: &[Arc], ranks: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let mut links: Vec<&Arc> = arcs
        .iter()
        .filter(|arc| work.nodes[arc.from].lane == work.nodes[arc.to].lane && ranks[arc.from] < ranks[arc.to])
        .filter(|arc| work.flows[arc.flow].kind != FlowKind::Association)
        .filter(|arc| work.nodes[arc.from].main == work.nodes[arc.to].main)
        .collect();
    links.sort_by_key(|arc| (!work.flows[arc.flow].main, ranks[arc.to] - ranks[arc.from], arc.flow));
    let count = work.nodes.len();
    let (mut after, mut before) = (vec![NONE; count], vec![NONE; count]);
    for arc in links {
        if after[arc.from] == NONE && before[arc.to] == NONE {
            after[arc.from] = arc.to;
            before[arc.to] = arc.from;
        }
    }
    (after, before)
}

/// For each of these nodes to which one way leads, where that parts from others: nodes that only pass the flow on make no
/// difference.
pub(super) fn origins(count: usize, arcs: &[Arc], nodes: &[usize]) -> Vec<Option<Origin>> {
    let (mut into, mut ways_in, mut ways_out) = (vec![None; count], vec![0; count], vec![0; count]);
    for arc in arcs {
        into[arc.to] = Some(arc);
        ways_in[arc.to] += 1;
        ways_out[arc.from] += 1;
    }
    let origin = |node: usize| {
        let mut arc = into[node].filter(|_| ways_in[node] == 1)?;
        while ways_in[arc.from] == 1 && ways_out[arc.from] == 1 {
            arc = into[arc.from]?;
        }
        Some(Origin { node: arc.from, flow: arc.flow })
    };
    nodes.iter().map(|&node| origin(node)).collect()
}
